"""Which figures does a typed answer give? Each with its unit, as a range where it is one, in all fair readings."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lessons.languages import language
from lessons.typed.fold import fold
from lessons.typed.lexemes import Lexeme, lexemes
from lessons.typed.numerals import Numeral, Run, runs
from lessons.typed.units import by_code, codes_of, leading, same_dimension, scaled

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
    places = _without_context(pieces, places)
    out: list[Readings] = []
    at = 0
    while at < len(places):
        for join in (_range, _composite, _ratio):
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
        elif piece.text != ".":
            break
        last += 1
    if words == ["in"] and last < len(pieces):  # "in 1945", no inch
        return frozenset(), at
    codes, count = leading(tuple(words))
    return codes, at + count


def _links(piece: Lexeme) -> bool:
    return (piece.role == "joint" and bool(piece.roles & {"skip", "of"})) or fold(piece.text) in {"de", "d", "di", "of"}


def _without_context(pieces: Sequence[Lexeme], places: list[_Place]) -> list[_Place]:
    """Without the year of "11.3 billion in 1945": it says when, not how much."""
    if len(places) < 2:
        return places
    kept = [place for place in places if not _is_year(pieces, place)]
    return kept or places


def _is_year(pieces: Sequence[Lexeme], place: _Place) -> bool:
    run = place.run
    if place.units or run.end - run.start != 1 or run.start == 0:
        return False
    text, before = pieces[run.start].text, pieces[run.start - 1]
    year = text.isdigit() and len(text) == 4 and 1000 <= int(text) <= 2100
    return year and fold(before.text) in _CONTEXT | _MONTHS


_MONTHS = frozenset(language("en").months)


def _plain(pieces: Sequence[Lexeme], place: _Place) -> Readings:
    sign = -1 if _negative(pieces, place.run.start) else 1
    found = [_figure(numeral, place.units, sign) for numeral in place.run.readings]
    if place.run.bare and (place.after_bare or place.before):
        found += [_figure(numeral, place.before | place.after_bare, sign) for numeral in place.run.bare]
    return tuple(found)


def _figure(numeral: Numeral, units: frozenset[str], sign: int = 1) -> Figure:
    return Figure(numeral.value * sign, numeral.step, units, numeral.scaled, numeral.slip)


def _ratio(pieces: Sequence[Lexeme], part: _Place, whole: _Place) -> Readings | None:
    """ "one in five", "4 out of 10": a share."""
    between = " ".join(fold(piece.text) for piece in pieces[part.run.end : whole.run.start])
    if between not in ("in", "out of", "of", "of every", "in every") or whole.units:
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
    joined = pieces[start].glued and before.role == "dash" and not before.glued
    return joined and (start == 1 or pieces[start - 2].role != "figure")


def _range(pieces: Sequence[Lexeme], low: _Place, high: _Place) -> Readings | None:
    """ "11 to 12 billion", "between 11 and 12", "11–12": the first takes size and unit from the second."""
    between = pieces[low.run.end : high.run.start]
    unit_words = max(0, low.until - low.run.end)
    joint = between[unit_words:] if unit_words < len(between) else between
    joint = [piece for piece in joint if not codes_of(piece.text)] or list(joint)
    if len(joint) != 1 or not (joint[0].role == "dash" or joint[0].roles & {"range", "or"}):
        return None
    found = []
    for a in low.run.readings:
        for b in high.run.readings:
            for first in {a.value, _same_size(a, b)}:
                if first < b.value:
                    step, slip = max(a.step, b.step), a.slip or b.slip
                    found.append(Figure(first, step, low.units | high.units, b.scaled, slip, b.value))
    return tuple(found) or None


def _same_size(low: Numeral, high: Numeral) -> Decimal:
    """The first figure with the size word of the second."""
    if low.scaled or not high.scaled:
        return low.value
    power = max((power for power in (3, 6, 9, 12, 15) if high.value >= Decimal(10) ** power), default=0)
    return low.value.scaleb(power)


def _composite(pieces: Sequence[Lexeme], large: _Place, small: _Place) -> Readings | None:
    """ "5 ft 11 in", "2 hours 30 minutes": added up in the larger unit."""
    gap = pieces[large.until : small.run.start]
    if any(not (piece.roles & {"and", "skip"}) and piece.text != "," for piece in gap):
        return None
    pair = same_dimension(large.after, small.after)
    if pair is None:
        return None
    factor = Fraction(by_code()[pair[1]].factor) / Fraction(by_code()[pair[0]].factor)
    return tuple(
        Figure(
            a.value + scaled(b.value, factor),
            scaled(b.step, factor),
            frozenset({pair[0]}),
            a.scaled,
            a.slip or b.slip,
        )
        for a in large.run.readings
        for b in small.run.readings
    )
