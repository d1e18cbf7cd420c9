"""What do two figures side by side say together? A range, a share, feet and inches, euros and cents."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from lessons.typed.among import AMONG, AMONG_WHOLE_FIRST, TO_ONE
from lessons.typed.figure import Figure, Place, Readings
from lessons.typed.fold import fold
from lessons.typed.lexemes import Lexeme
from lessons.typed.sums import OF_ONE, Numeral
from lessons.typed.units import COINS, WITH_COINS, by_code, codes_of, same_dimension, scaled


def is_part(pieces: Sequence[Lexeme], place: Place) -> bool:
    """Whether the run is a lone fraction in words: "a half", "media"."""
    return all(piece.role == "fraction" for piece in pieces[place.run.start : place.run.end]) and not place.units


def _with_part(pieces: Sequence[Lexeme], whole: Place, part: Place) -> Readings | None:
    """ "two hours and a half": the part is of the unit."""
    gap = pieces[whole.until : part.run.start]
    if not is_part(pieces, part) or not whole.after:
        return None
    if not any("and" in piece.roles for piece in gap) and pieces[part.run.start].text not in OF_ONE:
        return None
    if any(not piece.roles & {"and", "skip"} for piece in gap):
        return None
    more = part.run.readings[0].value
    return tuple(Figure(one.value + more, Decimal("0.01"), whole.units, one.scaled) for one in whole.run.readings)


def _ratio(pieces: Sequence[Lexeme], part: Place, whole: Place) -> Readings | None:
    """ "one in five", "4 out of 10": a share."""
    between = " ".join(fold(piece.text) or piece.text for piece in pieces[part.run.end : whole.run.start])
    if between in AMONG_WHOLE_FIRST:
        part, whole = whole, part
    elif between in TO_ONE and any(one.value == 1 for one in whole.run.readings) and not (part.units or whole.units):
        return tuple(Figure(one.value, one.step) for one in part.run.readings if one.value > 1) or None
    elif between not in AMONG:
        return None
    if whole.units:
        return None
    return tuple(
        Figure(a.value / b.value, Decimal("0.01"))
        for a in part.run.readings
        for b in whole.run.readings
        if 0 < a.value < b.value <= 1000
    )


_NEXT = {"h": "min", "min": "s", "ft": "in", "m": "cm", "kg": "g"}
"""The unit that goes without saying behind another: "1 h 30", "5 ft 11"."""


def _range(pieces: Sequence[Lexeme], low: Place, high: Place) -> Readings | None:
    """ "11 to 12 billion", "between 11 and 12", "11–12": the first takes size and unit from the second."""
    between = pieces[low.run.end : high.run.start]
    unit_words = max(0, low.until - low.run.end)
    joint = between[unit_words:] if unit_words < len(between) else between
    joint = [piece for piece in joint if not codes_of(piece.text)] or list(joint)
    if len(joint) != 1 or not (joint[0].role == "dash" or joint[0].roles & {"range"}):
        return None
    found = []
    for a in low.run.readings:
        for b in high.run.readings:
            if joint[0].text in _AND_TENTHS and (tenths := _tenths(b)) is not None:  # "четыре и семь миллиарда"
                whole, part = _same_size(a, b), tenths / 10
                found.append(Figure(whole + part, part, low.units | high.units, b.scaled, a.slip or b.slip))
            for first in {a.value, _same_size(a, b)}:
                if first < b.value:
                    step, slip = max(a.step, b.step), a.slip or b.slip
                    found.append(Figure(first, step, low.units | high.units, b.scaled, slip, b.value))
    return tuple(found) or None


_AND_TENTHS = frozenset("иі")
"""Between a whole and its tenths, as they are told in Russian and Ukrainian."""


def _tenths(numeral: Numeral) -> Decimal | None:
    """The value of a single digit, with its size word."""
    digits = numeral.value.normalize().as_tuple().digits
    return numeral.value if len(digits) == 1 and (numeral.scaled or numeral.value < 10) else None


def _same_size(low: Numeral, high: Numeral) -> Decimal:
    """The first figure with the size word of the second."""
    if low.scaled or not high.scaled:
        return low.value
    power = max((power for power in (3, 6, 9, 12, 15) if high.value >= Decimal(10) ** power), default=0)
    return low.value.scaleb(power)


def three(pieces: Sequence[Lexeme], large: Place, middle: Place, small: Place) -> Readings | None:
    """ "1 day 9 hours 30 minutes"."""
    rest, first = _composite(pieces, middle, small), _composite(pieces, large, middle)
    if not rest or not first:
        return None
    below, above = min(rest[0].units), min(first[0].units)
    if by_code()[below].dimension != by_code()[above].dimension:
        return None
    factor = Fraction(by_code()[below].factor) / Fraction(by_code()[above].factor)
    return tuple(
        Figure(a.value + scaled(b.value, factor), scaled(b.step, factor), frozenset({above}))
        for a in large.run.readings
        for b in rest
    )


_BEFORE_COINS = frozenset(("con", "com", "mit", "with"))


def _with_coins(pieces: Sequence[Lexeme], large: Place, small: Place) -> Readings | None:
    """ "two euros fifty", "dos euros con cincuenta": the hundredth parts go without saying."""
    gap = pieces[large.until : small.run.start]
    if not large.units & WITH_COINS or (small.after and not small.after & COINS):
        return None
    if any(not piece.roles & {"and", "skip"} and fold(piece.text) not in _BEFORE_COINS for piece in gap):
        return None
    least = 1 if small.after else 10
    return tuple(
        Figure(a.value + b.value / 100, Decimal("0.01"), large.units, a.scaled, a.slip or b.slip)
        for a in large.run.readings
        for b in small.run.readings
        if least <= b.value < 100 and a.value == a.value.to_integral_value() and not (a.scaled or b.scaled)
    )


def _composite(pieces: Sequence[Lexeme], large: Place, small: Place) -> Readings | None:
    """ "5 ft 11 in", "2 hours 30 minutes": added up in the larger unit."""
    gap = pieces[large.until : small.run.start]
    if any(not (piece.roles & {"and", "skip"}) and piece.text != "," for piece in gap):
        return None
    metres = small.after_bare if small.run.bare and not small.after else frozenset()
    parts = small.run.bare if metres else small.run.readings
    after = small.after or metres or frozenset(_NEXT[code] for code in large.after if code in _NEXT and not gap)
    pair = same_dimension(large.after, after)
    if pair is None:
        return None
    factor = Fraction(by_code()[pair[1]].factor) / Fraction(by_code()[pair[0]].factor)
    if not (small.after or metres) and any(numeral.value * factor.numerator >= factor.denominator for numeral in parts):
        return None
    return tuple(
        Figure(
            a.value + scaled(b.value, factor),
            scaled(b.step, factor),
            frozenset({pair[0]}),
            a.scaled,
            a.slip or b.slip,
        )
        for a in large.run.readings
        for b in parts
    )


JOINS = (_with_part, _composite, _with_coins, _range, _ratio)
"""What two figures may be together, in the order in which it is tried."""
