"""When do weekly messages come? A teacher's on Monday morning where the class is, a learner's at their own hour on the
first day of their week; never in quiet hours.
"""

from datetime import date, datetime, time, timedelta

from lessons.days import at_local, local, study_day
from lessons.enrollment import Preferences
from lessons.reminders import is_quiet

AT = time(8, 0)
USUAL = time(9, 0)
"""The hour of the summary where no reminder hour is set."""
WEEK = timedelta(days=7)
LATE = timedelta(hours=36)
"""A summary that could not be sent for so long is not sent any more: the next one comes in a week."""


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


def week_begin(now: datetime, kept: Preferences, first_weekday: int) -> date:
    """The first day of the learner's week; 0 is Monday."""
    today = study_day(now, kept.zone, kept.rollover_hour)
    return today - timedelta(days=(today.weekday() - first_weekday) % 7)


def summary_at(begin: date, kept: Preferences) -> datetime:
    """The UTC moment of the summary in the week that begins on that day."""
    return after_quiet(at_local(begin, kept.reminder_time or USUAL, kept.zone), kept)


def next_summary(kept: Preferences, first_weekday: int, told: str | None, *, now: datetime) -> datetime:
    """The UTC moment of the next summary: the first not yet past in a week that none was sent in.

    `told` is the first day, as ISO text, of the last week in which one was sent.
    """
    begin = week_begin(now, kept, first_weekday)
    while True:
        moment = summary_at(begin, kept)
        if moment > now and (told is None or begin.isoformat() > told):
            return moment
        begin += WEEK


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"
