"""How right is a typed date? Every fair reading is held against the key; the best for the learner counts.

| verdict | credit | when |
| --- | --- | --- |
| exact | 1 | all parts asked for are right; inside the author's margin |
| close | 0.75 | one part not said; one day off; a year inside the decade or the years asked for |
| near | 0.5 | year alone of a full date; a year off; month and year right, day not; one end of a stretch |
| size_slip | 0.25 | the decade alone; year right, month wrong |
| wrong | 0 | anything else |
| unreadable | 0 | no date, or several; asked again |
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lessons.calendars import day_number, days_in, from_day_number
from lessons.date_answer import DateAnswer, Precision, WrongDate
from lessons.edtf import SEASON_MONTHS, Partial, Period, opening, parse
from lessons.grade import Grade, Verdict
from lessons.languages import language
from lessons.typed.aside import gave_up
from lessons.typed.dates import DateReading, dates
from lessons.typed.fold import MAX_TYPED, same

_OR = re.compile(r"\s+(?:or|oder|ou|o|или|або|یا|या|atau)\s+")
_CREDIT = {
    Verdict.EXACT: 1.0,
    Verdict.CLOSE: 0.75,
    Verdict.NEAR: 0.5,
    Verdict.SIZE_SLIP: 0.25,
    Verdict.WRONG: 0.0,
}
_PLAIN = ("exact", "accepted", "within_tolerance", "converted")


@dataclass(frozen=True, slots=True)
class DateKey:
    """All that a date item knows of right and wrong."""

    answer: DateAnswer
    precision: Precision | None = None
    accept: tuple[DateAnswer, ...] = ()
    partly: tuple[WrongDate, ...] = ()
    wrong: tuple[WrongDate, ...] = ()


def grade_date(text: str, code: str, key: DateKey) -> Grade:
    """The best grade of all readings of the text; the author's own words are always right."""
    if len(text) > MAX_TYPED:
        return Grade(Verdict.UNREADABLE, 0, "too_long")
    for one in (key.answer, *key.accept):
        if text.strip() and (same(text, one.shown) or text.strip() == one.edtf):
            reason = "exact" if one is key.answer else "accepted"
            return Grade(Verdict.EXACT, 1, reason, {"edtf": one.edtf}, one.shown)
    readings = dates(text, code)
    if not readings:
        several = [part for part in _OR.split(text) if dates(part, code)]
        reason = "several" if len(several) > 1 else "gave_up" if gave_up(text, code) else "no_date"
        return Grade(Verdict.UNREADABLE, 0, reason)
    return _with_words(_best(readings, key), code)


def _best(readings: tuple[DateReading, ...], key: DateKey) -> Grade:
    best = max((grade for reading in readings for grade in _grades(reading, key)), key=_worth)
    if best.verdict is Verdict.EXACT:
        return best
    foreseen = (
        *((other, Verdict.NEAR, "partly") for other in key.partly),
        *((other, Verdict.WRONG, "known_mistake") for other in key.wrong),
    )
    for other, verdict, reason in foreseen:
        for reading in readings:
            for grade in _grades(reading, DateKey(other.date, key.precision)):
                if grade.verdict is Verdict.EXACT:
                    credit = _CREDIT[verdict]
                    return Grade(verdict, credit, reason, grade.data, grade.understood, other.feedback)
    return best


def _worth(grade: Grade) -> tuple[float, int]:
    return grade.fraction, len(_PLAIN) - _PLAIN.index(grade.reason) if grade.reason in _PLAIN else 0


def _grades(reading: DateReading, key: DateKey) -> Iterator[Grade]:
    for place, answer in enumerate((key.answer, *key.accept)):
        for period, converted in _periods(answer):
            for one in _in_century(reading, period):
                verdict, reason, data = _against(one, period, answer, key.precision)
                if verdict is Verdict.EXACT and reason == "exact" and (place or converted):
                    reason, data = ("accepted", {}) if place else ("converted", {"unit": "gregorian"})
                yield Grade(verdict, _CREDIT[verdict], reason, {**data, "edtf": _edtf(one)})


def _periods(answer: DateAnswer) -> Iterator[tuple[Period, bool]]:
    """The key; where it is in the old style, also the same day in ours."""
    period = parse(answer.edtf, julian=answer.calendar == "julian")
    if period is None:
        return
    yield period, False
    day = period.start
    if answer.calendar == "julian" and day and day == period.end and day.year is not None and day.month and day.day:
        year, month, number = from_day_number(day_number(day.year, day.month, day.day, julian=True))
        ours = Partial(year, month, number)
        yield Period(ours, ours), True


def _in_century(reading: DateReading, period: Period) -> Iterator[DateReading]:
    """The reading with a short year in the key's century; an unsaid era may be the key's."""
    anchor = period.start or period.end
    if anchor is None or anchor.year is None or reading.date.year is None:
        yield reading
        return
    if not reading.short:
        yield reading
        return
    for side in {anchor.year, period.end.year if period.end and period.end.year is not None else anchor.year}:
        shift = side // 100 * 100
        end = reading.end
        if end and end.short and end.date.year is not None:
            end = replace(end, date=replace(end.date, year=end.date.year + shift), short=False)
        yield replace(reading, date=replace(reading.date, year=reading.date.year + shift), short=False, end=end)


_Found = tuple[Verdict, str, dict[str, str]]


def _against(reading: DateReading, period: Period, answer: DateAnswer, precision: Precision | None) -> _Found:
    start, end = period.start, period.end
    if start is not None and start == end:
        key = _cut(start, precision)
        if reading.end is not None:
            return _stretch_for_point(reading, key)
        return _point(reading, key, answer)
    return _stretch(reading, period, precision, answer)


def _cut(key: Partial, precision: Precision | None) -> Partial:
    """The key as exact as it has to be known."""
    if key.year is None or precision is None or key.unit in ("decade", "century"):
        return key
    match precision:
        case "month" if key.unit == "day":
            return Partial(key.year, key.month, None, "month")
        case "year":
            return Partial(key.year, unit="year")
        case "decade":
            return Partial(opening(key.year, 10), unit="decade")
        case "century":
            return Partial(opening(key.year, 100), unit="century")
    return key


def _point(reading: DateReading, key: Partial, answer: DateAnswer) -> _Found:
    said = reading.date
    if answer.plus_minus and (found := _within(said, key, answer)):
        return found
    if key.unit in ("decade", "century"):
        return _inside(said, key)
    if said.unit in ("decade", "century"):
        return _coarse(said, key)
    if key.year is None:
        if reading.short and said.day is None:  # "June 20" is no month of a year here
            return Verdict.WRONG, "wrong_date", {}
        return _day_of_year(said, key)
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
            return _day(said, key)


def _year(said: Partial, key: Partial) -> _Found:
    assert key.year is not None
    if said.year is None:
        return _no(said, key)
    off = said.year - key.year
    if off == 0:
        return Verdict.EXACT, "exact", {}
    return (Verdict.NEAR, "year_off", {"years": "1"}) if abs(off) == 1 else _no(said, key)


def _month(said: Partial, key: Partial) -> _Found:
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
    return _no(said, key)


def _season(said: Partial, key: Partial) -> _Found:
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
    return _no(said, key)


def _day(said: Partial, key: Partial) -> _Found:
    assert key.year is not None
    if said.year is None:
        if said.day is None:
            return (Verdict.WRONG, "month_only", {}) if said.month == key.month else _no(said, key)
        if (said.month, said.day) == (key.month, key.day):
            return Verdict.CLOSE, "part_missing", {"part": "year"}
        return _no(said, key)
    if said.month is None or said.unit == "season":
        return (Verdict.NEAR, "year_only", {}) if said.year == key.year else _no(said, key)
    if said.day is None:
        return _month_of_day(said, key)
    if said == key:
        return Verdict.EXACT, "exact", {}
    if abs(_number(said) - _number(key)) == 1:
        return Verdict.CLOSE, "day_off", {}
    if said.year == key.year:
        wrong_day = said.month == key.month
        return (Verdict.NEAR, "wrong_day", {}) if wrong_day else (Verdict.SIZE_SLIP, "wrong_month", {})
    if (said.month, said.day) == (key.month, key.day) and abs(said.year - key.year) == 1:
        return Verdict.NEAR, "year_off", {"years": "1"}
    return _no(said, key)


def _month_of_day(said: Partial, key: Partial) -> _Found:
    if said.year != key.year:
        return _no(said, key)
    if said.month == key.month:
        return Verdict.CLOSE, "part_missing", {"part": "day"}
    return Verdict.SIZE_SLIP, "wrong_month", {}


def _day_of_year(said: Partial, key: Partial) -> _Found:
    """Where the year is not known, day and month are all that is asked."""
    if said.month == key.month and said.day == key.day:
        return Verdict.EXACT, "exact", {}
    if said.month is None:
        return Verdict.WRONG, "too_vague", {}
    if said.day is None or key.day is None:
        right = said.month == key.month
        return (Verdict.CLOSE, "part_missing", {"part": "day"}) if right else (Verdict.WRONG, "wrong_date", {})
    if abs(_number(replace(said, year=2000)) - _number(replace(key, year=2000))) in (1, 365):
        return Verdict.CLOSE, "day_off", {}
    return (Verdict.NEAR, "wrong_day", {}) if said.month == key.month else (Verdict.WRONG, "wrong_date", {})


def _inside(said: Partial, key: Partial) -> _Found:
    """The key is a decade or a century."""
    assert key.year is not None
    width = 10 if key.unit == "decade" else 100
    if said.year is None:
        return _no(said, key)
    if opening(said.year, width) == key.year and not (key.unit == "decade" and said.unit == "century"):
        plain = said.unit == key.unit or (said.unit == "year" and said.year == key.year)
        return (Verdict.EXACT, "exact", {}) if plain else (Verdict.CLOSE, "in_period", {})
    if key.unit == "century" and said.unit == "year" and said.year == key.year + 100 and said.year % 100 == 0:
        return Verdict.CLOSE, "in_period", {}  # 1900 is the last year of the 19th century
    return _no(said, key)


def _coarse(said: Partial, key: Partial) -> _Found:
    """A decade or century was said where more is asked."""
    if said.year is None or key.year is None or said.unit == "century" or said.year != opening(key.year, 10):
        return _no(said, key)
    return Verdict.SIZE_SLIP, "decade_only", {}


def _without_era(said: Partial, key: Partial) -> _Found:
    """ "280" for 280 BC."""
    assert key.year is not None
    assert said.year is not None
    if 1 - said.year == key.year and (key.unit == "year" or (said.month, said.day) == (key.month, key.day)):
        return Verdict.CLOSE, "part_missing", {"part": "era"}
    return _no(said, key)


def _within(said: Partial, key: Partial, answer: DateAnswer) -> _Found | None:
    """Inside the author's margin, or at most as far outside it again."""
    if said.year is None or key.year is None or said.unit in ("decade", "century"):
        return None
    off: float
    match answer.plus_minus_unit:
        case "years":
            off = abs(said.year - key.year)
        case "months":
            if said.month is None or key.month is None or said.unit == "season":
                return None
            off = abs((said.year - key.year) * 12 + said.month - key.month)
        case _:
            if said.day is None or key.day is None:
                return None
            off = abs(_number(said) - _number(key))
    if off == 0 and said != key and key.unit == "day":
        return None
    if off <= answer.plus_minus:
        return Verdict.EXACT, "exact" if off == 0 else "within_tolerance", {}
    return (
        (Verdict.NEAR, "year_off", {"years": str(int(off))})
        if (off <= 2 * answer.plus_minus and answer.plus_minus_unit == "years")
        else None
    )


def _stretch(reading: DateReading, period: Period, precision: Precision | None, answer: DateAnswer) -> _Found:
    """The key is a stretch: both ends are asked."""
    ends = [_cut(one, precision) if one else None for one in (period.start, period.end)]
    if reading.end is None:
        return _one_end(reading.date, ends)
    found = [
        _point(part, key, replace(answer, plus_minus=0)) if key else (Verdict.EXACT, "exact", {})
        for part, key in zip((reading, reading.end), ends, strict=True)
    ]
    worst = min((_CREDIT[verdict] for verdict, _, _ in found), default=0.0)
    best = max((_CREDIT[verdict] for verdict, _, _ in found), default=0.0)
    if worst == 1:
        return Verdict.EXACT, "exact", {}
    if worst >= 0.75:
        return next(one for one in found if one[0] is Verdict.CLOSE)
    if best == 1 or worst >= 0.5:
        return Verdict.NEAR, "some_right", {"right": str(sum(v is Verdict.EXACT for v, _, _ in found)), "of": "2"}
    return found[0] if found[0][0] is Verdict.WRONG else (Verdict.WRONG, "wrong_date", {})


def _one_end(said: Partial, ends: list[Partial | None]) -> _Found:
    start, end = ends
    if said.year is None or start is None or end is None or start.year is None or end.year is None:
        known = start or end
        return _point(DateReading(said), known, DateAnswer("")) if known else (Verdict.WRONG, "wrong_date", {})
    if said.unit == "decade" and said.year == start.year and end.year == said.year + 9:
        return Verdict.EXACT, "exact", {}
    if said.year == start.year == end.year:
        return Verdict.NEAR, "year_only", {}
    if said.year in (start.year, end.year):
        return Verdict.NEAR, "some_right", {"right": "1", "of": "2"}
    if start.year < said.year < end.year and said.unit not in ("decade", "century"):
        return Verdict.NEAR, "in_period", {}
    return _no(said, start if said.year < start.year else end)


def _stretch_for_point(reading: DateReading, key: Partial) -> _Found:
    """A stretch was said where a date is asked: half, if it is no longer than three years and holds it."""
    low, high = reading.date.year, reading.end.date.year if reading.end else None
    if low is None or high is None or key.year is None:
        return Verdict.WRONG, "wrong_date", {}
    if key.unit == "decade" and low == key.year and high in (low + 9, low + 10):
        return Verdict.EXACT, "exact", {}
    months = {reading.date.month, reading.end.date.month if reading.end else None}
    if low == high == key.year and (key.unit == "year" or (key.unit == "month" and months == {key.month})):
        return Verdict.EXACT, "exact", {}
    if low <= key.year <= high and high - low <= 2:
        return Verdict.NEAR, "range_holds", {}
    return _no(reading.date, key)


def _no(said: Partial, key: Partial) -> _Found:
    """Wrong, and to which side."""
    if said.year is None or key.year is None or said.year == key.year:
        return Verdict.WRONG, "wrong_date", {}
    return Verdict.WRONG, "too_early" if said.year < key.year else "too_late", {}


def _number(date: Partial) -> int:
    assert date.year is not None
    assert date.month is not None
    assert date.day is not None
    return day_number(date.year, date.month, min(date.day, days_in(date.year, date.month, julian=True)))


def _edtf(reading: DateReading) -> str:
    return reading.date.edtf + (f"/{reading.end.date.edtf}" if reading.end else "")


def _with_words(grade: Grade, code: str) -> Grade:
    """The grade with the date as it was read, spelled out so that day and month cannot be confused."""
    return replace(grade, understood=spelled_out(grade.data.get("edtf", ""), code))


def spelled_out(edtf: str, code: str) -> str:
    """ "11 June 1942" for 1942-06-11, in that language's month names; EDTF where there is no plain way to say it."""
    period = parse(edtf)
    if period is None or period.start is None or period.end is None:
        return edtf
    if period.start != period.end:
        return f"{_spelled(period.start, code)} – {_spelled(period.end, code)}"
    return _spelled(period.start, code)


def _spelled(date: Partial, code: str) -> str:
    if date.unit == "season":
        word = next(iter(language(code).eras.get(str(date.month), ())), "")
        return " ".join(part for part in (word, "" if date.year is None else str(date.year)) if part)
    if date.unit in ("decade", "century"):
        return f"{date.year}s" if date.unit == "decade" and (date.year or -1) > 0 else date.edtf
    names = {number: name for name, number in reversed(language(code).months.items())}
    month = names[date.month].capitalize() if date.month else ""
    year = "" if date.year is None else str(date.year) if date.year > 0 else f"−{abs(date.year - 1)}"
    return " ".join(part for part in (str(date.day) if date.day else "", month, year) if part)
