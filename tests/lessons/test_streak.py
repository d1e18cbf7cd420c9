"""Is the streak kind, and does it come through changes of the clock and of the zone?"""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lessons.days import study_day
from lessons.streak import MOST_FREE, Streak, streak

DAY = timedelta(days=1)
MONDAY = date(2026, 3, 2)
ZONES = ("Europe/Lisbon", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia")
FIRST, LAST = datetime(2024, 1, 1), datetime(2026, 12, 31)  # noqa: DTZ001 - hypothesis puts the zone on


def run(pattern: str, *, away: tuple[int, int] | None = None) -> Streak:
    """The streak on the last day of a pattern of days: "x" learned, "." not."""
    learned = {MONDAY + place * DAY for place, sign in enumerate(pattern) if sign == "x"}
    off = (MONDAY + away[0] * DAY, MONDAY + away[1] * DAY) if away else None
    return streak(learned, MONDAY + (len(pattern) - 1) * DAY, off)


def test_two_days_learned_earn_a_free_day_which_a_day_off_takes() -> None:
    assert run("xx") == Streak(2, 1, 0)
    assert run("xx.x") == Streak(3, 0, 1)
    assert run("x.x") == Streak(1, 0, 0), "nothing was earned yet"


def test_today_is_still_open() -> None:
    assert run("xxx.") == run("xxx")
    assert run("x.") == Streak(1, 0, 0)


def test_five_days_a_week_keep_it_alive_for_ever() -> None:
    found = run("xxxxx.." * 40)
    assert found.length == 200
    assert found.spared == 79, "the last day is today, still open"


def test_no_more_than_so_many_free_days_are_kept() -> None:
    assert run("x" * 100).free == MOST_FREE
    assert run("x" * 100 + "." * MOST_FREE + "x").length == 101
    assert run("x" * 100 + "." * (MOST_FREE + 1) + "x") == Streak(1, 0, 0)


def test_a_holiday_costs_nothing() -> None:
    assert run("xx" + "." * 20 + "x", away=(2, 21)) == Streak(3, 1, 0)


def test_nothing_learned_is_no_streak() -> None:
    assert streak((), MONDAY) == Streak()


@given(st.sets(st.integers(0, 120)))
def test_what_is_counted_was_learned_and_a_day_more_never_shortens(days: set[int]) -> None:
    learned = {MONDAY + day * DAY for day in days}
    today = MONDAY + 120 * DAY
    found = streak(learned, today)
    assert found.length <= len(learned)
    assert 0 <= found.free <= MOST_FREE
    assert streak(learned | {today}, today).length >= found.length


@given(
    st.sampled_from(ZONES),
    st.sampled_from(ZONES),
    st.datetimes(FIRST, LAST, timezones=st.just(UTC)),
    st.integers(0, 6),
)
def test_an_answer_every_day_survives_summer_time_and_a_move(
    old: str, new: str, first: datetime, rollover: int
) -> None:
    """Somebody who answers every 24 hours for months loses at most free days, wherever the days are counted."""
    moments = [first + number * DAY for number in range(200)]
    for zone in (old, new):
        days = {study_day(moment, zone, rollover) for moment in moments}
        gaps = (max(days) - min(days)).days + 1 - len(days)
        assert gaps <= 2, "a change of the clock takes no more than a day"
        assert streak(days, max(days)).length >= len(days) - 1
