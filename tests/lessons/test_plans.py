"""The exam, the holiday, the minutes a day, and what they do to intervals, limits and order."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.bending import FINAL_DAYS, Bend
from lessons.budget import Limits, intake_days, limits, new_to_be_ready, right_share, seconds_per_answer
from lessons.days import study_day
from lessons.enrollment import Learner, Preferences, Reminding
from lessons.exam import forecast
from lessons.memory import Memory
from lessons.pace import Pace, Reviewed, haste, pace_of
from lessons.rating import Rating
from lessons.reminders import may_remind, next_reminder
from lessons.schedule import Schedule, rebuild, schedule_for, seed_of
from lessons.worth import chosen, in_order, worth

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)


def learner(**wishes: object) -> Learner:
    return Learner(1, 1, "Ada", NOW, Preferences(**wishes))  # type: ignore[arg-type]


def met(schedule: Schedule, *ratings: Rating, seed: int = 1, at: datetime = NOW) -> Memory:
    memory: Memory | None = None
    for rating in ratings:
        at = max(at, memory.due) if memory else at
        memory = schedule.review(memory, rating, now=at, zone=None, rollover_hour=4, seed=seed)
    assert memory is not None
    return memory


@given(
    interval=st.integers(1, 400),
    exam=st.integers(-5, 200),
    start=st.integers(-20, 120),
    length=st.integers(0, 60),
    seed=st.text(max_size=3),
)
def test_a_bent_interval_keeps_its_promises(interval: int, exam: int, start: int, length: int, seed: str) -> None:
    holiday = TODAY + start * DAY, TODAY + (start + length) * DAY
    bend = Bend(TODAY + exam * DAY, holiday)

    days = bend.days(TODAY, interval, seed=seed)
    back = TODAY + days * DAY

    assert days >= 1
    assert bend.days(TODAY, interval, seed=seed) == days
    if days != 1:
        assert not holiday[0] <= back <= holiday[1]
    only_exam = Bend(TODAY + exam * DAY).days(TODAY, interval, seed=seed)
    if exam > FINAL_DAYS and interval >= exam:
        assert exam - FINAL_DAYS <= only_exam < exam
    else:
        assert only_exam == interval
    assert Bend().days(TODAY, interval, seed=seed) == interval


def test_what_a_holiday_puts_off_is_spread_after_it() -> None:
    bend = Bend(holiday=(TODAY + 2 * DAY, TODAY + 15 * DAY))
    back = {bend.days(TODAY, 5, seed=str(seed)) for seed in range(100)}
    assert back == set(range(16, 23))


def test_due_moments_follow_the_dates_that_are_set_and_come_back_when_they_are_dropped() -> None:
    plain = Schedule()
    for seed in range(50):
        memory = met(plain, Rating.GOOD, Rating.GOOD, Rating.GOOD, seed=seed)
        now = memory.last_review
        assert plain.due(memory, now=now, zone=None, rollover_hour=4, seed=seed) == memory.due
        exam = study_day(now, None, 4) + 10 * DAY
        bent = Schedule(bend=Bend(exam)).due(memory, now=now, zone=None, rollover_hour=4, seed=seed)
        assert bent == memory.due or exam - FINAL_DAYS * DAY <= bent.date() < exam


def test_an_exam_set_late_spreads_what_is_not_due_yet_over_the_days_left() -> None:
    plain = Schedule()
    memories = [met(plain, *[Rating.GOOD] * 4, seed=seed) for seed in range(60)]
    now = max(memory.last_review for memory in memories) + 9 * DAY
    soon = Schedule(bend=Bend(now.date() + 3 * DAY))
    dues = {
        (soon.due(memory, now=now, zone=None, rollover_hour=4, seed=seed).date() - now.date()).days
        for seed, memory in enumerate(memories)
        if memory.due > now
    }
    assert dues == {0, 1, 2}


def test_reminders_rest_in_a_holiday_and_come_after_it() -> None:
    kept = Preferences(zone="Europe/Berlin", holiday_from=TODAY, holiday_to=TODAY + 6 * DAY)
    moment = next_reminder(kept, Reminding(), NOW, now=NOW)
    assert moment == datetime(2026, 3, 8, 8, tzinfo=UTC)
    assert not may_remind(Learner(1, 1, "Ada", NOW, kept), now=NOW)
    assert may_remind(Learner(1, 1, "Ada", NOW, kept), now=moment)


def test_seconds_an_answer_are_the_learners_own_once_there_are_enough() -> None:
    assert seconds_per_answer([3.0] * 5) == 15.0
    assert seconds_per_answer([6.0] * 20 + [4000.0] * 30) == 10.0


def test_limits_without_wishes_are_the_settings() -> None:
    untimed = Preferences(minutes_per_day=None, reviews_per_day=30)
    assert limits(untimed, secs=15, due=500, unseen=500, today=TODAY) == Limits(10, 30)


def test_a_newcomer_has_ten_minutes_and_the_reviews_a_day_stay_a_limit() -> None:
    assert limits(Preferences(), secs=15, due=0, unseen=500, today=TODAY) == Limits(10, 13)
    assert limits(Preferences(), secs=15, due=0, unseen=0, today=TODAY) == Limits(10, 40)
    assert limits(Preferences(reviews_per_day=7), secs=15, due=0, unseen=0, today=TODAY).reviews == 7


def test_an_exam_raises_the_new_facts_and_minutes_cut_them() -> None:
    exam = Preferences(new_per_day=3, exam_on=TODAY + 14 * DAY)
    assert (intake_days(14), new_to_be_ready(56, 14)) == (12, 5)
    assert limits(exam, secs=15, due=0, unseen=56, today=TODAY).new == 5
    assert limits(exam, secs=15, due=0, unseen=56, today=TODAY + 20 * DAY).new == 3
    timed = replace(exam, minutes_per_day=2)
    assert limits(timed, secs=15, due=0, unseen=200, today=TODAY).new == 2


def test_new_facts_wait_while_reviews_go_badly() -> None:
    kept = Preferences(new_per_day=20, minutes_per_day=10)
    well = limits(kept, secs=15, due=100, unseen=100, today=TODAY, right=right_share([True] * 60))
    badly = limits(kept, secs=15, due=100, unseen=100, today=TODAY, right=right_share([True, False] * 30))
    assert well.new > badly.new >= 1
    assert well.reviews < badly.reviews


def test_what_adds_most_is_asked_first_and_nothing_twice_on_a_day() -> None:
    schedule = Schedule()
    fresh = met(schedule, Rating.GOOD)
    lost = met(schedule, *[Rating.AGAIN] * 8)
    now = max(fresh.due, lost.due) + DAY
    worth_of = worth(schedule, now=now, zone=None, rollover_hour=4)
    assert in_order({1: lost, 2: fresh}, worth_of) == [2, 1]
    assert worth(schedule, now=NOW, zone=None, rollover_hour=4)(fresh) == 0.0


def test_a_review_keeps_to_its_room_and_fills_the_minutes() -> None:
    schedule = Schedule()
    memories = {item: met(schedule, *[Rating.GOOD] * 2, seed=item) for item in range(20)}
    now = max(memory.last_review for memory in memories.values()) + 3 * DAY
    due = [item for item, memory in memories.items() if memory.due <= now]
    assert chosen(learner(minutes_per_day=None), memories, 30, now=now) == sorted(
        due, key=lambda item: (memories[item].due, item)
    )
    assert len(chosen(learner(minutes_per_day=5), memories, 15, now=now)) == 15
    assert set(due) <= set(chosen(learner(minutes_per_day=5), memories, 20, now=now))


@pytest.mark.parametrize(("facts", "days", "minutes"), [(56, 40, None), (56, 10, 5), (700, 60, 10), (1, 1, None)])
def test_a_forecast_adds_up(facts: int, days: int, minutes: int | None) -> None:
    ada = learner(exam_on=TODAY + days * DAY, minutes_per_day=minutes)
    found = forecast(ada, {}, range(facts), pace=Pace(), now=NOW)
    assert found is not None
    assert 0 < found.known <= found.total - found.unmet <= found.total == facts
    assert 0 < found.share < 1
    assert found == forecast(ada, {}, range(facts), pace=Pace(), now=NOW)


def test_more_minutes_are_expected_to_lead_to_more() -> None:
    known = []
    for minutes in (2, 6, 20):
        found = forecast(
            learner(exam_on=TODAY + 30 * DAY, minutes_per_day=minutes), {}, range(200), pace=Pace(), now=NOW
        )
        assert found is not None
        known.append(found.known)
    assert known == sorted(known)
    assert known[0] < known[-1]


def test_no_forecast_without_an_exam_ahead() -> None:
    assert forecast(learner(), {}, range(5), pace=Pace(), now=NOW) is None
    assert forecast(learner(exam_on=TODAY), {}, range(5), pace=Pace(), now=NOW) is None
    assert forecast(learner(exam_on=date(2026, 4, 1)), {}, [], pace=Pace(), now=NOW) is None


def test_the_learners_own_parameters_are_used() -> None:
    own = (*Schedule().parameters[:20], 0.3)
    ada = replace(learner(), parameters=own)
    assert schedule_for(ada).parameters == own
    assert schedule_for(ada) is schedule_for(ada)
    assert rebuild([], schedule=schedule_for(ada), zone=None, rollover_hour=4) is None
    assert seed_of(1, 2) != seed_of(2, 1)


def test_the_pace_begins_at_the_usual_and_becomes_the_learners_own() -> None:
    schedule = Schedule()
    fresh = pace_of([], [], 0, 0, schedule)
    assert (fresh.secs, fresh.right, fresh.presence) == (Pace().secs, Pace().right, Pace().presence)
    assert fresh.haste == pytest.approx(Pace().haste, rel=0.01)
    bad = [Reviewed(5.0, 5.0, right=place % 3 == 0) for place in range(60)]
    good = [Reviewed(5.0, 5.0, right=True)] * 60
    assert haste(bad, schedule) > 5 > 1 > haste(good, schedule)
    often, seldom = pace_of([], good, 20, 28, schedule), pace_of([], good, 3, 28, schedule)
    assert often.presence > 0.7 > 0.3 > seldom.presence


def test_who_forgets_fast_or_comes_seldom_is_told_less() -> None:
    ada = learner(exam_on=TODAY + 40 * DAY, minutes_per_day=5)
    known = []
    for pace in (Pace(), Pace(haste=8.0), Pace(haste=8.0, presence=0.3)):
        found = forecast(ada, {}, range(100), pace=pace, now=NOW)
        assert found is not None
        known.append(found.known)
    assert known[0] > known[1] > known[2]
