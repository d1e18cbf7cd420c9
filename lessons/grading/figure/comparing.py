"""How near is one reading, in one unit, to one key?"""

from decimal import Decimal

from lessons.grade import Grade, Verdict
from lessons.grading.figure.tolerance import within
from lessons.grading.target import SMALL_COUNT, Target
from lessons.typed.figures import Figure
from lessons.typed.units import Relation, scaled

ALIKE = Decimal("1e-12")
"""Two thirds are not told apart from two times a third."""
ROUNDED = Decimal("0.005")
CLOSE = Decimal("0.05")
NEAR = Decimal("0.1")
RANGE = Decimal("0.25")


def compare(figure: Figure, key: Target, way: Relation) -> Grade:
    """The grade of one reading in one unit."""
    value = way.of(figure.value)
    high = way.of(figure.high) if figure.high is not None else None
    if high is not None:
        return _compare_range(value, high, key)
    step = scaled(figure.step, way.factor)
    understood = key.like(value)
    if reason := _exact(figure.value, value, step, key, way.converted):
        reason = "spelling" if reason == "exact" and figure.slip else reason
        data = {"unit": way.code} if reason == "converted" else _off(value, key) if reason == "slightly_off" else {}
        return Grade(Verdict.EXACT, 1, reason, data, understood)
    if grade := _nearly(value, key, understood, counted=key.small and not way.converted):
        return grade
    if not key.small and (times := _power_of_ten(value, key.value)):
        return Grade(Verdict.SIZE_SLIP, 0.25, "size_slip", {"times": times}, understood)
    counted = key.small and 0 <= key.value <= SMALL_COUNT and key.quantity.tolerance is None
    reason = "wrong_count" if counted else side(figure, key, value)
    return Grade(Verdict.WRONG, 0, reason, {}, understood)


def _exact(said: Decimal, value: Decimal, step: Decimal, key: Target, converted: bool) -> str | None:
    """Why the value counts as the key itself; None if it does not. `said`: before it was converted."""
    off = abs(value - key.value)
    if off == 0 or (not converted and any(abs(said - one) <= abs(one) * ALIKE for one in key.alike)):
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
        return "converted" if converted else "rounded" if off <= _shown_step(value) / 2 else "slightly_off"
    return None


def _shown_step(value: Decimal) -> Decimal:
    """The place of the last digit that says something: noughts at the end are taken for rounding."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and value else Decimal(0)


def _off(value: Decimal, key: Target) -> dict[str, str]:
    """How many percent the value is off; from the nearer end where the key is a range."""
    allowed, meant = key.quantity.tolerance, key.value
    if allowed is not None and allowed.low is not None and allowed.high is not None:
        meant = min(max(value, allowed.low), allowed.high)
    return {"off": f"{float(abs(value - meant) / abs(meant)) * 100:.2g}" if meant else "0"}


def _nearly(value: Decimal, key: Target, understood: str, *, counted: bool) -> Grade | None:
    """Close and near, by percent off where the author set no tolerance; what is `counted` must be exact."""
    tolerance = key.quantity.tolerance
    off = abs(value - key.value) / abs(key.value) if key.value else Decimal(1)
    data = _off(value, key)
    if tolerance is not None:
        if tolerance.kind != "exact" and within(value, key, times=2):
            return Grade(Verdict.NEAR, 0.5, "near", data, understood)
        return None
    if counted:
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


def side(figure: Figure, key: Target, value: Decimal | None = None) -> str:
    """Wrong, and to which side."""
    return "too_low" if (figure.value if value is None else value) < key.value else "too_high"
