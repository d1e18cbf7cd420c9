"""How do the exam, the holiday and the minutes a day read, and what is expected by the exam?"""

from datetime import date, datetime

from bot.texts import Html, Texts
from lessons.days import study_day
from lessons.enrollment import Preferences
from lessons.exam import Forecast


def dated_lines(kept: Preferences, expected: Forecast | None, now: datetime, t: Texts) -> list[Html]:
    """The lines of the settings; what is past is not named any more."""
    today = study_day(now, kept.zone, kept.rollover_hour)
    lines = []
    if kept.minutes_per_day is not None:
        lines.append(t("Minutes a day: {count}", count=kept.minutes_per_day))
    if kept.exam_on is not None and kept.exam_on >= today:
        lines.append(t("Exam: {day}", day=_day(kept.exam_on, t)))
    if expected is not None:
        lines += expectation(expected, t)
    if kept.holiday is not None and kept.holiday[1] >= today:
        first, last = kept.holiday
        lines.append(t("Holiday: {first} to {last}", first=_day(first, t), last=_day(last, t)))
    return lines


def expectation(expected: Forecast, t: Texts) -> list[Html]:
    """What will be known on the day of the exam, and what it takes; plainly, also where time is short."""
    day = _day(expected.exam_on, t)
    known, unmet = round(expected.known), round(expected.unmet)
    lines = [t("By {day} you will know about {known} of {total}.", day=day, known=known, total=expected.total)]
    if expected.new_per_day:
        lines.append(
            t.n(
                "For that, meet {count} new fact a day.",
                "For that, meet {count} new facts a day.",
                expected.new_per_day,
            )
        )
    if unmet:
        lines.append(
            t.n(
                "{count} fact will not be met in time. More minutes a day would help.",
                "{count} facts will not be met in time. More minutes a day would help.",
                unmet,
            )
        )
    return lines


def _day(day: date, t: Texts) -> str:
    return t.edtf(day.isoformat())
