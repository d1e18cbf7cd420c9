"""How near is an answer where a stretch of time is asked for, or was said?"""

from dataclasses import replace

from lessons.date_answer import DateAnswer, Precision
from lessons.edtf import Partial, Period
from lessons.grade import Verdict
from lessons.grading.date.found import CREDIT, Found, no, number
from lessons.grading.date.key import cut
from lessons.grading.date.point import point
from lessons.typed.dates import DateReading


def stretch(reading: DateReading, period: Period, precision: Precision | None, answer: DateAnswer) -> Found:
    """The key is a stretch: both ends are asked."""
    ends = [cut(one, precision) if one else None for one in (period.start, period.end)]
    if reading.end is None:
        return _one_end(reading.date, ends)
    found = [
        point(part, key, replace(answer, plus_minus=0)) if key else (Verdict.EXACT, "exact", {})
        for part, key in zip((reading, reading.end), ends, strict=True)
    ]
    worst = min((CREDIT[verdict] for verdict, _, _ in found), default=0.0)
    best = max((CREDIT[verdict] for verdict, _, _ in found), default=0.0)
    if worst == 1:
        return Verdict.EXACT, "exact", {}
    if worst >= 0.75:
        return next(one for one in found if one[0] is Verdict.CLOSE)
    if best == 1 or worst >= 0.5:
        return Verdict.NEAR, "some_right", {"right": str(sum(v is Verdict.EXACT for v, _, _ in found)), "of": "2"}
    return found[0] if found[0][0] is Verdict.WRONG else (Verdict.WRONG, "wrong_date", {})


def _one_end(said: Partial, ends: list[Partial | None]) -> Found:
    start, end = ends
    if said.year is None or start is None or end is None or start.year is None or end.year is None:
        known = start or end
        return point(DateReading(said), known, DateAnswer("")) if known else (Verdict.WRONG, "wrong_date", {})
    if said.unit == "decade" and said.year == start.year and end.year == said.year + 9:
        return Verdict.EXACT, "exact", {}
    if said in (start, end) and said.unit != "year":
        return Verdict.NEAR, "some_right", {"right": "1", "of": "2"}
    if said.year == start.year == end.year:
        return Verdict.NEAR, "year_only", {}
    if said.year in (start.year, end.year):
        return Verdict.NEAR, "some_right", {"right": "1", "of": "2"}
    if start.year < said.year < end.year and said.unit not in ("decade", "century"):
        return Verdict.NEAR, "in_period", {}
    return no(said, start if said.year < start.year else end)


_LEAP = 2000
"""A year that has every day."""


def _a_night(low: Partial, high: Partial, key: Partial) -> bool:
    """Whether it is the night between two days of which the key is one: "12 to 13 August"."""
    days = [number(one) for one in (low, key, high) if one.year and one.month and one.day]
    return len(days) == 3 and days[2] - days[0] == 1 and days[1] in (days[0], days[2])


def stretch_for_point(reading: DateReading, key: Partial) -> Found:
    """A stretch was said where a date is asked: half, if it is no longer than three years and holds it."""
    low, high = reading.date.year, reading.end.date.year if reading.end else None
    if key.year is None and reading.end:
        days = (replace(one, year=one.year or _LEAP) for one in (reading.date, reading.end.date, key))
        return (Verdict.CLOSE, "range_holds", {}) if _a_night(*days) else (Verdict.WRONG, "wrong_date", {})
    if low is None or high is None or key.year is None:
        return Verdict.WRONG, "wrong_date", {}
    if key.unit == "decade" and low in (key.year, key.year + 1) and high in (key.year + 9, key.year + 10):
        return Verdict.EXACT, "exact", {}
    if key.unit == "century" and low in (key.year, key.year + 1) and high in (key.year + 99, key.year + 100):
        return Verdict.EXACT, "exact", {}
    months = {reading.date.month, reading.end.date.month if reading.end else None}
    if low == high == key.year and (key.unit == "year" or (key.unit == "month" and months == {key.month})):
        return Verdict.EXACT, "exact", {}
    if reading.end and _a_night(reading.date, reading.end.date, key):
        return Verdict.CLOSE, "range_holds", {}
    if low <= key.year <= high and high - low <= 2:
        return Verdict.NEAR, "range_holds", {}
    return no(reading.date, key)
