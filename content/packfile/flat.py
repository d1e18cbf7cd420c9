"""How does a list of all questions look? Each item flat, as plain JSON values, for people who check them."""

from typing import Any

from lessons import items
from lessons.canonical import item_to_json
from lessons.items import Item
from lessons.pack import Pack
from lessons.source import READING


def flat_items(pack: Pack) -> list[dict[str, Any]]:
    """Every item in the order of teaching, as a learner meets it and as its author grades it."""
    return [_flat(item, lesson.id) for lesson, item in pack.items()]


def _flat(item: Item, lesson: str) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind,
        "prompt": f"{item.context}\n{item.prompt}" if item.context else item.prompt,
        "options": list(item.options(0)),
        "key": item.key,
        "tolerance": _tolerance(item),
        "explanation": item.why,
        "quote": _quote(item),
        "lesson": lesson,
        "reading": item.reading,
        "hints": list(item.hints),
        "sources": [citation.ref for citation in item.sources],
    }


def _quote(item: Item) -> str | None:
    """The words that the item rests on: of its reading if it quotes that, else of a document."""
    quoted = sorted((one for one in item.sources if one.exact), key=lambda one: one.ref != READING)
    return quoted[0].exact if quoted else None


def _tolerance(item: Item) -> dict[str, Any] | None:
    """What the author allows around the key, as in the canonical JSON; None: the kind's own rule."""
    answer = item.answer.answer if isinstance(item, items.ClozeItem) else item.answer
    if isinstance(answer, items.Quantity):
        inner = item_to_json(item)["answer"]
        found: dict[str, Any] | None = inner.get("answer", inner).get("tolerance")
        return found
    if isinstance(answer, items.DateAnswer) and answer.plus_minus:
        return {"kind": "absolute", "value": str(answer.plus_minus), "unit": answer.plus_minus_unit}
    return None
