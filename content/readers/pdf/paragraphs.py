"""Which lines make a paragraph, a heading, a list entry or a row of a table?"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from content.document import BlockKind
from content.readers.pdf.joining import joined
from content.readers.pdf.lines import Line
from content.readers.writer import Writer

MARK = re.compile(r"[•▪◦‣■□●○∙◆▶➢✓·*–—-]\s+(?=\S)")
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")
LONE_MARK = re.compile(r"[•▪◦‣■□●○∙◆▶➢✓·*–—-]|\(?(?:\d{1,2}|[a-z])[.)]|\d{1,2}(?:\.\d{1,2}){0,3}\.?")
LEADERS = re.compile(r"(?:\.\s?){4,}\s*[\divxlc]{1,6}$", re.IGNORECASE)
ENDS = (".", "!", "?", ":", "…", ".”", '."', ".)", "?”", "!”", ".»")
LARGER = 1.12
LONGEST_HEADING = 160
MOST_LEVELS = 6


@dataclass(slots=True)
class _Open:
    """A block that is being gathered."""

    kind: BlockKind
    text: str
    style: tuple[int, bool]
    last: Line
    left: float


class Gatherer:
    """Takes the lines in reading order and writes blocks."""

    def __init__(self, writer: Writer, size: float, known: frozenset[str], levels: dict[tuple[int, bool], int]) -> None:
        self.writer = writer
        self._size = size
        self._known = known
        self._levels = levels
        self._open: _Open | None = None

    def region(self, lines: Sequence[Line]) -> None:
        """All lines of one region, from the top."""
        lines = unwrapped(lines)
        tabular = [_is_tabular(line) for line in lines]
        for at, line in enumerate(lines):
            near = (other for other in (at - 1, at + 1) if 0 <= other < len(lines) and tabular[other])
            beside = tabular[at] and any(_aligned(line, lines[other]) for other in near)
            words = [word for word in line.words() if word]
            if not words:
                continue
            if LEADERS.search(words[-1] if len(words) == 1 else " ".join(words)):
                self.writer.leave_out([" ".join(words)], "outline")
            elif beside:
                self.close()
                self._write("row", " | ".join(words), line)
            else:
                self._take(line, " ".join(words))

    def close(self) -> None:
        """Ends the block that is being gathered."""
        if self._open is not None:
            block, self._open = self._open, None
            level = self._levels.get(block.style, MOST_LEVELS) if block.kind == "heading" else 0
            if block.kind == "heading" and not is_heading(block.text):
                block.kind = "paragraph"
                level = 0
            self._write(block.kind, block.text, block.last, 1 if block.kind == "bullet" else level, self._first)

    _first: int = 0

    def _write(self, kind: BlockKind, words: str, line: Line, level: int = 0, page: int | None = None) -> None:
        self.writer.page = page or line.page
        if kind == "bullet":
            words = MARK.sub("", words, count=1)
        self.writer.add(kind, words, level)

    def _take(self, line: Line, words: str) -> None:
        kind: BlockKind = "paragraph"
        style = style_of(line)
        if MARK.match(words) or (NUMBERED.match(words) and not self._is_heading_style(style)):
            kind = "bullet"
        elif self._is_heading_style(style):
            kind = "heading"
        if self._open is not None and self._goes_on(self._open, line, words, kind, style):
            self._open.text = joined(self._open.text, words, self._known)
            self._open.last = line
            return
        self.close()
        self._first = line.page
        self._open = _Open(kind, words, style, line, line.left)

    def _is_heading_style(self, style: tuple[int, bool]) -> bool:
        return style in self._levels

    def _goes_on(self, block: _Open, line: Line, words: str, kind: BlockKind, style: tuple[int, bool]) -> bool:
        """Does the line belong to the block that is open?"""
        last = block.last
        if kind == "bullet" or (kind == "heading") != (block.kind == "heading"):
            return False
        if kind == "heading":
            near = 0 < last.base - line.base < 1.7 * line.size
            return style == block.style and last.region == line.region and near
        if block.text.isupper() and not words.isupper() and last.region != line.region:
            return False  # what is set in capitals over the columns begins no sentence of theirs
        ended = block.text.endswith(ENDS) or (block.kind == "bullet" and block.text.endswith((";", ",")))
        if last.region != line.region:
            return abs(line.size - last.size) < 0.1 * self._size and (words[:1].islower() or not ended)
        if last.base - line.base > _widest(last, line) or abs(line.size - last.size) > 0.15 * last.size:
            return False
        if block.kind == "bullet":
            if line.left < block.left - 0.5 * line.size:
                return False
            return line.left > block.left + 0.3 * line.size or not (ended or _would_fit(last, line, words))
        indented = line.left > line.edge_left + 0.8 * line.size and last.left < line.edge_left + 0.4 * line.size
        if not ended and (words[0].isupper() or words[0].isdigit()) and _would_fit(last, line, words, spare=0.15):
            return False
        return not (indented and (ended or line.left - last.left < 4 * line.size)) and not (
            ended and _would_fit(last, line, words)
        )


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines, with what runs over within a cell of a table put to the row that it stands nearest to."""
    kept: list[Line] = []
    foot = 0.0
    for at, line in enumerate(lines):
        above = kept[-1] if kept and _is_tabular(kept[-1]) else None
        below = lines[at + 1] if at + 1 < len(lines) and _is_tabular(lines[at + 1]) else None
        up = foot - line.base if above is not None and _cell_of(line, above) else None
        down = line.base - below.base if below is not None and _cell_of(line, below) else None
        if above is not None and up is not None and up <= min(1.6 * line.size, down or up):
            _put(line, above, behind=True)
        elif below is not None and down is not None and down <= 1.6 * line.size:
            _put(line, below, behind=False)
            continue
        else:
            kept.append(line)
        foot = line.base
    return kept


def _cell_of(line: Line, row: Line) -> int | None:
    """The number of the row's cell, not the first, that the lone cell of this line stands under or over."""
    if len(line.cells) != 1:
        return None
    places = (at for at, cell in enumerate(row.cells) if at and abs(cell.left - line.left) < 0.3 * line.size)
    return next(places, None)


def _put(line: Line, row: Line, *, behind: bool) -> None:
    cell = row.cells[_cell_of(line, row) or 0]
    pieces = line.cells[0].pieces
    cell.pieces = [*cell.pieces, (" ", 0), *pieces] if behind else [*pieces, (" ", 0), *cell.pieces]


def _widest(last: Line, line: Line) -> float:
    """The way down to the next line of the same paragraph, at most."""
    usual = line.pitch or 1.3 * line.size
    return max(1.3 * usual, usual + 0.25 * line.size)


def _would_fit(last: Line, line: Line, words: str, spare: float = 0.02) -> bool:
    """The line's first word had room on the line before: that one was ended on purpose."""
    first = len(words.split(maxsplit=1)[0]) + 1.5
    width = (line.right - line.left) * first / max(1, len(words))
    return last.right + width < line.edge_right - spare * (line.edge_right - line.edge_left)


def _is_tabular(line: Line) -> bool:
    """Several cells, the first of them no mark of a list and no number of a heading."""
    return len(line.cells) > 1 and not (
        len(line.cells) == 2 and LONE_MARK.fullmatch(line.cells[0].text.strip()) and not _is_figure(line)
    )


def _aligned(line: Line, other: Line) -> bool:
    """The cells of two rows stand under each other; the words of loosely set lines do not."""
    few, many = sorted((line.cells[1:], other.cells[1:]), key=len)
    near = 0.4 * line.size
    met = sum(
        any(
            min(
                abs(one.left - two.left),
                abs(one.right - two.right),
                abs(one.left + one.right - two.left - two.right) / 2,
            )
            < near
            for two in many
        )
        for one in few
    )
    return met >= 0.8 * len(few)


def _is_figure(line: Line) -> bool:
    return all(not any(map(str.isalpha, cell.text)) for cell in line.cells)


def style_of(line: Line) -> tuple[int, bool]:
    """How large, in half points, and how heavy a line is set."""
    return round(2 * line.size), line.bold


def heading_levels(lines: Iterable[Line], size: float) -> dict[tuple[int, bool], int]:
    """The styles that set headings, with their levels: the larger the higher, bold before plain."""
    counts: Counter[tuple[int, bool]] = Counter()
    whole = 0
    for line in lines:
        letters = sum(len(cell.text) for cell in line.cells)
        counts[style_of(line)] += letters
        whole += letters
    usual = round(2 * size)
    found = [
        style
        for style, letters in counts.items()
        if letters < 0.3 * whole and (style[0] >= LARGER * usual or (style[1] and style[0] >= usual - 1))
    ]
    ordered = sorted(found, reverse=True)
    return {style: min(MOST_LEVELS, at + 1) for at, style in enumerate(ordered)}


def is_heading(words: str) -> bool:
    """Short, with letters, and no sentence."""
    letters = sum(map(str.isalpha, words))
    return 1 < len(words) <= LONGEST_HEADING and letters * 3 >= len(words) and not words.endswith((".", ",", ";"))
