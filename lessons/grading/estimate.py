"""How good is a guess? By its proportion to the key, in powers of ten.

Credit is 1 - |log10(guess / key)|: a guess twice or half as large is worth 0.7, three times 0.52, ten times nothing.
Within 5 % it is exact; from 0.75 (a factor of 1.78) close; above nothing near.
"""

import math

from lessons.grade import Grade, Verdict
from lessons.grading.figure import FigureKey, grade_figure, read
from lessons.grading.target import target
from lessons.typed.units import relations


def grade_estimate(text: str, code: str, key: FigureKey) -> Grade:
    """The best guess among all readings; without its size word it is asked for once, as with any figure."""
    grade = grade_figure(text, code, key)
    if grade.verdict in (Verdict.UNREADABLE, Verdict.EXACT, Verdict.MISSING_SCALE, Verdict.WRONG_UNIT):
        return grade
    values = [
        way.of(reading.value)
        for readings in read(text, code, key)
        for reading in readings
        if reading.high is None
        for way in relations(reading.units, key.answer.unit) or ()
    ]
    if not values:
        return grade
    return max((_guess(float(value), key) for value in values), key=lambda guess: guess.fraction)


def _guess(value: float, key: FigureKey) -> Grade:
    meant = float(key.answer.value)
    understood = target(key.answer).like(type(key.answer.value)(repr(value)))
    if value * meant <= 0:
        return Grade(Verdict.WRONG, 0, "estimate", {"times": "0"}, understood)
    times = value / meant
    credit = max(0.0, 1 - abs(math.log10(times)))
    data = {"times": f"{times:.2g}" if times < 1000 else f"{times:.0f}"}
    if abs(times - 1) <= 0.05:
        return Grade(Verdict.EXACT, 1, "estimate", data, understood)
    if credit >= 0.75:
        return Grade(Verdict.CLOSE, round(credit, 2), "estimate", data, understood)
    if credit > 0.005:
        return Grade(Verdict.NEAR, round(credit, 2), "estimate", data, understood)
    return Grade(Verdict.WRONG, 0, "estimate", data, understood)
