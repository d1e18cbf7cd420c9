"""What happens in one sitting?"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.errors import NothingToUndo, StepAlreadyAnswered
from lessons.grade import Verdict
from lessons.items import ChoiceItem, NumberItem, Option, Quantity
from lessons.rating import Rating
from lessons.response import Tap, Typed
from lessons.session import (
    Phase,
    Session,
    SessionKind,
    Step,
    answer,
    close,
    hint,
    open_session,
    pick,
    retry_missed,
    show,
    skip_to_end,
    undo,
)

NOW = datetime(2026, 3, 1, 20, tzinfo=UTC)
CHOICE = ChoiceItem(id="c", stem=(), answer=(Option("Rome", True), Option("Paris"), Option("Bern")))
FIGURE = NumberItem(id="n", stem=(), answer=Quantity(Decimal(11_300_000_000), "USD", None, "$11.3 billion", 9))
STEPS = (Step("reading", 1), Step("question", 11), Step("question", 12))


def sitting(steps: tuple[Step, ...] = STEPS) -> Session:
    return open_session(1, 2, SessionKind.LESSON, steps, NOW)


def asked(item: int = 11) -> Session:
    return sitting((Step("question", item), Step("question", item + 1)))


def say(session: Session, text: str, item: object = CHOICE) -> Session:
    return answer(session, item, Typed(text), now=NOW, seed=0, key=text).session  # type: ignore[arg-type]


def test_a_lesson_goes_from_reading_to_summary() -> None:
    session = sitting()
    assert session.phase is Phase.READING

    session = show(session, NOW + timedelta(minutes=1))
    assert session.phase is Phase.ASKING
    assert session.asked_at == NOW + timedelta(minutes=1)
    assert session.questions == (1, 2)

    session = show(say(session, "Rome"), NOW)
    session = show(say(session, "Paris"), NOW)

    assert session.phase is Phase.SUMMARY
    assert session.step is None
    assert session.score == (1, 2)
    assert session.missed == (12,)


def test_an_empty_sitting_is_at_its_summary() -> None:
    assert sitting(()).phase is Phase.SUMMARY


def test_what_cannot_be_read_is_asked_again_and_not_counted() -> None:
    outcome = answer(asked(), FIGURE, Typed("lots and lots"), now=NOW, seed=0, key="k")

    assert outcome.grade.verdict is Verdict.UNREADABLE
    assert outcome.rating is None
    assert not outcome.counted
    assert outcome.session.phase is Phase.ASKING
    assert outcome.session.results == ()


def test_giving_up_is_counted_as_wrong() -> None:
    outcome = answer(asked(), FIGURE, Typed("I don't know"), now=NOW, seed=0, key="k")

    assert outcome.counted
    assert (outcome.grade.verdict, outcome.grade.reason) == (Verdict.WRONG, "gave_up")
    assert outcome.rating is Rating.AGAIN


@pytest.mark.parametrize("completion", ["billion", "11.3 billion", "bn"])
def test_a_missing_size_word_is_asked_for_once_and_completes_the_answer(completion: str) -> None:
    first = answer(asked(), FIGURE, Typed("11.3"), now=NOW, seed=0, key="a")
    assert not first.counted
    assert first.session.asked_scale

    second = answer(first.session, FIGURE, Typed(completion), now=NOW, seed=0, key="b")

    assert second.grade.verdict is Verdict.EXACT
    assert second.rating is Rating.GOOD


def test_a_size_word_missing_twice_is_counted_as_it_stands() -> None:
    first = answer(asked(), FIGURE, Typed("11.3"), now=NOW, seed=0, key="a")

    second = answer(first.session, FIGURE, Typed("11.3"), now=NOW, seed=0, key="b")

    assert second.counted
    assert second.grade.verdict is Verdict.MISSING_SCALE
    assert second.rating is Rating.HARD


def test_a_second_press_is_refused_with_what_stands() -> None:
    session = say(asked(), "Rome")

    with pytest.raises(StepAlreadyAnswered) as caught:
        answer(session, CHOICE, Tap((1,)), now=NOW, seed=0, key="late")

    assert caught.value.session == session


def test_a_hint_makes_a_right_answer_hard() -> None:
    outcome = answer(hint(asked()), CHOICE, Typed("Rome"), now=NOW, seed=0, key="k")

    assert outcome.rating is Rating.HARD
    assert outcome.session.results[0].hints == 1


def test_options_are_picked_and_taken_back() -> None:
    session = pick(pick(pick(asked(), 2), 0), 2)

    assert session.picked == (0,)


def test_a_drill_of_what_was_missed_does_not_change_memory_nor_renumber_steps() -> None:
    session = show(say(asked(), "Paris"), NOW)
    session = show(say(session, "Rome"), NOW)

    drill = retry_missed(session, NOW)

    assert drill.drill
    assert drill.position == 2
    assert drill.steps[2] == Step("question", 11)
    outcome = answer(drill, CHOICE, Typed("Rome"), now=NOW, seed=0, key="k")
    assert outcome.rating is None
    assert outcome.session.score == (1, 1)
    assert undo(undo(outcome.session)).drill is False


def test_nothing_to_undo_at_the_start() -> None:
    with pytest.raises(NothingToUndo):
        undo(asked())


def test_a_closed_sitting_shows_nothing_more() -> None:
    assert show(close(asked()), NOW).phase is Phase.CLOSED
    assert skip_to_end(close(asked())).phase is Phase.CLOSED
    assert skip_to_end(asked()).phase is Phase.SUMMARY


@settings(max_examples=50, deadline=None)
@given(hints=st.integers(0, 3), text=st.sampled_from(["Rome", "Paris", "?"]), onward=st.booleans())
def test_undo_restores_the_sitting_exactly(hints: int, text: str, onward: bool) -> None:
    before = asked()
    for _ in range(hints):
        before = hint(before)

    after = say(before, text)
    after = show(after, NOW) if onward else after

    assert undo(after) == replace(before, asked_at=after.asked_at)
