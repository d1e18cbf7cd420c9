"""Does a value lie inside the author's tolerance?"""

from decimal import Decimal

from lessons.grading.target import Target
from lessons.typed.units import relations, scaled


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
