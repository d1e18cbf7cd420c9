"""Date: a typed date in any common form, as exact as the source gives it."""

from dataclasses import dataclass
from typing import ClassVar

from lessons.date_answer import DateAnswer, Precision, WrongDate
from lessons.edtf import parse
from lessons.grade import Grade, Verdict
from lessons.grading.date import DateKey, grade_date
from lessons.items.base import ItemBase, Mode
from lessons.items.tapping import picked, tapped, with_decoys
from lessons.response import Response, Tap, Typed
from lessons.typed.dates import dates
from lessons.typed.fold import same
from lessons.typed.option import by_mark

__all__ = ["DateAnswer", "DateItem", "Precision", "WrongDate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateItem(ItemBase):
    """Typed, or tapped where there are `decoys`. `precision` says what is enough; None: all that the answer gives."""

    kind: ClassVar[str] = "date"
    answer: DateAnswer
    precision: Precision | None = None
    accept: tuple[DateAnswer, ...] = ()
    partly: tuple[WrongDate, ...] = ()
    wrong: tuple[WrongDate, ...] = ()
    decoys: tuple[str, ...] = ()

    @property
    def mode(self) -> Mode:
        """Tapped where there are decoys."""
        return "one" if self.decoys else "typed"

    @property
    def key(self) -> str:
        """The date as the author wrote it."""
        return self.answer.shown

    def options(self, seed: int) -> tuple[str, ...]:
        """The date among its decoys, earliest first; the same for every seed."""
        return with_decoys(self.id, self.key, self.decoys, self._place)

    def grade(self, response: Response, seed: int) -> Grade:
        """By the table in `lessons.grading.date`; a decoy that was chosen is wrong however near it lies."""
        options = self.options(seed)
        if isinstance(response, Tap):
            return tapped(options, self.key, response, self._feedback)
        grade = grade_date(response.text, response.language, self._date_key)
        if not options or grade.verdict is Verdict.EXACT:
            return grade
        index = by_mark(response.text, len(options))
        if index is None:
            index = self._decoy_said(response, options)
        return grade if index is None else picked(options[index], self.key, self._feedback)

    @property
    def _date_key(self) -> DateKey:
        return DateKey(self.answer, self.precision, self.accept, self.partly, self.wrong)

    def _place(self, shown: str) -> tuple[int, int, int] | None:
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

    def _feedback(self, shown: str) -> str | None:
        if shown == self.key:
            return None
        return grade_date(shown, "en", self._date_key).feedback
