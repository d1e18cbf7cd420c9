from datetime import UTC, date, datetime, time

import pytest

from lessons.enrollment import Preferences
from lessons.weekly import after_quiet, next_summary, next_weekly, summary_at, week_begin, week_of

USUAL = Preferences()


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "sent", "moment"),
    [
        (at(4, 12), None, at(9, 8)),  # from a Wednesday to the next Monday
        (at(9, 7, 59), None, at(9, 8)),
        (at(9, 8), None, at(9, 8)),
        (at(9, 8, 1), None, at(16, 8)),
        (at(9, 7), "2026-W11", at(16, 8)),  # this week's is out already
        (at(2, 7), "2026-W11", at(16, 8)),  # and so it is where the clock was set back
    ],
)
def test_the_first_monday_morning_of_a_week_without_one(now: datetime, sent: str | None, moment: datetime) -> None:
    assert next_weekly("UTC", USUAL, sent, now=now) == moment


def test_it_is_monday_where_the_class_is_also_across_summer_time() -> None:
    assert next_weekly("Asia/Tokyo", Preferences(zone="Asia/Tokyo"), None, now=at(4, 12)) == at(8, 23)
    berlin = Preferences(zone="Europe/Berlin")
    assert next_weekly("Europe/Berlin", berlin, None, now=at(25, 12)) == at(30, 6)


def test_a_teachers_quiet_hours_put_it_off() -> None:
    late = Preferences(zone="UTC", quiet_from=time(22), quiet_to=time(10))
    assert next_weekly("UTC", late, None, now=at(4, 12)) == at(9, 10)
    elsewhere = Preferences(zone="America/Los_Angeles")  # 8:00 UTC is midnight there
    assert next_weekly("UTC", elsewhere, None, now=at(4, 12)) == at(9, 14)
    evening = Preferences(zone="UTC", quiet_from=time(7), quiet_to=time(7))
    assert after_quiet(at(9, 8), evening) == at(9, 8)
    night = Preferences(zone="UTC")
    assert after_quiet(at(9, 23), night) == at(10, 7)


def test_weeks_are_iso_weeks_of_the_classs_clock_and_sort() -> None:
    assert week_of(at(8, 20), "Asia/Tokyo") == "2026-W11"
    assert week_of(at(8, 20), "UTC") == "2026-W10"
    last, first = (week_of(datetime(2027, 1, day, 12, tzinfo=UTC), None) for day in (3, 4))
    assert (last, first) == ("2026-W53", "2027-W01")


@pytest.mark.parametrize(
    ("now", "first", "told", "moment"),
    [
        (at(4, 12), 0, None, at(9, 9)),  # Wednesday to Monday
        (at(4, 12), 6, None, at(8, 9)),  # where weeks begin on Sunday
        (at(4, 12), 5, None, at(7, 9)),  # and on Saturday
        (at(9, 8), 0, None, at(9, 9)),
        (at(9, 9), 0, None, at(16, 9)),  # this moment is taken
        (at(9, 8), 0, "2026-03-09", at(16, 9)),
        (at(9, 3), 0, None, at(9, 9)),  # at three at night it is still Sunday's study day
    ],
)
def test_a_summary_comes_on_the_first_day_of_the_week_at_ones_hour(
    now: datetime, first: int, told: str | None, moment: datetime
) -> None:
    assert next_summary(Preferences(zone="UTC"), first, told, now=now) == moment


def test_a_summary_keeps_to_the_clock_through_summer_time_and_to_quiet_hours() -> None:
    berlin = Preferences(zone="Europe/Berlin", reminder_time=time(18, 30))
    assert next_summary(berlin, 0, None, now=at(18, 12)) == at(23, 17, 30)
    assert next_summary(berlin, 0, None, now=at(24, 12)) == at(30, 16, 30)
    assert summary_at(date(2026, 3, 30), Preferences(zone="UTC", reminder_time=time(23))) == at(31, 7)
    assert summary_at(date(2026, 3, 30), Preferences(zone="UTC", reminder_time=None)) == at(30, 9)
    assert week_begin(at(1, 2), Preferences(zone="UTC"), 6) == date(2026, 2, 22)
