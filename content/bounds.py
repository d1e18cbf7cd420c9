"""Between which years can it have happened? Lives, beginnings and the order in which a text tells its story say so."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from content.candidates.candidate import Candidate
from content.candidates.names import NAME
from content.candidates.nouns import content_words
from content.candidates.people import hero, is_person
from content.candidates.words import word_list
from content.document import Document
from content.facts.fact import DateValue, Fact
from content.periods import Day, period
from content.record import record
from content.reigns import reign
from content.shown import shown_years
from content.source import Source

_GROWN = 8
"""The age before which nobody does what a text tells of."""
_FAR = 150
"""Years between two tales that need not belong together."""
_LATELY = 3
"""Years between two days of one tale."""
_SENTENCE = 400
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]{2,}(?<![’']s)")
_DEAD = re.compile(
    rf"(?P<name>{NAME.pattern}) (?:himself |herself )?(?:died\b|was (?:killed|executed|murdered|shot|beheaded|hanged"
    r"|assassinated|drowned|buried)\b|drowned\b)"
)
_SHORTEST, _LONGEST = 12, 105
_REACH = 80
"""Letters before a word in which whose life it tells is named."""
_ENDED = re.compile(rf"(?P<name>{NAME.pattern}|\bHe|\bShe)(?:, [^,.]{{2,60}},)? ?(?:himself |herself )?$")
_BRACKETS = re.compile(r" ?\((?P<told>[^()]{9,120})\)")
_TURN = re.compile(
    r"(?P<born>(?:was|were) born\b)|(?:died\b(?! out)|(?:was|were) (?:killed|executed|murdered|shot|beheaded|hanged"
    r"|assassinated|drowned|buried)\b)"
)
_YEAR = re.compile(r"[^().;]{0,60}?\b(?P<year>1\d{3}|20\d\d)\b")
_MADE = re.compile(
    r"\b(?:founded|established|set up|created|formed|incorporated|chartered|instituted)\b(?! by (?:him|her))"
)
_THINGS = word_list("things") | word_list("bodies") | {"institution", "organisation", "organization", "union"}
_PERIOD = re.compile(r"\b(?P<low>1\d{3}|20\d\d) ?(?:[-–—]|to) ?(?P<high>\d{4}|\d{2})\b")
_REPORT = re.compile(r"\b(?:[Rr]eport|[Rr]eview|[Ss]tatistics|[Aa]ccounts|[Ss]urvey|REPORT|REVIEW|ACCOUNTS)\b")


@record
class Bounds:
    """The first and the last year that an option may be, None where nothing tells."""

    low: int | None = None
    high: int | None = None

    def allow(self, year: int) -> bool:
        """Does the year lie between the two?"""
        return (self.low is None or year >= self.low) and (self.high is None or year <= self.high)

    def within(self, other: "Bounds") -> "Bounds":
        """What both allow."""
        lows = [one for one in (self.low, other.low) if one is not None]
        highs = [one for one in (self.high, other.high) if one is not None]
        return Bounds(max(lows, default=None), min(highs, default=None))


@dataclass
class Times:
    """When a document's people lived, when what it is about began, and in what order it tells what happened."""

    source: Source

    def possible(self, candidate: Candidate, key: int) -> Bounds:
        """The years in which it can have happened at all: not before a birth, a founding, not after a death."""
        found = Bounds(high=self._written if self._written is not None and key <= self._written else None)
        if self._begun is not None and key >= self._begun:
            found = found.within(Bounds(low=self._begun))
        found = found.within(self._titled(candidate.fact.section, key))
        low, high = self._of_a_war(candidate, (key, 6, 15))
        found = found.within(Bounds(low and low[0], high and high[0]))
        found = found.within(Bounds(low=self._last_deed(candidate, key)))
        for match in NAME.finditer(candidate.line):
            life = self._life_of(match.group().removesuffix("'s").removesuffix("’s"))
            if life is not None:
                found = found.within(_of_a_life(life, key, candidate.line))
        return found

    def _titled(self, section: int, key: int) -> Bounds:
        """The period that the nearest heading or the title prints: "The Korean War, 1950–1953"."""
        document = self.source.document
        for told in (*reversed(document.sections[section].path), document.title):
            match = _PERIOD.search(told)
            if match is None:
                continue
            low, high = int(match["low"]), int(match["low"][: 4 - len(match["high"])] + match["high"])
            return Bounds(low, high) if low <= key <= high else Bounds()
        return Bounds()

    def told_between(self, candidate: Candidate, key: int) -> Bounds:
        """The years of what is told right before and right after, where it is told in order."""
        places, years = self._story
        at = bisect_left(places, candidate.span.start)
        before = years[at - 1] if at else None
        at = bisect_left(places, candidate.span.end)
        after = years[at] if at < len(years) else None
        return Bounds(
            before if before is not None and before <= key <= before + _FAR else None,
            after if after is not None and after - _FAR <= key <= after else None,
        )

    def days_between(self, candidate: Candidate, key: Day) -> tuple[Day | None, Day | None]:
        """The days between which it happened: what is told right before and after, where in order, and a war's own."""
        low, high = self._of_a_war(candidate, key)
        places, days = self._days
        at = bisect_left(places, candidate.span.start)
        before = days[at - 1] if at else None
        at = bisect_left(places, candidate.span.end)
        after = days[at] if at < len(days) else None
        if before is not None and before < key and key[0] - before[0] <= _LATELY:
            low = max(low or before, before)
        if after is not None and key < after and after[0] - key[0] <= _LATELY:
            high = min(high or after, after)
        return low, high

    def _of_a_war(self, candidate: Candidate, key: Day) -> tuple[Day | None, Day | None]:
        """The days of the war or the reign that the statement names."""
        document = self.source.document
        titles = " ".join((*document.sections[candidate.fact.section].path, document.title))
        low, high = period(candidate.line, titles, key)
        first, last = reign(candidate.line, key)
        return max(filter(None, (low, first)), default=None), min(filter(None, (high, last)), default=None)

    def _last_deed(self, candidate: Candidate, key: int) -> int | None:
        """Of whose death is asked, the last year that the text tells of them: nobody does anything after it."""
        died = _DEAD.search(candidate.line)
        if died is None:
            return None
        return max((year for year in self._deeds(died["name"].split()[-1]) if year < key), default=None)

    def _deeds(self, name: str) -> Iterator[int]:
        """The years of the sentences that name somebody."""
        facts, document, seen = self.source.facts, self.source.document, -1
        for place in self.source.names.places_of(name):
            for at in range(max(seen + 1, bisect_left(self._sentence_ends, place)), len(facts)):
                sentence = facts[at].sentence
                if sentence.start > place:
                    break
                year, seen = signed_year(facts[at]), at
                if year is not None and year >= 0 and name in _CAPITAL.findall(document[sentence][:_SENTENCE]):
                    yield year

    @cached_property
    def _sentence_ends(self) -> tuple[int, ...]:
        """Where the sentence of each fact ends."""
        return tuple(fact.sentence.end for fact in self.source.facts)

    @cached_property
    def _days(self) -> tuple[tuple[int, ...], tuple[Day, ...]]:
        """The places of the days told in running text, in the order of the text."""
        told = [
            (fact.span.start, day)
            for fact in self.source.facts
            if not fact.in_junk and fact.group is None and (day := day_of(fact)) is not None
        ]
        return tuple(place for place, _ in told), tuple(day for _, day in told)

    @cached_property
    def _story(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The places and years of the dates in running text; a year BC is below nought."""
        told = [
            (fact.span.start, year)
            for fact in self.source.facts
            if not fact.in_junk and fact.group is None and (year := signed_year(fact)) is not None
        ]
        return tuple(place for place, _ in told), tuple(year for _, year in told)

    @cached_property
    def _lives(self) -> dict[str, tuple[int | None, int | None]]:
        """Birth and death by name."""
        text, about = self.source.document.text, hero(self.source.names)
        found: dict[str, tuple[int | None, int | None]] = {}
        for match in _BRACKETS.finditer(text):
            years, named = shown_years(match["told"]), _named_before(text, match.start())
            if len(years) == 2 and named and (is_person(named) or " " not in named):
                found.setdefault(named, (years[0], years[1]))
        for match in _TURN.finditer(text):
            told, named = _YEAR.match(text, match.end()), _named_before(text, match.start())
            if named in ("He", "She"):
                named = about[0] if about else None
            if told is None or not named:
                continue
            born, died = found.get(named, (None, None))
            year = int(told["year"])
            found[named] = (born or year, died) if match["born"] else (born, died or year)
        return {name: life for name, life in found.items() if _is_life(life)}

    def _life_of(self, name: str) -> tuple[int | None, int | None] | None:
        """The life of whom the name means: of that name in full, or the only one of that surname."""
        if name in self._lives:
            return self._lives[name]
        first, last = name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]
        alike = [one for one in self._by_surname.get(last, ()) if first in (last, one.split()[0])]
        return self._lives[alike[0]] if len(alike) == 1 else None

    @cached_property
    def _by_surname(self) -> dict[str, list[str]]:
        """Those whose lives are told, by their last names."""
        found: dict[str, list[str]] = {}
        for name in self._lives:
            found.setdefault(name.split()[-1], []).append(name)
        return found

    @cached_property
    def _begun(self) -> int | None:
        """The year in which the body that the title names was founded."""
        title = content_words(self.source.document.title) & _THINGS
        if not title:
            return None
        for fact in self.source.facts:
            year = signed_year(fact)
            sentence = self.source.document[fact.sentence]
            if year is None or year < 0 or _MADE.search(sentence) is None:
                continue
            if content_words(sentence[: fact.span.start - fact.sentence.start]) & title:
                return year
        return None

    @cached_property
    def _written(self) -> int | None:
        """The year that a report's title prints, unless the report tells of later ones."""
        return year_of_report(self.source.document)


def year_of_report(document: Document) -> int | None:
    """The year that the title of a report prints, or the heading right below it."""
    below = (block.span for section in document.sections[:1] for block in section.blocks if block.kind == "title")
    opened = (section.path[0] for section in document.sections[:2] if section.path)
    heads = (document.title, *(document[span] for span in below), *opened)
    return max((year for head in heads if _REPORT.search(head) for year in shown_years(head)), default=None)


def _named_before(text: str, at: int) -> str | None:
    """The name that ends right before the place."""
    match = _ENDED.search(text[max(0, at - _REACH) : at])
    return match["name"] if match else None


def _is_life(life: tuple[int | None, int | None]) -> bool:
    born, died = life
    return born is None or died is None or _SHORTEST <= died - born <= _LONGEST


def _of_a_life(life: tuple[int | None, int | None], key: int, line: str) -> Bounds:
    """Between birth and death; of who was dead when it happened nothing is known."""
    born, died = life
    if " born " in line:
        return Bounds(high=died - _SHORTEST if died is not None else None)
    if died is not None and key > died:
        return Bounds()
    low = born if born is None or key < born + _GROWN else born + _GROWN
    return Bounds(low if low is None or low <= key else None, died)


def in_reign(stem: str, key: int) -> Bounds:
    """The years of the one whose act a list's entry tells ("Reagan's promise")."""
    low, high = reign(stem, (key, 6, 15))
    return Bounds(low and low[0], high and high[0])


def day_of(fact: Fact) -> Day | None:
    """Year, month and day of a whole date after Christ."""
    edtf = fact.value.edtf if isinstance(fact.value, DateValue) else None
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", edtf) if edtf else None
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def signed_year(fact: Fact) -> int | None:
    """The year of a date, below nought for one BC; None for stretches, decades and days without a year."""
    edtf = fact.value.edtf if isinstance(fact.value, DateValue) else None
    match = re.match(r"-?\d{4}(?![\dX/])(?!.*/)", edtf) if edtf else None
    return int(match.group()) if match else None
