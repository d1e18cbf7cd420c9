"""Choice: one right option or several."""

from dataclasses import dataclass
from typing import ClassVar

from lessons.items.base import ItemBase, Mode


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose; `feedback` is shown to those who chose it."""

    text: str
    right: bool = False
    feedback: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceItem(ItemBase):
    """The learner picks; `several` when more than one option is right."""

    kind: ClassVar[str] = "choice"
    answer: tuple[Option, ...]

    @property
    def several(self) -> bool:
        return sum(option.right for option in self.answer) > 1

    @property
    def mode(self) -> Mode:
        return "many" if self.several else "one"
