"""Date: a typed date in any common form, as exact as the source gives it."""

from dataclasses import dataclass
from typing import ClassVar

from lessons.date_answer import DateAnswer, Precision, WrongDate
from lessons.edtf import parse
from lessons.grade import Grade
from lessons.grading.date import DateKey, grade_date
from lessons.items.decoyed import MeasuredItem
from lessons.response import Typed
from lessons.typed.dates import dates
from lessons.typed.fold import same

__all__ = ["DateAnswer", "DateItem", "Precision", "WrongDate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateItem(MeasuredItem):
    """Typed, or tapped where there are `decoys`. `precision` says what is enough; None: all that the answer gives."""

    kind: ClassVar[str] = "date"
    answer: DateAnswer
    precision: Precision | None = None
    accept: tuple[DateAnswer, ...] = ()
    partly: tuple[WrongDate, ...] = ()
    wrong: tuple[WrongDate, ...] = ()

    @property
    def key(self) -> str:
        """The date as the author wrote it."""
        return self.answer.shown

    def _graded(self, text: str, code: str) -> Grade:
        """By the table in `lessons.grading.date`."""
        key = DateKey(self.answer, self.precision, self.accept, self.partly, self.wrong, self.prompt)
        return grade_date(text, code, key)

    def _size(self, shown: str) -> tuple[int, int, int] | None:
        """Where an option stands in time; None where it is no date."""
        if shown == self.key and (period := parse(self.answer.edtf, julian=self.answer.calendar == "julian")):
            start = period.start
        else:
            read = dates(shown, "en")
            start = read[0].date if read else None
        return (start.year or 0, start.month or 0, start.day or 0) if start else None

    def _decoy_said(self, response: Typed, options: tuple[str, ...]) -> int | None:
        """The decoy whose date was typed, in so many words or as the same date."""
        said = {reading.date for reading in dates(response.text, response.language) if not reading.short}
        for index, option in enumerate(options):
            meant = {reading.date for reading in dates(option, "en")}
            if option != self.key and (same(response.text, option) or said & meant):
                return index
        return None
