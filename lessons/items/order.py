"""Order: put events in time order, and which of two came first."""

from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar

from lessons.grade import Grade, Verdict
from lessons.items.base import ItemBase, Mode
from lessons.items.tapping import mixed, picked, shuffled, unread
from lessons.remembering import remembered
from lessons.response import Response, Tap
from lessons.typed.option import chosen, put_first, sequence


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to place; entries whose `date` (EDTF) is equal are right in either order."""

    text: str
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderItem(ItemBase):
    """`answer` is in the right order."""

    kind: ClassVar[str] = "order"
    mode: ClassVar[Mode] = "sequence"
    answer: tuple[Entry, ...]

    @property
    def key(self) -> str:
        """The entries in the right order, a line each."""
        return "\n".join(entry.text for entry in self.answer)

    @remembered
    def options(self, seed: int) -> tuple[str, ...]:
        """The entries mixed by the seed, never already in the right order."""
        return mixed([entry.text for entry in self.answer], seed)

    def grade(self, response: Response, seed: int) -> Grade:
        """Half credit where at least two thirds of all pairs stand in the right order."""
        options = self.options(seed)
        indices = response.options if isinstance(response, Tap) else sequence(response.text, options)
        if indices is None or sorted(indices) != list(range(len(options))):
            return unread(response, "no_order", {"count": str(len(options))})
        return self._grade_order([options[index] for index in indices])

    def _grade_order(self, said: list[str]) -> Grade:
        place = {entry.text: index for index, entry in enumerate(self.answer)}
        understood = "\n".join(said)
        pairs = list(combinations([self.answer[place[text]] for text in said], 2))
        right = sum(place[a.text] <= place[b.text] or (a.date is not None and a.date == b.date) for a, b in pairs)
        if right == len(pairs):
            return Grade(Verdict.EXACT, 1, "exact", understood=understood)
        placed = sum(text == entry.text for text, entry in zip(said, self.answer, strict=True))
        data = {"right": str(placed), "of": str(len(said))}
        if right * 3 >= len(pairs) * 2:
            return Grade(Verdict.NEAR, 0.5, "some_right", data, understood)
        return Grade(Verdict.WRONG, 0, "wrong_order", understood=understood)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstItem(ItemBase):
    """Which came first? `answer` is the earlier, then the later."""

    kind: ClassVar[str] = "first"
    mode: ClassVar[Mode] = "one"
    answer: tuple[Entry, Entry]

    @property
    def key(self) -> str:
        """The earlier of the two."""
        return self.answer[0].text

    @remembered
    def options(self, seed: int) -> tuple[str, ...]:
        """The two, mixed by the seed."""
        return shuffled([entry.text for entry in self.answer], seed)

    def grade(self, response: Response, seed: int) -> Grade:
        """Right or wrong."""
        options = self.options(seed)
        if isinstance(response, Tap):
            index = response.options[0] if len(response.options) == 1 else None
        else:
            index = chosen(response.text, options)
            index = put_first(response.text, options) if index is None else index
        if index is None or not 0 <= index < len(options):
            return unread(response, "no_option")
        return picked(options[index], self.key, lambda _: None)
