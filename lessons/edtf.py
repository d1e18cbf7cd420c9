"""What does an EDTF string say, and which days does it span? (ISO 8601-2)

Level 0 and the parts of level 1 that teachers need: years, months, days, seasons (21 to 24), unknown last digits
(`193X`, `18XX`), a day of no known year (`XXXX-06-11`), `~` and `?`, and intervals with known or open ends. In packs
years go from -9999 to 9999; `parse` also takes the longer ones that learners type.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from lessons.calendars import days_in, exists

Unit = Literal["day", "season", "month", "year", "decade", "century"]

_DATE = re.compile(
    r"(?P<year>Y?-?[0-9]{4,9}|-?[0-9]{3}X|-?[0-9]{2}XX|XXXX)(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?[~?%]?"
)
_PACK_YEAR = re.compile(r"(?!-0000)-?[0-9]{2}(?:[0-9]{2}|[0-9]X|XX)|XXXX")
_OPEN = ("", "..")
SEASON_MONTHS = {21: (3, 4, 5), 22: (6, 7, 8), 23: (9, 10, 11), 24: (12, 1, 2)}


@dataclass(frozen=True, slots=True)
class Partial:
    """A date as far as it is given. `year` counts astronomically (0 is 1 BC); of a decade or century it is the first.

    `month` may be a season, 21 (spring) to 24 (winter), where `unit` is "season".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    unit: Unit = "day"

    @property
    def edtf(self) -> str:
        """The date in EDTF; parts that are not given before one that is are X."""
        if self.unit in ("decade", "century") and self.year is not None:
            digits = f"{abs(self.year):04d}"
            sign = "-" if self.year < 0 else ""
            return f"{sign}{digits[:3]}X" if self.unit == "decade" else f"{sign}{digits[:2]}XX"
        year = "XXXX" if self.year is None else f"{self.year:05d}" if self.year < 0 else f"{self.year:04d}"
        month = f"-{self.month:02d}" if self.month else ""
        return year + month + (f"-{self.day:02d}" if self.day else "")


@dataclass(frozen=True, slots=True)
class Period:
    """A date, or a stretch from one to another; None is an open end."""

    start: Partial | None
    end: Partial | None


class NotEdtf(ValueError):
    """The text is no EDTF date that packs use; `code` is "form", "month", "day" or "order"."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day a date can mean, as (year, month, day); None where the end is open."""

    low: tuple[int, int, int] | None
    high: tuple[int, int, int] | None


@lru_cache(maxsize=4096)
def parse(text: str, *, julian: bool = False) -> Period | None:
    """The date or interval; None if the text is no EDTF that we know. A single date is its own start and end."""
    left, slash, right = text.strip().partition("/")
    start = None if slash and left in _OPEN else _partial(left, julian)
    end = start if not slash else None if right in _OPEN else _partial(right, julian)
    if (start is None and not (slash and left in _OPEN)) or (end is None and right not in _OPEN):
        return None
    return Period(start, end) if start or end else None


def bounds(text: str, *, julian: bool = False) -> Bounds:
    """The span of an EDTF date or interval as packs use it. Raises NotEdtf if it is none, or no such day exists.

    A day of no known year spans as if in the leap year 4 (its bounds are compared only with their like).
    """
    left, slash, right = text.partition("/")
    if not slash:
        return Bounds(*_span(text, julian))
    if left in _OPEN and right in _OPEN:
        raise NotEdtf("form")
    low = None if left in _OPEN else _span(left, julian)[0]
    high = None if right in _OPEN else _span(right, julian)
    if low and high and low > high[1]:
        raise NotEdtf("order")
    return Bounds(low, high[1] if high else None)


def opening(year: int, width: int) -> int:
    """The first year of the decade (10) or century (100) of the same digits: 1900 for 1942, -399 for -344."""
    return year // width * width if year >= 0 else -(-year // width * width) - width + 1


def has_year(text: str) -> bool:
    """False for a day of no known year."""
    return "XXXX" not in text


def _partial(text: str, julian: bool) -> Partial | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = found["year"], int(found["month"] or 0) or None, int(found["day"] or 0) or None
    if year == "XXXX":
        season = bool(month and month > 12)
        return Partial(None, month, day, "day" if day else "season" if season else "month") if month else None
    if year.endswith("X"):
        return Partial(_years(year)[0], unit="century" if year.endswith("XX") else "decade")
    number = int(year.removeprefix("Y"))
    if month in SEASON_MONTHS:
        return Partial(number, month, None, "season")
    if not exists(number, month, day, julian=julian):
        return None
    return Partial(number, month, day, "day" if day else "month" if month else "year")


def _span(text: str, julian: bool) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    found = _DATE.fullmatch(text)
    if found is None or not _PACK_YEAR.fullmatch(found["year"]):
        raise NotEdtf("form")
    if "X" in found["year"] and (found["year"] == "XXXX") != bool(found["month"]):
        raise NotEdtf("form")  # a vague year with a month, or no year and no month either
    first, last = _years(found["year"])
    if found["month"] is None:
        return (first, 1, 1), (last, 12, 31)
    month, day = int(found["month"]), int(found["day"]) if found["day"] else None
    if month in SEASON_MONTHS and day is None:
        month, until = SEASON_MONTHS[month][0], max(SEASON_MONTHS[month])  # winter is counted with its December
        return (first, month, 1), (last, until, days_in(first, until))
    if not 1 <= month <= 12:
        raise NotEdtf("month")
    if not exists(first, month, day, julian=julian):
        raise NotEdtf("day")
    return (first, month, day or 1), (last, month, day or days_in(first, month, julian=julian))


def _years(text: str) -> tuple[int, int]:
    """The first and the last year that the digits can mean."""
    if text == "XXXX":
        return 4, 4
    ends = int(text.replace("X", "0")), int(text.replace("X", "9"))
    return min(ends), max(ends)
