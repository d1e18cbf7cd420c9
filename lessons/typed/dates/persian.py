"""Which day is a date of the Persian solar calendar? And when is a date of a calendar that is not ours?"""

import re
from collections.abc import Iterator

from lessons.calendars import from_day_number
from lessons.edtf import Partial
from lessons.typed.dates.reading import DateReading
from lessons.typed.dates.single import single
from lessons.typed.dates.stretch import ENGLISH_MONTHS

_MONTHS = (
    *(("فروردین", "farvardin"), ("اردیبهشت", "ordibehesht"), ("خرداد", "khordad"), ("تیر", "tir")),
    *(("مرداد", "امرداد", "mordad"), ("شهریور", "shahrivar"), ("مهر", "mehr"), ("آبان", "ابان", "aban")),
    *(("آذر", "اذر", "azar"), ("دی", "dey"), ("بهمن", "bahman"), ("اسفند", "esfand")),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAMED = re.compile(r"(?<!\w)(?:" + "|".join(sorted(_MONTH, key=len, reverse=True)) + r")(?!\w)")
_ERA = re.compile(r"(?<!\w)(?:هجری\s+)?(?:شمسی|خورشیدی|ه\s?\.?\s?ش\.?|solar hijri)(?!\w)")
_LUNAR = re.compile(
    r"(?<!\w)(?:هجری\s+)?(?:قمری|ه\s?\.?\s?ق\.?|محرم|ربیع|جمادی|رجب|شعبان|رمضان|شوال|ذی\s?القعده|ذی\s?الحجه|hijri|hijra)(?!\w)"
    r"|(?<!\w)\d+\s+a\.?h\.?(?!\w)|(?<!\w)(?:विक्रम|शक)\s?संवत"
)


def other_calendar(text: str) -> bool:
    """Whether the cleaned text names a calendar or a month that is none of ours."""
    return bool(_ERA.search(text) or _LUNAR.search(text) or _NAMED.search(text))


def persian(text: str, code: str) -> Iterator[DateReading]:
    """The day of a full Persian date with its month named: "26 فروردین 1291" is 15 April 1912."""
    named = _NAMED.search(text)
    if not named:
        return
    month = _MONTH[named[0]]
    ours = _ERA.sub(" ", f"{text[: named.start()]}{ENGLISH_MONTHS[month - 1]}{text[named.end() :]}")
    for reading in single(ours, code):
        date = reading.date
        if date.year and date.day and not reading.short and reading.bc is None:
            yield DateReading(Partial(*from_day_number(_day_number(date.year, month, date.day)), "day"))


def _day_number(year: int, month: int, day: int) -> int:
    """The Julian day number by the rule of 8 leap years in 33, which holds from 1799 to 2254."""
    before = 31 * (month - 1) - max(0, month - 7)
    return 1947955 + 365 * year + (8 * year + 21) // 33 + before + day - 1
