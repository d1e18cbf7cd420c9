"""Date: a typed date in any common form, as exact as the source gives it."""

from dataclasses import dataclass
from typing import ClassVar

from lessons.date_answer import DateAnswer, Precision, WrongDate
from lessons.grade import Grade, Verdict
from lessons.items.base import ItemBase, Mode
from lessons.items.tapping import gave_up_grade, picked, tapped, with_decoys
from lessons.response import Response, Tap
from lessons.typed.aside import gave_up
from lessons.typed.option import chosen

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
        """The date among its decoys, earliest first."""
        return with_decoys(self.id, self.key, self.decoys, lambda _: None)

    def grade(self, response: Response, seed: int) -> Grade:
        """See the table of verdicts in the manual's page on grading."""
        options = self.options(seed)
        if isinstance(response, Tap):
            return tapped(options, self.key, response, lambda _: None)
        index = chosen(response.text, options or (self.key,))
        if index is not None:
            return picked((options or (self.key,))[index], self.key, lambda _: None)
        if gave_up(response.text, response.language):
            return gave_up_grade()
        return Grade(Verdict.UNREADABLE, 0, "no_date")
