"""Which sentences and list entries is a document made of, in order, and which stands before which?"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from content.backmatter import above_title, aside, is_back_matter, is_contact
from content.document import Block, Document, Span
from content.facts.fact import Fact
from content.record import record
from content.sentences import sentences

SIGN = " | "
"""Stands between two cells of a table's row."""

UnitKind = Literal["sentence", "bullet"]


@record
class Unit:
    """The smallest piece of a reading. `section` and `block` index the document; `first` opens its block."""

    span: Span
    kind: UnitKind
    section: int
    block: int
    first: bool
    words: int


@dataclass(frozen=True, slots=True)
class Outline:
    """A document's units in order; junk, headings, titles and back matter are left out."""

    document: Document
    units: tuple[Unit, ...]
    starts: tuple[int, ...]

    def at(self, offset: int) -> int | None:
        """The index of the unit that holds the offset; None between units."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.units[index].span.end else None

    def before(self, index: int, most: int = 1) -> tuple[str, ...]:
        """The sentences before the unit in the same section, the nearest first; a list or a heading ends them."""
        found: list[str] = []
        for at in range(index - 1, max(-1, index - 1 - most), -1):
            if self.units[at].section != self.units[index].section or self.units[at].kind != "sentence":
                break
            found.append(self.document[self.units[at].span])
        return tuple(found)

    def earlier(self, index: int, most: int = 3) -> tuple[str, ...]:
        """The sentences before the unit in the same paragraph, the nearest first."""
        block = self.units[index].block
        count = next((n for n in range(most) if index - 1 - n < 0 or self.units[index - 1 - n].block != block), most)
        return self.before(index, count)


def outline(document: Document, facts: Sequence[Fact] = ()) -> Outline:
    """The document's units; a paragraph of entries parted by semicolons is a list; no sentence ends in a fact."""
    closed = [fact.span for fact in facts]
    starts = [span.start for span in closed]
    units: list[Unit] = []
    number = 0
    for index, section in enumerate(document.sections):
        if is_back_matter(document, section):
            continue
        left_out = aside(document, section.blocks) | (frozenset() if index else above_title(document, section.blocks))
        for place, block in enumerate(section.blocks):
            number += 1
            if block.kind in ("title", "heading", "junk") or place in left_out:
                continue
            inside = closed[bisect_left(starts, block.span.start) : bisect_left(starts, block.span.end)]
            for order, (span, kind) in enumerate(_pieces(document, block, inside)):
                text = document[span]
                words = len([word for word in text.split() if word[0].isalnum() or any(map(str.isalnum, word))])
                if words:  # dashes and the bars of a table are none
                    units.append(Unit(span, kind, index, number, order == 0, words))
    return Outline(document, tuple(units), tuple(unit.span.start for unit in units))


def _pieces(document: Document, block: Block, facts: Sequence[Span]) -> list[tuple[Span, UnitKind]]:
    if block.kind in ("bullet", "row"):
        return [(block.span, "bullet")]
    start, text = block.span.start, document[block.span]
    lead = _lead_in(text)
    if entries := semicolon_list(text[lead:]):
        pieces: list[tuple[Span, UnitKind]] = (
            [(Span(start, start + len(text[:lead].rstrip())), "sentence")] if lead else []
        )
        return pieces + [(Span(start + lead + a, start + lead + b), "bullet") for a, b in entries]
    told = tuple(sentences(document.text, block.span, facts, document.language))
    if len(told) > 1 and is_contact(document[told[-1]]):
        told = told[:-1]
    return [(span, "sentence") for span in told]


def _lead_in(text: str) -> int:
    """Where the words that lead into a list in one paragraph end: after a colon before its first semicolon."""
    colon = text.find(": ", 0, max(0, text.find(";")))
    return colon + 2 if colon >= 0 and ". " not in text[:colon] else 0


def semicolon_list(text: str) -> tuple[tuple[int, int], ...]:
    """Where the entries of a paragraph such as "400,000 jeeps; 14,000 airplanes; …" stand; () for prose."""
    if text.count(";") < 2:
        return ()
    parts = text.split(";")
    if any(len(part.split()) > 16 or ". " in part.strip() for part in parts):
        return ()
    found, at = [], 0
    for part in parts:
        start = at + len(part) - len(part.lstrip())
        end = at + len(part.rstrip())
        if end > start:
            found.append((start, end))
        at += len(part) + 1
    return tuple(found)
