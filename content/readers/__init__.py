"""How is each format read? `read` recognises it by content first, by name second."""

from collections.abc import Callable

from content.document import Document
from content.errors import Empty, TooLarge, Unsupported
from content.letters import in_its_language
from content.readers.decode import decode

LIMIT = 20_000_000
"""Bytes of one document."""

FOREIGN = (
    (b"%PDF-", "pdf", "txt"),
    (b"{\\rtf", "rtf", "txt"),
    (b"\xd0\xcf\x11\xe0", "doc", "txt"),
    (b"PK\x03\x04", "zip", "html"),
    (b"\x89PNG", "image", None),
    (b"\xff\xd8\xff", "image", None),
    (b"GIF8", "image", None),
    (b"\x1f\x8b", "gzip", None),
)
MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")


def read(data: bytes, name: str) -> Document:
    """The document in those bytes; raises `content.errors.DocumentError`."""
    if len(data) > LIMIT:
        raise TooLarge(name, len(data), LIMIT)
    for magic, kind, save_as in FOREIGN:
        if data.startswith(magic):
            raise Unsupported(name, _zipped(name) if kind == "zip" else kind, save_as)
    text, warnings = decode(data, name)
    if not text.strip():
        raise Empty(name)
    return in_its_language(_reader(text, name)(text, name, warnings))


def _zipped(name: str) -> str:
    ending = name.rsplit(".", 1)[-1].lower()
    return ending if ending in {"docx", "epub", "odt", "xlsx", "pptx"} else "zip"


def _reader(text: str, name: str) -> Callable[[str, str, tuple[tuple[str, str], ...]], Document]:
    from content.readers import html, markdown, txt

    low = name.lower()
    head = text[:2000].lstrip().lower()
    if head.startswith(("<!doctype html", "<html", "<?xml")) or "<html" in head or "<body" in head:
        return html.read
    if low.endswith((".html", ".htm", ".xhtml")) and "<" in head:
        return html.read
    if low.endswith(MARKDOWN):
        return markdown.read
    return txt.read
