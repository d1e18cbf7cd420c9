"""Which other figures and dates does the document hold that could stand as wrong answers, and which are also true?"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cached_property

from content.bounds import Times
from content.facts.fact import DateValue, Fact, FigureValue
from content.source import Source

_WORD = re.compile(r"[A-Za-z]{4,}")
_ERA = re.compile(r"(\d{1,4}) (?:BC|BCE|B\.C\.)$")
_NEAR = 10


@dataclass
class Pools:
    """The document's values by unit, sorted once; look-ups touch a few neighbours only."""

    source: Source
    _words: dict[int, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def times(self) -> Times:
        """Between which years things can have happened."""
        return Times(self.source)

    @cached_property
    def figures(self) -> dict[str, list[tuple[Decimal, int]]]:
        """Values and the number of their fact, by unit; all counted nouns together under "" as well."""
        found: dict[str, list[tuple[Decimal, int]]] = {}
        for number, fact in enumerate(self.source.facts):
            value = fact.value
            if (
                isinstance(value, FigureValue)
                and value.number_high is None
                and (plain := decimal(value.number)) is not None
            ):
                found.setdefault(value.unit or "", []).append((plain, number))
        for values in found.values():
            values.sort()
        return found

    @cached_property
    def years(self) -> list[tuple[int, int]]:
        """The years of the document's dates and the number of their fact, in time order."""
        found = []
        for number, fact in enumerate(self.source.facts):
            year = year_of(fact)
            if year is not None:
                found.append((year, number))
        return sorted(found)

    @cached_property
    def eras(self) -> list[int]:
        """The years BC that the document prints, in order, each once."""
        dates = (self.source.document[fact.span] for fact in self.source.facts if fact.kind == "date")
        return sorted({int(match[1]) for words in dates if (match := _ERA.match(words))})

    def near_figures(self, fact: Fact, value: Decimal) -> tuple[list[Decimal], frozenset[Decimal]]:
        """Believable figures of the same unit, and those that may be true of the same thing."""
        assert isinstance(fact.value, FigureValue)
        values = self.figures.get(fact.value.unit or "", [])
        low = bisect_left(values, (value * Decimal("0.3"), -1))
        high = bisect_right(values, (value * 3, len(self.source.facts)))
        at = bisect_left(values, (value, -1))
        window = values[max(low, at - _NEAR) : min(high, at + _NEAR)]
        good: list[Decimal] = []
        true: set[Decimal] = set()
        for plain, number in window:
            if self._same_subject(fact, self.source.facts[number]):
                true.add(plain)
            else:
                good.append(plain)
        return good, frozenset(true - {value})

    def near_years(self, fact: Fact, year: int) -> tuple[list[int], frozenset[int]]:
        """Years of the document near by, and those that may be true of the same event."""
        at = bisect_left(self.years, (year, -1))
        window = self.years[max(0, at - _NEAR) : at + _NEAR]
        good, true = [], set()
        for other, number in window:
            if self._same_subject(fact, self.source.facts[number]):
                true.add(other)
            elif other != year and other not in good:
                good.append(other)
        good.sort(key=lambda other: (abs(other - year), other))
        return good, frozenset(true - {year})

    def _same_subject(self, one: Fact, other: Fact) -> bool:
        """Do the two stand in one sentence, or in two that share most of their words?"""
        if one is other:
            return True
        if one.group is not None and one.group == other.group:
            return False
        if one.sentence == other.sentence:
            return True
        mine, theirs = self._content(one), self._content(other)
        return len(mine & theirs) * 2 > min(len(mine), len(theirs)) > 0

    def _content(self, fact: Fact) -> frozenset[str]:
        start = fact.sentence.start
        if start not in self._words:
            words = _WORD.findall(self.source.document[fact.sentence][:600])
            self._words[start] = frozenset(word.lower() for word in words)
        return self._words[start]


def decimal(text: str) -> Decimal | None:
    """The number a fact stores; None where it is not one."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def year_of(fact: Fact) -> int | None:
    """The year of a date; None for figures, decades and days without a year."""
    if not isinstance(fact.value, DateValue) or not fact.value.edtf:
        return None
    head = fact.value.edtf[:4]
    return int(head) if head.isdigit() else None
