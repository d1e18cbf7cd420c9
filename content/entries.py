"""What do the sentences of one list entry speak of? Of the name that it begins with ("Forth Bridge. Opened …")."""

import re
from bisect import bisect_left

from content.candidates.mark import MARK
from content.candidates.names import NAME
from content.candidates.nouns import singular
from content.candidates.people import is_person
from content.candidates.verbs import base_of_participle, is_finite
from content.document import Span
from content.facts.fact import Fact
from content.outline import Unit
from content.sentences import sentences
from content.source import Source

_BRACKETS = re.compile(r"\s?\([^()]*\)")
_ARTICLED = frozenset(("bridge", "canal", "tunnel", "tower", "dam", "railway", "lighthouse", "viaduct", "aqueduct"))
_LONGEST = 6


def within_entry(source: Source, fact: Fact, unit: Unit) -> tuple[Span, tuple[str, ...]] | None:
    """The sentence of an entry that holds the fact, and what the entry says before it, the nearest first.

    A name that opens the entry stands among these as a sentence. None for an entry of one sentence.
    """
    document = source.document
    first = bisect_left(source.starts, unit.span.start)
    closed = [other.span for other in source.facts[first : bisect_left(source.starts, unit.span.end)]]
    parts = sentences(document.text, unit.span, closed, document.language)
    at = next((number for number, part in enumerate(parts) if fact.span in part), 0)
    if not at:
        return None
    before = [document[part] for part in parts[:at]]
    name = named_thing(before[0])
    if name is not None:
        before[0] = f"{name} is the one."
    return parts[at], tuple(reversed(before))


def named_thing(first: str) -> str | None:
    """The name that those words consist of, with the article that such names bear."""
    bare = _BRACKETS.sub("", first).strip(" .:")
    if NAME.fullmatch(bare) is None or len(bare.split()) > _LONGEST:
        return None
    return f"The {bare}" if singular(bare.split()[-1]) in _ARTICLED else bare


def named_above(line: str, earlier: tuple[str, ...]) -> str:
    """The line with the entry's name for its subject, where it begins with a participle ("Opened on 4 March 1890")."""
    if not earlier or not earlier[-1].endswith(" is the one."):
        return line
    name = earlier[-1].removesuffix(" is the one.")
    first, _, rest = line.partition(" ")
    if first == "It" and not is_person(name):
        return f"{name} {rest}"
    clause = rest.partition(", ")[0]
    if base_of_participle(first.lower()) is None or any(is_finite(word) for word in clause.split()):
        return line
    return f"{name} was {first.lower()} {clause if MARK in clause else rest}"
