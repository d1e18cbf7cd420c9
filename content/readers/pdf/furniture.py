"""Which lines at the head and foot of the pages are no text? Those that come again, and the numbers of the pages."""

import re
from collections import Counter
from dataclasses import dataclass, field

from content.readers.pdf.glyphs import Page, Stretch
from content.readers.pdf.lines import rows

OUTER = 2
"""Lines looked at on either end of a page."""
NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|p\.|seite|стр\.?|страница)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|von|из|\|)\s*\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)
LABELLED = re.compile(r"(?:page|p\.|seite|стр\.?|страница)\s*\d{1,4}(?:\s*(?:of|/|von|из)\s*\d{1,4})?", re.IGNORECASE)
PRINTED = re.compile(
    r"(?:https?|file)://\S{3,}(?:\s+\d{1,4}/\d{1,4})?|\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}\b.{0,100}"
)
"""What a browser prints at the edges of a page."""
DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class Left:
    """What was taken off the pages."""

    heads: list[str] = field(default_factory=list)
    numbers: int = 0


def take_off(pages: list[Page], size: float) -> Left:
    """Takes running heads and page numbers off the pages."""
    ends = [_ends(page) for page in pages]
    counts = Counter(key for page in ends for key in {_key(row, size) for row in page})
    fewest = 2 if len(pages) <= 4 else 3
    left = Left()
    for page, outer in zip(pages, ends, strict=True):
        gone: set[int] = set()
        for row in outer:
            words = _words(row)
            number = NUMBER.fullmatch(words) is not None and row[0].size <= 1.4 * size
            if number and (len(pages) == 1 or counts[_key(row, size)] >= 2):
                left.numbers += 1
            elif counts[_key(row, size)] >= fewest or _holds_a_number(row, page) or PRINTED.fullmatch(words):
                left.heads.append(words)
            else:
                continue
            gone |= {id(each) for each in row}
        page.stretches = [each for each in page.stretches if id(each) not in gone]
    return left


def _ends(page: Page) -> list[list[Stretch]]:
    """The outermost rows; on a page of few rows not those in its middle."""
    found = rows(page.stretches)
    if len(found) <= 2 * OUTER:
        return [row for row in (found[:1] + found[1:][-1:]) if _is_outside(row, page)]
    return found[:OUTER] + found[-OUTER:]


def _is_outside(row: list[Stretch], page: Page) -> bool:
    return not 0.12 * page.height < row[0].base < 0.88 * page.height


def _holds_a_number(row: list[Stretch], page: Page) -> bool:
    """At the very edge of the page, with the page's number in it, as "Parish letter    Page 1 of 3"."""
    edge = not 0.08 * page.height < row[0].base < 0.92 * page.height
    return edge and len(row) > 1 and any(LABELLED.fullmatch(" ".join(each.text.split())) for each in row)


def _words(row: list[Stretch]) -> str:
    return " ".join(" ".join(each.text.split()) for each in row)


def _key(row: list[Stretch], size: float) -> tuple[str, int]:
    """What is the same from page to page: the words, their size; and the numbers too, where they are a heading's."""
    words = _words(row).casefold()
    if NUMBER.fullmatch(words):
        return "#", round(row[0].size)
    if row[0].size <= 1.1 * size:
        words = DIGITS.sub("#", words)
    return words, round(row[0].size)
