"""Number: a typed figure with its unit and tolerance; estimate: a guess scored by how close it is."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from lessons.grade import Grade, Verdict
from lessons.grading.estimate import grade_estimate
from lessons.grading.figure import FigureKey, grade_figure, read
from lessons.items.base import ItemBase, Mode
from lessons.items.decoyed import MeasuredItem
from lessons.quantity import Quantity, Tolerance, WrongQuantity
from lessons.response import Response, Tap, Typed
from lessons.typed.fold import same
from lessons.typed.units import relations

__all__ = ["EstimateItem", "NumberItem", "Quantity", "Tolerance", "WrongQuantity"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberItem(MeasuredItem):
    """A figure, with its unit where it has one."""

    kind: ClassVar[str] = "number"
    answer: Quantity
    accept: tuple[Quantity, ...] = ()
    partly: tuple[WrongQuantity, ...] = ()
    wrong: tuple[WrongQuantity, ...] = ()
    unit_only: bool = False
    """True: answers in another unit of the same dimension are not converted."""

    @property
    def key(self) -> str:
        """The figure as the author wrote it."""
        return self.answer.shown

    def _graded(self, text: str, code: str) -> Grade:
        """By the table in `lessons.grading.figure`."""
        return grade_figure(text, code, self._figure_key)

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
            way.of(reading.value)
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
