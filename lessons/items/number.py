"""Number: a typed figure with its unit and tolerance; estimate: a guess scored by how close it is."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from lessons.grade import Grade, Verdict
from lessons.grading.estimate import grade_estimate
from lessons.grading.figure import FigureKey, grade_figure, read
from lessons.items.base import ItemBase, Mode
from lessons.items.tapping import picked, tapped, with_decoys
from lessons.quantity import Quantity, Tolerance, WrongQuantity
from lessons.response import Response, Tap, Typed
from lessons.typed.fold import same
from lessons.typed.option import by_mark
from lessons.typed.units import relations, scaled

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
        """The figure among its decoys, ascending; the same for every seed."""
        return with_decoys(self.id, self.key, self.decoys, self._size)

    def grade(self, response: Response, seed: int) -> Grade:
        """By the table in `lessons.grading.figure`; a decoy that was chosen is wrong however near it lies."""
        options = self.options(seed)
        if isinstance(response, Tap):
            return tapped(options, self.key, response, self._feedback)
        grade = grade_figure(response.text, response.language, self._figure_key)
        if not options or grade.verdict is Verdict.EXACT:
            return grade
        index = by_mark(response.text, len(options))
        if index is None:
            index = self._decoy_said(response, options)
        if index is None:
            return grade
        chosen = picked(options[index], self.key, self._feedback)
        return grade if grade.fraction > chosen.fraction and by_mark(response.text, 9) is not None else chosen

    @property
    def _figure_key(self) -> FigureKey:
        return FigureKey(self.answer, self.accept, self.partly, self.wrong, self.unit_only, self.prompt)

    def _size(self, shown: str) -> Decimal | None:
        """The value of an option; None where it is no figure."""
        if shown == self.key:
            return self.answer.value
        return next(iter(self._values(shown, "en")), None)

    def _values(self, text: str, code: str) -> list[Decimal]:
        """What a text with one figure can be in the unit asked; readings that name the unit come first."""
        found = read(text, code, self._figure_key)
        readings = sorted(found[0], key=lambda reading: not reading.units) if len(found) == 1 else ()
        return [
            scaled(reading.value, way.factor)
            for reading in readings
            if reading.high is None
            for way in (relations(reading.units, self.answer.unit) or ())[:1]
        ]

    def _decoy_said(self, response: Typed, options: tuple[str, ...]) -> int | None:
        """The decoy whose figure was typed, in so many words or by value."""
        decoys = {index: option for index, option in enumerate(options) if option != self.key}
        values = self._values(response.text, response.language)
        for index, option in decoys.items():
            if same(response.text, option) or self._size(option) in values:
                return index
        return None

    def _feedback(self, shown: str) -> str | None:
        if shown == self.key:
            return None
        grade = grade_figure(shown, "en", self._figure_key)
        return grade.feedback


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
        """See `lessons.grading.estimate`."""
        if isinstance(response, Tap):
            return Grade(Verdict.UNREADABLE, 0, "no_number")
        return grade_estimate(response.text, response.language, FigureKey(self.answer, prompt=self.prompt))
