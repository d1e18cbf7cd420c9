"""When does a teacher's weekly message come? Monday morning where the class is, never in the teacher's quiet hours."""

from datetime import date, datetime, time, timedelta

from lessons.days import at_local, local
from lessons.enrollment import Preferences
from lessons.reminders import is_quiet

AT = time(8, 0)


def week_of(now: datetime, zone: str | None) -> str:
    """The ISO week on the class's clock, such as "2026-W09"; later weeks compare greater."""
    return _week(local(now, zone).date())


def next_weekly(zone: str | None, teacher: Preferences, sent_week: str | None, *, now: datetime) -> datetime:
    """The UTC moment of the next message: the first Monday not yet past whose week has had none."""
    today = local(now, zone).date()
    monday = today - timedelta(days=today.weekday())
    while True:
        moment = after_quiet(at_local(monday, AT, zone), teacher)
        if moment >= now and (sent_week is None or _week(monday) > sent_week):
            return moment
        monday += timedelta(days=7)


def after_quiet(moment: datetime, teacher: Preferences) -> datetime:
    """That moment, or the end of the teacher's quiet hours it falls into."""
    there = local(moment, teacher.zone)
    if not is_quiet(teacher, there.time()):
        return moment
    evening = teacher.quiet_from > teacher.quiet_to and there.time() >= teacher.quiet_from
    return at_local(there.date() + timedelta(days=evening), teacher.quiet_to, teacher.zone)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"
