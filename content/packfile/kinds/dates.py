"""How does `date:` make an item?"""

from typing import Any, get_args

from content.packfile.answers.dates import BadDate, read_date
from content.packfile.answers.faults import date_fault
from content.packfile.inline import words
from content.packfile.kinds.foreseen import decoys_beside, foreseen, right_and_wrong
from content.packfile.kinds.making import Making, shown
from content.packfile.located import Located
from lessons.edtf import parse
from lessons.items import DateAnswer, DateItem, WrongDate
from lessons.items.date import Precision

PRECISIONS: tuple[Precision, ...] = get_args(Precision)


def date(making: Making, common: dict[str, Any]) -> DateItem | None:
    """The item of `date:`; None where its answer is no date."""
    julian = _julian(making)
    found = _date(making, making.answer("date"), julian=julian)
    others = foreseen(making, lambda piece: _date(making, piece, julian=julian), WrongDate)
    precision = _precision(making, found)
    _check_decoys(making, julian=julian)
    if found is None:
        return None
    decoys = decoys_beside(making, found.written or found.edtf)
    if any(one.date.edtf == found.edtf for one in others["wrong"]):
        right_and_wrong(making)
    return DateItem(answer=shown(making, found), precision=precision, decoys=decoys, **others, **common)


def _date(making: Making, where: Located, *, julian: bool) -> DateAnswer | None:
    try:
        return read_date(where.text, making.language, julian=julian)
    except BadDate as fault:
        date_fault(making.report, where, fault)
        return None


def _check_decoys(making: Making, *, julian: bool) -> None:
    for piece in making.pieces("decoys"):
        try:
            read_date(words(piece.text), making.language, julian=julian)
        except BadDate:
            making.report.warn("W202", piece, f'the decoy "{piece.text}" is no date')


def _julian(making: Making) -> bool:
    found = making.draft.first("calendar")
    if found is None or found.value.text.casefold() == "gregorian":
        return False
    if found.value.text.casefold() == "julian":
        return True
    making.report.error("E215", found.value, "write calendar: julian or calendar: gregorian")
    return False


def _precision(making: Making, answer: DateAnswer | None) -> Precision | None:
    found = making.draft.first("precision")
    if found is None or not found.value.text:
        return None
    value = found.value.text.casefold()
    if value not in PRECISIONS:
        making.report.error("E216", found.value, f"the precision is one of {', '.join(PRECISIONS)}")
        return None
    if answer and value in ("month", "day") and not _names(answer, value):
        making.report.error("E216", found.value, f"the answer itself names no {value}")
        return None
    return value


def _names(answer: DateAnswer, part: str) -> bool:
    """Whether the date is given to the month or the day, at either end."""
    period = parse(answer.edtf, julian=answer.calendar == "julian")
    return period is not None and any(getattr(end, part, None) for end in (period.start, period.end))
