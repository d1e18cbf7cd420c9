"""Match: figure to what it counts, event to its year."""

from dataclasses import dataclass
from typing import ClassVar

from lessons.items.base import ItemBase, Mode


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that belong together."""

    left: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchItem(ItemBase):
    """`answer` holds the right pairs; the left sides are asked in order, the right sides are the options."""

    kind: ClassVar[str] = "match"
    mode: ClassVar[Mode] = "pairs"
    answer: tuple[Pair, ...]
