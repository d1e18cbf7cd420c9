"""Which EDTF dates do packs use, which of them exist, and what do they span?

ISO 8601-2 (EDTF) level 0 and the parts of level 1 that teachers need: years from -9999 to 9999, months, days, seasons
(21 to 24), unknown last digits (`193X`, `18XX`), a day of no known year (`XXXX-06-11`), `~` and `?`, and intervals
with known or open ends.
"""

import re
from dataclasses import dataclass

_DATE = re.compile(
    r"(?P<year>-?[0-9]{4}|-?[0-9]{3}X|-?[0-9]{2}XX|XXXX)(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[~?%]?)"
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


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


def bounds(text: str, *, julian: bool = False) -> Bounds:
    """The span of an EDTF date or interval. Raises NotEdtf if it is not one, or no such day exists.

    A day of no known year spans as if in the leap year 4 (its bounds are compared only with their like).
    """
    if "/" not in text:
        return _single(text, julian)
    left, _, right = text.partition("/")
    if left in ("", "..") and right in ("", ".."):
        raise NotEdtf("form")
    low = None if left in ("", "..") else _single(left, julian)
    high = None if right in ("", "..") else _single(right, julian)
    if low and high and low.low and high.high and low.low > high.high:
        raise NotEdtf("order")
    return Bounds(low.low if low else None, high.high if high else None)


def is_edtf(text: str) -> bool:
    """Whether the text is a date of this subset that exists."""
    try:
        bounds(text)
    except NotEdtf:
        return False
    return True


def has_year(text: str) -> bool:
    """False for a day of no known year."""
    return "XXXX" not in text


def _single(text: str, julian: bool) -> Bounds:
    match = _DATE.fullmatch(text)
    if match is None or match["year"].startswith("-0000"):
        raise NotEdtf("form")
    first, last = _years(match["year"])
    if match["month"] is None:
        if match["year"] == "XXXX":
            raise NotEdtf("form")
        return Bounds((first, 1, 1), (last, 12, 31))
    if "X" in match["year"] and match["year"] != "XXXX":
        raise NotEdtf("form")
    month = int(match["month"])
    if month in _SEASON_MONTHS and match["day"] is None:
        low, high = _SEASON_MONTHS[month]
        return Bounds((first, low, 1), (last, high, _DAYS[high - 1]))
    if not 1 <= month <= 12:
        raise NotEdtf("month")
    length = month_length(first, month, julian=julian)
    if match["day"] is None:
        return Bounds((first, month, 1), (last, month, length))
    day = int(match["day"])
    if not 1 <= day <= length:
        raise NotEdtf("day")
    return Bounds((first, month, day), (last, month, day))


def _years(text: str) -> tuple[int, int]:
    if text == "XXXX":
        return 4, 4
    ends = int(text.replace("X", "0")), int(text.replace("X", "9"))
    return min(ends), max(ends)


def month_length(year: int, month: int, *, julian: bool = False) -> int:
    """Days of that month; years before 1583 are counted by the proleptic calendar named."""
    leap = year % 4 == 0 and (julian or year % 100 != 0 or year % 400 == 0)
    return 28 if month == 2 and not leap else _DAYS[month - 1]
