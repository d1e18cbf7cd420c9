"""Order: put events in time order, and which of two came first."""

from dataclasses import dataclass
from typing import ClassVar

from lessons.items.base import ItemBase, Mode


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstItem(ItemBase):
    """Which came first? `answer` is the earlier, then the later."""

    kind: ClassVar[str] = "first"
    mode: ClassVar[Mode] = "one"
    answer: tuple[Entry, Entry]
