"""Which figures does a typed answer give? Each with its unit, as a range where it is one, in all fair readings."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lessons.languages import language
from lessons.typed.among import AMONG, AMONG_WHOLE_FIRST, TO_ONE
from lessons.typed.fold import fold
from lessons.typed.lexemes import Lexeme, lexemes
from lessons.typed.numerals import Run, runs
from lessons.typed.sums import OF_ONE, Numeral
from lessons.typed.units import COINS, MARKS, WITH_COINS, by_code, codes_of, is_plain, leading, same_dimension, scaled

_CONTEXT = frozenset(
    (
        *("in", "by", "since", "of", "from", "during", "until", "before", "after", "around", "year"),
        *("vom", "im", "en", "de", "em", "в", "у", "à"),
    )
)
"""Words before a year that says when, not how much."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One reading of a figure in the answer. `high` is the upper end of a range. `units` are codes it may be in."""

    value: Decimal
    step: Decimal
    units: frozenset[str] = frozenset()
    scaled: bool = False
    slip: bool = False
    high: Decimal | None = None


Readings = tuple[Figure, ...]
"""All readings of one figure."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A run with the unit words around it."""

    run: Run
    before: frozenset[str]
    after: frozenset[str]
    after_bare: frozenset[str]
    until: int
    """The piece after the unit."""

    @property
    def units(self) -> frozenset[str]:
        return self.before | self.after


def figures(text: str, code: str, key_scales: dict[str, int] | None = None) -> tuple[Readings, ...]:
    """The figures that the answer gives, in order, each in all its readings; more than one if it does not decide."""
    pieces = lexemes(text, code, key_scales or {})
    places = [_place(pieces, run) for run in runs(pieces)]
    if not places and (one := _one_unit(pieces)):
        return (one,)
    places = _without_context(pieces, places)
    out: list[Readings] = []
    at = 0
    while at < len(places):
        if at + 2 < len(places) and (joined := _three(pieces, places[at], places[at + 1], places[at + 2])):
            out.append(joined)
            at += 3
            continue
        for join in (_with_part, _composite, _with_coins, _range, _ratio):
            if at + 1 < len(places) and (joined := join(pieces, places[at], places[at + 1])):
                out.append(joined)
                at += 2
                break
        else:
            out.append(_plain(pieces, places[at]))
            at += 1
    return tuple(found for found in out if found)


def _place(pieces: Sequence[Lexeme], run: Run) -> _Place:
    before, _ = _unit_before(pieces, run.start)
    after, until = _unit_after(pieces, run.end)
    bare, _ = _unit_after(pieces, run.end - 1) if run.last_scale else (frozenset(), 0)
    return _Place(run, before, after, bare, until)


def _unit_before(pieces: Sequence[Lexeme], start: int) -> tuple[frozenset[str], int]:
    """Money is named in front: "$11", "USD 11", "US $ 11"."""
    at = start - 1
    if at >= 0 and pieces[at].role == "dash":
        at -= 1
    if at < 0 or pieces[at].role not in ("word", "scale"):
        return frozenset(), start
    codes = codes_of(pieces[at].text)
    return frozenset(code for code in codes if by_code()[code].dimension.startswith("money")), at


def _unit_after(pieces: Sequence[Lexeme], end: int) -> tuple[frozenset[str], int]:
    """The unit named by the words that follow, and the place behind it."""
    at = end
    while at < len(pieces) and (pieces[at].role == "dash" or _links(pieces[at])):
        at += 1
    words: list[str] = []
    last = at
    while last < len(pieces) and len(words) < 6:
        piece = pieces[last]
        if piece.role in ("word", "scale", "number", "joint", "fraction"):
            words.append(piece.text)
        elif piece.role == "slash" and words:
            words.append("/")
        elif piece.role == "dash" and piece.glued and words:  # "kilowatt-hours"
            pass
        elif piece.text != ".":
            break
        last += 1
    if words == ["in"] and last < len(pieces):  # "in 1945", no inch
        return frozenset(), at
    codes, count = leading(tuple(words))
    dashes = sum(piece.role == "dash" for piece in pieces[at : at + count])
    return codes, at + count + dashes


def _links(piece: Lexeme) -> bool:
    return (piece.role == "joint" and bool(piece.roles & {"skip", "of"})) or fold(piece.text) in {"de", "d", "di", "of"}


def _without_context(pieces: Sequence[Lexeme], places: list[_Place]) -> list[_Place]:
    """Without the year of "11.3 billion in 1945": it says when, not how much."""
    if len(places) < 2:
        return places
    places = [place for place in places if not _is_article(pieces, place)] or places
    kept = [place for place in places if not _is_year(pieces, place)]
    return kept or places


def _is_article(pieces: Sequence[Lexeme], place: _Place) -> bool:
    """Whether it is the "une" of "une perte de 650 millions"."""
    run = place.run
    one = run.end - run.start == 1 and pieces[run.start].role == "number" and fold(pieces[run.start].text) in _ONE
    if not one or place.units or run.end >= len(pieces) or pieces[run.end].role != "word":
        return False
    return fold(pieces[run.end].text) not in AMONG  # "un sur cinq"


def _is_year(pieces: Sequence[Lexeme], place: _Place) -> bool:
    run = place.run
    if place.units or run.end - run.start != 1 or run.start == 0:
        return False
    text, before = pieces[run.start].text, pieces[run.start - 1]
    year = text.isdigit() and len(text) == 4 and 1000 <= int(text) <= 2100
    return year and fold(before.text) in _CONTEXT | _MONTHS


_MONTHS = frozenset(language("en").months)


def _plain(pieces: Sequence[Lexeme], place: _Place) -> Readings:
    sign = -1 if _negative(pieces, place.run.start) or _below_zero(pieces, place.until) else 1
    if one := _implied_one(pieces, place):
        return one
    found = [_figure(numeral, place.units, sign) for numeral in place.run.readings]
    if place.run.start == 1 and pieces[0].role == "dash" and not pieces[1].glued:  # a minus sign, or a list's dash
        found += [_figure(numeral, place.units, -1) for numeral in place.run.readings]
    if place.until == place.run.end + 1 and pieces[place.run.end].text in MARKS:  # or a stray sign
        found += [_figure(numeral, place.before, sign) for numeral in place.run.readings]
    if place.run.bare and place.after_bare and not place.before:
        found += [_figure(numeral, place.before | place.after_bare, sign) for numeral in place.run.bare]
    return tuple(found)


def _figure(numeral: Numeral, units: frozenset[str], sign: int = 1) -> Figure:
    return Figure(numeral.value * sign, numeral.step, units, numeral.scaled, numeral.slip)


def _ratio(pieces: Sequence[Lexeme], part: _Place, whole: _Place) -> Readings | None:
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


def _negative(pieces: Sequence[Lexeme], start: int) -> bool:
    if start == 0:
        return False
    before = pieces[start - 1]
    if "minus" in before.roles:
        return True
    if before.role == "word" and start >= 2 and _is_money(before):  # "-€40m"
        return pieces[start - 2].role == "dash" or "minus" in pieces[start - 2].roles
    if before.role == "dash" and pieces[start].glued and start >= 2 and _is_money(pieces[start - 2]):
        return True
    joined = pieces[start].glued and before.role == "dash" and not before.glued
    return joined and (start == 1 or pieces[start - 2].role != "figure")


def _is_money(piece: Lexeme) -> bool:
    return any(by_code()[code].dimension.startswith("money") for code in codes_of(piece.text))


def _below_zero(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether "below zero" follows, or "below" at the end; "below sea level" is none."""
    if at >= len(pieces) or "below" not in pieces[at].roles:
        return False
    return " " in pieces[at].text or at + 1 == len(pieces)


def _is_part(pieces: Sequence[Lexeme], place: _Place) -> bool:
    """Whether the run is a lone fraction in words: "a half", "media"."""
    return all(piece.role == "fraction" for piece in pieces[place.run.start : place.run.end]) and not place.units


def _with_part(pieces: Sequence[Lexeme], whole: _Place, part: _Place) -> Readings | None:
    """ "two hours and a half": the part is of the unit."""
    gap = pieces[whole.until : part.run.start]
    if not _is_part(pieces, part) or not whole.after:
        return None
    if not any("and" in piece.roles for piece in gap) and pieces[part.run.start].text not in OF_ONE:
        return None
    if any(not piece.roles & {"and", "skip"} for piece in gap):
        return None
    more = part.run.readings[0].value
    return tuple(Figure(one.value + more, Decimal("0.01"), whole.units, one.scaled) for one in whole.run.readings)


def _implied_one(pieces: Sequence[Lexeme], part: _Place) -> Readings | None:
    """ "an hour and a half", "hora y media": one is not said."""
    at = part.run.start - 1
    joints: set[str] = set()
    while at >= 0 and pieces[at].roles & {"and", "skip"}:
        joints |= pieces[at].roles
        at -= 1
    if "and" not in joints or at < 0 or pieces[at].role not in ("word", "scale") or not _is_part(pieces, part):
        return None
    codes = codes_of(pieces[at].text)
    return (Figure(1 + part.run.readings[0].value, Decimal("0.01"), codes),) if codes else None


_ONE = frozenset(["a", "an", "un", "une", "una", "um", "uma", "ein", "eine"])


def _one_unit(pieces: Sequence[Lexeme]) -> Readings | None:
    """ "a week", "over a mile": one of a unit, where no number is said."""
    for at, piece in enumerate(pieces[:-1]):
        if fold(piece.text) in _ONE and at + 1 < len(pieces):
            codes = frozenset(code for code in codes_of(pieces[at + 1].text) if is_plain(code))
            return (Figure(Decimal(1), Decimal(1), codes),) if codes else None
    return None


_NEXT = {"h": "min", "min": "s", "ft": "in", "m": "cm", "kg": "g"}
"""The unit that goes without saying behind another: "1 h 30", "5 ft 11"."""


def _range(pieces: Sequence[Lexeme], low: _Place, high: _Place) -> Readings | None:
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


def _three(pieces: Sequence[Lexeme], large: _Place, middle: _Place, small: _Place) -> Readings | None:
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


def _with_coins(pieces: Sequence[Lexeme], large: _Place, small: _Place) -> Readings | None:
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


def _composite(pieces: Sequence[Lexeme], large: _Place, small: _Place) -> Readings | None:
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
