"""Which lines at the head and foot of the pages are no text? Those that come again, and the numbers of the pages."""

import re
from collections import Counter
from dataclasses import dataclass, field

from content.readers.pdf.glyphs import Page, Stretch
from content.readers.pdf.lines import rows

LONGEST_HEAD = 120
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
OUTER_NUMBER = re.compile(r"^\W{0,3}\d{1,4}(?=\s)|(?<=\s)\d{1,4}\W{0,3}$")


@dataclass(slots=True)
class Left:
    """What was taken off the pages."""

    heads: list[str] = field(default_factory=list)
    numbers: int = 0


def take_off(pages: list[Page], size: float) -> Left:
    """Takes running heads and page numbers off the pages, from the outermost line inwards."""
    ends = [_ends(page) for page in pages]
    counts = Counter(key for page in ends for key in {_key(row, size) for end in page for row in end})
    fewest = 2 if len(pages) <= 4 else 3
    left = Left()
    offset = _numbering(pages, ends, size)
    for page, sides in zip(pages, ends, strict=True):
        gone: set[int] = set()
        for side in sides:
            for row in side:
                words = _words(row)
                number = NUMBER.fullmatch(words) is not None and row[0].size <= 1.4 * size
                if number and (len(pages) == 1 or counts[_key(row, size)] >= 2):
                    left.numbers += 1
                elif (
                    counts[_key(row, size)] >= fewest
                    or (offset is not None and page.number + offset in _numbers(row, size))
                    or PRINTED.fullmatch(words)
                    or _holds_a_number(row, page)
                ):
                    left.heads.append(words)
                else:
                    break
                gone |= {id(each) for each in row}
        page.stretches = [each for each in page.stretches if id(each) not in gone]
    return left


def _ends(page: Page) -> tuple[list[list[Stretch]], list[list[Stretch]]]:
    """The outermost rows at the head and at the foot, from outside; on a page of few rows only those at the edge."""
    found = rows(page.stretches)
    if len(found) <= 2 * OUTER:
        edge = [row for row in found if _is_outside(row, page)]
        return [row for row in edge if row[0].base > page.height / 2], [
            row for row in edge if row[0].base <= page.height / 2
        ]
    return found[:OUTER], found[-OUTER:][::-1]


def _is_outside(row: list[Stretch], page: Page) -> bool:
    return not 0.12 * page.height < row[0].base < 0.88 * page.height


def _holds_a_number(row: list[Stretch], page: Page) -> bool:
    """At the very edge of the page, with the page's number in it, as "Parish letter    Page 1 of 3"."""
    edge = not 0.08 * page.height < row[0].base < 0.92 * page.height
    return edge and len(row) > 1 and any(LABELLED.fullmatch(" ".join(each.text.split())) for each in row)


def _words(row: list[Stretch]) -> str:
    return " ".join(" ".join(each.text.split()) for each in row)


def _key(row: list[Stretch], size: float) -> tuple[str, int]:
    """What is the same from page to page: the words and their size; a number at either end is the page's."""
    words = _words(row).casefold()
    if NUMBER.fullmatch(words):
        return "#", round(row[0].size)
    words = OUTER_NUMBER.sub("#", words) if row[0].size <= 1.1 * size else words
    return words, round(row[0].size)


def _numbering(
    pages: list[Page], ends: list[tuple[list[list[Stretch]], list[list[Stretch]]]], size: float
) -> int | None:
    """What is to be added to a page's place to have its printed number; None where no numbers run on."""
    found: Counter[int] = Counter()
    for page, sides in zip(pages, ends, strict=True):
        found.update({number - page.number for side in sides for row in side[:1] for number in _numbers(row, size)})
    if not found:
        return None
    offset, count = found.most_common(1)[0]
    return offset if count >= max(3, len(pages) // 2) else None


def _numbers(row: list[Stretch], size: float) -> set[int]:
    """The whole numbers that a short row begins and ends with; those of a heading count chapters, not pages."""
    if row[0].pieces[0][1]:
        return set()  # a note's mark
    words = _words(row).split()
    if row[0].size > 1.1 * size or sum(map(len, words)) > LONGEST_HEAD:
        return set()
    return {int(word) for word in (words[0], words[-1]) if word.isdecimal() and len(word) < 5}
