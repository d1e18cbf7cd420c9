"""Cloze: a sentence with its figure, date or word hidden."""

from dataclasses import dataclass
from typing import ClassVar

from lessons.grade import Grade
from lessons.items.base import ItemBase, Mode
from lessons.items.date import DateItem
from lessons.items.number import NumberItem
from lessons.items.text import TextItem
from lessons.response import Response

BLANK = "____"
"""What stands for the hidden words in a stem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClozeItem(ItemBase):
    """The stem holds `BLANK` once; `answer` is the item that grades what goes there (same id and stem)."""

    kind: ClassVar[str] = "cloze"
    answer: NumberItem | DateItem | TextItem

    @property
    def mode(self) -> Mode:
        """As the hidden item is answered."""
        return self.answer.mode

    @property
    def key(self) -> str:
        """The hidden words."""
        return self.answer.key

    def options(self, seed: int) -> tuple[str, ...]:
        """The options of the hidden item."""
        return self.answer.options(seed)

    def grade(self, response: Response, seed: int) -> Grade:
        """The grade of the hidden item."""
        return self.answer.grade(response, seed)
