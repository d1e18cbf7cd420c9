"""Which dates can day, month and year be, whichever order they stand in?"""

from collections.abc import Iterator, Sequence
from itertools import permutations

from lessons.calendars import exists
from lessons.edtf import Partial
from lessons.typed.dates.piece import Piece
from lessons.typed.dates.reading import DateReading


def arranged(numbers: Sequence[Piece], month: int | None, bc: bool | None) -> Iterator[DateReading]:
    """Day, month and year in every order that people write."""
    if month is not None:
        yield from _around_month(numbers, month, bc)
        return
    match numbers:
        case [only]:
            yield from _lone(only, bc)
        case [a, b]:
            if a.digits == b.digits == 2 and 10 <= a.value <= 21 and not a.ordinal:  # "19 45"
                yield from dated(Piece("number", a.value * 100 + b.value, 4), None, None, bc)
            for day, number in permutations((a, b)):
                if number.value <= 12 and not number.ordinal and day.value <= 31:
                    yield from dated(None, number.value, day.value, bc)
            for year, number in permutations((a, b)):
                if 1 <= number.value <= 12 and year.digits >= 2 and not year.ordinal:
                    yield from dated(year, number.value, None, bc)
        case [a, b, c]:
            for year, number, day in ((c, b, a), (c, a, b), (a, b, c)):
                if number.value <= 12 and not year.ordinal:
                    yield from dated(year, number.value, day.value, bc)


def _around_month(numbers: Sequence[Piece], month: int, bc: bool | None) -> Iterator[DateReading]:
    match numbers:
        case []:
            yield from dated(None, month, None, bc)
        case [only]:
            if only.value <= 31 and only.digits <= 2:
                yield from dated(None, month, only.value, bc)
            if only.digits >= 2 and (not only.ordinal or only.value > 31):  # "июнь 44-го"
                yield from dated(only, month, None, bc)
        case [a, b]:
            for day, year in permutations((a, b)):
                told = year is b or year.digits >= 2 or year.spelled or bc is not None  # "1 and 2 November"
                if told and day.value <= 31 and day.digits <= 2 and (not year.ordinal or year.value > 31):
                    yield from dated(year, month, day.value, bc, named=True)


def _lone(only: Piece, bc: bool | None) -> Iterator[DateReading]:
    """One number: a year, a day of nothing in particular, or a whole date run together."""
    text = f"{only.value:0{only.digits}d}"
    if only.digits == 8:
        ymd, dmy, mdy = (
            (text[:4], text[4:6], text[6:]),
            (text[4:], text[2:4], text[:2]),
            (text[4:], text[:2], text[2:4]),
        )
        for year, month, day in (ymd, dmy, mdy):
            if 1 <= int(month) <= 12:
                yield from dated(Piece("number", int(year), 4), int(month), int(day), bc)
    elif only.digits == 6 and not bc:
        one, two, three = int(text[:2]), int(text[2:4]), int(text[4:])
        for last, number, first in ((three, two, one), (three, one, two), (one, two, three)):
            if 1 <= number <= 12:
                yield from dated(Piece("number", last, 2), number, first, bc)
    elif (not only.ordinal or only.value > 31) and (2 <= only.digits <= 5 or bc):
        yield from dated(only, None, None, bc)


def dated(
    year: Piece | None, month: int | None, day: int | None, bc: bool | None, *, named: bool = False
) -> Iterator[DateReading]:
    """The date, if either calendar has it; with the month named, "31 June" is a wrong day rather than no date."""
    number = None if year is None else 1 - year.value if bc else year.value
    if year is not None and not year.value:
        return
    unit = "day" if day else "season" if month and month > 12 else "month" if month else "year"
    if unit == "season" or named or exists(number, month, day) or exists(number, month, day, julian=True):
        short = year is not None and year.digits <= 2 and bc is None and not (year.spelled and year.value > 99)
        yield DateReading(Partial(number, month, day, unit), short, bc)  # type: ignore[arg-type]
