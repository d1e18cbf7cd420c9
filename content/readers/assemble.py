"""How do blocks become a document? Title, date line, junk and sections, the same for every format."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from content.document import Block, Document, Section
from content.readers.dateline import date_line

LANGUAGE = re.compile(r"[a-z]{2,3}")
DATED = re.compile(
    r"(?:[A-Z][a-z]{2,8} \d{1,2}, |(?:\d{1,2}(?:[-–]\d{1,2})? )?[A-Z][a-z]{2,8} )?\d{3,4}(?: BC)?(?: ?: | [-–—] )(?=\S)"
    r"|\d{4}\. (?=\S)|(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2})(?: ?: | [-–—] )(?=\S)"
)
"""An entry of a timeline."""
YEAR = re.compile(r"1\d{3}|20\d\d")
DATED_LINES = 3
LONGEST_ENTRY = 240
TITLE_WITHIN = 3
"""The title is looked for among so many first blocks, the date line among twice as many."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a format says of the document beside its text."""

    title: str | None = None
    date: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    warnings: tuple[tuple[str, str], ...] = ()
    title_apart: bool = False
    """The title is none of the headings: the first heading opens a chapter, unless it says the same."""


def assemble(name: str, text: str, blocks: Sequence[Block], card: Card) -> Document:
    """The document of those blocks."""
    found, title = _titled(text, list(blocks), card)
    found, date = _dated(text, found)
    return Document(
        name=name,
        text=text,
        title=title or PurePath(name).stem or name,
        sections=_sections(text, _timelines(text, found)),
        language=card.language if LANGUAGE.fullmatch(card.language) else "en",
        date=date or card.date,
        author=card.author,
        publisher=card.publisher,
        url=card.url,
        warnings=card.warnings,
    )


def _words(text: str, block: Block) -> str:
    return " ".join(text[block.span.start : block.span.end].split())


def _titled(text: str, blocks: list[Block], card: Card) -> tuple[list[Block], str | None]:
    """Marks the title and its repetitions."""
    given = card.title
    title, place = given, None
    for index, block in enumerate(() if card.title_apart and given else blocks[:TITLE_WITHIN]):
        if block.kind in {"heading", "title"} and block.level <= 2:
            title, place = given or _words(text, block), index
            break
    if title is None:
        return blocks, None
    marked = []
    for index, block in enumerate(blocks):
        if index == place:
            marked.append(replace(block, kind="title", level=1))
        elif block.kind in {"heading", "title", "paragraph"} and _words(text, block).casefold() == title.casefold():
            marked.append(
                replace(block, kind="title", level=1)
                if place is None
                else replace(block, kind="junk", level=0, why_junk="repeated_title")
            )
            place = index if place is None else place
        else:
            marked.append(block)
    return marked, title


def _dated(text: str, blocks: list[Block]) -> tuple[list[Block], str | None]:
    """Marks the line that prints the document's own date."""
    for index, block in enumerate(blocks[: 2 * TITLE_WITHIN]):
        if block.kind in {"heading", "paragraph", "quote"} and block.span.end - block.span.start < 90:
            date = date_line(text[block.span.start : block.span.end])
            if date:
                blocks[index] = replace(block, kind="junk", level=0, why_junk="date_line")
                return blocks, date
    return blocks, None


def _timelines(text: str, blocks: list[Block]) -> list[Block]:
    """Paragraphs that each begin with a date, three or more in a row, as the entries of a list."""
    blocks = _under_years(text, blocks)
    begun = [_is_entry(text, block) for block in blocks]
    found = list(blocks)
    for at in range(len(blocks)):
        if begun[at] and sum(begun[max(0, at - DATED_LINES + 1) : at + DATED_LINES]) >= DATED_LINES:
            found[at] = replace(blocks[at], kind="bullet", level=1)
    return found


def _under_years(text: str, blocks: list[Block]) -> list[Block]:
    """A year alone on its line and the paragraph below it as one entry, where three or more follow each other."""
    year = [int(words) if YEAR.fullmatch(words := _words(text, block)) else 0 for block in blocks]
    pairs = [
        bool(year[at]) and blocks[at].kind in {"heading", "paragraph"} and _is_short(blocks[at + 1])
        for at in range(len(blocks) - 1)
    ]
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        end = at
        while end < len(pairs) and pairs[end] and (end == at or year[end] >= year[end - 2]):
            end += 2
        if end - at >= 2 * DATED_LINES:
            for first in range(at, end, 2):
                span = replace(blocks[first].span, end=blocks[first + 1].span.end)
                found.append(replace(blocks[first], kind="bullet", level=1, span=span))
            at = end
        else:
            found.append(blocks[at])
            at += 1
    return found


def _is_short(block: Block) -> bool:
    return block.kind == "paragraph" and block.span.end - block.span.start <= LONGEST_ENTRY


def _is_entry(text: str, block: Block) -> bool:
    return _is_short(block) and DATED.match(text, block.span.start, block.span.end) is not None


def _sections(text: str, blocks: list[Block]) -> tuple[Section, ...]:
    """Blocks under their headings; a heading is the first block of its own section."""
    sections: list[Section] = []
    path: list[tuple[int, str]] = []
    current: list[Block] = []
    for block in blocks:
        if block.kind == "heading":
            if current:
                sections.append(Section(tuple(words for _, words in path), tuple(current)))
            while path and path[-1][0] >= block.level:
                path.pop()
            path.append((block.level, _words(text, block)))
            current = []
        current.append(block)
    if current:
        sections.append(Section(tuple(words for _, words in path), tuple(current)))
    return tuple(sections)
