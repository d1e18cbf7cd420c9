"""How near is one date to the one that is asked for?"""

from lessons.date_answer import DateAnswer
from lessons.edtf import SEASON_MONTHS, Partial
from lessons.grade import Verdict
from lessons.grading.date.days import day, day_of_year
from lessons.grading.date.found import Found, no
from lessons.grading.date.margin import within
from lessons.grading.date.vague import coarse, inside
from lessons.typed.dates import DateReading


def point(reading: DateReading, key: Partial, answer: DateAnswer) -> Found:
    """One date was said and one is asked; the key decides how closely they are compared."""
    said = reading.date
    if answer.plus_minus and (found := within(said, key, answer)):
        return found
    if key.unit in ("decade", "century"):
        return _era_unsaid(reading, key) or inside(said, key)
    if said.unit in ("decade", "century"):
        return coarse(said, key)
    if key.year is None:
        if reading.short and said.day is None:  # "June 20" is no month of a year here
            return Verdict.WRONG, "wrong_date", {}
        return day_of_year(said, key)
    if key.year <= 0 and reading.bc is None and said.year is not None and said.year > 0:
        return _without_era(said, key)
    match key.unit:
        case "year":
            return _year(said, key)
        case "season":
            return _season(said, key)
        case "month":
            return _month(said, key)
        case _:
            return day(said, key)


def _year(said: Partial, key: Partial) -> Found:
    assert key.year is not None
    if said.year is None:
        return no(said, key)
    off = said.year - key.year
    if off == 0:
        return Verdict.EXACT, "exact", {}
    return (Verdict.NEAR, "year_off", {"years": "1"}) if abs(off) == 1 else no(said, key)


def _month(said: Partial, key: Partial) -> Found:
    assert key.year is not None
    right_month = said.month == key.month
    if said.unit == "season" and said.month:
        right_month = False
    if said.year == key.year:
        if right_month:
            return Verdict.EXACT, "exact", {}
        if said.month is None:
            return Verdict.CLOSE, "part_missing", {"part": "month"}
        if said.unit == "season" and key.month in SEASON_MONTHS.get(said.month, ()):
            return Verdict.CLOSE, "part_missing", {"part": "month"}
        return Verdict.SIZE_SLIP, "wrong_month", {}
    if right_month and said.year is None:
        return Verdict.CLOSE, "part_missing", {"part": "year"}
    if right_month and said.year is not None and abs(said.year - key.year) == 1:
        return Verdict.NEAR, "year_off", {"years": "1"}
    return no(said, key)


def _season(said: Partial, key: Partial) -> Found:
    assert key.month is not None
    if said.year == key.year:
        if said.month == key.month:
            return Verdict.EXACT, "exact", {}
        if said.month is None:
            return Verdict.CLOSE, "part_missing", {"part": "month"}
        if said.month in SEASON_MONTHS.get(key.month, ()):
            return Verdict.CLOSE, "in_period", {}
        return Verdict.SIZE_SLIP, "wrong_month", {}
    if said.month == key.month and said.year is None:
        return Verdict.CLOSE, "part_missing", {"part": "year"}
    return no(said, key)


def _era_unsaid(reading: DateReading, key: Partial) -> Found | None:
    """ "3rd century" for the 3rd century BC."""
    said = reading.date
    if key.year is None or key.year > 0 or reading.bc is not None or said.unit != "century" or said.year is None:
        return None
    return (Verdict.CLOSE, "part_missing", {"part": "era"}) if -said.year - 99 == key.year else None


def _without_era(said: Partial, key: Partial) -> Found:
    """ "280" for 280 BC."""
    assert key.year is not None
    assert said.year is not None
    if 1 - said.year == key.year and (key.unit == "year" or (said.month, said.day) == (key.month, key.day)):
        return Verdict.CLOSE, "part_missing", {"part": "era"}
    return no(said, key)
