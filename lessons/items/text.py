"""Text: a short typed answer, forgiving of case, accents and slips."""

from dataclasses import dataclass
from typing import ClassVar

from lessons.items.base import ItemBase, Mode


@dataclass(frozen=True, slots=True)
class WrongText:
    """An answer that learners give for a known reason, with the words that help."""

    text: str
    feedback: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextItem(ItemBase):
    """Typed, or tapped where there are `decoys`."""

    kind: ClassVar[str] = "text"
    answer: str
    accept: tuple[str, ...] = ()
    partly: tuple[WrongText, ...] = ()
    wrong: tuple[WrongText, ...] = ()
    decoys: tuple[str, ...] = ()

    @property
    def mode(self) -> Mode:
        return "one" if self.decoys else "typed"
