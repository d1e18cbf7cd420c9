"""Which keys are there, and which one was meant?"""

import difflib
from collections.abc import Collection

PACK_KEYS = (
    "format",
    "pack",
    "version",
    "title",
    "language",
    "licence",
    "authors",
    "subject",
    "age",
    "tags",
    "translation-of",
    "notice",
)
LESSON_KEYS = ("lesson", "title", "minutes", "after")
ANSWER_KEYS = ("number", "estimate", "date", "text", "truth", "earlier", "later")
ITEM_KEYS = (
    *ANSWER_KEYS,
    "accept",
    "partly",
    "wrong",
    "decoys",
    "shown",
    "unit",
    "precision",
    "calendar",
    "context",
    "hint",
    "why",
    "source",
    "level",
    "tags",
)
SOURCE_KEYS = ("title", "author", "publisher", "date", "url", "licence", "read", "note")

_ALIASES = {"license": "licence", "author": "authors", "source": "sources", "tag": "tags", "hints": "hint"}

_MEANT = {
    "tolerance": "did you mean to put ± behind the number?",
    "answer": "name the kind of answer: number:, date:, text: or truth:",
    "media": "a picture stands in the reading: ![what it shows](media/name.png)",
    "image": "a picture stands in the reading: ![what it shows](media/name.png)",
    "explanation": "did you mean why: ?",
    "because": "did you mean why: ?",
    "feedback": 'did you mean why: , or "-> feedback" behind a wrong answer?',
    "question": "a question is a heading: ## ? How tall is it?",
    "order": "an order is a numbered list, the first in time at the top",
    "first": "write two lines: earlier: TEXT -> DATE and later: TEXT -> DATE",
    "id": "an id stands in the heading: ## ? How tall is it? {#tower-height}",
    "id-was": "an earlier id stands in the heading: {#new-id was=old-id}",
    "description": "what the pack is about stands as text below the --- line",
    "sources": "a source is a line below the --- line: [^key]: what it is",
}


def known(key: str, keys: Collection[str]) -> str | None:
    """The key as this format spells it, or None; American spellings are understood."""
    if key in keys:
        return key
    alias = _ALIASES.get(key)
    return alias if alias is not None and alias in keys else None


def did_you_mean(key: str, keys: Collection[str]) -> str:
    """The end of the sentence 'unknown key ...': what was probably meant, or what there is."""
    meant = difflib.get_close_matches(key, [*_MEANT, *keys], n=1, cutoff=0.6)
    if not meant:
        return "the keys here are " + ", ".join(keys)
    return (
        _MEANT.get(meant[0], f"did you mean {meant[0]}: ?") if meant[0] not in keys else f"did you mean {meant[0]}: ?"
    )
