"""How does an item whose stem has a gap become a cloze?"""

from dataclasses import replace
from typing import Any

from content.packfile.kinds.making import Making
from lessons.items import BLANK, ClozeItem, DateItem, Item, NumberItem, TextItem


def cloze(making: Making, item: Item) -> Item | None:
    """The item itself where its kind takes no gap; None where there are several gaps, which is reported."""
    if not isinstance(item, NumberItem | DateItem | TextItem):
        return item
    if item.prompt.count(BLANK) != 1:
        making.report.error("E117", making.draft.heading.line, f"leave one gap ({BLANK}) in a sentence, not several")
        return None
    names = ("context", "hints", "why", "sources", "level", "tags", "was", "position")
    common: dict[str, Any] = {name: getattr(item, name) for name in names}
    bare: dict[str, Any] = {**dict.fromkeys(("context", "why", "level", "was", "position")), "hints": (), "sources": ()}
    return ClozeItem(id=item.id, stem=item.stem, answer=replace(item, tags=(), **bare), **common)


def with_id(item: Item, new: str) -> Item:
    """The item under another id; a cloze's inner item follows."""
    if isinstance(item, ClozeItem):
        return replace(item, id=new, answer=replace(item.answer, id=new))
    return replace(item, id=new)
