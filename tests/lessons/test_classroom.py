from datetime import UTC, datetime, timedelta

import pytest

from lessons.classroom import Accommodation, Answer, Assignment, Result, Standing, Terms, result, terms
from lessons.plan import draw

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAY = timedelta(days=1)
GIVEN = Assignment(1, 1, 1, None, NOW, deadline=NOW + 7 * DAY, tries=1)


def said(item: int, right: bool, days: float = 0) -> Answer:
    return Answer(9, item, right, NOW + days * DAY)


def stand(*answers: Answer, items: int = 4, at: float = 1, tries: int | None = 1, deadline: float | None = 7) -> Result:
    until = None if deadline is None else NOW + deadline * DAY
    return result(Terms(until, tries, range(items)), answers, now=NOW + at * DAY)


def test_nobody_has_begun_before_the_first_answer() -> None:
    found = stand()
    assert (found.standing, found.answered, found.score) == (Standing.NOT_BEGUN, 0, None)


def test_answers_to_other_items_count_nothing() -> None:
    assert stand(said(77, True)).standing is Standing.NOT_BEGUN


def test_the_first_answer_counts_and_later_ones_are_practice() -> None:
    found = stand(said(0, False), said(0, True, 0.5), said(1, True))
    assert (found.answered, found.right_first, found.right, found.score) == (2, 1, 1, 0.25)
    assert found.standing is Standing.WORKING


@pytest.mark.parametrize(("tries", "right"), [(1, 0), (2, 0), (3, 1), (None, 1)])
def test_so_many_tries_count(tries: int | None, right: int) -> None:
    assert stand(said(0, False), said(0, False, 0.1), said(0, True, 0.2), tries=tries).right == right


def test_what_is_answered_after_the_deadline_is_late_and_scores_nothing() -> None:
    found = stand(said(0, True, 6.9), said(1, True, 7.1), at=8)
    assert (found.answered, found.late, found.met, found.right) == (1, 1, 2, 1)


def test_a_right_answer_after_the_deadline_mends_no_wrong_one() -> None:
    assert stand(said(0, False, 6), said(0, True, 8), at=8, tries=None).right == 0


def test_extra_time_and_tries_are_one_learners_own() -> None:
    own = terms(GIVEN, Accommodation(2 * DAY, 1), (0, 1))
    assert (own.deadline, own.tries) == (NOW + 9 * DAY, 2)
    answers = [said(0, False, 1), said(0, True, 2), said(1, True, 8)]
    assert result(own, answers, now=NOW + 8 * DAY).right == 2
    assert result(terms(GIVEN, None, (0, 1)), answers, now=NOW + 8 * DAY).right == 0


def test_without_a_deadline_extra_time_means_nothing() -> None:
    endless = Assignment(1, 1, 1, None, NOW)
    own = terms(endless, Accommodation(DAY, 2), ())
    assert (own.deadline, own.tries) == (None, None)


def test_done_is_every_item_answered() -> None:
    found = stand(*(said(item, True) for item in range(4)), at=30)
    assert found.standing is Standing.DONE


def test_silence_for_days_is_being_stuck_only_before_the_end() -> None:
    assert stand(said(0, True), at=3.9).standing is Standing.WORKING
    assert stand(said(0, True), at=4).standing is Standing.STUCK
    assert stand(*(said(item, True) for item in range(4)), at=40).standing is Standing.DONE


def test_three_questions_wrong_twice_running_is_being_stuck() -> None:
    wrong = [said(item, False, day) for item in range(3) for day in (0, 0.5)]
    found = stand(*wrong)
    assert (found.standing, found.wrong) == (Standing.STUCK, (0, 1, 2))
    mended = stand(*wrong, said(0, True, 0.9))
    assert (mended.standing, mended.wrong) == (Standing.WORKING, (1, 2))


def test_answers_may_come_in_any_order() -> None:
    log = [said(0, False), said(0, True, 0.5), said(1, True, 0.2)]
    assert stand(*log) == stand(*reversed(log))


def test_an_assignment_of_nothing_has_no_score() -> None:
    assert stand(items=0).score is None


def test_each_draws_their_own_questions_always_the_same_ones() -> None:
    items = list(range(100, 140))
    one, other = draw(items, 10, seed=1), draw(items, 10, seed=2)
    assert len(one) == len(other) == 10
    assert one != other
    assert list(one) == sorted(one)
    assert draw(items, 10, seed=1) == one
    assert draw(items, None, seed=1) == draw(items, 99, seed=1) == tuple(items)
