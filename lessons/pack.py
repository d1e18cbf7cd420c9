"""What does a lesson pack hold? Pack, Lesson, Reading and their parts: frozen values, no behaviour but look-up."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lessons.items import Item
from lessons.rich import Rich, plain
from lessons.source import Position, Source

FORMAT = 1
"""The number of the pack format that this program reads and writes."""

BlockKind = Literal["paragraph", "heading", "bullet", "numbered", "quote", "image"]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, one list entry, one sub-heading or one picture of a reading.

    An image's `text` is its alternative text and `path` its place in the pack.
    """

    kind: BlockKind
    text: Rich
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A short text shown as one card before its questions; `id` is unique in the pack."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    source: str | None = None
    """Key of the `Source` that the text was taken from; None for text of the pack's authors."""

    @property
    def text(self) -> str:
        """The words alone, a line a block."""
        return "\n".join(plain(block.text) for block in self.blocks if block.kind != "image")


@dataclass(frozen=True, slots=True)
class Lesson:
    """Readings in the order of teaching and the items on them; an item names its reading."""

    id: str
    title: str
    readings: tuple[Reading, ...]
    items: tuple[Item, ...]
    minutes: int | None = None
    after: tuple[str, ...] = ()
    position: Position | None = field(default=None, compare=False)

    def items_of(self, reading_id: str) -> tuple[Item, ...]:
        """The items taught by that reading."""
        return tuple(item for item in self.items if item.reading == reading_id)

    @property
    def loose_items(self) -> tuple[Item, ...]:
        """Items that no reading of this lesson teaches; they are asked at the lesson's end."""
        known = {reading.id for reading in self.readings}
        return tuple(item for item in self.items if item.reading not in known)


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture or sound in the pack's folder; `data` is None when only the name is known."""

    path: str
    kind: str
    sha256: str | None = None
    author: str | None = None
    licence: str | None = None
    source: str | None = None
    data: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Pack:
    """A set of lessons with its card: who made it, from what, under which licence."""

    key: str
    version: str
    title: str
    language: str
    licence: str
    lessons: tuple[Lesson, ...]
    description: str = ""
    authors: tuple[str, ...] = ()
    subject: str | None = None
    age: str | None = None
    tags: tuple[str, ...] = ()
    translation_of: str | None = None
    sources: tuple[Source, ...] = ()
    media: tuple[Medium, ...] = ()
    notice: str | None = None
    """A sentence shown above the readings, such as "This text argues a view"."""

    def items(self) -> Iterator[tuple[Lesson, Item]]:
        """Every item with its lesson, in the order of teaching."""
        for lesson in self.lessons:
            for item in lesson.items:
                yield lesson, item

    def source(self, key: str) -> Source | None:
        """The source of that key, if the pack names it."""
        return next((source for source in self.sources if source.key == key), None)
