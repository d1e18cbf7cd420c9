"""Which fair reading of a typed figure is best for the learner?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lessons.grade import Grade, Verdict
from lessons.grading.figure.key import FigureKey, either, read
from lessons.grading.figure.sides import on_its_side
from lessons.grading.figure.ways import against
from lessons.grading.target import target
from lessons.quantity import Quantity
from lessons.typed.aside import gave_up
from lessons.typed.calendar_words import date_words
from lessons.typed.dates import dates
from lessons.typed.figures import Figure, Readings
from lessons.typed.fold import MAX_TYPED, fold
from lessons.typed.units import by_code, relations

_LETTERS = re.compile(r"[^\W\d_][\w\u0900-\u094f]{2,}")
_NOUN = re.compile(r"[^\W\d_]{4,}")
_DIGITS = re.compile(r"\d{1,4}")
_REASONS = ("exact", "accepted", "spelling", "rounded", "within_tolerance", "converted", "share_as_fraction")
_VERDICTS = (Verdict.MISSING_SCALE, Verdict.WRONG, Verdict.SIZE_SLIP, Verdict.WRONG_UNIT)


def grade_figure(text: str, code: str, key: FigureKey) -> Grade:
    """The best grade of all readings of the text."""
    if len(text) > MAX_TYPED:
        return Grade(Verdict.UNREADABLE, 0, "too_long")
    found = read(text, code, key)
    if not found:
        return Grade(Verdict.UNREADABLE, 0, "gave_up" if gave_up(text, code) else "no_number")
    grades = [_best(readings, key) for readings in found]
    if all(grade.verdict is Verdict.WRONG for grade in grades) and _is_date(text, code):
        return Grade(Verdict.UNREADABLE, 0, "no_number")
    if len(grades) == 1:
        return on_its_side(grades[0], text, key.answer.written)
    return _one_of_several(text, code, found, grades, key)


def _is_date(text: str, code: str) -> bool:
    """Is it a date with its month in words, typed where a figure is asked?"""
    named = any(fold(word) in date_words(code).months for word in _LETTERS.findall(text))
    readings = dates(text, code) if named else ()
    numerals = {int(digits) for digits in _DIGITS.findall(text)}
    return bool(readings) and all(reading.date.month and reading.date.month not in numerals for reading in readings)


def _counted(text: str, code: str, key: FigureKey) -> tuple[Readings, ...]:
    """The figures in front of what the question counts: the first of "13,200 houses and 87 churches"."""
    nouns = {
        word for word in _NOUN.findall(key.prompt.casefold()) if key.answer.unit and word.startswith(key.answer.unit)
    }
    if not nouns or key.answer.unit in by_code():
        return ()
    before = re.findall(rf"(\d[\d.,]*(?:\s+[^\W\d_]+)?)\s+(?:{'|'.join(map(re.escape, nouns))})(?!\w)", text.casefold())
    return read(before[0], code, key) if len(before) == 1 else ()


def _one_of_several(text: str, code: str, found: Sequence[Readings], grades: Sequence[Grade], key: FigureKey) -> Grade:
    """Two figures that say the same are one answer; else the only one in the unit asked; else it is not decided."""
    if all(grade.verdict in (Verdict.EXACT, Verdict.CLOSE) for grade in grades):
        return max(grades, key=_worth)
    if either(text, code):
        return Grade(Verdict.UNREADABLE, 0, "several")
    if (counted := _counted(text, code, key)) and len(counted) == 1:
        return _best(counted[0], key)
    in_unit = [
        grade
        for readings, grade in zip(found, grades, strict=True)
        if any(reading.units and relations(reading.units, key.answer.unit) for reading in readings)
    ]
    if len(in_unit) == 1 and key.answer.unit is not None:
        return in_unit[0]
    return Grade(Verdict.UNREADABLE, 0, "several")


def _best(readings: Readings, key: FigureKey) -> Grade:
    best = max((grade for reading in readings for grade in _grades(reading, key)), key=_worth)
    if best.verdict is Verdict.EXACT:
        return best
    for reading in readings:
        for known, verdict, fraction, reason in (
            (key.partly, Verdict.NEAR, 0.5, "partly"),
            (key.wrong, Verdict.WRONG, 0.0, "known_mistake"),
        ):
            for other in known:
                if _says(reading, other.quantity):
                    said = target(key.answer).like(reading.value, reading.high)
                    return Grade(verdict, fraction, reason, {}, said, other.feedback)
    return best


def _worth(grade: Grade) -> tuple[float, int, int]:
    """More credit first; then the plainer reason."""
    place = _VERDICTS.index(grade.verdict) if grade.verdict in _VERDICTS else len(_VERDICTS)
    reason = len(_REASONS) - _REASONS.index(grade.reason) if grade.reason in _REASONS else 0
    return grade.fraction, place, reason


def _says(figure: Figure, quantity: Quantity) -> bool:
    """Whether a reading is that quantity, within its tolerance."""
    found = _grades(figure, FigureKey(quantity))
    return any(grade.verdict is Verdict.EXACT for grade in found)


def _grades(figure: Figure, key: FigureKey) -> Iterator[Grade]:
    """The grade of one reading against each right answer, in each unit it may be in."""
    for place, one in enumerate(key.targets):
        for grade in against(figure, one, key):
            accepted = place > 0 and grade.reason == "exact"
            yield replace(grade, reason="accepted") if accepted else grade
