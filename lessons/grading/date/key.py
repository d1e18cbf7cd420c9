"""What does a date item know of right and wrong?"""

from collections.abc import Iterator
from dataclasses import dataclass

from lessons.calendars import day_number, from_day_number
from lessons.date_answer import DateAnswer, Precision, WrongDate
from lessons.edtf import Partial, Period, opening, parse


@dataclass(frozen=True, slots=True)
class DateKey:
    """All that a date item knows of right and wrong. `prompt`: the question, whose own figures are no answers."""

    answer: DateAnswer
    precision: Precision | None = None
    accept: tuple[DateAnswer, ...] = ()
    partly: tuple[WrongDate, ...] = ()
    wrong: tuple[WrongDate, ...] = ()
    prompt: str = ""


def periods(answer: DateAnswer) -> Iterator[tuple[Period, bool]]:
    """The key; where it is in the old style, also the same day in ours."""
    period = parse(answer.edtf, julian=answer.calendar == "julian")
    if period is None:
        return
    yield period, False
    day = period.start
    if answer.calendar == "julian" and day and day == period.end and day.year is not None and day.month and day.day:
        year, month, number = from_day_number(day_number(day.year, day.month, day.day, julian=True))
        ours = Partial(year, month, number)
        yield Period(ours, ours), True


def cut(key: Partial, precision: Precision | None) -> Partial:
    """The key as exact as it has to be known."""
    if key.year is None or precision is None or key.unit in ("decade", "century"):
        return key
    match precision:
        case "month" if key.unit == "day":
            return Partial(key.year, key.month, None, "month")
        case "year":
            return Partial(key.year, unit="year")
        case "decade":
            return Partial(opening(key.year, 10), unit="decade")
        case "century":
            return Partial(opening(key.year, 100), unit="century")
    return key
