"""Truth: is the statement true or false?"""

from dataclasses import dataclass
from typing import ClassVar

from lessons.items.base import ItemBase, Mode


@dataclass(frozen=True, slots=True, kw_only=True)
class TruthItem(ItemBase):
    """The stem is a statement."""

    kind: ClassVar[str] = "truth"
    mode: ClassVar[Mode] = "one"
    answer: bool
