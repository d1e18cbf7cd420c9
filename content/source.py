"""What do questions need to know about a document? Its outline, facts, names and lists, looked up once."""

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from content.candidates.names import Names
from content.candidates.nouns import STARTERS, singular
from content.captions import caption
from content.cells import asked_cells
from content.columns import Around
from content.document import Document, Span
from content.facts.fact import Fact, FigureValue
from content.grid import Table, tables
from content.lifespan import Lived, lives
from content.outline import Outline
from content.shown import shown_years, spread_years
from lessons.languages import language

_SPOKEN = re.compile(r"(?:s(?<!\ws)a(?:id|ys)|t(?<!\wt)old|a(?<!\wa)dded)\b")
_AROUND = re.compile(
    r"(?P<minutes>\b\d{1,2}[- ]min(?:ute)?s?(?: |-)read\b)|(?P<clock>\b\d{1,2}[:.]\d\d ?(?:am|pm|AM|PM|GMT|BST|EST"
    r"|UTC|CET)\b)"
    r"|(?P<byline>^(?:By [A-Z][a-z]+ [A-Z][a-z]+|Staff writer\b))|(?P<comments>\b\d+ comments?\b|^Comments$)"
    r"|(?P<sign>\bSign (?:in|up)\b|\bLog ?in\b|\bSubscribe\b|\bNewsletter\b)|(?P<share>\bShare this\b|\bFollow us\b)"
    r"|(?P<related>^(?:Related(?: stories| articles)?|Most read|Read more|More on this story|Trending)\b)"
    r"|(?P<sponsored>^(?:ADVERTISEMENT|SPONSORED|Advertisement|Sponsored)$)|(?P<updated>^(?:Published|Updated"
    r"|Posted)\b)"
    r"|(?P<paper>\b[Bb]y our [\w ]*(?:correspondent|reporter|staff)\b)|(?P<price>\b\d{2}p$)|(?P<column>^(?:COMMENT"
    r"|LETTERS|OPINION)\b)"
    r"|(?P<page>\b(?:see|turn to|continued on|full story:?) page \d|\bpage \d+(?:, p\d| ?[»>]))"
    r"|(?P<bar>^(?:Home|News|Sport)(?: [A-Z][a-z]+){3,}$)"
    r"|(?P<menu>^(?:Home|News|Skip to \w+|Skip navigation)\b(?: ?[|»>/]))",
    re.MULTILINE,
)
_OF_ANY_PAGE = frozenset(("sign", "share", "updated", "menu", "bar", "page"))
"""What stands around the statistics of an office as well as around a story."""
_LETTER = re.compile(r"\bNewsletter of\b", re.IGNORECASE)
_MAIL = re.compile(r"(?:From|To|Date|Sent|Subject): [^\n]+\n(?:From|To|Cc|Date|Sent|Subject): ")
_OF_THE_DAY = re.compile(
    r"(?:(?:[\w’'-]+ ){0,3}meeting (?:notes|minutes)|notes of |minutes of |agenda\b|change ?log\b|release notes"
    r"|programme$|to-?do\b|(?:on )?this day\b)",
    re.IGNORECASE,
)
"""What a club sends round, a letter by mail, and what is written for a meeting, an evening or a release."""
_YEAR = re.compile(r"[12]\d{3}")
_WORD = re.compile(r"[A-Za-z][\w’'-]+")
_NEAR = 3000
"""Letters around a table among which its rows are looked for."""
_DOCUMENT_NOUN = re.compile(r"\b[Tt]his (article|report|paper|study|chapter|essay|document|story)\b")


@dataclass
class Source:
    """A document with all that its questions need to know about it."""

    document: Document
    outline: Outline
    facts: tuple[Fact, ...]
    names: Names = field(init=False)
    noun: str = field(init=False)
    year: int | None = field(init=False)
    news: bool = field(init=False)
    """People speak in it all the time: most of its figures are of the day, and only the best are asked."""
    read_last: tuple[Any, Any] | None = field(default=None, init=False, repr=False, compare=False)
    """What `content.questions` read last, and of which fact."""

    def __post_init__(self) -> None:
        words = sum(unit.words for unit in self.outline.units)
        spoken = len(_SPOKEN.findall(self.document.text))
        around = _printed_around(self.document.text)
        told = (spoken >= 2 and spoken * 150 > words) or (len(around) >= 3 and not around <= _OF_ANY_PAGE)
        self.news = (told and not self._is_of_the_past()) or bool(
            _LETTER.search(self.document.text, 0, 400)
            or _MAIL.match(self.document.text)
            or _OF_THE_DAY.match(self.document.title)
        )
        self.names = Names(self.document)
        match = _DOCUMENT_NOUN.search(self.document.text[:20000])
        self.noun = match.group(1) if match else "text"
        self.year = int(self.document.date[:4]) if self.document.date and self.document.date[:4].isdigit() else None

    def _is_of_the_past(self) -> bool:
        """Do most of its dates lie long before the last one, as no day's news do?"""
        years = [
            int(edtf[:4]) for fact in self.facts if (edtf := getattr(fact.value, "edtf", None)) and _YEAR.match(edtf)
        ]
        past = {year for year in years if year < max(years) - 25}
        return len(past) > 4 and sum(year in past for year in years) * 2 > len(years)

    @cached_property
    def tables(self) -> dict[int, Table]:
        """The tables of the document by each of their rows' places among the units."""
        return tables(self.outline)

    @cached_property
    def tables_of(self) -> dict[int, tuple[Table, ...]]:
        """The tables of each section that has any."""
        found: dict[int, list[Table]] = {}
        for first, table in self.tables.items():
            if first == table.first:
                found.setdefault(self.outline.units[first].section, []).append(table)
        return {section: tuple(group) for section, group in found.items()}

    @cached_property
    def asked_cells(self) -> dict[int, frozenset[tuple[int, int]]]:
        """The rows and columns worth asking, by where each table's first row stands among the units."""
        return {
            first: asked_cells(table, self._around(table))
            for first, table in self.tables.items()
            if first == table.first
        }

    def _around(self, table: Table) -> Around:
        """What stands about a table: over it, and before and behind it."""
        units, document = self.outline.units, self.document
        head, last = units[table.first - 1], units[table.first + len(table.rows) - 1]
        section, own = document.sections[head.section], caption(self.outline, table.first - 1)
        above = f"{document.title} {' '.join(section.path)}"
        before = Span(max(0, head.span.start - _NEAR), head.span.start)
        after = Span(last.span.end, last.span.end + _NEAR)
        near = document.text[before.start : before.end] + document.text[after.start : after.end]
        names = (row[table.names or 0] for row in table.rows)
        return Around(
            years=frozenset(shown_years(spread_years(above))),
            spoken=frozenset(name for name in names if name in near),
            title=own.title if own.own else "",
            heading=own.title,
            over=f"{above} {own.title} {'' if own.own else table.head[0]}",
        )

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each fact begins."""
        return tuple(fact.span.start for fact in self.facts)

    @cached_property
    def lives(self) -> dict[Span, tuple[tuple[Fact, Lived], ...]]:
        """The two ends of the life that the head of the text tells, by where the whole of it stands."""
        found = tuple(lives(self.outline, self.facts, self.names))
        if not found:
            return {}
        whole = [fact.span for fact in self.facts if any(end.span in fact.span for end, _ in found)]
        return {span: tuple(pair for pair in found if pair[0].span in span) for span in whole}

    @cached_property
    def groups(self) -> dict[int, tuple[Fact, ...]]:
        """The facts of each list."""
        found: dict[int, list[Fact]] = {}
        for fact in self.facts:
            if fact.group is not None:
                found.setdefault(fact.group, []).append(fact)
        return {number: tuple(facts) for number, facts in found.items()}


def is_measure(value: FigureValue) -> bool:
    """Is the figure an amount of money, a share or a measure, so that its unit belongs to the key?"""
    unit = value.unit
    if unit is None:
        return False
    return unit == "%" or (len(unit) == 3 and unit.isupper()) or unit in _measures()


def _printed_around(text: str) -> set[str]:
    """The kinds of words that news sites print around a story: who wrote it and when, what else is read."""
    around = text if len(text) <= 1500 else text[:1500] + "\n" + text[-1500:]
    return {match.lastgroup or "" for match in _AROUND.finditer(around)}


@cache
def _measures() -> frozenset[str]:
    return frozenset(unit.names[0] for unit in language("en").units)


def label(line: str) -> str:
    """The first words of a statement that tell it from others, for an id that small edits leave alone."""
    words = [word.rstrip(",.-") for word in _WORD.findall(line)]
    kept = [singular(word) for word in words if word and word.lower() not in STARTERS and not _plain_auxiliary(word)]
    return " ".join(kept[:4])


def _plain_auxiliary(word: str) -> bool:
    return word.lower() in ("was", "were", "is", "are", "had", "has", "have", "been", "did")
