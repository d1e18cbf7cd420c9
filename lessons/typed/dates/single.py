"""Which single dates can typed words be?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from lessons.edtf import Partial
from lessons.typed.dates.dated import arranged, dated
from lessons.typed.dates.piece import Piece
from lessons.typed.dates.pieces import pieces_of
from lessons.typed.dates.reading import DateReading
from lessons.typed.dates.vague import centuries_of, decades_of


def single(text: str, code: str) -> tuple[DateReading, ...]:
    """Every date that all of the words can be; a stretch is none."""
    pieces = pieces_of(text, code)
    if pieces is None:
        return ()
    found = [*_readings(pieces)]
    told = [piece for piece in pieces if piece.role != "century" or piece.digits > 1]  # without "в"
    if code[:2] in _WITHOUT_THOUSAND and len(told) == 1 and told[0].ordinal and told[0].spelled:
        found += dated(replace(told[0], digits=2, ordinal=False), None, None, None)  # "двадцать девятый"
    if code[:2] in _WITHOUT_THOUSAND and any(_hundreds(piece) for piece in pieces):
        whole = [replace(one, value=one.value + 1000, digits=4) if _hundreds(one) else one for one in pieces]
        found += _readings(whole)
    return tuple(dict.fromkeys(found))


_WITHOUT_THOUSAND = ("ru", "uk")
"""Where 1812 is also said "in the eight hundred and twelfth", and 1929 "in the twenty-ninth"."""


def _hundreds(piece: Piece) -> bool:
    return piece.role == "number" and piece.spelled and 500 <= piece.value <= 999


def _readings(pieces: Sequence[Piece]) -> Iterator[DateReading]:
    roles = [piece.role for piece in pieces]
    bc = True if "bc" in roles else False if "ad" in roles else None
    numbers = [piece for piece in pieces if piece.role == "number"]
    months = [piece for piece in pieces if piece.role == "month"]
    decades = _decades(pieces)
    if len({piece.value for piece in decades}) > 1:  # "the thirties or forties"
        return
    if "century" in roles:
        centuries = [*centuries_of(pieces, bc)]
        sure = any(_is_century(before, piece) for before, piece in pairwise((Piece("nothing"), *pieces)))
        if decades and len(centuries) == 1 and decades[0].digits <= 2:  # "the nineties of the 19th century"
            opened = centuries[0].date.year or 0
            yield DateReading(Partial(opened + decades[0].value, unit="decade"), bc=bc)
            return
        if sure and len({one.date for one in centuries}) > 1:  # "16th to 17th century"
            return
        yield from centuries
        if sure and len(numbers) == 1 and not months:
            return  # "14 век" is no year of another century
    if decades:
        yield from decades_of(decades[0], bc)
        return
    if "decade" in roles and len(numbers) == 1:
        yield from decades_of(replace(numbers[0], value=numbers[0].value // 10 * 10), bc)
        if numbers[0].value % 10 == 0:  # "the sixteen hundreds", "años 80" are no year
            return
    if "season" in roles:
        season = next(piece.value for piece in pieces if piece.role == "season")
        for year in numbers or (None,):
            yield from dated(year, season, None, bc)
        return
    if not months and len(numbers) == 2 and all(one.spelled and not one.ordinal for one in numbers):
        first, second = numbers
        if 0 < first.value < 10 <= second.value < 100:  # "two sixteen BC", "three thirty"
            yield from dated(Piece("number", first.value * 100 + second.value, 3, spelled=True), None, None, bc)
    if len(months) > 1 or len(numbers) > 3 - len(months):
        return
    if not months and len(numbers) > 1 and _parted(pieces):
        return
    if romans := [piece for piece in pieces if piece.role == "roman"]:
        yield from _with_roman(romans[0], numbers, bc)
    yield from arranged(numbers, months[0].value if months else None, bc)


def _is_century(before: Piece, piece: Piece) -> bool:
    """Whether the word is no other: Russian "в" is "in", too, but not behind a number."""
    return piece.role == "century" and (piece.digits > 1 or before.role in ("number", "roman"))


def _decades(pieces: Sequence[Piece]) -> list[Piece]:
    """The decades; of "eighteen thirties" with their century."""
    found = []
    for before, piece in pairwise((Piece("nothing"), *pieces)):
        if piece.role == "decade" and piece.digits:
            century = before.role == "number" and not before.ordinal and 10 <= before.value <= 21 and piece.value < 100
            found.append(replace(piece, value=before.value * 100 + piece.value, digits=4) if century else piece)
    return found


def _parted(pieces: Sequence[Piece]) -> bool:
    """Whether a word that we do not know stands between the numbers: it may have been the month."""
    places = [index for index, piece in enumerate(pieces) if piece.role == "number"]
    return any(piece.role == "unknown" for piece in pieces[places[0] : places[-1]])


def _with_roman(roman: Piece, numbers: Sequence[Piece], bc: bool | None) -> Iterator[DateReading]:
    """ "11.VI.1942", and a year in Roman numerals."""
    if roman.value <= 12 and numbers:
        yield from arranged(numbers, roman.value, bc)
    if not numbers:
        yield from dated(Piece("number", roman.value, 4), None, None, bc)
        yield from centuries_of([roman], bc)
