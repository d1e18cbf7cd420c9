"""How right is a typed figure? Every fair reading is held against the key; the best for the learner counts.

| verdict | credit | when |
| --- | --- | --- |
| exact | 1 | equal, within 0.5 %, or equal when rounded to the digits shown; inside the author's tolerance |
| close | 0.75 | within 5 %; a range at most 25 % wide that holds the key |
| near | 0.5 | within 10 %; within twice the author's tolerance; an answer the author calls partly right |
| missing_scale | 0.5 | right but for the size word; asked for once |
| size_slip | 0.25 | right digits, wrong power of ten |
| wrong_unit | 0.25 | right number in a unit of another kind |
| wrong | 0 | anything else; whole numbers up to 20 must be exact |
| unreadable | 0 | no figure, or several; asked again |
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from lessons.grade import Grade, Verdict
from lessons.grading.target import Target, scale_beside, target
from lessons.quantity import Quantity, WrongQuantity
from lessons.typed.aside import gave_up
from lessons.typed.figures import Figure, Readings, figures
from lessons.typed.fold import MAX_TYPED
from lessons.typed.units import Relation, relations, scaled

ROUNDED = Decimal("0.005")
CLOSE = Decimal("0.05")
NEAR = Decimal("0.1")
RANGE = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class FigureKey:
    """All that a number item knows of right and wrong. `prompt` may name the size beside the gap."""

    answer: Quantity
    accept: tuple[Quantity, ...] = ()
    partly: tuple[WrongQuantity, ...] = ()
    wrong: tuple[WrongQuantity, ...] = ()
    unit_only: bool = False
    prompt: str = ""

    @property
    def targets(self) -> tuple[Target, ...]:
        """The answer, then what else is accepted."""
        return (target(self.answer), *(target(other) for other in self.accept))


def read(text: str, code: str, key: FigureKey) -> tuple[Readings, ...]:
    """The figures in an answer to that key, its size words meaning what they mean there."""
    scales: dict[str, int] = {}
    for one in key.targets:
        scales |= one.scales
    return figures(text, code, scales)


def grade_figure(text: str, code: str, key: FigureKey) -> Grade:
    """The best grade of all readings of the text."""
    if len(text) > MAX_TYPED:
        return Grade(Verdict.UNREADABLE, 0, "too_long")
    found = read(text, code, key)
    if not found:
        return Grade(Verdict.UNREADABLE, 0, "gave_up" if gave_up(text, code) else "no_number")
    grades = [_best(readings, key) for readings in found]
    if len(grades) == 1:
        return grades[0]
    return _one_of_several(found, grades, key)


def _one_of_several(found: Sequence[Readings], grades: Sequence[Grade], key: FigureKey) -> Grade:
    """Two figures that say the same are one answer; else the only one in the unit asked; else it is not decided."""
    if all(grade.verdict in (Verdict.EXACT, Verdict.CLOSE) for grade in grades):
        return max(grades, key=_worth)
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


_REASONS = ("exact", "accepted", "spelling", "rounded", "within_tolerance", "converted", "share_as_fraction")
_VERDICTS = (Verdict.MISSING_SCALE, Verdict.WRONG, Verdict.WRONG_UNIT, Verdict.SIZE_SLIP)


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
        for grade in _against(figure, one, key):
            accepted = place > 0 and grade.reason == "exact"
            yield replace(grade, reason="accepted") if accepted else grade


def _against(figure: Figure, key: Target, whole: FigureKey) -> Iterator[Grade]:
    asked = key.quantity.unit
    ways = relations(figure.units, asked)
    plain = Relation(Fraction(1), converted=False, code=asked or "")
    if ways is None or (whole.unit_only and all(way.converted for way in ways)):
        yield _other_unit(figure, key, plain)
        for way in ways or ():
            yield _other_unit(figure, key, way)
        return
    if all(way.converted for way in ways):
        yield _other_unit(figure, key, plain)
    for way in ways:
        if not (whole.unit_only and way.converted):
            yield _compare(figure, key, way)
    if not figure.units or figure.units & {"%"}:
        yield from _as_share(figure, key, plain)
    if not figure.scaled and scale_beside(whole.prompt, key.quantity.scale):
        yield _compare(_larger(figure, key.quantity.scale), key, plain)
    else:
        yield from _without_scale(figure, key, ways[0])


def _other_unit(figure: Figure, key: Target, way: Relation) -> Grade:
    """The right number in the wrong unit is worth a quarter."""
    grade = _compare(figure, key, way)
    if grade.verdict not in (Verdict.EXACT, Verdict.CLOSE):
        return Grade(Verdict.WRONG, 0, _side(figure, key), understood=None)
    data = {"said": min(figure.units), "unit": key.quantity.unit or ""}
    return Grade(Verdict.WRONG_UNIT, 0.25, "wrong_unit", data)


def _as_share(figure: Figure, key: Target, plain: Relation) -> Iterator[Grade]:
    """0.4 for 40 %, and 40 % for 0.4."""
    hundred = Decimal(100)
    if key.quantity.unit == "%" and not figure.units and 0 < abs(figure.value) <= 1 and figure.high is None:
        grade = _compare(replace(figure, value=figure.value * hundred, step=figure.step * hundred), key, plain)
    elif key.quantity.unit is None and figure.units & {"%"} and abs(key.value) <= 1:
        grade = _compare(replace(figure, value=figure.value / hundred, step=figure.step / hundred), key, plain)
    else:
        return
    if grade.verdict is Verdict.EXACT:
        yield replace(grade, reason="share_as_fraction", data={"meant": grade.understood or ""})
    else:
        yield grade


def _larger(figure: Figure, power: int) -> Figure:
    high = figure.high.scaleb(power) if figure.high is not None else None
    return replace(figure, value=figure.value.scaleb(power), step=figure.step.scaleb(power), high=high, scaled=True)


def _without_scale(figure: Figure, key: Target, way: Relation) -> Iterator[Grade]:
    """ "11.3" for 11.3 billion; "375" for 375,000, where the figure is written out."""
    if figure.scaled or key.small or not figure.value:
        return
    scale = key.quantity.scale
    if not scale and key.value == key.value.to_integral_value() and key.value % 1000 == 0:
        scale = 3
    if scale < 3:
        return
    grade = _compare(_larger(figure, scale), key, way)
    if grade.verdict in (Verdict.EXACT, Verdict.CLOSE):
        yield Grade(Verdict.MISSING_SCALE, 0.5, "missing_scale", {"scale": str(scale)}, grade.understood)


def _compare(figure: Figure, key: Target, way: Relation) -> Grade:
    """The grade of one reading in one unit."""
    value = scaled(figure.value, way.factor)
    high = scaled(figure.high, way.factor) if figure.high is not None else None
    if high is not None:
        return _compare_range(value, high, key)
    step = scaled(figure.step, way.factor)
    understood = key.like(value)
    if reason := _exact(value, step, key, way.converted):
        reason = "spelling" if reason == "exact" and figure.slip else reason
        data = {"unit": way.code} if reason == "converted" else {}
        return Grade(Verdict.EXACT, 1, reason, data, understood)
    if grade := _nearly(value, key, understood):
        return grade
    if not key.small and (times := _power_of_ten(value, key.value)):
        return Grade(Verdict.SIZE_SLIP, 0.25, "size_slip", {"times": times}, understood)
    reason = "wrong_count" if key.small and key.quantity.tolerance is None else _side(figure, key, value)
    return Grade(Verdict.WRONG, 0, reason, {}, understood)


def _exact(value: Decimal, step: Decimal, key: Target, converted: bool) -> str | None:
    """Why the value counts as the key itself; None if it does not."""
    off = abs(value - key.value)
    if off == 0:
        return "converted" if converted else "exact"
    tolerance = key.quantity.tolerance
    if tolerance is not None and tolerance.kind != "exact":
        inside = within(value, key)
        return ("converted" if converted else "within_tolerance") if inside else None
    size = abs(key.value)
    if converted and off <= step / 2 and step <= size * CLOSE:
        return "converted"
    if tolerance is not None or (key.small and not converted):
        return None
    if off <= size * ROUNDED or (off < key.step / 2 and off <= size * CLOSE):
        return "converted" if converted else "rounded"
    return None


def within(value: Decimal, key: Target, times: int = 1) -> bool:
    """Whether the value lies inside the author's tolerance, or so many times as wide."""
    tolerance, middle = key.quantity.tolerance, key.value
    if tolerance is None:
        return value == middle
    amount = tolerance.value or Decimal(0)
    match tolerance.kind:
        case "exact":
            return value == middle
        case "absolute":
            return abs(value - middle) <= _in_unit_of_key(amount, tolerance.unit, key) * times
        case "relative":
            return abs(value - middle) <= abs(middle) * amount / 100 * times
        case "range":
            low, high = tolerance.low, tolerance.high
            extra = (high - low) / 2 * (times - 1) if low is not None and high is not None else Decimal(0)
            return (low is None or low - extra <= value) and (high is None or value <= high + extra)
        case "figures":
            unit = Decimal(1).scaleb(middle.adjusted() - int(amount) + 1)
            return abs(value - middle) <= unit / 2 * times
    return False


def _in_unit_of_key(amount: Decimal, unit: str | None, key: Target) -> Decimal:
    if unit is None:
        return amount
    ways = relations(frozenset({unit}), key.quantity.unit)
    return scaled(amount, ways[-1].factor) if ways else amount


def _nearly(value: Decimal, key: Target, understood: str) -> Grade | None:
    """Close and near, by percent off where the author set no tolerance."""
    tolerance = key.quantity.tolerance
    off = abs(value - key.value) / abs(key.value) if key.value else Decimal(1)
    data = {"off": f"{float(off) * 100:.2g}"}
    if tolerance is not None:
        if tolerance.kind != "exact" and within(value, key, times=2):
            return Grade(Verdict.NEAR, 0.5, "near", data, understood)
        return None
    if key.small:
        return None
    if off <= CLOSE:
        return Grade(Verdict.CLOSE, 0.75, "close", data, understood)
    if off <= NEAR:
        return Grade(Verdict.NEAR, 0.5, "near", data, understood)
    return None


def _compare_range(low: Decimal, high: Decimal, key: Target) -> Grade:
    """A range that holds the key, and is narrow; the key's own range is exact."""
    understood = key.like(low, high)
    tolerance = key.quantity.tolerance
    if tolerance is not None and tolerance.kind != "exact" and within(low, key) and within(high, key):
        return Grade(Verdict.EXACT, 1, "within_tolerance", {}, understood)
    width = (high - low) / abs(key.value) if key.value else Decimal(1)
    holds = low <= key.value <= high
    if holds and width <= RANGE and not key.small and (tolerance is None or tolerance.kind != "exact"):
        return Grade(Verdict.CLOSE, 0.75, "range_holds", {}, understood)
    if holds:
        return Grade(Verdict.WRONG, 0, "range_wide", {}, understood)
    return Grade(Verdict.WRONG, 0, "too_high" if low > key.value else "too_low", {}, understood)


def _power_of_ten(value: Decimal, key: Decimal) -> str | None:
    """How many times too large (1000) or small (0.001) the value is, if by a power of ten alone."""
    if not value or not key or (value < 0) != (key < 0):
        return None
    for power in {value.adjusted() - key.adjusted() + more for more in (-1, 0, 1)}:
        if power and abs(value.scaleb(-power) - key) <= abs(key) * ROUNDED:
            return f"{Decimal(1).scaleb(power):f}"
    return None


def _side(figure: Figure, key: Target, value: Decimal | None = None) -> str:
    return "too_low" if (figure.value if value is None else value) < key.value else "too_high"
