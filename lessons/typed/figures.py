"""Which figures does a typed answer give? Each with its unit, as a range where it is one, in all fair readings."""

from collections.abc import Sequence
from decimal import Decimal

from lessons.languages import language
from lessons.typed.among import AMONG
from lessons.typed.figure import Figure, Place, Readings
from lessons.typed.fold import fold
from lessons.typed.joined import JOINS, is_part, three
from lessons.typed.lexemes import Lexeme, lexemes
from lessons.typed.numerals import Run, runs
from lessons.typed.sums import Numeral
from lessons.typed.units import MARKS, by_code, codes_of, is_plain, leading

__all__ = ["Figure", "Readings", "figures"]

_CONTEXT = frozenset(
    (
        *("in", "by", "since", "of", "from", "during", "until", "before", "after", "around", "year"),
        *("vom", "im", "en", "de", "em", "в", "у", "à"),
    )
)
"""Words before a year that says when, not how much."""


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
        if at + 2 < len(places) and (joined := three(pieces, places[at], places[at + 1], places[at + 2])):
            out.append(joined)
            at += 3
            continue
        for join in JOINS:
            if at + 1 < len(places) and (joined := join(pieces, places[at], places[at + 1])):
                out.append(joined)
                at += 2
                break
        else:
            out.append(_plain(pieces, places[at]))
            at += 1
    return tuple(found for found in out if found)


def _place(pieces: Sequence[Lexeme], run: Run) -> Place:
    before, _ = _unit_before(pieces, run.start)
    after, until = _unit_after(pieces, run.end)
    bare, _ = _unit_after(pieces, run.end - 1) if run.last_scale else (frozenset(), 0)
    return Place(run, before, after, bare, until)


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


def _without_context(pieces: Sequence[Lexeme], places: list[Place]) -> list[Place]:
    """Without the year of "11.3 billion in 1945": it says when, not how much."""
    if len(places) < 2:
        return places
    places = [place for place in places if not _is_article(pieces, place)] or places
    kept = [place for place in places if not _is_year(pieces, place)]
    return kept or places


def _is_article(pieces: Sequence[Lexeme], place: Place) -> bool:
    """Whether it is the "une" of "une perte de 650 millions"."""
    run = place.run
    one = run.end - run.start == 1 and pieces[run.start].role == "number" and fold(pieces[run.start].text) in _ONE
    if not one or place.units or run.end >= len(pieces) or pieces[run.end].role not in ("word", "figure"):
        return False
    return fold(pieces[run.end].text) not in AMONG  # "un sur cinq"


def _is_year(pieces: Sequence[Lexeme], place: Place) -> bool:
    run = place.run
    if place.units or run.end - run.start != 1 or run.start == 0:
        return False
    text, before = pieces[run.start].text, pieces[run.start - 1]
    year = text.isdigit() and len(text) == 4 and 1000 <= int(text) <= 2100
    return year and fold(before.text) in _CONTEXT | _MONTHS


_MONTHS = frozenset(language("en").months)


def _plain(pieces: Sequence[Lexeme], place: Place) -> Readings:
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


def _implied_one(pieces: Sequence[Lexeme], part: Place) -> Readings | None:
    """ "an hour and a half", "hora y media": one is not said."""
    at = part.run.start - 1
    joints: set[str] = set()
    while at >= 0 and pieces[at].roles & {"and", "skip"}:
        joints |= pieces[at].roles
        at -= 1
    if "and" not in joints or at < 0 or pieces[at].role not in ("word", "scale") or not is_part(pieces, part):
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
