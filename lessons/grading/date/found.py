"""What came out of holding one date against another: the verdict, the reason and its data."""

from lessons.calendars import day_number, days_in
from lessons.edtf import Partial
from lessons.grade import Verdict

Found = tuple[Verdict, str, dict[str, str]]
CREDIT = {
    Verdict.EXACT: 1.0,
    Verdict.CLOSE: 0.75,
    Verdict.NEAR: 0.5,
    Verdict.SIZE_SLIP: 0.25,
    Verdict.WRONG: 0.0,
}


def no(said: Partial, key: Partial) -> Found:
    """Wrong, and to which side."""
    if said.year is None or key.year is None or said.year == key.year:
        return Verdict.WRONG, "wrong_date", {}
    return Verdict.WRONG, "too_early" if said.year < key.year else "too_late", {}


def number(date: Partial) -> int:
    """The Julian day number of a full date; a day that the month has not is its last."""
    assert date.year is not None
    assert date.month is not None
    assert date.day is not None
    return day_number(date.year, date.month, min(date.day, days_in(date.year, date.month, julian=True)))
