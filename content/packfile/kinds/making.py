"""What is at hand while a draft becomes an item? Its fields, read in the pack's language."""

from dataclasses import dataclass, replace
from typing import TypeVar

from content.packfile.answers.lists import alternatives
from content.packfile.diagnostics import Report
from content.packfile.drafts import Draft
from content.packfile.inline import words
from content.packfile.located import Located
from lessons.items import DateAnswer, Quantity

Shown = TypeVar("Shown", Quantity, DateAnswer)


@dataclass(slots=True)
class Making:
    """One draft on its way to an item."""

    draft: Draft
    report: Report
    language: str

    def value(self, key: str) -> str | None:
        """The words of a field that stands once, None without it."""
        found = self.draft.first(key)
        return (words(found.value.text) or None) if found else None

    def answer(self, kind: str) -> Located:
        """The words of the answer line."""
        found = self.draft.first(kind)
        assert found is not None
        return found.value

    def pieces(self, key: str) -> list[Located]:
        """Every answer in the fields of that key."""
        return [piece for one in self.draft.all(key) for piece in alternatives(one.value)]


def shown(making: Making, answer: Shown) -> Shown:
    """The answer with the words of `shown:`, where the author wants it shown otherwise than written."""
    found = making.value("shown")
    return replace(answer, written=found) if found else answer
