"""Do two documents tell the same quantity or date differently? A list for the teacher to look at, never a verdict."""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from content.candidates.nouns import MONTHS, STARTERS, singular
from content.candidates.verbs import base_of_participle, base_of_past
from content.document import Document, Span
from content.facts.fact import DateValue, Fact, FigureValue
from content.looks import look
from content.pools import decimal
from content.readings import clean
from content.record import record

Relation = Literal["agree", "differ", "scope"]
"""The same; not the same; not the same, but of another time or of somebody else, so that both may hold."""

LIKE = 0.5
"""Share of the shorter sentence's telling words that two sentences about one thing have in common."""

LEAST_SHARED = 3
FACTOR = 5
MOST = 200
_COMMON_IN = 40
"""A word of more sentences than this tells nothing; it keeps the comparison linear."""

_WORD = re.compile(r"[^\W\d_][\w’'-]+")
_YEAR = re.compile(r"(?<![\d,.])(?:1\d{3}|20\d{2})(?![\d,])")
_TIME = re.compile(r"\b(?:today|now|currently|before|after|originally|initially|later|once|still|then)\b")
_NOTHING = frozenset(("",))
_NO_NAME = MONTHS | STARTERS
_CITED = frozenset(("was", "were", "is", "are", "been", "had", "has", "have", "did", "total", "number", "nearly"))


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document says: where the figure or date stands, its words and its sentence."""

    document: str
    where: Span
    words: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two documents' claims about what looks like one thing, and how they stand to each other."""

    one: Claim
    other: Claim
    relation: Relation


@record
class _Told:
    """A fact that can be compared, and the document that tells it."""

    source: int
    document: Document
    fact: Fact


@dataclass(frozen=True, slots=True)
class _Frame:
    """A fact with what it is compared by."""

    fact: Fact
    claim: Claim
    words: frozenset[str]
    names: frozenset[str]
    verbs: frozenset[str]
    years: frozenset[str]
    times: frozenset[str]
    """Words that set one time against another: before, today."""


def conflicts(looked: Sequence[tuple[Document, Sequence[Fact]]]) -> tuple[Conflict, ...]:
    """What two of the documents both tell, disagreements first; () for a single document."""
    if len(looked) < 2:
        return ()
    told = [
        _Told(number, document, fact)
        for number, (document, facts) in enumerate(looked)
        for fact in facts
        if not fact.in_junk and _comparable(fact)
    ]
    found: dict[Relation, list[Conflict]] = {"differ": [], "scope": [], "agree": []}
    framed = lru_cache(maxsize=2048)(lambda number: _frame(told[number]))
    for first, others in _pairs(told):
        one = framed(first)
        for other in map(framed, others):
            if _alike(one, other) and len(kept := found[relation := _relation(one, other)]) < MOST:
                kept.append(Conflict(one.claim, other.claim, relation))
    return tuple([pair for kept in found.values() for pair in kept][:MOST])


def _tokens(told: _Told) -> list[str]:
    """The words of the sentence without those of the fact, and of what it counts."""
    text, sentence, span = told.document.text, told.fact.sentence, told.fact.span
    bare = f"{text[sentence.start : span.start]} {text[span.end : sentence.end]}"
    return _WORD.findall(f"{bare} {told.fact.counted or ''}")


def _telling(tokens: Iterable[str]) -> frozenset[str]:
    """The words by which two sentences about one thing are found."""
    return frozenset(map(_told_as, tokens)) - _NOTHING


@lru_cache(maxsize=16384)
def _told_as(word: str) -> str:
    """The word as sentences are compared by it; nothing for one that tells nothing."""
    low = singular(word)
    return "" if word.lower() in _NO_NAME or low in _CITED else low


def _frame(told: _Told) -> _Frame:
    document, fact = told.document, told.fact
    tokens = _tokens(told)
    bare = document.text[fact.sentence.start : fact.span.start] + " " + document.text[fact.span.end : fact.sentence.end]
    return _Frame(
        fact=fact,
        claim=Claim(document.name, fact.span, clean(document[fact.span]), clean(document[fact.sentence])),
        words=_telling(tokens),
        names=frozenset(singular(word) for word in tokens if word[0].isupper() and word.lower() not in _NO_NAME),
        verbs=frozenset(filter(None, (base_of_participle(word) or base_of_past(word) for word in tokens))) - {"be"},
        years=frozenset(_YEAR.findall(bare)),
        times=frozenset(_TIME.findall(bare.lower())),
    )


def _comparable(fact: Fact) -> bool:
    value = fact.value
    if isinstance(value, DateValue):
        return bool(value.edtf) and "/" not in (value.edtf or "") and not value.part
    return value.unit not in (None, "ordinal") and value.number_high is None


def _pairs(told: Sequence[_Told]) -> Iterator[tuple[int, "array[int]"]]:
    """For each fact those of later documents of one unit that share enough telling words, by their numbers.

    What the facts are compared by is held as numbers alone: of a library's facts hardly any have a like one.
    """
    kinds: dict[tuple[str, str], list[int]] = {}
    for number, one in enumerate(told):
        kinds.setdefault((one.fact.kind, _unit(one.fact)), []).append(number)
    found: dict[int, array[int]] = {}
    for members in kinds.values():
        if told[members[0]].source != told[members[-1]].source:
            found.update(_like(told, members))
    yield from sorted(found.items())


def _like(told: Sequence[_Told], members: Sequence[int]) -> Iterator[tuple[int, "array[int]"]]:
    """The same among facts of one unit."""
    by_word: dict[str, array[int]] = {}
    lists: list[tuple[array[int], ...]] = []
    for number in members:
        words = [by_word.setdefault(word, array("I")) for word in _telling(_tokens(told[number]))]
        for places in words:
            if len(places) <= _COMMON_IN:  # of a common word it need only be known that it is one
                places.append(number)
        lists.append(tuple(words))
    for number, words_of in zip(members, lists, strict=True):
        source, shared = told[number].source, Counter[int]()
        for places in words_of:
            if len(places) <= _COMMON_IN and told[places[-1]].source != source:
                shared.update(other for other in places if told[other].source > source)
        if alike := array("I", sorted(other for other, count in shared.items() if count >= LEAST_SHARED)):
            yield number, alike


def _unit(fact: Fact) -> str:
    return fact.value.unit or "" if isinstance(fact.value, FigureValue) else ""


def _alike(one: _Frame, other: _Frame) -> bool:
    """Do the two sentences seem to be about one thing?"""
    common = one.words & other.words
    if len(common) < LIKE * min(len(one.words), len(other.words)) or not one.names & other.names:
        return False
    if one.fact.kind == "date":
        return bool(one.verbs & other.verbs)
    first, second = _number(one.fact), _number(other.fact)
    return first is not None and second is not None and max(first, second) <= FACTOR * min(first, second)


def _number(fact: Fact) -> Decimal | None:
    return decimal(fact.value.number) if isinstance(fact.value, FigureValue) else None


def _relation(one: _Frame, other: _Frame) -> Relation:
    agree = _dates_agree if one.fact.kind == "date" else _figures_agree
    if agree(one, other):
        return "agree"
    other_time = bool(one.years and other.years and not one.years & other.years) or one.times != other.times
    other_subject = bool(one.names - other.names and other.names - one.names)
    return "scope" if other_time or other_subject else "differ"


def _dates_agree(one: _Frame, other: _Frame) -> bool:
    """Equal as far as both go: 1942 and 11 June 1942 agree."""
    first, second = getattr(one.fact.value, "edtf", ""), getattr(other.fact.value, "edtf", "")
    short, long = sorted((str(first).rstrip("X"), str(second).rstrip("X")), key=len)
    return long.startswith(short)


def _figures_agree(one: _Frame, other: _Frame) -> bool:
    """Equal, equal when rounded as the other is, or allowed by the other's hedge."""
    first, second = _number(one.fact), _number(other.fact)
    assert first is not None
    assert second is not None
    if first == second or _rounds(first, other) or _rounds(second, one):
        return True
    return _allows(one.fact, second) or _allows(other.fact, first)


def _rounds(value: Decimal, frame: _Frame) -> bool:
    """Does the value read as the frame's figure when it is rounded to as many digits?"""
    shape = look(frame.claim.words)
    if shape is None or shape.value != _number(frame.fact) or not value:
        return False
    step = Decimal(1).scaleb(shape.value.adjusted() - shape.digits + 1)
    return abs(value - shape.value) * 2 <= step


def _allows(fact: Fact, value: Decimal) -> bool:
    """Does the hedge of the fact let the value be true? "Over 12 billion" allows 13, "about 100" allows 95 to 105."""
    figure = fact.value
    assert isinstance(figure, FigureValue)
    number = Decimal(figure.number)
    if figure.bound in ("at_least", "more_than"):
        return number <= value <= number * Decimal("1.25")
    if figure.bound in ("at_most", "less_than"):
        return number * Decimal("0.8") <= value <= number
    return figure.approximate and abs(value - number) <= number * Decimal("0.05")
