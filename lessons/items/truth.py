"""Truth: is the statement true or false?"""

from dataclasses import dataclass
from typing import ClassVar

from lessons.grade import Grade, Verdict
from lessons.items.base import ItemBase, Mode
from lessons.items.tapping import gave_up_grade
from lessons.response import Response, Tap
from lessons.typed.aside import gave_up, truth
from lessons.typed.option import by_mark

_OPTIONS = ("true", "false")


@dataclass(frozen=True, slots=True, kw_only=True)
class TruthItem(ItemBase):
    """The stem is a statement."""

    kind: ClassVar[str] = "truth"
    mode: ClassVar[Mode] = "one"
    answer: bool

    @property
    def key(self) -> str:
        """The code "true" or "false"."""
        return "true" if self.answer else "false"

    def options(self, seed: int) -> tuple[str, ...]:
        """The codes "true" and "false", in this order for every seed."""
        return _OPTIONS

    def grade(self, response: Response, seed: int) -> Grade:
        """Right or wrong; yes and no in any language we know, by letter, by number."""
        if isinstance(response, Tap):
            index = response.options[0] if len(response.options) == 1 else None
        elif (said := truth(response.text, response.language)) is not None:
            index = 0 if said else 1
        elif gave_up(response.text, response.language):
            return gave_up_grade()
        else:
            index = by_mark(response.text, 2)
        if index not in (0, 1):
            return Grade(Verdict.UNREADABLE, 0, "not_yes_or_no")
        understood = _OPTIONS[index]
        if understood == self.key:
            return Grade(Verdict.EXACT, 1, "exact", understood=understood)
        return Grade(Verdict.WRONG, 0, "wrong_option", understood=understood)
