"""Do two documents tell the same quantity or date differently? A list for the teacher to look at, never a verdict."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Literal

from content.candidates.names import MONTHS, STARTERS, singular
from content.candidates.verbs import base_of_participle, base_of_past
from content.document import Document, Span
from content.facts.fact import DateValue, Fact, FigureValue
from content.looks import look
from content.pools import decimal
from content.readings import clean

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


@dataclass(frozen=True, slots=True)
class _Frame:
    """A fact with what it can be compared by."""

    source: int
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
    frames = [frame for number, (document, facts) in enumerate(looked) for frame in _frames(number, document, facts)]
    found = [
        Conflict(one.claim, other.claim, _relation(one, other)) for one, other in _pairs(frames) if _alike(one, other)
    ]
    order = {"differ": 0, "scope": 1, "agree": 2}
    return tuple(sorted(found, key=lambda pair: order[pair.relation])[:MOST])


def _frames(source: int, document: Document, facts: Iterable[Fact]) -> Iterator[_Frame]:
    for fact in facts:
        if fact.in_junk or not _comparable(fact):
            continue
        sentence = document[fact.sentence]
        bare = (
            document.text[fact.sentence.start : fact.span.start]
            + " "
            + document.text[fact.span.end : fact.sentence.end]
        )
        tokens = _WORD.findall(bare + " " + (fact.counted or ""))
        low = {singular(word) for word in tokens if word.lower() not in STARTERS and word.lower() not in MONTHS}
        yield _Frame(
            source=source,
            fact=fact,
            claim=Claim(document.name, fact.span, clean(document[fact.span]), clean(sentence)),
            words=frozenset(low - _CITED),
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


def _pairs(frames: Sequence[_Frame]) -> Iterator[tuple[_Frame, _Frame]]:
    """Pairs across documents of one unit that share enough telling words."""
    groups: dict[tuple[str, str, str], list[int]] = {}
    for number, frame in enumerate(frames):
        for word in frame.words:
            groups.setdefault((frame.fact.kind, _unit(frame.fact), word), []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for members in groups.values():
        if len(members) <= _COMMON_IN:
            for one, other in product(members, members):
                if frames[one].source < frames[other].source:
                    shared[(one, other)] += 1
    for (one, other), count in sorted(shared.items()):
        if count >= LEAST_SHARED:
            yield frames[one], frames[other]


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
