"""How is each format read? `read` recognises it by content first, by name second."""

from collections.abc import Callable

from content.document import Document
from content.errors import DocumentError, Empty, Encrypted, Macros, TooLarge, TooLong, Unsupported
from content.letters import in_its_language
from content.limits import CHARACTERS
from content.limits import DOCUMENT_BYTES as LIMIT
from content.readers.decode import decode

__all__ = ["LIMIT", "is_foreign", "read"]

FOREIGN = (
    (b"{\\rtf", "rtf", "docx"),
    (b"\x89PNG", "image", None),
    (b"\xff\xd8\xff", "image", None),
    (b"GIF8", "image", None),
    (b"BM", "image", None),
    (b"II*\x00", "image", None),
    (b"MM\x00*", "image", None),
    (b"\x1f\x8b", "gzip", None),
    (b"7z\xbc\xaf\x27\x1c", "7z", None),
    (b"Rar!", "rar", None),
    (b"(\xb5/\xfd", "zstd", None),
    (b"AT&TFORM", "djvu", "pdf"),
    (b"%!PS", "ps", "pdf"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
PDF = b"%PDF-"
PDF_WITHIN = 1024
"""Bytes before which a PDF must begin; mail programs and web forms put lines before it."""

MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
SAVE_AS = {"xlsx": "docx", "pptx": "pdf", "ods": "odt", "odp": "pdf", "doc": "docx"}

Reader = Callable[[bytes, str], Document]


def read(data: bytes, name: str) -> Document:
    """The document in those bytes; raises `content.errors.DocumentError`.

    PDF and zipped formats are read in this very process: who is to be safe from them uses `content.child`.
    """
    if len(data) > LIMIT:
        raise TooLarge(name, len(data), LIMIT)
    reader = _foreign(data, name)
    try:
        document = reader(data, name) if reader else _plain(data, name)
    except DocumentError as error:
        error.name = error.name or name
        raise
    if not document.text.strip():
        raise Empty(name)
    return in_its_language(document)


def is_foreign(data: bytes, name: str) -> bool:
    """Must a parser be used for these bytes that others wrote, so that a child process is the place for it?"""
    head = data[:PDF_WITHIN]
    return PDF in head or data.startswith((*ZIP, OLE)) or b"<" in head


def _plain(data: bytes, name: str) -> Document:
    text, warnings = decode(data, name)
    if not text.strip():
        raise Empty(name)
    if len(text) > CHARACTERS:
        raise TooLong(name, CHARACTERS)
    return _reader(text, name)(text, name, warnings)


def _foreign(data: bytes, name: str) -> Reader | None:
    """The reader of a format that is no text; None for text. Raises where there is none for what it is."""
    for magic, kind, save_as in FOREIGN:
        if data.startswith(magic) and (magic != b"BM" or b"\x00" in data[:32]):
            raise Unsupported(name, kind, save_as)
    if data.startswith(OLE):
        raise _ole(data, name)
    if data.startswith(ZIP):
        return _zipped(data, name)
    if PDF in data[:PDF_WITHIN] and data.lstrip()[:1] != b"<":
        from content.readers import pdf

        return pdf.read
    return None


def _ole(data: bytes, name: str) -> DocumentError:
    """What an old office file, or a locked new one, is refused with."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Encrypted(name)
    for stream, kind in (("WordDocument", "doc"), ("Workbook", "xls"), ("PowerPoint", "ppt")):
        if stream.encode("utf-16-le") in data:
            return Unsupported(name, kind, {"ppt": "pdf"}.get(kind, "docx"))
    return Unsupported(name, "doc", "docx")


def _zipped(data: bytes, name: str) -> Reader:
    """The reader of a zipped format, by what is inside."""
    from content.readers import docx, epub, odt
    from content.readers.archive import opened

    with opened(data, name) as archive:
        names = archive.names
        kind = archive.read("mimetype")[:100].decode("ascii", "replace").strip() if "mimetype" in names else ""
    if kind == "application/epub+zip" or epub.CONTAINER in names:
        return epub.read
    if kind.startswith("application/vnd.oasis.opendocument."):
        ending = {"text": "odt", "text-template": "odt", "spreadsheet": "ods", "presentation": "odp"}
        format_ = ending.get(kind.rpartition(".")[2], "odf")
        if format_ == "odt":
            return odt.read
        raise Unsupported(name, format_, SAVE_AS.get(format_, "odt"))
    if any(member.startswith("word/") for member in names):
        return docx.read
    for folder, format_ in (("xl/", "xlsx"), ("ppt/", "pptx")):
        if any(member.startswith(folder) for member in names):
            if any(member.lower().endswith("vbaproject.bin") for member in names):
                raise Macros(name, SAVE_AS[format_])
            raise Unsupported(name, format_, SAVE_AS[format_])
    raise Unsupported(name, "zip")


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
