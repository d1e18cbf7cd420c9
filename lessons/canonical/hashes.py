"""Which items are still the same? Hashes of what counts as right, and of what a learner reads."""

import hashlib
import json
from typing import Any

from lessons.canonical.convert import item_to_json
from lessons.canonical.plain import plain
from lessons.items import ClozeItem, Item, Option

_KEY_FIELDS = ("answer", "accept", "precision", "unit_only")
_UNREAD = ("id", "was", "at", "reading", "tags", "level")


def key_hash(item: Item) -> str:
    """16 hex digits of what counts as right: the kind, the answers and their tolerances, without their wording."""
    inner = item.answer if isinstance(item, ClozeItem) else item
    return _hash([item.kind, *(_bare(getattr(inner, name, None)) for name in _KEY_FIELDS)])


def wording_hash(item: Item) -> str:
    """16 hex digits of everything a learner reads of the item."""
    data = {name: found for name, found in item_to_json(item).items() if name not in _UNREAD}
    if "sources" in data:  # where the words stand in a document moves with every line put in before them
        data["sources"] = [{name: one[name] for name in ("ref", "exact") if name in one} for one in data["sources"]]
    return _hash(data)


def _bare(found: Any) -> Any:
    """The value without the words in which it was written."""
    if isinstance(found, tuple) and found and isinstance(found[0], Option):
        return sorted(option.text for option in found if option.right)
    if isinstance(found, tuple):
        return [_bare(one) for one in found]
    data = plain(found)
    if isinstance(data, dict):
        data = {name: one for name, one in data.items() if name not in ("written", "scale", "approximate", "feedback")}
    return data


def _hash(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
