"""How does a foreign question become an item that a pack can hold? Common fields, the kind's own, and the limits."""

import hashlib
import re
from dataclasses import replace
from typing import Any

from content.exchange import clean
from content.exchange.kinds import MAKERS, Making
from content.exchange.question import Question, Refuse
from content.exchange.report import Note
from content.slugs import slug
from lessons.canonical import LIMITS, TooLong, item_to_json
from lessons.items import BLANK, ClozeItem, DateItem, Item, NumberItem, TextItem
from lessons.rich import rich
from lessons.source import Position

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,47}")
_FORMULA = re.compile(r"\\\(|\\\[|\$\$|\\(?:frac|sqrt|times|cdot|sum|int|begin)\b")
FILE = "imported"


def item_of(question: Question, language: str) -> tuple[Item, tuple[Note, ...]]:
    """The item, and what changed in meaning on the way. Raises Refuse."""
    making = Making(question, language, list(question.notes))
    making.why += [said] if (said := clean.line(question.why)) else []
    common = _common(making)
    item = MAKERS[question.kind](making, common)
    why = making.said(" ".join(dict.fromkeys(making.why)), LIMITS.why, "why")
    item = _gapped(making, replace(item, why=why))
    _fits(item)
    return item, tuple(note.at(question.line, question.shown) for note in making.notes)


def _common(making: Making) -> dict[str, Any]:
    question = making.question
    stem = clean.gaps(clean.paragraphs(question.stem))
    if not re.search(r"\w", stem):
        raise Refuse("picture_only" if question.images else "no_question", "stem")
    if len(stem) > LIMITS.stem:
        raise Refuse("too_long", "stem", limit=str(LIMITS.stem))
    formula = _FORMULA.search(stem)
    if formula:
        making.note("formula", "stem", words=stem[formula.start() : formula.start() + 40])
    hints = [said for hint in question.hints if (said := making.said(hint, LIMITS.hint, "hint"))]
    if len(hints) > LIMITS.hints:
        making.note("too_many", "hint", limit=str(LIMITS.hints))
    return {
        "id": item_id(question.id, question.kind, stem),
        "stem": rich(stem),
        "context": making.said(question.context, LIMITS.context, "context"),
        "hints": tuple(hints[: LIMITS.hints]),
        "level": question.level,
        "sources": question.sources,
        "tags": _tags(making),
        "position": Position(FILE, question.line) if question.line else None,
    }


def item_id(given: str | None, kind: str, stem: str) -> str:
    """The file's own id where it can be one, a digest of it where it cannot; else one made of the question's words."""
    if given and given.strip():
        last = given.strip().rpartition("/")[2].strip()
        if _ID.fullmatch(last):
            return last
        made = slug(given, 30)
        mark = hashlib.sha256(given.strip().encode()).hexdigest()[:10]
        return f"{made}-{mark}" if made != "x" else f"i-{mark}"
    folded = " ".join(stem.casefold().split())
    return "q-" + hashlib.sha256(f"{kind}\n{folded}".encode()).hexdigest()[:10]


def with_id(item: Item, new: str) -> Item:
    """The item under another id; the hidden part of a cloze follows."""
    if isinstance(item, ClozeItem):
        return replace(item, id=new, answer=replace(item.answer, id=new))
    return replace(item, id=new)


def _tags(making: Making) -> tuple[str, ...]:
    found = [clean.short(re.sub(r"[,;]", " ", tag), LIMITS.tag) for tag in making.question.tags]
    kept = tuple(dict.fromkeys(tag for tag in found if tag))
    if len(kept) > LIMITS.tags:
        making.note("too_many", "tag", limit=str(LIMITS.tags))
    return kept[: LIMITS.tags]


def _gapped(making: Making, item: Item) -> Item:
    """A typed answer that fills a gap of its stem is a cloze; one gap is asked at a time."""
    if not isinstance(item, NumberItem | DateItem | TextItem) or BLANK not in item.prompt:
        return item
    head, gap, tail = item.prompt.partition(BLANK)
    if BLANK in tail:
        making.note("several_gaps", "stem")
        item = replace(item, stem=rich(head + gap + tail.replace(BLANK, "…")))
    names = ("context", "hints", "why", "sources", "level", "tags", "was", "position")
    kept: dict[str, Any] = {name: getattr(item, name) for name in names}
    bare: dict[str, Any] = {**dict.fromkeys(("context", "why", "level", "was", "position")), "hints": (), "sources": ()}
    return ClozeItem(id=item.id, stem=item.stem, answer=replace(item, tags=(), **bare), **kept)


def _fits(item: Item) -> None:
    try:
        item_to_json(item)
    except TooLong as error:
        path, code, data = error.faults[0]
        about = next((str(part) for part in path if isinstance(part, str)), "")
        if "max_length" in data:
            raise Refuse("too_long", about, limit=str(data["max_length"])) from None
        raise Refuse("cannot_store", about, words=code) from None
