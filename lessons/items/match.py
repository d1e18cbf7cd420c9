"""Match: figure to what it counts, event to its year."""

from dataclasses import dataclass
from typing import ClassVar

from lessons.grade import Grade, Verdict
from lessons.items.base import ItemBase, Mode
from lessons.items.tapping import mixed, some_right, unread
from lessons.remembering import remembered
from lessons.response import Response, Tap
from lessons.typed.option import pairing


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

    @property
    def key(self) -> str:
        """The pairs, a line each: "left → right"."""
        return "\n".join(f"{pair.left} → {pair.right}" for pair in self.answer)

    @property
    def lefts(self) -> tuple[str, ...]:
        """The left sides in the order asked."""
        return tuple(pair.left for pair in self.answer)

    @remembered
    def options(self, seed: int) -> tuple[str, ...]:
        """The right sides, mixed by the seed; one that belongs to two left sides stands twice."""
        return mixed([pair.right for pair in self.answer], seed)

    def grade(self, response: Response, seed: int) -> Grade:
        """A tap names the option of each left side in turn. Half credit from half of the pairs up."""
        options = self.options(seed)
        indices = response.options if isinstance(response, Tap) else pairing(response.text, self.lefts, options)
        if indices is None or len(indices) != len(self.answer):
            return unread(response, "no_pairs", {"count": str(len(self.answer))})
        if not all(0 <= index < len(options) for index in indices):
            return Grade(Verdict.UNREADABLE, 0, "no_option")
        said = [options[index] for index in indices]
        right = sum(pair.right == text for pair, text in zip(self.answer, said, strict=True))
        grade = some_right(right, len(said))
        understood = "\n".join(f"{left} → {text}" for left, text in zip(self.lefts, said, strict=True))
        return Grade(grade.verdict, grade.fraction, grade.reason, grade.data, understood)
