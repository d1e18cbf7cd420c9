"""Which fair reading of a typed date is best for the learner?"""

import re
from collections.abc import Iterator
from dataclasses import replace

from lessons.date_answer import DateAnswer, Precision
from lessons.edtf import Period, parse
from lessons.grade import Grade, Verdict
from lessons.grading.date.found import CREDIT, Found
from lessons.grading.date.key import DateKey, cut, periods
from lessons.grading.date.point import point
from lessons.grading.date.spelling import spelled_out
from lessons.grading.date.stretch import stretch, stretch_for_point
from lessons.typed.aside import gave_up
from lessons.typed.corrected import corrected
from lessons.typed.dates import DateReading, dates, dates_in_sentence, in_other_calendar
from lessons.typed.dates.pieces import ordinal_number
from lessons.typed.fold import MAX_TYPED, same
from lessons.typed.literals import clean

_OR = re.compile(r"\s+(?:or|oder|ou|или|або|чи|یا|या|atau)\s+", re.IGNORECASE)
_SPANISH_OR = re.compile(r"\s+o\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")
_DENIED = re.compile(
    r"(?:not|nicht|ne|pas|no|não|bukan|before|after|vor|nach|avant|après|antes de|después de|depois de|до|после|після"
    r"|sebelum|sesudah|setelah|پیش از|قبل از|پس از|بعد از)\s+(?:in\s+|en\s+|в\s+)?\d+\W*|\d+\s+(?:से पहले|के बाद)\W*",
    re.IGNORECASE,
)
"""What it was not, or only on which side of it: no answer."""
_SIZED = re.compile(r"\W*\d[\d.,]*\s?(?:k|m|bn|tn)\W*", re.IGNORECASE)
"""A figure: “61k” is not the year 1861."""
_NUMERAL = re.compile(r"(?:the\s+)?(?:\d{1,2}|[IVX]{1,6})\s*(?:st|nd|rd|th|e|è?me|º|°|\.|-?й|-?е|-?го)?", re.IGNORECASE)
_YEAR_TOLD = re.compile(r"\b(?:1\d|20)\d\d\b")
_PLAIN = ("exact", "accepted", "within_tolerance", "converted")


def grade_date(text: str, code: str, key: DateKey) -> Grade:
    """The best grade of all readings of the text; the author's own words are always right."""
    if len(text) > MAX_TYPED:
        return Grade(Verdict.UNREADABLE, 0, "too_long")
    for one in (key.answer, *key.accept):
        negative = text.strip()[:1] in "-−–" and one.shown[:1] not in "-−–"
        if text.strip() and ((same(text, one.shown) and not negative) or text.strip() == one.edtf):
            reason = "exact" if one is key.answer else "accepted"
            return Grade(Verdict.EXACT, 1, reason, {"edtf": one.edtf}, one.shown)
    text = corrected(text, code, lambda part: _readable(part, code))
    if _DENIED.fullmatch(text.strip()):
        return Grade(Verdict.UNREADABLE, 0, "no_date")
    if _several(text, code):
        return Grade(Verdict.UNREADABLE, 0, "several")
    readings = _asked_century(text, code, key) or dates(text, code)
    if not readings:
        return _of_sentence(text, code, key)
    best = _best(readings, key)
    if best.verdict is Verdict.WRONG and _SIZED.fullmatch(text):
        return Grade(Verdict.UNREADABLE, 0, "no_date")
    return _with_words(best, code)


def _asked_century(text: str, code: str, key: DateKey) -> tuple[DateReading, ...]:
    """ "18th", "XVIII", where a century is asked for."""
    period = parse(key.answer.edtf)
    asked = key.precision == "century" or (period and period.start and period.start.unit == "century")
    if not asked or not (_NUMERAL.fullmatch(text.strip()) or ordinal_number(clean(text), code)):
        return ()
    return dates(f"{text} century", code)


def _readable(text: str, code: str) -> bool:
    """Whether a part of the answer gives a date, or a century by its number."""
    return bool(dates(text, code) or dates_in_sentence(text, code, "") or ordinal_number(clean(text), code))


def _several(text: str, code: str) -> bool:
    """Whether an "or" stands between two answers."""
    parts = (
        _OR.split(text) if code[:2] != "es" else [one for part in _OR.split(text) for one in _SPANISH_OR.split(part)]
    )
    told = (part for part in parts if re.search(r"\d", part) or dates(part, code) or ordinal_number(clean(part), code))
    return len(parts) > 1 and sum(1 for _ in told) > 1


def _of_sentence(text: str, code: str, key: DateKey) -> Grade:
    """The one date of a sentence, or the one that is right where the others are the question's; else asked again."""
    if "(" in text and (outside := dates(_ASIDE.sub(" ", text), code)):  # "1776 (seventeen seventy-six)"
        return _with_words(_best(outside, key), code)
    if in_other_calendar(text):
        return Grade(Verdict.UNREADABLE, 0, "other_calendar")
    found = dates_in_sentence(text, code, key.prompt)
    if len(found) == 1:
        return _with_words(_best(found[0], key), code)
    if len(found) == 2 and any(
        one.start != one.end for one, _ in periods(key.answer)
    ):  # "began in 1853, ended in 1856"
        both = tuple(replace(start, end=end) for start in found[0] for end in found[1] if not (start.end or end.end))
        if both:
            return _with_words(_best(both, key), code)
    reason = "several" if found else "gave_up" if gave_up(text, code) else "no_date"
    return Grade(Verdict.UNREADABLE, 0, reason)


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
                    credit = CREDIT[verdict]
                    return Grade(verdict, credit, reason, grade.data, grade.understood, other.feedback)
    return best


def _worth(grade: Grade) -> tuple[float, int]:
    return grade.fraction, len(_PLAIN) - _PLAIN.index(grade.reason) if grade.reason in _PLAIN else 0


def _grades(reading: DateReading, key: DateKey) -> Iterator[Grade]:
    for place, answer in enumerate((key.answer, *key.accept)):
        for period, converted in periods(answer):
            for one in _in_century(reading, period):
                verdict, reason, data = _against(one, period, answer, key.precision)
                if verdict is Verdict.EXACT and (years := _years_off(one, period, key.prompt)):
                    verdict, reason, data = Verdict.NEAR, "year_off", {"years": str(years)}
                if verdict is Verdict.EXACT and reason == "exact" and (place or converted):
                    reason, data = ("accepted", {}) if place else ("converted", {"unit": "gregorian"})
                yield Grade(verdict, CREDIT[verdict], reason, {**data, "edtf": _edtf(one)})


def _years_off(reading: DateReading, period: Period, prompt: str) -> int:
    """How far the year that was said is from the one that the question tells, where only a day and month are asked."""
    if period.start is None or period.start.year is not None or reading.date.year is None or reading.short:
        return 0
    told = {int(year) for year in _YEAR_TOLD.findall(prompt)}
    return abs(told.pop() - reading.date.year) if len(told) == 1 else 0


def _in_century(reading: DateReading, period: Period) -> Iterator[DateReading]:
    """The reading with a short year in the key's century; an unsaid era may be the key's."""
    anchor = period.start or period.end
    if anchor is None or anchor.year is None or reading.date.year is None:
        yield reading
        return
    if not reading.short or anchor.year <= 99:
        yield reading
    if not reading.short:
        return
    for side in {anchor.year, period.end.year if period.end and period.end.year is not None else anchor.year}:
        shift = side // 100 * 100
        end = reading.end
        if end and end.short and end.date.year is not None:
            end = replace(end, date=replace(end.date, year=end.date.year + shift), short=False)
        yield replace(reading, date=replace(reading.date, year=reading.date.year + shift), short=False, end=end)


def _against(reading: DateReading, period: Period, answer: DateAnswer, precision: Precision | None) -> Found:
    start, end = period.start, period.end
    if start is not None and start == end:
        key = cut(start, precision)
        if reading.end is not None:
            return stretch_for_point(reading, key)
        return point(reading, key, answer)
    return stretch(reading, period, precision, answer)


def _edtf(reading: DateReading) -> str:
    return reading.date.edtf + (f"/{reading.end.date.edtf}" if reading.end else "")


def _with_words(grade: Grade, code: str) -> Grade:
    """The grade with the date as it was read, spelled out so that day and month cannot be confused."""
    return replace(grade, understood=spelled_out(grade.data.get("edtf", ""), code))
