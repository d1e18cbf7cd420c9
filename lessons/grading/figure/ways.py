"""In which units and sizes may a reading be meant?"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from lessons.grade import Grade, Verdict
from lessons.grading.figure.comparing import compare, side
from lessons.grading.figure.key import FigureKey
from lessons.grading.target import Target, scale_beside
from lessons.typed.figures import Figure
from lessons.typed.units import Relation, kin, relations

MILLION = 1_000_000
WRITTEN_OUT = 10_000
SIZES = (3, 6, 9, 12)
"""Powers of ten in which tables count."""


def against(figure: Figure, key: Target, whole: FigureKey) -> Iterator[Grade]:
    """The grade of a reading against one right answer, in each unit and size it may be in."""
    asked = key.quantity.unit
    ways = relations(figure.units, asked)
    plain = Relation(Fraction(1), converted=False, code=asked or "")
    if ways is None or (whole.unit_only and all(way.converted for way in ways)):
        yield _other_unit(figure, key, plain)
        for way in (*(ways or ()), *((key.written_in,) if key.written_in else ())):
            yield _other_unit(figure, key, way)
        return
    if all(way.converted for way in ways):
        other = _other_unit(figure, key, plain)
        if other.verdict is Verdict.WRONG_UNIT:
            yield other
    if not figure.units or figure.units & {"%"}:
        yield from _as_share(figure, key, plain)
    if key.written_in and not figure.units:
        yield compare(figure, key, replace(key.written_in, converted=False))
    for way in ways:
        if not (whole.unit_only and way.converted):
            own = key.written_in is not None and way.code == key.written_in.code
            yield compare(figure, key, replace(way, converted=False) if own else way)
    if not figure.scaled and (key.silent or scale_beside(whole.prompt, key.quantity.scale)):
        yield compare(_larger(figure, key.quantity.scale), key, plain)
    else:
        yield from _without_scale(figure, key, ways[0])
    if whole.unit_unknown(key.quantity):
        yield from _in_its_own_unit(figure, key, plain)


def _other_unit(figure: Figure, key: Target, way: Relation) -> Grade:
    """The right number in the wrong unit is worth a quarter."""
    grade = compare(figure, key, way)
    if grade.verdict not in (Verdict.EXACT, Verdict.CLOSE):
        return Grade(Verdict.WRONG, 0, side(figure, key), understood=None)
    data = {"said": min(figure.units), "unit": key.quantity.unit or ""}
    return Grade(Verdict.WRONG_UNIT, 0.25, "wrong_unit", data)


def _as_share(figure: Figure, key: Target, plain: Relation) -> Iterator[Grade]:
    """0.4 for 40 %, and 40 % for 0.4."""
    hundred = Decimal(100)
    if key.quantity.unit == "%" and not figure.units and 0 < abs(figure.value) <= 1 and figure.high is None:
        grade = compare(replace(figure, value=figure.value * hundred, step=figure.step * hundred), key, plain)
    elif key.quantity.unit is None and figure.units & {"%"} and abs(key.value) <= 1:
        grade = compare(replace(figure, value=figure.value / hundred, step=figure.step / hundred), key, plain)
    else:
        return
    if grade.verdict is Verdict.EXACT:
        yield replace(grade, reason="share_as_fraction", data={"meant": grade.understood or ""})
    else:
        yield grade


def _thousands(value: Decimal) -> bool:
    """Whether it ends in three noughts; larger ones the context could not divide."""
    return abs(value) < Decimal(10) ** 20 and value % 1000 == 0


def _in_its_own_unit(figure: Figure, key: Target, plain: Relation) -> Iterator[Grade]:
    """ "£86m" or "312 cm" for a bare 86 or 3.12: the unit or size may be the one that the source has.

    A key of five digits or more is written out: "9.1 billion" is not 9,100,000.
    """
    short = abs(key.value) < WRITTEN_OUT
    if short and (figure.scaled or (figure.value and _thousands(figure.value))):
        for power in SIZES:
            grade = compare(_larger(figure, -power), key, plain)
            if grade.fraction >= 0.5:
                yield grade
    for way in kin(figure.units):
        grade = compare(figure, key, way)
        if grade.verdict is Verdict.EXACT:
            yield grade


def _without_scale(figure: Figure, key: Target, way: Relation) -> Iterator[Grade]:
    """ "11.3" for 11.3 billion; "375" for 375,000, where the figure is written out."""
    noughts = figure.step < Decimal("0.01") and figure.value == figure.value.to_integral_value()  # "722,000" as 722.000
    if figure.scaled or key.small or way.converted or noughts or not figure.value:
        return
    scale = key.quantity.scale
    part = not figure.units and figure.value != figure.value.to_integral_value()  # "13.2" for 13,200
    if not scale and key.value == key.value.to_integral_value() and (_thousands(key.value) or part):
        scale = 3
    if not scale and abs(key.value) >= MILLION > 1000 * abs(figure.value):  # "2.7" for 2,670,371
        scale = 9 if abs(key.value) >= 1000 * MILLION else 6
    if scale < 3:
        return
    grade = compare(_larger(figure, scale), key, way)
    if grade.verdict in (Verdict.EXACT, Verdict.CLOSE):
        yield Grade(Verdict.MISSING_SCALE, 0.5, "missing_scale", {"scale": str(scale)}, grade.understood)


def _larger(figure: Figure, power: int) -> Figure:
    high = figure.high.scaleb(power) if figure.high is not None else None
    return replace(figure, value=figure.value.scaleb(power), step=figure.step.scaleb(power), high=high, scaled=True)
