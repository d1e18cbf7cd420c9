"""Which numbers do number words make in a date? "twenty" "first" is 21st, "nineteen" "forty" "two" is 1942."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lessons.typed.dates.piece import Piece


def put_together(pieces: list[Piece], *, by_digits: bool = False) -> list[Piece]:
    """Number words put together: "twenty" "first" is 21st, "nineteen" "forty" "two" is 1942.

    `by_digits`: two small numbers at the end are a year, as in Indonesian "empat lima".
    """
    pieces = [_after_oh(piece, before) for before, piece in pairwise((Piece("nothing"), *pieces))]
    out: list[Piece] = []
    at = 0
    while at < len(pieces):
        end = at
        while end < len(pieces) and pieces[end].spelled:
            end += 1
        if end == at:
            out.append(pieces[at])
            at += 1
        else:
            out += _grouped(pieces[at:end], by_digits)
            at = end
    return out


def _after_oh(piece: Piece, before: Piece) -> Piece:
    """The figure of "nineteen oh 5", as if it were a word."""
    return replace(piece, spelled=True) if piece.role == "number" and piece.digits == 1 and _said_oh(before) else piece


def _said_oh(piece: Piece) -> bool:
    return piece.spelled and _is_oh(piece)


def _grouped(pieces: Sequence[Piece], by_digits: bool = False) -> list[Piece]:
    """Numbers from a row of number words: a day and a year may stand side by side ("eleventh" "nineteen forty two")."""
    if by_digits and len(pieces) > 1 and all(one.role == "number" and 0 < one.value < 10 for one in pieces[-2:]):
        year = Piece("number", pieces[-2].value * 10 + pieces[-1].value, 2, spelled=True)
        return [*(_grouped(pieces[:-2]) if len(pieces) > 2 else ()), year]
    while pieces and _is_oh(pieces[0]):
        pieces = pieces[1:]
    if len(pieces) == 3 and _is_oh(pieces[1]) and _is_oh(pieces[2]) and _EARLIEST <= pieces[0].value <= _LATEST:
        return [Piece("number", pieces[0].value * 100, 4, spelled=True)]  # "nineteen oh oh"
    while pieces and _is_oh(pieces[-1]):
        pieces = pieces[:-1]
    if _is_day_month_year(pieces):
        return list(pieces)
    for cut in range(len(pieces) + 1):
        first, second = _value(pieces[:cut]), _value(pieces[cut:])
        if cut == 0 and second:
            return [second]
        if first and second and first.value <= 31 and (first.ordinal or second.value > 99):
            return [first, second]
        if first and cut == len(pieces):
            return [first]
    side_by_side = len(pieces) == 2 and all(piece.role == "number" for piece in pieces)
    return list(pieces) if side_by_side and pieces[0].value < 10 <= pieces[1].value else []  # "two sixteen"


def _is_day_month_year(pieces: Sequence[Piece]) -> bool:
    """ "Eleven eleven eighteen": three numbers of which none goes on with the next."""
    if len(pieces) != 3 or any(piece.role != "number" for piece in pieces):
        return False
    day, month, year = (piece.value for piece in pieces)
    joined = 20 <= day < 100 and day % 10 == 0 and month < 10
    return 1 <= day <= 31 and 1 <= month <= 12 and 10 <= year <= 99 and not joined


def _is_oh(piece: Piece) -> bool:
    return piece.role == "number" and not piece.value


def _early_year(pieces: Sequence[Piece]) -> Piece | None:
    """ "Four seventy-six", "two oh two"."""
    if len(pieces) != 3 or any(piece.role != "number" for piece in pieces):
        return None
    hundreds, tens, ones = (piece.value for piece in pieces)
    if not 0 < hundreds < 10 or 0 < tens < 10 or tens % 10 or not 0 < ones < 10:
        return None
    return Piece("number", hundreds * 100 + tens + ones, 3, spelled=True)


def _value(pieces: Sequence[Piece]) -> Piece | None:
    if year := _early_year(pieces):
        return year
    total, here = 0, 0
    previous = 0
    for index, piece in enumerate(pieces):
        if piece.role == "ten":  # "empat puluh"
            here, previous = here - previous + (previous or 1) * 10, (previous or 1) * 10
        elif piece.role == "hundred":
            low = here % 100 if here >= 100 else here  # "seribu sembilan ratus": 1000 and 9 hundreds
            here, previous = here - low + (low or 1) * 100, 100
        elif piece.role == "thousand":
            total, here, previous = total + (here or 1) * 1000, 0, 1000
        elif 0 < previous < 10 and 20 <= piece.value < 100 and here % 100 == previous:
            here, previous = here + piece.value, piece.value  # "zwei und vierzig"
        elif (
            not total
            and _EARLIEST <= here <= _LATEST
            and (piece.value >= 10 or not piece.value)
            and not pieces[index - 1].ordinal
        ):
            return _two_halves(here, pieces[index:])
        elif index and piece.value >= previous and previous < 100:
            return None
        elif 10 <= previous < 20 and piece.value < 10 and not (pieces[index - 1].ordinal and piece.ordinal):
            return None  # "décimo tercero" is 13, "ten three" is nothing
        else:
            here, previous = here + piece.value, piece.value
    value = total + here
    if not pieces or not value:
        return None
    ordinal = pieces[-1].ordinal and value <= 31  # "сорок пятый" ends a year, too
    return Piece("number", value, len(str(value)), ordinal, spelled=True)


_EARLIEST, _LATEST = 10, 21
"""Hundreds of years that are said in two halves: "ten sixty-six", "twenty twenty-one"."""


def _two_halves(hundreds: int, pieces: Sequence[Piece]) -> Piece | None:
    """ "nineteen" and "thirteen" or "oh" "five"."""
    after = pieces if pieces[0].value else pieces[1:]
    rest = _value(after) if 1 <= len(after) <= 2 else None
    if rest is None or not 1 <= rest.value <= 99 or (not pieces[0].value and rest.value > 9):
        return None
    return Piece("number", hundreds * 100 + rest.value, 4, rest.ordinal, spelled=True)
