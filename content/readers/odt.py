"""How is an OpenDocument text read? Its XML is walked; raised letters are told by their automatic styles."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from content.document import BlockKind, Document
from content.errors import Damaged, Encrypted
from content.readers.archive import attribute, local, opened, parsed, words
from content.readers.assemble import Card, assemble
from content.readers.marks import superscript
from content.readers.writer import Writer, folded, lowered
from content.zips import Zip

MANIFEST = "META-INF/manifest.xml"
PASSED_OVER = frozenset(
    [
        "annotation",
        "annotation-end",
        "tracked-changes",
        "forms",
        "sequence-decls",
        "variable-decls",
        "user-field-decls",
        "change",
        "change-start",
        "change-end",
        "bookmark",
        "bookmark-start",
        "bookmark-end",
        "soft-page-break",
        "image",
        "dde-connection-decls",
        "list-header-label",
        "ruby-text",
        "desc",
        "title",
    ]
)
INDEXES = frozenset(
    [
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "bibliography",
    ]
)
MOST_SPACES = 10


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its words: `raise_by` is 1 for super, -1 for sub, None where it says nothing."""

    parent: str = ""
    raise_by: int | None = None
    struck: bool = False
    outline_level: int = 0


def read(data: bytes, name: str) -> Document:
    """The document; text boxes, notes, indexes and running heads are left out and told."""
    with opened(data, name) as archive:
        if MANIFEST in archive and b"encryption-data" in archive.read(MANIFEST):
            raise Encrypted(name)
        if "content.xml" not in archive:
            raise Damaged(name, "truncated")
        content = parsed(archive.read("content.xml"), name, "content.xml")
        styles = parsed(archive.read("styles.xml"), name, "styles.xml") if "styles.xml" in archive else None
        about = parsed(archive.read("meta.xml"), name, "meta.xml") if "meta.xml" in archive else None
        walk = _Walk(Writer(), _styles(styles, content), archive, name)
        body = next((node for node in content.iter() if local(node.tag) == "text"), None)
        if body is None:
            raise Damaged(name, "truncated")
        walk.blocks(body, "paragraph", 0)
    if styles is not None:
        _running_heads(walk.writer, styles)
    changes = sum(local(node.tag) == "changed-region" for node in content.iter())
    warnings = ((("tracked_changes", str(changes)),) if changes else ()) + walk.writer.finish()
    return assemble(name, walk.writer.text, walk.writer.blocks, _card(about, walk.writer, warnings))


def _styles(*roots: Element | None) -> dict[str, Style]:
    found: dict[str, Style] = {}
    for root in roots:
        for node in root.iter() if root is not None else ():
            if local(node.tag) == "style":
                level = attribute(node, "default-outline-level")
                found[attribute(node, "name")] = Style(
                    attribute(node, "parent-style-name"),
                    _raise_by(node),
                    any(attribute(part, "text-line-through-style") not in {"", "none"} for part in node),
                    int(level) if level.isdigit() and len(level) < 3 else 0,
                )
    return found


def _raise_by(style: Element) -> int | None:
    for node in style:
        place = attribute(node, "text-position").split()
        if local(node.tag) == "text-properties" and place:
            if place[0] in {"super", "sub"}:
                return 1 if place[0] == "super" else -1
            number = place[0].rstrip("%").partition(".")[0]
            return 0 if number in {"0", "-0", ""} else (-1 if number.startswith("-") else 1)
    return None


def _running_heads(writer: Writer, styles: Element) -> None:
    for node in styles.iter():
        if local(node.tag) in {"header", "footer", "header-left", "footer-left", "header-first", "footer-first"}:
            writer.leave_out([words(line) for line in node], "running_head")


def _card(about: Element | None, writer: Writer, warnings: tuple[tuple[str, str], ...]) -> Card:
    told = {local(node.tag): folded(node.text or "") for node in about.iter()} if about is not None else {}
    titled = any(block.kind == "heading" and block.level == 1 for block in writer.blocks[:3])
    return Card(
        title=None if titled else told.get("title") or None,
        author=told.get("initial-creator") or told.get("creator") or None,
        language=(told.get("language") or "en").split("-")[0].lower() or "en",
        warnings=warnings,
    )


class _Walk:
    """Goes through the document's body and writes blocks."""

    def __init__(self, writer: Writer, styles: dict[str, Style], archive: Zip, name: str) -> None:
        self.writer = writer
        self._styles = styles
        self._archive = archive
        self._name = name

    def blocks(self, node: Element, kind: BlockKind, level: int) -> None:
        """Every paragraph, list and table inside that element."""
        for child in node:
            tag = local(child.tag)
            if tag in {"p", "h"}:
                self._paragraph(child, tag, kind, level)
            elif tag == "list":
                self.blocks(child, "bullet", level + 1 if kind == "bullet" else 1)
            elif tag == "table":
                self._table(child)
            elif tag in INDEXES:
                entries = [entry for entry in child.iter() if local(entry.tag) in {"p", "h"}]
                self.writer.leave_out([words(entry) for entry in entries], "outline")
            elif tag == "frame":
                self._frame(child)
            elif tag not in PASSED_OVER and not isinstance(child.tag, type(None)):
                self.blocks(child, kind, level)

    def _paragraph(self, node: Element, tag: str, kind: BlockKind, level: int) -> None:
        named, outline = self._heading(attribute(node, "style-name"))
        given = attribute(node, "outline-level")
        if tag == "h" or (outline and kind == "paragraph"):
            depth = int(given) if given.isdigit() and len(given) < 3 else outline
            self.writer.add("heading", self.inline(node), max(1, min(6, depth or 1)))
        elif "Quotation" in named and kind == "paragraph":
            self.writer.add("quote", self.inline(node))
        else:
            self.writer.add(kind, self.inline(node), level)

    def _heading(self, style: str) -> tuple[str, int]:
        """The name of the heading or quotation that this style rests on, and the level of the heading."""
        quoted = ""
        for _ in range(10):
            plain = style.replace("_20_", " ")
            quoted = quoted or (plain if "Quotation" in plain else "")
            known = self._styles.get(style, Style())
            if plain in {"Title", "Subtitle"}:
                return plain, 1 if plain == "Title" else 2
            if known.outline_level:
                return plain, known.outline_level
            if plain.startswith("Heading ") and plain[8:].isdigit():
                return plain, int(plain[8:10])
            if not known.parent:
                return quoted, 0
            style = known.parent
        return quoted, 0

    def _raise(self, style: str) -> int:
        for _ in range(10):
            known = self._styles.get(style)
            if known is None:
                return 0
            if known.raise_by is not None:
                return known.raise_by
            style = known.parent
        return 0

    def inline(self, node: Element) -> str:
        """The words of a paragraph, superscripts kept, marks of notes dropped."""
        parts = [node.text or ""]
        for child in node:
            parts += [self._piece(child, "".join(parts[-6:])[-40:]), child.tail or ""]
        return "".join(parts)

    def _piece(self, node: Element, before: str) -> str:
        tag = local(node.tag)
        if tag == "span":
            inner = self.inline(node)
            if self._styles.get(attribute(node, "style-name"), Style()).struck:
                self.writer.leave_out([inner], "struck")
                return ""
            by = self._raise(attribute(node, "style-name"))
            return superscript(before, inner) if by > 0 else lowered(inner) if by < 0 else inner
        if tag == "s":
            count = attribute(node, "c")
            return " " * min(MOST_SPACES, int(count) if count.isdigit() and len(count) < 4 else 1)
        if tag in {"tab", "line-break"}:
            return " "
        if tag == "note":
            body = next((part for part in node if local(part.tag) == "note-body"), node)
            self.writer.leave_out([words(line) for line in body], "note")
            return ""
        if tag in {"frame", "text-box", "custom-shape", "rect", "g"}:
            return self._frame(node)
        return "" if tag in PASSED_OVER or not tag else self.inline(node)

    def _frame(self, node: Element) -> str:
        """A formula as its words; a text box is told and left out."""
        for part in node.iter():
            if local(part.tag) == "object":
                return self._formula(attribute(part, "href"))
        lines = [words(part) for part in node.iter() if local(part.tag) in {"p", "h"}]
        self.writer.leave_out(lines, "text_box")
        return ""

    def _formula(self, href: str) -> str:
        from selectolax.lexbor import LexborHTMLParser

        from content.readers.mathml import linear

        member = href.removeprefix("./").strip("/") + "/content.xml"
        if member not in self._archive:
            return ""
        formula = LexborHTMLParser(self._archive.read(member).decode("utf-8", errors="replace")).css_first("math")
        return linear(formula) if formula is not None else ""

    def _table(self, node: Element) -> None:
        for row in node:
            tag = local(row.tag)
            if tag in {"table-header-rows", "table-rows", "table-row-group"}:
                self._table(row)
            elif tag == "table-row":
                cells = [self._cell(cell) for cell in row if local(cell.tag) == "table-cell"]
                self.writer.add("row", " | ".join(cells) if any(cells) else "")

    def _cell(self, cell: Element) -> str:
        lines = [self.inline(line) for line in cell.iter() if local(line.tag) in {"p", "h"}]
        return folded(" ".join(lines))
