"""How does a draft become an item? The answer block decides the kind; then the fields that go with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from content.packfile.answers.choices import keys_claimed
from content.packfile.citations import Cited, cited
from content.packfile.diagnostics import Report
from content.packfile.drafts import Draft
from content.packfile.kinds.cloze import cloze, with_id
from content.packfile.kinds.common import common_fields, stem_of
from content.packfile.kinds.dates import date
from content.packfile.kinds.figures import estimate, number
from content.packfile.kinds.making import Making
from content.packfile.kinds.tapped import choice, compare, first, match, order, truth
from content.packfile.kinds.texts import text
from content.packfile.kinds.which import check_fields, kind_of
from lessons.items import BLANK, Item
from lessons.rich import plain
from lessons.source import Citation

__all__ = ["Made", "make", "with_id"]


@dataclass(frozen=True, slots=True)
class Made:
    """An item and what only the whole pack can check: its citations, and whether its id was derived."""

    item: Item
    draft: Draft
    cited: tuple[Cited, ...]
    derived: bool


_MAKERS: dict[str, Callable[[Making, dict[str, Any]], Item | None]] = {
    "number": number,
    "estimate": estimate,
    "date": date,
    "text": text,
    "truth": truth,
    "choice": choice,
    "order": order,
    "first": first,
    "match": match,
    "compare": compare,
}


def _claimed(draft: Draft, already: tuple[Cited, ...]) -> Iterator[Cited]:
    """The sources that a comparison names and no `source:` line does: they are cited, too."""
    named = {one.citation.ref for one in already}
    for key, where in keys_claimed(draft):
        if key not in named:
            named.add(key)
            yield Cited(Citation(key), where, where)


def make(draft: Draft, report: Report, language: str) -> Made | None:
    """The item of a draft; None where it cannot be one (and at least one error was reported)."""
    making = Making(draft, report, language)
    kind = kind_of(making)
    stem = stem_of(making)
    if kind is None:
        return None
    check_fields(making, kind)
    citations = cited(draft, report)
    if kind == "compare":
        citations = (*citations, *_claimed(draft, citations))
    common = common_fields(making, stem, kind, citations)
    answer = _MAKERS[kind](making, common)
    if answer is None or not stem:
        return None
    if BLANK in plain(stem):
        answer = cloze(making, answer)
    return Made(answer, draft, citations, draft.heading.id is None) if answer else None
