"""Which number is "two and a half million"? Runs of figures and number words, added up."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from lessons.languages import languages
from lessons.typed.fold import fold
from lessons.typed.lexemes import Lexeme
from lessons.typed.sums import Numeral, more, sums
from lessons.typed.units import codes_of

_MANY = frozenset(("hundreds", "thousands", "millions", "billions", "trillions", "ribuan"))
"""Alone they say no number: "thousands of people"."""
_LONGEST = 40
"""Pieces of one run: no number that has a name takes as many."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring pieces that make one number: `pieces[start:end]` of the answer, with all its readings."""

    start: int
    end: int
    readings: tuple[Numeral, ...]
    last_scale: Lexeme | None = None
    """A size letter at the end that may be a unit ("5 m"): readings without it follow in `bare`."""
    bare: tuple[Numeral, ...] = ()


def runs(pieces: Sequence[Lexeme]) -> list[Run]:
    """All numbers of the answer, in order."""
    found: list[Run] = []
    at = 0
    while at < len(pieces):
        end = _end(pieces, at)
        while end > at and not (values := sums(pieces[at:end])):
            end -= 1
        if end == at:
            at += 1
            continue
        while end > at + 1 and pieces[end - 1].role == "joint":  # "sieben von" of "sieben von zehn"
            end -= 1
        last = pieces[end - 1]
        letter = last if last.role == "scale" and _is_a_unit_too(last) and end - at > 1 else None
        bare = sums(pieces[at : end - 1]) if letter else ()
        found.append(Run(at, end, values, letter, bare))
        at = end
    return found


def _is_a_unit_too(scale: Lexeme) -> bool:
    """Whether a size word may be a unit: "m" metres, Russian "ярд" a yard."""
    return scale.power != 2 and (len(scale.text) <= 2 or bool(codes_of(scale.text)))


def _end(pieces: Sequence[Lexeme], at: int) -> int:
    """Where a run that begins here must end at the latest; `at` itself if none begins."""
    if not _opens(pieces, at):
        return at
    end, last = at + 1, min(len(pieces), at + _LONGEST)
    while end < last and _continues(pieces, at, end):
        end += 1
    while end > at + 1 and pieces[end - 1].role in ("joint", "dash", "slash", "sign"):
        end -= 1
    return end


def _opens(pieces: Sequence[Lexeme], at: int) -> bool:
    piece = pieces[at]
    if piece.role == "scale":  # "a million", but not "a few million"
        if piece.text in _MANY:
            return False
        return (len(piece.text) > 2 or piece.value != 0 or piece.power == 2) and (at == 0 or not _vague(pieces[at - 1]))
    if more(piece) is not None:
        return at + 1 < len(pieces) and pieces[at + 1].role in ("figure", "number", "scale")
    return piece.role in ("figure", "number", "fraction")


def _vague(piece: Lexeme) -> bool:
    """Whether a word that is no figure says how many: "few", "several", or one that we do not know."""
    return piece.role == "word" and fold(piece.text) not in _about() and not codes_of(piece.text)


@cache
def _about() -> frozenset[str]:
    """The words of every language that say "about"; made when first asked for, since it opens all their tables."""
    return frozenset(fold(word) for one in languages() for phrase in one.approximators for word in phrase.split())


def _continues(pieces: Sequence[Lexeme], start: int, at: int) -> bool:
    piece, before = pieces[at], pieces[at - 1]
    match piece.role:
        case "figure":
            return (
                before.role in ("scale", "slash")
                or more(before) is not None
                or (before.role == "sign" and at - 1 > start)
                or "point" in before.roles
                or _mixed(pieces, at)
                or _goes_on(pieces, at)
            )
        case "number":
            return not (before.role == "figure" and len(piece.text) > 0)
        case "scale" | "fraction":
            return True
        case "joint":
            if "oh" in piece.roles:
                return before.role == "number" and at + 1 < len(pieces) and pieces[at + 1].role == "number"
            return bool(piece.roles & {"and", "point", "skip"}) and at + 1 < len(pieces)
        case "dash":
            return (
                piece.glued
                and before.role in ("number", "scale", "figure", "fraction")
                and at + 1 < len(pieces)
                and pieces[at + 1].role in (("scale",) if before.role == "figure" else ("number", "scale", "fraction"))
            )
        case "sign":
            return piece.text == "," and _smaller_follows(pieces, at)
        case "slash":
            return before.role == "figure" and at + 1 < len(pieces) and pieces[at + 1].role == "figure"
    return False


def _goes_on(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether "14 billion and 600 million" goes on here."""
    sized = at + 1 < len(pieces) and pieces[at + 1].role == "scale"
    return sized and "and" in pieces[at - 1].roles and at >= 2 and pieces[at - 2].role == "scale"


def _smaller_follows(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether "one thousand, five hundred" goes on here, and no list: what follows must have a smaller size."""
    before, after = pieces[at - 1], pieces[at + 1 : at + 10]
    if before.role != "scale" or not before.power or not after or after[0].role not in ("number", "figure"):
        return False
    end = next((place for place, piece in enumerate(after) if piece.role in ("sign", "word")), len(after))
    powers = [piece.power for piece in after[:end] if piece.role == "scale" and piece.power >= 3]
    return max(powers, default=2 if after[0].role == "number" else before.power) < before.power


def _mixed(pieces: Sequence[Lexeme], at: int) -> bool:
    """Whether "2 1/2" goes on here."""
    return (
        pieces[at - 1].role == "figure"
        and at + 2 < len(pieces)
        and pieces[at + 1].role == "slash"
        and pieces[at + 2].role == "figure"
    )
