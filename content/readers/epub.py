"""How is a book read? A zip of pages: the container names the list, the list the order, and each page is walked."""

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from selectolax.lexbor import LexborHTMLParser

from content.document import Document
from content.errors import Damaged, Empty, Encrypted
from content.readers.archive import attribute, local, opened, parsed
from content.readers.assemble import Card, assemble
from content.readers.walk import Walk, words_of
from content.readers.writer import Writer, folded
from content.zips import Zip

CONTAINER = "META-INF/container.xml"
FONTS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
"""Ways to garble fonts; they lock no words."""
PAGE_TYPES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
LEFT_OUT = {
    "toc": "outline",
    "cover": "navigation",
    "title-page": "navigation",
    "titlepage": "navigation",
    "copyright-page": "navigation",
    "colophon": "navigation",
    "index": "navigation",
    "loi": "outline",
    "lot": "outline",
    "notes": "note",
}
"""Parts of a book that are no reading, by the guide's word for them."""


@dataclass(frozen=True, slots=True)
class _Page:
    member: str
    why_left_out: str | None


def read(data: bytes, name: str) -> Document:
    """The book as one document; a block's page is the number of its part."""
    with opened(data, name) as book:
        _check_rights(book, name)
        place = _package_place(book, name)
        package = parsed(_member(book, place, name), name, place)
        writer = Writer()
        for number, page in enumerate(_pages(package, place), start=1):
            if page.member in book:
                writer.page = number
                _write(writer, book.read(page.member), page.why_left_out)
    left_out = writer.finish()
    if not writer.blocks:
        raise Empty(name)
    return assemble(name, writer.text, writer.blocks, _card(package, left_out))


def _check_rights(book: Zip, name: str) -> None:
    if "META-INF/rights.xml" in book or "META-INF/sinf.xml" in book:
        raise Encrypted(name)
    if "META-INF/encryption.xml" in book:
        root = parsed(book.read("META-INF/encryption.xml"), name, "META-INF/encryption.xml")
        ways = [attribute(node, "Algorithm") for node in root.iter() if local(node.tag) == "EncryptionMethod"]
        if any(way not in FONTS for way in ways):
            raise Encrypted(name)


def _member(book: Zip, member: str, name: str) -> bytes:
    if member not in book:
        raise Damaged(name, "truncated")
    return book.read(member)


def _package_place(book: Zip, name: str) -> str:
    root = parsed(_member(book, CONTAINER, name), name, CONTAINER)
    for node in root.iter():
        if local(node.tag) == "rootfile" and attribute(node, "full-path"):
            return attribute(node, "full-path")
    raise Damaged(name, "truncated")


def _pages(package: Element, place: str) -> list[_Page]:
    """The pages in reading order, each once, with why it is left out."""
    folder = posixpath.dirname(place)
    files: dict[str, tuple[str, str]] = {}
    order: list[tuple[str, bool]] = []
    guide: dict[str, str] = {}
    for node in package.iter():
        tag = local(node.tag)
        if tag == "item" and attribute(node, "media-type") in PAGE_TYPES:
            files[attribute(node, "id")] = (_inside(folder, attribute(node, "href")), attribute(node, "properties"))
        elif tag == "itemref":
            order.append((attribute(node, "idref"), attribute(node, "linear") == "no"))
        elif tag == "reference":
            guide[_inside(folder, attribute(node, "href"))] = attribute(node, "type").lower()
    found: dict[str, _Page] = {}
    for key, apart in order:
        if key in files:
            member, properties = files[key]
            why = "outline" if "nav" in properties.split() else LEFT_OUT.get(guide.get(member, ""))
            found.setdefault(member, _Page(member, why or ("side_list" if apart else None)))
    return list(found.values())


def _inside(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _write(writer: Writer, data: bytes, why: str | None) -> None:
    body = LexborHTMLParser(_decoded(data)).body
    if body is None:
        return
    kinds = (body.attributes.get("epub:type") or "").lower().replace("frontmatter", "").split()
    why = why or next((LEFT_OUT[kind] for kind in kinds if kind in LEFT_OUT), None)
    if why:
        writer.leave_out([words_of(line) for line in body.css("li, p, h1, h2, h3")[:500]], why)
    else:
        Walk(writer).page(body)


def _decoded(data: bytes) -> str:
    """A page of a book is UTF-8, or UTF-16 by its mark."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8-sig", errors="replace")


def _card(package: Element, warnings: tuple[tuple[str, str], ...]) -> Card:
    told: dict[str, str] = {}
    for node in package.iter():
        if local(node.tag) in {"title", "creator", "publisher", "language", "date"}:
            told.setdefault(local(node.tag), folded("".join(node.itertext())))
    return Card(
        title=told.get("title") or None,
        author=told.get("creator") or None,
        publisher=told.get("publisher") or None,
        language=(told.get("language") or "en").split("-")[0].lower() or "en",
        warnings=warnings,
        title_apart=True,
    )
