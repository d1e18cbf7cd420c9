"""What does every item have, whatever its kind?"""

from dataclasses import dataclass, field
from typing import Literal

from lessons.rich import Rich, plain
from lessons.source import Citation, Position

Mode = Literal["one", "many", "sequence", "pairs", "typed"]
"""How an item is answered by tapping: one option, several, all in order, left to right in pairs, or only by typing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemBase:
    """The common fields. `id` is unique in the pack and outlives edits; `was` is an earlier id."""

    id: str
    stem: Rich
    reading: str | None = None
    """Id of the reading that teaches the item."""
    context: str | None = None
    """A sentence shown above the stem where the stem alone would not say who or when is meant."""
    hints: tuple[str, ...] = ()
    why: str | None = None
    """The author's explanation, shown after the answer."""
    sources: tuple[Citation, ...] = ()
    level: int | None = None
    """1 (easy) to 5."""
    tags: tuple[str, ...] = ()
    was: str | None = None
    position: Position | None = field(default=None, compare=False)

    @property
    def prompt(self) -> str:
        """The stem's words alone."""
        return plain(self.stem)

    def hint(self, number: int) -> str | None:
        """The author's hint of that number, counting from 0; None past the last."""
        return self.hints[number] if 0 <= number < len(self.hints) else None
