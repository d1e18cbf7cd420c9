"""Which decades and centuries can the parts of a date be?"""

from collections.abc import Iterator, Sequence

from lessons.edtf import Partial, opening
from lessons.typed.dates.piece import Piece
from lessons.typed.dates.reading import DateReading


def centuries_of(pieces: Sequence[Piece], bc: bool | None) -> Iterator[DateReading]:
    """Each number taken for a century: "19th" is 1800."""
    for piece in pieces:
        if piece.role in ("number", "roman") and 1 <= piece.value <= 30:
            first = -piece.value * 100 + 1 if bc else (piece.value - 1) * 100
            yield DateReading(Partial(first, unit="century"), bc=bc)


def decades_of(piece: Piece, bc: bool | None) -> Iterator[DateReading]:
    """The decade, and the century where its number is a round one: "the 1800s"."""
    year = -piece.value if bc else piece.value
    if piece.value % 100 == 0 and piece.digits >= 3:
        yield DateReading(Partial(opening(year, 100), unit="century"), bc=bc)
    yield DateReading(Partial(opening(year, 10), unit="decade"), short=piece.digits <= 2, bc=bc)
