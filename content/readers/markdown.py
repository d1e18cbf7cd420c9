"""How is Markdown read? Through markdown-it; marks fall away, superscripts stay superscripts."""

import re
from collections.abc import Iterator
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from content.document import BlockKind, Document
from content.readers.assemble import DATED, Card, assemble
from content.readers.junk import CAPTION, LABELLED, why_junk
from content.readers.spans import with_units
from content.readers.writer import Writer, lowered, raised

FRONT = re.compile(r"\A---[ \t]*\r?\n(.{0,20000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:?")
NOTE_TEXT = re.compile(r"\[\^[^\]\s]{1,40}\]:")
RAISED = re.compile(r"(?<=\S)\^([^\s^]{1,12})\^")
"""A superscript as some dialects write it: 10^23^."""
_BOLD_LEVEL, _LONGEST_BOLD = 4, 80
_FEWEST_ENTRIES = 3
_YEAR = re.compile(r"(?:(?:\d{1,2} )?[A-Z][a-z]+ )?1\d{3}s?(?:[–/-]\d{2,4})?(?::| –| -|,) \S|20\d\d(?::| –| -) \S")
_YEAR_FIRST = re.compile(r"(?:1\d{3}|20\d\d) [^\W\d]")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
FIELDS = ("title", "date", "author", "publisher", "url", "language")


def read(text: str, name: str, warnings: tuple[tuple[str, str], ...] = ()) -> Document:
    """The document; its text is the words without marks."""
    front = FRONT.match(text)
    fields = _fields(front.group(1)) if front else {}
    writer = Writer()
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    _write(writer, tokens)
    left_out = writer.finish()
    told: Any = {key: fields[key] for key in FIELDS if key in fields}
    card = Card(**told, warnings=warnings + left_out)
    return assemble(name, writer.text, writer.blocks, card)


def _fields(front: str) -> dict[str, str]:
    """The flat "key: value" lines of the front matter."""
    found = {}
    for line in front.splitlines():
        key, colon, value = line.partition(":")
        if colon and value.strip():
            found[key.strip().lower()] = value.strip().strip("\"'")
    return found


def _write(writer: Writer, tokens: list[Token]) -> None:
    depth, quotes, level, cell, row, rows = 0, 0, 0, False, list[str](), list[list[str]]()
    entries: list[tuple[str, int]] = []
    for token in tokens:
        kind = token.type
        if kind in {"bullet_list_open", "ordered_list_open"}:
            depth += 1
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            depth -= 1
            if not depth:
                _write_list(writer, entries)
                entries = []
        elif kind in {"blockquote_open", "blockquote_close"}:
            quotes += 1 if token.nesting == 1 else -1
        elif kind == "heading_open":
            level = int(token.tag[1])
        elif kind == "heading_close":
            level = 0
        elif kind in {"td_open", "th_open", "td_close", "th_close"}:
            cell = token.nesting == 1
        elif kind == "tr_close":
            rows.append(row)
            row = []
        elif kind == "table_close":
            for told in with_units(rows):
                writer.add("row", " | ".join(told))
            rows = []
        elif kind == "inline":
            words = plain(token.children or [])
            if NOTE_TEXT.match(token.content):
                writer.leave_out([words], "note")
                continue
            if cell:
                row.append(words)
            elif level:
                writer.add("heading", words, level)
            elif depth and _leads_inside(token.children or []):
                writer.leave_out([words], "outline")
            elif depth:
                entries.append((words, depth))
            elif not quotes and _is_bold_heading(token.children or [], words):
                writer.add("heading", words, _BOLD_LEVEL)
            elif not quotes and (lines := _entries(token.children or [])):
                _write_list(writer, [(line, 1) for line in lines])
            else:
                block: BlockKind = "quote" if quotes else "paragraph"
                writer.add(block, words)


def _leads_inside(children: list[Token]) -> bool:
    """Is the entry a link to a place in this very page, as in a table of contents?"""
    link = bool(children) and children[0].type == "link_open" and children[-1].type == "link_close"
    return link and str(children[0].attrGet("href") or "").startswith("#")


def _entries(children: list[Token]) -> list[str]:
    """The lines of a paragraph that each begin with a year, a label or the next Roman number, which falls away."""
    lines: list[list[Token]] = [[]]
    for child in children:
        if child.type in {"softbreak", "hardbreak"}:
            lines.append([])
        else:
            lines[-1].append(child)
    told = [plain(line).strip() for line in lines]
    if len(told) < _FEWEST_ENTRIES:
        return []
    if any(all(map(pattern.match, told)) for pattern in (_YEAR, _YEAR_FIRST, DATED, LABELLED)):
        return told
    counted = zip(told, _ROMANS, strict=False)
    if len(told) > len(_ROMANS) or not all(re.match(rf"{roman}[.)] ", line) for line, roman in counted):
        return []
    return [line.partition(" ")[2] for line in told]


def _is_bold_heading(children: list[Token], words: str) -> bool:
    """Is the paragraph one short line in bold that ends no sentence, and no caption of a table?"""
    parts = [child for child in children if child.content or child.type != "text"]
    bold = len(parts) > 2 and parts[0].type == "strong_open" and parts[-1].type == "strong_close"
    whole = bold and sum(part.type == "strong_open" for part in parts) == 1
    return whole and len(words) <= _LONGEST_BOLD and words[-1:] not in ".,;:!" and not CAPTION.match(words)


def _write_list(writer: Writer, entries: list[tuple[str, int]]) -> None:
    lines = [words for words, _ in entries]
    reason = why_junk(lines) if all(len(line) < 110 for line in lines) else None
    if reason == "dated_index":
        writer.add_junk(lines, reason)
        return
    for words, depth in entries:
        writer.add("bullet", words, depth)


def plain(children: list[Token]) -> str:
    """The words of an inline token."""
    return RAISED.sub(lambda found: raised(found.group(1)), NOTE.sub("", "".join(_pieces(children))))


def _pieces(children: list[Token]) -> Iterator[str]:
    held: list[str] | None = None
    change = raised
    for child in children:
        words = child.content
        if child.type == "html_inline":
            tag = words.strip("<>/ ").lower()
            if tag in {"sup", "sub"} and not words.startswith("</"):
                held, change = [], raised if tag == "sup" else lowered
            elif tag in {"sup", "sub"} and held is not None:
                yield change("".join(held))
                held = None
            elif tag.startswith("br"):
                yield " "
            continue
        if child.type in {"softbreak", "hardbreak"}:
            words = " "
        elif child.type not in {"text", "code_inline"}:
            continue
        if held is not None:
            held.append(words)
        else:
            yield words
    if held:
        yield change("".join(held))
