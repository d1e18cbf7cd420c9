"""Which day did they type? A day or two days ahead, in the learner's language, on the learner's calendar."""

import re
from datetime import date, datetime, timedelta

from bot.actions.deadlines import read_deadline
from lessons.days import local

_WORDS = "to|until|till|bis|al?|au|à|по|до|hasta|até|sampai|تا|से"
_BETWEEN = re.compile(rf"\s+(?:{_WORDS})\s+|\s*[–—]\s*|\s+-\s+|\s*\.\.\.?\s*")
"""What people write between the first and the last day."""
_BARE_DAY = re.compile(r"\s*\d{1,2}\.?\s*")
_DAY_THEN_MONTH = re.compile(r"\s*\d{1,2}(?P<month>\D.*)", re.DOTALL)


def read_day(text: str, language: str, zone: str | None, now: datetime) -> date | None:
    """A day after today: "12 June", "Friday", "2026-06-12"; None if it is none."""
    moment = read_deadline(text, language, zone, now)
    day = local(moment, zone).date() if moment else None
    return day if day and day > local(now, zone).date() else None


def read_days(text: str, language: str, zone: str | None, now: datetime) -> tuple[date, date] | None:
    """The first and the last day of "1 July to 14 July", "1 to 14 July"; one day alone is both. None for no days."""
    parts = [part for part in _BETWEEN.split(text.strip()[:120]) if part]
    if not 1 <= len(parts) <= 2:
        return None
    shared = _DAY_THEN_MONTH.fullmatch(parts[-1])
    if len(parts) == 2 and shared and _BARE_DAY.fullmatch(parts[0]):
        parts[0] = parts[0].strip() + shared["month"]
    first = read_deadline(parts[0], language, zone, now)
    if first is None:
        return None
    last = read_deadline(parts[-1], language, zone, max(now, first - timedelta(days=1)))
    days = local(first, zone).date(), local(last, zone).date() if last else None
    return (days[0], days[1]) if days[1] is not None and days[1] >= days[0] else None
