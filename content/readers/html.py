"""How is a web page read? Through selectolax; menus, scripts and forms are left out."""

import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from content.document import Document
from content.readers.assemble import Card, assemble
from content.readers.walk import Walk
from content.readers.writer import Writer

DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def read(text: str, name: str, warnings: tuple[tuple[str, str], ...] = ()) -> Document:
    """The document; its text is the words of the page, with what was left out behind them."""
    tree = LexborHTMLParser(text)
    writer = Writer()
    if tree.body is not None:
        Walk(writer).page(tree.body)
    left_out = writer.finish()
    return assemble(name, writer.text, writer.blocks, _card(tree, writer, warnings + left_out))


def _card(tree: Any, writer: Writer, warnings: tuple[tuple[str, str], ...]) -> Card:
    root = tree.root.attributes if tree.root is not None else {}
    date = _meta(tree, "article:published_time", "date", "dc.date", "DC.date.issued", "datePublished")
    day = DAY.match(date or "")
    return Card(
        title=_title(tree, writer),
        date=day.group() if day else None,
        author=_meta(tree, "author", "article:author", "dc.creator"),
        publisher=_meta(tree, "og:site_name", "dc.publisher"),
        url=_canonical(tree),
        language=(root.get("lang") or "en").split("-")[0].lower() or "en",
        warnings=warnings,
    )


def _title(tree: Any, writer: Writer) -> str | None:
    """The page's own heading, wherever the menus before it end; of several the one that its head names first."""
    head = tree.css_first("title")
    told = head.text(strip=True) if head is not None else ""
    own = [block.span for block in writer.blocks if block.kind == "heading" and block.level == 1]
    named = [" ".join(writer.text[span.start : span.end].split()) for span in own]
    return (
        min((name for name in named if name and name in told), key=told.find, default=next(iter(named), told)) or None
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
