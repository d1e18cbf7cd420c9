"""Until when? A day as teachers type it or tap it, in the class's time zone; a deadline is a day's last minute."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names

from bot.actions.preferring import read_time
from lessons.days import at_local, local
from lessons.languages import language
from lessons.typed.dates import DateReading, dates

LAST_MINUTE = time(23, 59)
LONGEST_AHEAD = timedelta(days=3 * 366)
_WITH_TIME = re.compile(r"(?P<day>.+?)[\s,]+(?:at\s+)?(?P<time>\d{1,2}[:.h]\d{2}|\d{1,2}\s*[ap]m)\s*", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(?P<day>\d{1,2}[./-]\d{1,2}[./-])(?P<year>\d{2})")


def in_days(days: int, zone: str | None, now: datetime) -> datetime:
    """The end of the day so many days from today."""
    return at_local(local(now, zone).date() + timedelta(days=days), LAST_MINUTE, zone)


def read_deadline(text: str, code: str, zone: str | None, now: datetime) -> datetime | None:
    """The moment in what was typed: "6 March", "06/03/2026", "Friday", "12 June 18:00"; None if it is none.

    A day without a year is the next one; of several readings the first that lies ahead is taken. Never in the past,
    never more than three years ahead.
    """
    text = text.strip()[:60]
    with_time = _WITH_TIME.fullmatch(text)
    at = read_time(with_time["time"]) if with_time else LAST_MINUTE
    if at is None:
        return None
    words = with_time["day"] if with_time else text
    words = _SHORT_YEAR.sub(r"\g<day>20\g<year>", words) if _SHORT_YEAR.fullmatch(words) else words
    today = local(now, zone).date()
    days = (
        *_said(words, code, today),
        *_weekday(words, code, today),
        *(day for one in dates(words, code) for day in _days(one, today)),
    )
    moments = (at_local(day, at, zone) for day in days)
    return next((moment for moment in moments if now < moment < now + LONGEST_AHEAD), None)


def _days(reading: DateReading, today: date) -> Iterator[date]:
    """The days a reading can mean: one with its year, this or next year without."""
    found = reading.date
    if reading.bc or reading.end or found.month is None or found.day is None or found.unit != "day":
        return
    for year in (found.year,) if found.year is not None else (today.year, today.year + 1):
        try:
            yield date(year, found.month, found.day)
        except ValueError:
            continue


def _said(words: str, code: str, today: date) -> Iterator[date]:
    """Today or tomorrow, in the teacher's language or in English."""
    wanted = words.strip().casefold().rstrip(".")
    for known in (language(code).said, language("en").said):
        for ahead, name in enumerate(("today", "tomorrow")):
            if wanted in known.get(name, ()):
                yield today + timedelta(days=ahead)


def _weekday(words: str, code: str, today: date) -> Iterator[date]:
    """The next day of that name, in the teacher's language or in English."""
    wanted = words.strip().casefold().rstrip(".")
    for tag in (code, "en"):
        try:
            locale = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        for width in ("wide", "abbreviated"):
            for number, name in get_day_names(width, locale=locale).items():
                if wanted == name.casefold().rstrip("."):
                    yield today + timedelta(days=(number - today.weekday()) % 7 or 7)
