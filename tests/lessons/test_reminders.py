"""Who may be nudged, and when?"""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.days import local, study_day
from lessons.enrollment import Learner, Preferences, Reminding
from lessons.mastery import mastery
from lessons.reminders import after_activity, after_sent, is_day_off, is_quiet, may_remind, next_reminder, pause_days
from lessons.selection import review_queue

FROM, TO = datetime(2024, 1, 1), datetime(2030, 1, 1)  # noqa: DTZ001 - hypothesis wants them naive
NOW = datetime(2026, 3, 28, 12, tzinfo=UTC)
BERLIN = Preferences(zone="Europe/Berlin")
LEARNER = Learner(1, 1, "Ada", NOW, BERLIN)


def test_the_reminder_keeps_the_learners_hour_across_summer_time() -> None:
    first = next_reminder(BERLIN, Reminding(), NOW, now=NOW)
    second = next_reminder(BERLIN, Reminding(last_at=first), NOW, now=first or NOW)

    assert first == datetime(2026, 3, 29, 7, tzinfo=UTC)
    assert second == datetime(2026, 3, 30, 7, tzinfo=UTC)
    assert local(NOW - timedelta(hours=4), "Europe/Berlin").time() == time(9)


def test_no_reminder_before_anything_is_due_or_when_switched_off() -> None:
    due = NOW + timedelta(days=5)

    assert next_reminder(BERLIN, Reminding(), None, now=NOW) is None
    assert next_reminder(replace(BERLIN, reminder_time=None), Reminding(), due, now=NOW) is None
    moment = next_reminder(BERLIN, Reminding(), due, now=NOW)
    assert moment is not None
    assert moment >= due


def test_ignored_reminders_come_ever_more_rarely_until_the_learner_acts() -> None:
    assert [pause_days(count) for count in (0, 2, 3, 5, 6, 9, 50)] == [1, 1, 3, 3, 7, 30, 30]
    reminding = Reminding()
    for _ in range(3):
        reminding = after_sent(reminding, NOW)

    moment = next_reminder(BERLIN, reminding, NOW, now=NOW)

    assert moment == datetime(2026, 3, 31, 7, tzinfo=UTC)
    assert after_activity(reminding).ignored == 0


@settings(max_examples=150, deadline=None)
@given(
    now=st.datetimes(FROM, TO).map(lambda at: at.replace(tzinfo=UTC)),
    zone=st.sampled_from([None, "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"]),
    hour=st.integers(0, 23),
    quiet=st.tuples(st.integers(0, 23), st.integers(0, 23)),
    due=st.integers(-400, 400),
    last=st.one_of(st.none(), st.integers(0, 100)),
    ignored=st.integers(0, 12),
    pause=st.one_of(st.none(), st.integers(-50, 500)),
)
def test_a_planned_reminder_breaks_no_promise(
    now: datetime, zone: str | None, hour: int, quiet: tuple[int, int], due: int, last: int | None,
    ignored: int, pause: int | None,
) -> None:  # fmt: skip
    paused = None if pause is None else now + timedelta(hours=pause)
    kept = Preferences(
        zone=zone, reminder_time=time(hour), quiet_from=time(quiet[0]), quiet_to=time(quiet[1]), paused_until=paused
    )
    last_at = None if last is None else now - timedelta(hours=last)
    first_due = now + timedelta(hours=due)

    moment = next_reminder(kept, Reminding(last_at=last_at, ignored=ignored), first_due, now=now)

    assert moment is not None
    assert moment >= max(now, first_due, paused or now)
    assert moment <= max(now, first_due, paused or now) + timedelta(days=34)
    assert not is_quiet(kept, local(moment, zone).time()) or hour in (2, 3)
    if last_at is not None:
        between = study_day(moment, zone, 4) - study_day(last_at, zone, 4)
        assert between.days >= pause_days(ignored)


def test_nobody_is_reminded_in_a_pause_in_quiet_hours_or_while_blocking() -> None:
    assert may_remind(LEARNER, now=NOW)
    assert not may_remind(LEARNER, now=datetime(2026, 3, 28, 23, tzinfo=UTC))
    assert not may_remind(replace(LEARNER, blocked_at=NOW), now=NOW)
    paused = replace(BERLIN, paused_until=NOW + timedelta(days=1))
    assert not may_remind(replace(LEARNER, preferences=paused), now=NOW)


def test_due_comes_before_new_within_the_days_limits() -> None:
    due = [(3, NOW), (1, NOW - timedelta(days=9)), (2, NOW - timedelta(days=1))]

    queue = review_queue(due, [9, 1, 8, 7], reviews_per_day=2, new_per_day=3, new_today=1)

    assert queue == (1, 2, 9, 8)
    assert review_queue(due, [9], reviews_per_day=2, new_per_day=1, reviews_today=5, size=1) == (9,)


def test_mastery_counts_known_learning_and_unseen() -> None:
    found = mastery([0.95, 0.5, None], 5)

    assert (found.known, found.learning, found.unseen, found.total) == (1, 1, 3, 5)
    assert round(found.share, 2) == 0.29
    assert mastery([]).share == 0


@given(
    off=st.text(alphabet="1234567", max_size=6).map(lambda days: "".join(sorted(set(days)))),
    hours=st.integers(0, 24 * 400),
    at=st.integers(0, 23),
    ignored=st.integers(0, 12),
)
def test_no_reminder_on_a_day_off_and_always_one_later(off: str, hours: int, at: int, ignored: int) -> None:
    kept = Preferences(zone="Europe/Lisbon", reminder_time=time(at), days_off=off)
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    moment = next_reminder(kept, Reminding(ignored=ignored), now, now=now)
    assert moment is not None
    assert moment >= now
    assert not is_day_off(kept, moment)
    assert not is_quiet(kept, local(moment, kept.zone).time())
