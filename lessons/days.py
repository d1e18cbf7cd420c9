"""Which day is it for this learner? Study days begin at the learner's rollover hour, in the learner's zone."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@lru_cache(maxsize=1024)
def zone_of(name: str | None) -> tzinfo:
    """The time zone of that IANA name; UTC for None, and for a name that this machine does not know."""
    if name is None:
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # an old or odd name must not stop a learner
        return UTC


def local(now: datetime, zone: str | None) -> datetime:
    """That moment on the learner's clock."""
    return now.astimezone(zone_of(zone))


def at_local(day: date, at: time, zone: str | None) -> datetime:
    """The UTC moment at which the learner's clock shows that time on that day.

    Where summer time skips it, the moment as much later; where the clock shows it twice, the first time.
    """
    return datetime.combine(day, at.replace(tzinfo=None, fold=0), zone_of(zone)).astimezone(UTC)


def study_day(now: datetime, zone: str | None, rollover_hour: int) -> date:
    """The learner's study day: with a rollover at 4, what is done at 3 at night belongs to the day before."""
    # Wall time, not elapsed time: the day begins when the clock shows the hour, also on a day of 23 or 25 hours.
    wall = local(now, zone).replace(tzinfo=None)
    return (wall - timedelta(hours=rollover_hour)).date()


def start_of_day(day: date, zone: str | None, rollover_hour: int) -> datetime:
    """The UTC moment at which that study day begins."""
    return at_local(day, time(rollover_hour), zone)
