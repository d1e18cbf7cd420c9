"""How do the elements of a page become blocks? One walk for web pages, books and word processors' documents."""

import re
from typing import Any

from content.document import BlockKind
from content.readers.furniture import SILENT, furniture, hidden, is_note_list, is_note_mark, is_row_of_links
from content.readers.junk import why_junk
from content.readers.marks import superscript
from content.readers.mathml import linear
from content.readers.spans import Cell, told_rows
from content.readers.writer import Writer, folded, lowered

BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "body",
        "html",
        "header",
        "footer",
        "nav",
        "aside",
        "menu",
        "figure",
        "figcaption",
        "address",
        "dl",
        "dt",
        "dd",
        "pre",
        "details",
        "summary",
        "center",
        "fieldset",
        "hgroup",
        "caption",
        "search",
    ]
)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
DEEPEST = 150
"""Elements within elements; deeper ones are read as their words."""
BOLD_LEVEL = 6
LONGEST_BOLD = 100
_LONGEST_TERM, _LONGEST_TOLD = 60, 200
"""Letters of a term and of what is said of it, for both to be one entry of a list."""
STRUCK = frozenset({"s", "strike", "del"})
CELL = frozenset({"td", "th"})
_SPACE = re.compile(r"\s")


class Walk:
    """Goes through the elements and writes blocks; with `bold_headings` a short bold paragraph is a heading."""

    def __init__(self, writer: Writer, *, bold_headings: bool = False) -> None:
        self.writer = writer
        self.words: list[str] = []
        self._bold_headings = bold_headings

    def page(self, body: Any) -> None:
        """Everything inside the body of a page."""
        self.element(body, "paragraph", 0, 0)
        self.flush("paragraph")

    def flush(self, kind: BlockKind, level: int = 0) -> None:
        """Ends the block whose words were gathered."""
        self.writer.add(kind, "".join(self.words), level)
        self.words = []

    def element(self, node: Any, kind: BlockKind, level: int, depth: int) -> None:
        """Everything inside that element."""
        child = node.child
        while child is not None:
            self._one(child, kind, level, depth + 1)
            child = child.next

    def _one(self, node: Any, kind: BlockKind, level: int, depth: int) -> None:
        tag = node.tag
        if tag == "-text":
            self.words.append(node.text_content or "")
            return
        if tag in SILENT or tag.startswith(("-", "_", "!")) or hidden(node):
            return
        why = furniture(node, tag)
        if why:
            self.flush(kind, level)
            self.writer.leave_out(_lines(node), why)
        elif depth > DEEPEST:
            self.words.append(words_of(node))
        elif tag in HEADINGS:
            self.flush(kind, level)
            self.element(node, "heading", HEADINGS[tag], depth)
            self.flush("heading", HEADINGS[tag])
        elif tag in {"ul", "ol"}:
            self._list(node, kind, level, depth)
        elif tag == "table":
            self._table(node, kind, level, depth)
        elif tag == "dl" and (pairs := _short_pairs(node)):
            self.flush(kind, level)
            for term, told in pairs:
                self.writer.add("bullet", f"{term}: {told}", 1)
        elif tag == "blockquote":
            self._block(node, kind, level, depth, "quote")
        elif tag in BLOCKS:
            self._paragraph(node, tag, kind, level, depth)
        else:
            self._inline(node, tag, kind, level, depth)

    def _paragraph(self, node: Any, tag: str, kind: BlockKind, level: int, depth: int) -> None:
        if tag == "p" and kind == "paragraph" and self._bold_headings and _is_bold_heading(node):
            self._block(node, kind, level, depth, "heading", BOLD_LEVEL)
            return
        self._block(node, kind, level, depth, kind if kind in {"quote", "bullet", "heading"} else "paragraph", level)

    def _block(
        self, node: Any, kind: BlockKind, level: int, depth: int, inner: BlockKind, inner_level: int = 0
    ) -> None:
        self.flush(kind, level)
        if is_row_of_links(node):
            self.writer.leave_out([words_of(node)], "navigation")
            return
        self.element(node, inner, inner_level, depth)
        self.flush(inner, inner_level)

    def _inline(self, node: Any, tag: str, kind: BlockKind, level: int, depth: int) -> None:
        if tag == "br":
            self.words.append(" ")
        elif tag == "sup":
            if node.css_first("a[href*='#']") is None:
                self.words.append(superscript("".join(self.words[-6:])[-40:], words_of(node)))
        elif tag == "sub":
            self.words.append(lowered(words_of(node)))
        elif tag == "math":
            self.words.append(linear(node))
        elif tag == "hr":
            self.flush(kind, level)
        elif tag in STRUCK:
            self.writer.leave_out([words_of(node)], "struck")
        elif tag != "a" or not is_note_mark(node):
            self.element(node, kind, level, depth)

    def _list(self, node: Any, kind: BlockKind, level: int, depth: int) -> None:
        self.flush(kind, level)
        inner = level + 1 if kind == "bullet" else 1
        entries = [child for child in children(node) if child.tag == "li"]
        lines = [folded(words_of(entry)) for entry in entries]
        if is_note_list(entries):
            self.writer.leave_out(lines, "note")
            return
        reason = why_junk(lines) if lines and max(map(len, lines)) < 110 else None
        if reason == "dated_index" or (reason and _all_links(entries)):
            self.writer.add_junk(lines, "navigation" if reason == "outline" else reason)
            return
        for child in children(node):
            if child.tag == "li":
                self.element(child, "bullet", inner, depth + 1)
                self.flush("bullet", inner)
            elif child.tag in {"ul", "ol"}:
                self._list(child, "bullet", inner, depth + 1)

    def _table(self, node: Any, kind: BlockKind, level: int, depth: int) -> None:
        self.flush(kind, level)
        rows = _rows(node)
        if _is_layout(rows):
            for row in rows:
                for cell in children(row):
                    if cell.tag in CELL:
                        self._block(cell, kind, level, depth, "paragraph")
            return
        for child in children(node):
            if child.tag == "caption":
                self._block(child, kind, level, depth, "paragraph")
        for at, cells in enumerate(told := told_rows([_cells(row) for row in rows])):
            title = len(cells) == 1 and at + 1 < len(told) and not any(len(above) > 1 for above in told[:at])
            is_title = title and max(map(len, told)) > 2
            self.writer.add("paragraph" if is_title else "row", " | ".join(cells) if any(cells) else "")


def children(node: Any) -> list[Any]:
    """The node's children, texts among them."""
    found, child = [], node.child
    while child is not None:
        found.append(child)
        child = child.next
    return found


def _short_pairs(node: Any) -> list[tuple[str, str]]:
    """The terms of a list with what is said of each, where all are short and pair off; [] for any other list."""
    entries = [child for child in children(node) if child.tag != "-text"]
    tags = [entry.tag for entry in entries]
    words = [folded(words_of(entry)).strip(" :") for entry in entries]
    paired = len(tags) > 3 and tags == ["dt", "dd"] * (len(tags) // 2)
    plain = all(words) and all(len(term) <= _LONGEST_TERM for term in words[::2])
    short = all(len(told) <= _LONGEST_TOLD for told in words[1::2])
    return list(zip(words[::2], words[1::2], strict=True)) if paired and plain and short else []


def words_of(node: Any) -> str:
    """The words inside an element, superscripts kept, blocks parted by a space; without recursion."""
    found: list[str] = []
    waiting: list[Any] = [node.child]
    while waiting:
        child = waiting.pop()
        if child is None or isinstance(child, str):
            found.append(child or "")
            continue
        waiting.append(child.next)
        tag = child.tag
        if tag == "-text":
            found.append(child.text_content or "")
        elif tag == "math":
            found.append(linear(child))
        elif tag == "sup":
            if child.css_first("a[href*='#']") is None:
                found.append(superscript("".join(found[-6:])[-40:], child.text(deep=True)))
        elif tag == "sub":
            found.append(lowered(child.text(deep=True)))
        elif (
            tag not in SILENT | STRUCK
            and not tag.startswith(("-", "_", "!"))
            and not (tag == "a" and is_note_mark(child))
        ):
            space = " " if tag in BLOCKS or tag in HEADINGS or tag in {"br", "li", "tr", "td", "th", "table"} else ""
            found.append(space)
            waiting.append(space)
            waiting.append(child.child)
    return "".join(found)


def _lines(node: Any) -> list[str]:
    """An element that is left out, as lines: its entries, else its blocks."""
    entries = node.css("li, p, h1, h2, h3, h4, dt, dd")[:500]
    return [words_of(entry) for entry in entries] or [words_of(node)]


def _cells(row: Any) -> list[Cell]:
    return [
        Cell(folded(words_of(cell)), _span(cell, "colspan"), _span(cell, "rowspan"), is_head=cell.tag == "th")
        for cell in children(row)
        if cell.tag in CELL
    ]


def _span(cell: Any, name: str) -> int:
    """How many columns or rows the cell says that it is wide or high."""
    said = (cell.attributes.get(name) or "").strip()
    return int(said) if said.isascii() and said.isdigit() and len(said) < 4 else 1


def _rows(table: Any) -> list[Any]:
    """The table's own rows, not those of tables inside it."""
    found = []
    for child in children(table):
        if child.tag == "tr":
            found.append(child)
        elif child.tag in {"thead", "tbody", "tfoot"}:
            found += [row for row in children(child) if row.tag == "tr"]
    return found


def _is_layout(rows: list[Any]) -> bool:
    """The table only places parts of the page: a cell holds headings, tables or several paragraphs."""
    return any(
        cell.css_first("h1, h2, h3, h4, table") is not None or len([p for p in children(cell) if p.tag == "p"]) > 3
        for row in rows
        for cell in children(row)
        if cell.tag in CELL
    )


def _all_links(entries: list[Any]) -> bool:
    """Nearly all words of the list are links: a menu."""
    whole = sum(len(entry.text(deep=True).strip()) for entry in entries)
    linked = sum(len(link.text(deep=True).strip()) for entry in entries for link in entry.css("a"))
    return whole > 0 and linked >= 0.9 * whole


def _is_bold_heading(node: Any) -> bool:
    words = folded(node.text(deep=True))
    if not 2 <= len(words) <= LONGEST_BOLD or words[-1] in ".,;:!" or not any(map(str.isalpha, words)):
        return False
    bold = "".join(part.text(deep=True) for part in node.css("strong, b"))
    return len(_SPACE.sub("", bold)) >= len(_SPACE.sub("", words))
