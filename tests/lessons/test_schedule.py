"""When does an item come back? Study days, summer time both ways, and a schedule that can be rebuilt."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.attempt import Attempt
from lessons.days import at_local, local, start_of_day, study_day
from lessons.grade import Grade, Verdict
from lessons.rating import Rating, rate
from lessons.schedule import Memory, Schedule, outlook, rebuild, seed_of, spread

FROM, TO = datetime(2024, 1, 1), datetime(2030, 1, 1)  # noqa: DTZ001 - hypothesis wants them naive
ZONES = st.sampled_from([None, "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "Africa/Cairo"])
MOMENTS = st.datetimes(FROM, TO).map(lambda at: at.replace(tzinfo=UTC))
RATINGS = st.sampled_from([Rating.AGAIN, Rating.HARD, Rating.GOOD])
SCHEDULE = Schedule()
NOW = datetime(2026, 3, 1, 20, tzinfo=UTC)


def review(memory: Memory | None, rating: Rating, now: datetime, zone: str | None = "Europe/Berlin") -> Memory:
    return SCHEDULE.review(memory, rating, now=now, zone=zone, rollover_hour=4, seed=7)


def test_a_night_between_two_answers_counts_as_a_day() -> None:
    first = review(None, Rating.GOOD, NOW)

    after_a_night = review(first, Rating.GOOD, NOW + timedelta(hours=12))
    same_evening = review(first, Rating.GOOD, NOW + timedelta(hours=1))

    assert after_a_night.stability > first.stability * 2
    assert same_evening.stability == first.stability
    assert same_evening.due == first.due


def test_a_wrong_answer_on_the_same_day_lowers_stability_and_brings_it_back_soon() -> None:
    first = review(None, Rating.GOOD, NOW)

    again = review(first, Rating.AGAIN, NOW + timedelta(hours=1))

    assert again.stability < first.stability
    assert again.lapses == 1
    assert again.due <= first.due


def test_numbers_agree_with_fsrs() -> None:
    first = review(None, Rating.GOOD, NOW)
    second = review(first, Rating.GOOD, NOW + timedelta(hours=25))

    assert first.stability == pytest.approx(2.3065)
    assert second.stability == pytest.approx(7.32, abs=0.01)


@settings(max_examples=60, deadline=None)
@given(now=MOMENTS, zone=ZONES, ratings=st.lists(RATINGS, min_size=1, max_size=6), gap=st.integers(0, 40))
def test_due_is_the_start_of_a_later_study_day(
    now: datetime, zone: str | None, ratings: list[Rating], gap: int
) -> None:
    memory: Memory | None = None
    for rating in ratings:
        memory = review(memory, rating, now, zone)
        today = study_day(now, zone, 4)
        due = study_day(memory.due, zone, 4)
        assert due > today
        assert memory.due == start_of_day(due, zone, 4)
        assert 0 <= SCHEDULE.retrievability(memory, now=now, zone=zone, rollover_hour=4) <= 1
        now += timedelta(days=gap, hours=5)


@settings(max_examples=60, deadline=None)
@given(now=MOMENTS, zone=ZONES, days=st.integers(1, 200), seed=st.integers(0, 10**6))
def test_a_better_answer_is_never_due_sooner(now: datetime, zone: str | None, days: int, seed: int) -> None:
    memory = SCHEDULE.review(None, Rating.GOOD, now=now, zone=zone, rollover_hour=4, seed=seed)
    later = now + timedelta(days=days)

    dues = [
        SCHEDULE.review(memory, rating, now=later, zone=zone, rollover_hour=4, seed=seed).due
        for rating in (Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.EASY)
    ]

    assert dues == sorted(dues)


@settings(max_examples=40, deadline=None)
@given(steps=st.lists(st.tuples(RATINGS, st.integers(0, 30), st.booleans()), min_size=1, max_size=8))
def test_memory_is_rebuilt_from_the_log(steps: list[tuple[Rating, int, bool]]) -> None:
    now, memory, log = NOW, None, []
    for rating, gap, undone in steps:
        now += timedelta(days=gap, minutes=1)
        before = memory
        after = SCHEDULE.review(before, rating, now=now, zone="Europe/Berlin", rollover_hour=4, seed=seed_of(3, 5))
        log.append(
            Attempt(
                learner_id=3, item_id=5, session_id=1, step=0, said="", verdict=Verdict.EXACT, fraction=1.0,
                rating=rating, at=now, before=before, after=after, undone_at=now if undone else None,
            )
        )  # fmt: skip
        memory = before if undone else after

    assert rebuild(log, schedule=SCHEDULE, zone="Europe/Berlin", rollover_hour=4) == memory


@settings(max_examples=200, deadline=None)
@given(now=MOMENTS, zone=ZONES, rollover=st.integers(0, 6))
def test_every_moment_lies_in_its_study_day(now: datetime, zone: str | None, rollover: int) -> None:
    day = study_day(now, zone, rollover)

    assert start_of_day(day, zone, rollover) <= now < start_of_day(day + timedelta(days=1), zone, rollover)


def test_summer_time_both_ways() -> None:
    berlin = "Europe/Berlin"
    # 29 March 2026: 02:00 becomes 03:00; 25 October 2026: 03:00 becomes 02:00.
    assert at_local(date(2026, 3, 29), time(2, 30), berlin) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert local(at_local(date(2026, 3, 29), time(2, 30), berlin), berlin).time() == time(3, 30)
    assert at_local(date(2026, 10, 25), time(2, 30), berlin) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert start_of_day(date(2026, 3, 29), berlin, 4) == datetime(2026, 3, 29, 2, tzinfo=UTC)
    assert start_of_day(date(2026, 10, 25), berlin, 4) == datetime(2026, 10, 25, 3, tzinfo=UTC)
    assert study_day(datetime(2026, 10, 25, 2, 30, tzinfo=UTC), berlin, 4) == date(2026, 10, 24)


def test_an_interval_across_summer_time_is_counted_in_days() -> None:
    saturday_evening = datetime(2026, 3, 28, 22, tzinfo=UTC)
    memory = review(None, Rating.GOOD, saturday_evening)

    sunday = SCHEDULE.retrievability(
        memory, now=saturday_evening + timedelta(hours=8), zone="Europe/Berlin", rollover_hour=4
    )

    assert sunday < 1


def test_an_unknown_zone_is_taken_for_utc() -> None:
    assert study_day(NOW, "Mars/Olympus", 4) == study_day(NOW, None, 4)


def test_outlook_counts_what_is_overdue_today() -> None:
    dues = [NOW - timedelta(days=9), NOW, NOW + timedelta(days=2), NOW + timedelta(days=40)]

    assert outlook(dues, now=NOW, zone=None, rollover_hour=4, days=4) == (2, 0, 1, 0)


def test_a_backlog_is_spread_over_days() -> None:
    assert spread(70, 30) == (30, 30, 10)
    assert spread(0, 30) == ()
    assert spread(5, 0) == (1, 1, 1, 1, 1)


@pytest.mark.parametrize(
    ("verdict", "fraction", "hinted", "expected"),
    [
        (Verdict.EXACT, 1.0, False, Rating.GOOD),
        (Verdict.CLOSE, 0.75, False, Rating.GOOD),
        (Verdict.EXACT, 1.0, True, Rating.HARD),
        (Verdict.NEAR, 0.5, False, Rating.HARD),
        (Verdict.SIZE_SLIP, 0.25, False, Rating.HARD),
        (Verdict.WRONG, 0.0, True, Rating.AGAIN),
    ],
)
def test_rating_follows_from_the_grade(verdict: Verdict, fraction: float, hinted: bool, expected: Rating) -> None:
    assert rate(Grade(verdict, fraction), hinted) is expected
