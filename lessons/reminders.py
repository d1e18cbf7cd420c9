"""Who may be nudged now? At the learner's hour, outside quiet hours, once a study day, ever more rarely if ignored."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from lessons.days import at_local, local, start_of_day, study_day
from lessons.enrollment import Learner, Preferences, Reminding

BACK_OFF = ((9, 30), (6, 7), (3, 3), (0, 1))
"""So many reminders ignored in a row: at most one in so many days."""

_LOOK_AHEAD_DAYS = 8
"""Far enough for a day past the quiet hours and six days off in a row."""


def next_reminder(
    preferences: Preferences, reminding: Reminding, first_due: datetime | None, *, now: datetime
) -> datetime | None:
    """When to remind this learner next; None if nothing will be due, or reminders are off.

    Never before the first item is due, never in a pause, never twice on a study day, never on a day off.
    """
    if preferences.reminder_time is None or first_due is None or len(set(preferences.days_off)) >= 7:
        return None
    earliest = _after_holiday(preferences, max(now, first_due, preferences.paused_until or now))
    ahead_of_time = reminding.last_at is not None and reminding.last_at > now + timedelta(days=1)  # the clock was wrong
    free = None if ahead_of_time else _free_from(preferences, reminding)
    day = local(earliest, preferences.zone).date() - timedelta(days=1)
    day = max(day, free - timedelta(days=1)) if free else day
    for ahead in range(_LOOK_AHEAD_DAYS + 1):
        moment = _moment(preferences, day + timedelta(days=ahead))
        if in_holiday(preferences, moment) or is_day_off(preferences, moment):
            continue
        if moment >= earliest and (free is None or _study_day(moment, preferences) >= free):
            return moment
    return _moment(preferences, day + timedelta(days=_LOOK_AHEAD_DAYS + 1))


def may_remind(learner: Learner, *, now: datetime) -> bool:
    """Whether a reminder may go out at this moment; once-a-day is seen to by `next_reminder`."""
    kept = learner.preferences
    if learner.blocked_at is not None or kept.reminder_time is None:
        return False
    if kept.paused_until is not None and now < kept.paused_until:
        return False
    if is_day_off(kept, now):
        return False
    return not in_holiday(kept, now) and not is_quiet(kept, local(now, kept.zone).time())


def in_holiday(preferences: Preferences, moment: datetime) -> bool:
    """Whether that moment lies on a study day of the learner's holiday."""
    holiday = preferences.holiday
    return holiday is not None and holiday[0] <= _study_day(moment, preferences) <= holiday[1]


def is_day_off(preferences: Preferences, moment: datetime) -> bool:
    """Whether that moment lies on a study day of a weekday that the learner keeps free."""
    return str(_study_day(moment, preferences).isoweekday()) in preferences.days_off


def is_quiet(preferences: Preferences, at: time) -> bool:
    """Whether that local time lies in the learner's quiet hours; equal ends mean there are none."""
    start, end = preferences.quiet_from, preferences.quiet_to
    if start <= end:
        return start <= at < end
    return at >= start or at < end


def after_sent(reminding: Reminding, now: datetime) -> Reminding:
    """A reminder went out; it counts as ignored until the learner does something."""
    return replace(reminding, next_at=None, last_at=now, ignored=reminding.ignored + 1)


def after_activity(reminding: Reminding) -> Reminding:
    """The learner did something: reminders come at their usual pace again."""
    return replace(reminding, ignored=0)


def pause_days(ignored: int) -> int:
    """The least number of days between two reminders after so many ignored ones."""
    return next(days for least, days in BACK_OFF if ignored >= least)


def _after_holiday(preferences: Preferences, moment: datetime) -> datetime:
    """That moment, or the beginning of the first study day after the holiday it lies in."""
    if preferences.holiday is None or not in_holiday(preferences, moment):
        return moment
    back = preferences.holiday[1] + timedelta(days=1)
    return start_of_day(back, preferences.zone, preferences.rollover_hour)


def _free_from(preferences: Preferences, reminding: Reminding) -> date | None:
    """The first study day on which another reminder may come; None if there was none yet."""
    if reminding.last_at is None:
        return None
    return _study_day(reminding.last_at, preferences) + timedelta(days=pause_days(reminding.ignored))


def _moment(preferences: Preferences, day: date) -> datetime:
    """The learner's hour on that day, moved to the end of the quiet hours if it lies in them."""
    at = preferences.reminder_time
    assert at is not None
    if is_quiet(preferences, at):
        evening = preferences.quiet_from > preferences.quiet_to and at >= preferences.quiet_from
        day, at = day + timedelta(days=evening), preferences.quiet_to
    return at_local(day, at, preferences.zone)


def _study_day(moment: datetime, preferences: Preferences) -> date:
    return study_day(moment, preferences.zone, preferences.rollover_hour)
