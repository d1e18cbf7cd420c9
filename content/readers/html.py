"""How is a web page read? Through selectolax; menus, scripts and forms are left out."""

import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from content.document import BlockKind, Document
from content.readers.assemble import Card, assemble
from content.readers.junk import why_junk
from content.readers.writer import Writer, lowered, raised

SKIPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "svg",
        "head",
        "iframe",
        "object",
        "math",
        "menu",
        "dialog",
    }
)
BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "body",
        "html",
        "header",
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
    }
)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
REFERENCE = re.compile(r"\[?\s*(?:\d{1,3}|[a-z]|note \d+|citation needed|nb \d+)\s*\]|\*|†|‡", re.IGNORECASE)
DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")
DEEPEST = 200
"""Elements within elements; deeper ones are read as their words."""


def read(text: str, name: str, warnings: tuple[tuple[str, str], ...] = ()) -> Document:
    """The document; its text is the words of the page."""
    tree = LexborHTMLParser(text)
    walk = Walk(Writer())
    if tree.body is not None:
        walk.element(tree.body, "paragraph", 0, 0)
        walk.flush("paragraph")
    return assemble(name, walk.writer.text, walk.writer.blocks, _card(tree, walk.writer, warnings))


def _card(tree: Any, writer: Writer, warnings: tuple[tuple[str, str], ...]) -> Card:
    has_heading = any(block.kind == "heading" and block.level == 1 for block in writer.blocks)
    title = tree.css_first("title")
    root = tree.root.attributes if tree.root is not None else {}
    date = _meta(tree, "article:published_time", "date", "dc.date", "DC.date.issued", "datePublished")
    day = DAY.match(date or "")
    return Card(
        title=None if has_heading or title is None else title.text(strip=True) or None,
        date=day.group() if day else None,
        author=_meta(tree, "author", "article:author", "dc.creator"),
        publisher=_meta(tree, "og:site_name", "dc.publisher"),
        url=_canonical(tree),
        language=(root.get("lang") or "en").split("-")[0].lower() or "en",
        warnings=warnings,
    )


def _canonical(tree: Any) -> str | None:
    link = tree.css_first('link[rel="canonical"]')
    return (link.attributes.get("href") or None) if link is not None else None


def _meta(tree: Any, *names: str) -> str | None:
    wanted = {name.lower() for name in names}
    for node in tree.css("meta"):
        attributes = node.attributes
        key = attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
        if key.lower() in wanted and attributes.get("content"):
            return str(attributes["content"]).strip()
    return None


class Walk:
    """Goes through the elements and writes blocks."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.words: list[str] = []

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
        elif tag in SKIPPED or tag.startswith(("-", "_", "!")) or _hidden(node):
            return
        elif depth > DEEPEST:
            self.words.append(node.text(deep=True))
        elif tag in HEADINGS:
            self.flush(kind, level)
            self.element(node, "heading", HEADINGS[tag], depth)
            self.flush("heading", HEADINGS[tag])
        elif tag in {"ul", "ol"}:
            self._list(node, kind, level, depth)
        elif tag == "table":
            self._table(node, kind, level)
        elif tag == "blockquote":
            self._block(node, kind, level, depth, "quote")
        elif tag in BLOCKS:
            self._block(node, kind, level, depth, kind if kind in {"quote", "bullet"} else "paragraph")
        else:
            self._inline(node, tag, kind, level, depth)

    def _block(self, node: Any, kind: BlockKind, level: int, depth: int, inner: BlockKind) -> None:
        self.flush(kind, level)
        self.element(node, inner, level, depth)
        self.flush(inner, level)

    def _inline(self, node: Any, tag: str, kind: BlockKind, level: int, depth: int) -> None:
        if tag == "br":
            self.words.append(" ")
        elif tag == "sup":
            words = node.text(deep=True)
            if not REFERENCE.fullmatch(words.strip()) and node.css_first("a[href^='#']") is None:
                self.words.append(raised(words))
        elif tag == "sub":
            self.words.append(lowered(node.text(deep=True)))
        elif tag not in {"img", "input", "textarea", "audio", "video", "canvas", "hr"}:
            self.element(node, kind, level, depth)
        elif tag == "hr":
            self.flush(kind, level)

    def _list(self, node: Any, kind: BlockKind, level: int, depth: int) -> None:
        self.flush(kind, level)
        inner = level + 1 if kind == "bullet" else 1
        entries = [child for child in _children(node) if child.tag == "li"]
        lines = [" ".join(entry.text(deep=True).split()) for entry in entries]
        reason = why_junk(lines) if lines and max(map(len, lines)) < 110 else None
        if reason == "dated_index" or (reason and _all_links(entries)):
            self.writer.add_junk(lines, "navigation" if reason == "outline" else reason)
            return
        for entry in entries:
            self.element(entry, "bullet", inner, depth + 1)
            self.flush("bullet", inner)

    def _table(self, node: Any, kind: BlockKind, level: int) -> None:
        self.flush(kind, level)
        for row in node.css("tr"):
            cells = [" ".join(cell.text(deep=True).split()) for cell in _children(row) if cell.tag in {"td", "th"}]
            self.writer.add("row", " | ".join(cell for cell in cells if cell))


def _children(node: Any) -> list[Any]:
    found, child = [], node.child
    while child is not None:
        found.append(child)
        child = child.next
    return found


def _all_links(entries: list[Any]) -> bool:
    """Nearly all words of the list are links: a menu."""
    whole = sum(len(entry.text(deep=True).strip()) for entry in entries)
    linked = sum(len(link.text(deep=True).strip()) for entry in entries for link in entry.css("a"))
    return whole > 0 and linked >= 0.9 * whole


def _hidden(node: Any) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    role = attributes.get("role") or ""
    return role in {"navigation", "search", "banner", "contentinfo"} or "display:none" in (
        attributes.get("style") or ""
    ).replace(" ", "")
