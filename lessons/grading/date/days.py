"""How near is an answer where a day is asked for?"""

from dataclasses import replace

from lessons.edtf import Partial
from lessons.grade import Verdict
from lessons.grading.date.found import Found, no, number
from lessons.typed.fold import slips


def day(said: Partial, key: Partial) -> Found:
    """The key is a day of a known year."""
    assert key.year is not None
    if said.year is None:
        if said.day is None:
            return (Verdict.WRONG, "month_only", {}) if said.month == key.month else no(said, key)
        if (said.month, said.day) == (key.month, key.day):
            return Verdict.CLOSE, "part_missing", {"part": "year"}
        return no(said, key)
    if said.month is None or said.unit == "season":
        return (Verdict.NEAR, "year_only", {}) if said.year == key.year else no(said, key)
    if said.day is None:
        return _month_of_day(said, key)
    if said == key:
        return Verdict.EXACT, "exact", {}
    if abs(number(said) - number(key)) == 1:
        return Verdict.CLOSE, "day_off", {}
    if said.year == key.year:
        wrong_day = said.month == key.month
        return (Verdict.NEAR, "wrong_day", {}) if wrong_day else (Verdict.SIZE_SLIP, "wrong_month", {})
    if (said.month, said.day) == (key.month, key.day) and abs(said.year - key.year) == 1:
        return Verdict.NEAR, "year_off", {"years": "1"}
    if (said.month, said.day) == (key.month, key.day) and _a_digit_off(said.year, key.year):
        return Verdict.SIZE_SLIP, "year_off", {"years": str(abs(said.year - key.year))}
    return no(said, key)


def _a_digit_off(said: int, meant: int) -> bool:
    """1917 for 1907, 1970 for 1907: a slip within the century."""
    return said // 100 == meant // 100 and slips(str(said), str(meant), 1) == 1


def _month_of_day(said: Partial, key: Partial) -> Found:
    if said.year != key.year:
        return no(said, key)
    if said.month == key.month:
        return Verdict.CLOSE, "part_missing", {"part": "day"}
    return Verdict.SIZE_SLIP, "wrong_month", {}


def day_of_year(said: Partial, key: Partial) -> Found:
    """Where the year is not known, day and month are all that is asked."""
    if said.month == key.month and said.day == key.day:
        return Verdict.EXACT, "exact", {}
    if said.month is None:
        return Verdict.WRONG, "too_vague", {}
    if said.day is None or key.day is None:
        right = said.month == key.month
        return (Verdict.CLOSE, "part_missing", {"part": "day"}) if right else (Verdict.WRONG, "wrong_date", {})
    if abs(number(replace(said, year=2000)) - number(replace(key, year=2000))) in (1, 365):
        return Verdict.CLOSE, "day_off", {}
    return (Verdict.NEAR, "wrong_day", {}) if said.month == key.month else (Verdict.WRONG, "wrong_date", {})
