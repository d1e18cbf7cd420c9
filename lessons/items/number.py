"""Number: a typed figure with its unit and tolerance; estimate: a guess scored by how close it is."""

from dataclasses import dataclass
from typing import ClassVar

from lessons.grade import Grade, Verdict
from lessons.items.base import ItemBase, Mode
from lessons.items.tapping import gave_up_grade, picked, tapped, with_decoys
from lessons.quantity import Quantity, Tolerance, WrongQuantity
from lessons.response import Response, Tap
from lessons.typed.aside import gave_up
from lessons.typed.option import chosen

__all__ = ["EstimateItem", "NumberItem", "Quantity", "Tolerance", "WrongQuantity"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberItem(ItemBase):
    """Typed, or tapped where there are `decoys` (wrong figures as they are shown)."""

    kind: ClassVar[str] = "number"
    answer: Quantity
    accept: tuple[Quantity, ...] = ()
    partly: tuple[WrongQuantity, ...] = ()
    wrong: tuple[WrongQuantity, ...] = ()
    decoys: tuple[str, ...] = ()
    unit_only: bool = False
    """True: answers in another unit of the same dimension are not converted."""

    @property
    def mode(self) -> Mode:
        """Tapped where there are decoys."""
        return "one" if self.decoys else "typed"

    @property
    def key(self) -> str:
        """The figure as the author wrote it."""
        return self.answer.shown

    def options(self, seed: int) -> tuple[str, ...]:
        """The figure among its decoys, ascending."""
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
        return Grade(Verdict.UNREADABLE, 0, "no_number")


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateItem(ItemBase):
    """A guess at a figure, scored by how close it is in proportion."""

    kind: ClassVar[str] = "estimate"
    mode: ClassVar[Mode] = "typed"
    answer: Quantity

    @property
    def key(self) -> str:
        """The figure as the author wrote it."""
        return self.answer.shown

    def options(self, seed: int) -> tuple[str, ...]:
        """None: a guess is typed."""
        return ()

    def grade(self, response: Response, seed: int) -> Grade:
        """See the table of verdicts in the manual's page on grading."""
        if isinstance(response, Tap):
            return Grade(Verdict.UNREADABLE, 0, "no_number")
        if gave_up(response.text, response.language):
            return gave_up_grade()
        return Grade(Verdict.UNREADABLE, 0, "no_number")
