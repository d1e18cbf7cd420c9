"""How is a PDF read? Letters from PDFium, then a layout pass of our own: columns, lines, paragraphs."""

from collections import Counter
from typing import Any

from content.document import Document
from content.errors import Damaged, Empty, Encrypted, Scanned, TooLong, TooManyPages
from content.limits import CHARACTERS, PAGES
from content.readers.assemble import Card, assemble
from content.readers.pdf.columns import regions
from content.readers.pdf.furniture import take_off
from content.readers.pdf.glyphs import Page, page_of
from content.readers.pdf.joining import known_words
from content.readers.pdf.lines import Line, lines_of, mended, note_mark, parted_notes
from content.readers.pdf.paragraphs import Gatherer, heading_levels
from content.readers.writer import Writer, folded

FEWEST_LETTERS = 20
"""A page with fewer and a picture is a scan."""
NOBODY = frozenset({"", "anonymous", "unspecified", "untitled", "user", "admin", "author", "unknown"})
UNREADABLE = 0.2
"""Share of letters without a meaning from which a text is none."""


def read(data: bytes, name: str) -> Document:
    """The document; a block's page is the page that it begins on. Raises `content.errors.DocumentError`."""
    document = _opened(data, name)
    try:
        pages, title, author = _pages(document, name), _told(document, "Title"), _told(document, "Author")
        attached = _attachments(document)
    finally:
        document.close()
    scans = _check(pages, name)
    writer = Writer()
    heads, numbers = _write(writer, pages)
    writer.leave_out(heads, "running_head")
    warnings = (
        *((("page_numbers", str(numbers)),) if numbers else ()),
        *((("scanned_pages", ", ".join(map(str, scans[:20]))),) if scans else ()),
        *((("attachments", str(attached)),) if attached else ()),
    )
    if not writer.blocks:
        raise Empty(name)
    warnings += writer.finish()
    titled = any(block.kind == "heading" and block.level <= 2 for block in writer.blocks[:3])
    fallback = None if titled or "." in title[-6:] or title.lower() in NOBODY else title
    known = author if author.strip("()").lower() not in NOBODY else None
    card = Card(title=fallback, author=known, warnings=warnings)
    return assemble(name, writer.text, writer.blocks, card)


def _opened(data: bytes, name: str) -> Any:
    import pypdfium2  # type: ignore[import-untyped]
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise Encrypted(name) from error
        raise Damaged(name, "truncated") from error
    if count > PAGES:
        document.close()
        raise TooManyPages(name, count, PAGES)
    return document


def _pages(document: Any, name: str) -> list[Page]:
    import pypdfium2

    pages, letters = [], 0
    for number in range(1, len(document) + 1):
        try:
            page = page_of(document, number)
        except pypdfium2.PdfiumError:
            continue  # a page that is not there: a broken file may count more than it has
        letters += page.letters
        if letters > CHARACTERS:
            raise TooLong(name, CHARACTERS)
        pages.append(page)
    if not pages:
        raise Damaged(name, "truncated")
    return pages


def _told(document: Any, key: str) -> str:
    import pypdfium2

    try:
        return folded(document.get_metadata_value(key))[:200]
    except (pypdfium2.PdfiumError, ValueError):
        return ""


def _attachments(document: Any) -> int:
    import pypdfium2

    try:
        return int(document.count_attachments())
    except pypdfium2.PdfiumError:
        return 0


def _check(pages: list[Page], name: str) -> list[int]:
    """The pages that are scans, where they are few. Raises Scanned, Damaged or Empty."""
    scans = [page.number for page in pages if page.letters < FEWEST_LETTERS and page.has_picture]
    if scans and 2 * len(scans) >= len(pages):
        raise Scanned(name, len(scans), scans[0])
    letters = sum(page.letters for page in pages)
    if not letters:
        raise Empty(name)
    if sum(page.unreadable for page in pages) > UNREADABLE * letters:
        raise Damaged(name, "letters")
    return scans


def _write(writer: Writer, pages: list[Page]) -> tuple[list[str], int]:
    """Writes all blocks; the running heads, and how many page numbers were taken off."""
    size = usual_size(pages)
    left = take_off(pages, size)
    found = [lines for page in pages for lines in _page_lines(page, size, writer)]
    every = [line for lines in found for line in lines]
    gatherer = Gatherer(writer, size, known_words(line.text() for line in every), heading_levels(every, size))
    for lines in found:
        gatherer.region(lines)
    gatherer.close()
    return left.heads, left.numbers


def _page_lines(page: Page, size: float, writer: Writer) -> list[list[Line]]:
    """The lines of a page, region by region, without its notes."""
    parts = regions(mended(page.stretches, size), size)
    raised = frozenset(words.strip() for each in page.stretches for words, shift in each.pieces if shift > 0)
    found, notes = [], list[Line]()
    for number, region in enumerate(parts):
        lines, below = parted_notes(lines_of(region, page.number, 1000 * page.number + number), size, raised)
        found.append(lines)
        notes += below
    marks = frozenset(filter(None, (note_mark(line, raised) for line in notes)))
    for lines in found:
        for line in lines:
            line.notes = marks
    writer.leave_out([line.text() for line in notes], "note")
    return found


def usual_size(pages: list[Page]) -> float:
    """The size of most letters."""
    counts: Counter[float] = Counter()
    for page in pages:
        for each in page.stretches:
            counts[each.size] += len(each.text)
    return counts.most_common(1)[0][0] if counts else 10.0
