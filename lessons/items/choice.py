"""Choice: one right option or several."""

from dataclasses import dataclass
from typing import ClassVar

from lessons.grade import Grade, Verdict
from lessons.items.base import ItemBase, Mode
from lessons.items.tapping import picked, shuffled, unread
from lessons.remembering import remembered
from lessons.response import Response, Tap
from lessons.typed.option import chosen, several


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
    @remembered
    def several(self) -> bool:
        """Whether more than one option is right."""
        return sum(option.right for option in self.answer) > 1

    @property
    def mode(self) -> Mode:
        """One tap, or several."""
        return "many" if self.several else "one"

    @property
    def key(self) -> str:
        """The right options, a line each, in the author's order."""
        return "\n".join(option.text for option in self.answer if option.right)

    @remembered
    def options(self, seed: int) -> tuple[str, ...]:
        """All options, shuffled by the seed."""
        return shuffled([option.text for option in self.answer], seed)

    def grade(self, response: Response, seed: int) -> Grade:
        """Half credit where several are right and more right than wrong ones were chosen."""
        options = self.options(seed)
        if isinstance(response, Tap):
            indices = tuple(dict.fromkeys(response.options))
        else:
            read = several(response.text, options) if self.several else None
            one = None if read else chosen(response.text, options, code=response.language)
            if read is None and one is None:
                return unread(response, "no_option")
            indices = read or (one,)  # type: ignore[assignment]
        if not indices or not all(0 <= index < len(options) for index in indices):
            return _unread()
        texts = [options[index] for index in indices]
        if not self.several:
            return picked(texts[0], self.key, self._feedback) if len(texts) == 1 else _unread()
        return self._grade_several(set(texts))

    def _grade_several(self, said: set[str]) -> Grade:
        right = {option.text for option in self.answer if option.right}
        understood = "\n".join(option.text for option in self.answer if option.text in said)
        feedback = next((text for option in said - right if (text := self._feedback(option))), None)
        if said == right:
            return Grade(Verdict.EXACT, 1, "exact", understood=understood)
        hits, misses = len(said & right), len(said - right)
        data = {"right": str(hits), "of": str(len(right))}
        if 2 * (hits - misses) >= len(right):
            return Grade(Verdict.NEAR, 0.5, "some_right", data, understood, feedback)
        return Grade(Verdict.WRONG, 0, "some_right", data, understood, feedback)

    def _feedback(self, text: str) -> str | None:
        return next((option.feedback for option in self.answer if option.text == text), None)


def _unread() -> Grade:
    return Grade(Verdict.UNREADABLE, 0, "no_option")
