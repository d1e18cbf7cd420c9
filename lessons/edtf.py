"""What does an EDTF string say? Year, month and day as far as they are given (ISO 8601-2, levels 0 and 1 in part)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Unit = Literal["day", "season", "month", "year", "decade", "century"]

_DATE = re.compile(r"(Y?-?\d{4,9}|-?\d{3}X|-?\d{2}XX|XXXX)(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
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


@lru_cache(maxsize=4096)
def parse(text: str) -> Period | None:
    """The date or interval; None if the text is no EDTF that we know. A single date is its own start and end."""
    left, slash, right = text.strip().partition("/")
    start = None if slash and left in ("", "..") else _date(left)
    end = start if not slash else None if right in ("", "..") else _date(right)
    if (start is None and not (slash and left in ("", ".."))) or (end is None and right not in ("", "..")):
        return None
    return Period(start, end) if start or end else None


def _date(text: str) -> Partial | None:
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = found[1], int(found[2] or 0) or None, int(found[3] or 0) or None
    if year == "XXXX":
        season = bool(month and month > 12)
        return Partial(None, month, day, "day" if day else "season" if season else "month") if month else None
    if year.endswith("XX"):
        return Partial(int(year[:-2]) * 100, unit="century")
    if year.endswith("X"):
        return Partial(int(year[:-1]) * 10, unit="decade")
    number = int(year.removeprefix("Y"))
    if month and 21 <= month <= 24:
        return Partial(number, month, None, "season")
    if not exists(number, month, day):
        return None
    return Partial(number, month, day, "day" if day else "month" if month else "year")


def exists(year: int | None, month: int | None, day: int | None, *, julian: bool = False) -> bool:
    """Whether the calendar has that day; an unknown year is a leap year."""
    if month is None:
        return day is None
    if not 1 <= month <= 12:
        return False
    return day is None or 1 <= day <= days_in(year, month, julian=julian)


def days_in(year: int | None, month: int, *, julian: bool = False) -> int:
    """The days of that month."""
    leap = year is None or (year % 4 == 0 and (julian or year % 100 != 0 or year % 400 == 0))
    return 29 if month == 2 and leap else _MONTH_DAYS[month - 1]


def day_number(year: int, month: int, day: int, *, julian: bool = False) -> int:
    """The Julian day number (at noon) of a Gregorian or Julian date of any year."""
    # Richards' algorithm (Explanatory Supplement to the Astronomical Almanac, 3rd edition, 15.11).
    shift = (14 - month) // 12
    y, m = year + 4800 - shift, month + 12 * shift - 3
    days = day + (153 * m + 2) // 5 + 365 * y + y // 4
    return days - 32083 if julian else days - y // 100 + y // 400 - 32045


def from_day_number(number: int) -> tuple[int, int, int]:
    """The Gregorian year, month and day of a Julian day number."""
    a = number + 32044
    b = (4 * a + 3) // 146097
    c = a - 146097 * b // 4
    d = (4 * c + 3) // 1461
    e = c - 1461 * d // 4
    m = (5 * e + 2) // 153
    return 100 * b + d - 4800 + m // 10, m + 3 - 12 * (m // 10), e - (153 * m + 2) // 5 + 1
