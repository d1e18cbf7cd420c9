"""Which questions of a pack ask the same? Equal words, or the same key and much the same words."""

import re
from collections.abc import Iterable, Iterator

from content.candidates.nouns import STARTERS, singular
from lessons.items import Item
from lessons.typed.fold import fold

LIKE = 0.6
"""Share of the shorter question's telling words that two of one key have in common."""
MOST_IN_GROUP = 60
"""More questions of one key ("true", "1945") are compared only with so many before them: the work stays linear."""
_WORD = re.compile(r"[^\W\d_][\w’'-]+|\d[\d.,]*")


def twins(items: Iterable[Item]) -> dict[str, str]:
    """By the id of each question that repeats another, the id of the earlier one."""
    found: dict[str, str] = {}
    by_stem: dict[str, str] = {}
    by_key: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for item in items:
        stem = fold(item.prompt)
        if stem in by_stem:
            found[item.id] = by_stem[stem]
            continue
        by_stem[stem] = item.id
        words = frozenset(_telling(item.prompt))
        group = by_key.setdefault(fold(item.key), [])
        twin = next((name for name, others in group[-MOST_IN_GROUP:] if _alike(words, others)), None)
        if twin is not None:
            found[item.id] = twin
        group.append((item.id, words))
    return found


def _telling(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        if word.lower() not in STARTERS and len(word) > 2:
            yield singular(word.lower())


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= 2 and len(one & other) >= LIKE * shorter
