"""What is shared by items that are typed, or tapped among decoys?"""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace

from lessons.grade import Grade, Verdict
from lessons.items.base import ItemBase, Mode
from lessons.items.tapping import picked, tapped, with_decoys
from lessons.remembering import remembered
from lessons.response import Response, Tap, Typed
from lessons.typed.option import by_mark


@dataclass(frozen=True, slots=True, kw_only=True)
class DecoyedItem(ItemBase, ABC):
    """Typed, or tapped where there are `decoys` (wrong answers as they are shown)."""

    decoys: tuple[str, ...] = ()

    @property
    def mode(self) -> Mode:
        """Tapped where there are decoys."""
        return "one" if self.decoys else "typed"

    @property
    @abstractmethod
    def key(self) -> str:
        """The answer as the author wrote it."""

    def options(self, seed: int) -> tuple[str, ...]:
        """The answer among its decoys, ascending where they have a size; the same for every seed."""
        return self._options()

    @remembered
    def _options(self) -> tuple[str, ...]:
        return with_decoys(self.id, self.key, self.decoys, self._size)

    def _size(self, shown: str) -> object | None:
        """What options are put in order by; None where one has nothing of the kind."""
        return None

    @abstractmethod
    def _feedback(self, shown: str) -> str | None:
        """The author's words for those who chose that option."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredItem(DecoyedItem):
    """A figure or a date: what is typed earns credit by how near it lies, a decoy that was chosen none.

    A decoy typed out is worth what it would be without the options, but never right.
    """

    def grade(self, response: Response, seed: int) -> Grade:
        """By the table of what is asked for; a decoy that was chosen by tap, letter or number is wrong."""
        options = self.options(seed)
        if isinstance(response, Tap):
            return tapped(options, self.key, response, self._feedback)
        grade = self._graded(response.text, response.language)
        if not options or grade.verdict is Verdict.EXACT:
            return grade
        index = by_mark(response.text, len(options))
        if index is None:
            index = self._decoy_said(response, options)
            return grade if index is None else _never_right(grade, self._feedback(options[index]))
        chosen = picked(options[index], self.key, self._feedback)
        # "3" is the third option, unless it is worth more as a figure
        return grade if grade.fraction > chosen.fraction and by_mark(response.text, 9) is not None else chosen

    @abstractmethod
    def _graded(self, text: str, code: str) -> Grade:
        """What the text is worth by itself, without regard to the decoys."""

    @abstractmethod
    def _decoy_said(self, response: Typed, options: tuple[str, ...]) -> int | None:
        """The decoy that was typed, in so many words or by value."""

    @remembered
    def _feedback(self, shown: str) -> str | None:
        return None if shown == self.key else self._graded(shown, "en").feedback


def _never_right(grade: Grade, feedback: str | None) -> Grade:
    """The grade of a typed decoy: at most half, with the author's words for it."""
    if grade.verdict is Verdict.CLOSE:
        reason = "near" if grade.reason == "close" else grade.reason
        grade = replace(grade, verdict=Verdict.NEAR, fraction=0.5, reason=reason)
    return replace(grade, feedback=grade.feedback or feedback)
