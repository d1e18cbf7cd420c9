"""How do packs, readings and items lie in their rows? As canonical JSON, parsed once for each text."""

import json
from functools import lru_cache
from typing import Any

from lessons.canonical import from_json, item_from_json
from lessons.items import Item
from lessons.pack import FORMAT, Pack, Reading


def compact(data: Any) -> str:
    """JSON without blanks, keys sorted: equal values are equal texts."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def pack_of(body: str) -> Pack:
    """The pack of a row."""
    return from_json(json.loads(body))


@lru_cache(maxsize=4096)
def item_of(body: str) -> Item:
    """The item of a row. The text is the key: another wording is another item, so nothing can be out of date."""
    return item_from_json(json.loads(body))


@lru_cache(maxsize=512)
def reading_of(body: str) -> Reading:
    """The reading of a row; canonical JSON knows readings inside packs only, so it is read in a pack of its own."""
    lesson = {"lesson": "x", "title": "x", "readings": [json.loads(body)], "items": []}
    card = {"pack": "x", "version": "0.0.0", "title": "x", "language": "en", "licence": "x"}
    return from_json({"format": FORMAT, **card, "lessons": [lesson]}).lessons[0].readings[0]
