"""How is a word processor's document read? Through mammoth to HTML, then by the walk of web pages.

mammoth is given a new zip that holds only the parts it needs, each looked through before: no picture, no embedded
file, no link to anything outside.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree.ElementTree import Element, tostring

from selectolax.lexbor import LexborHTMLParser

from content.document import Block, Document
from content.errors import Damaged, Macros
from content.readers import ooxml
from content.readers.archive import attribute, check_xml, local, opened, parsed, words
from content.readers.assemble import Card, assemble
from content.readers.walk import BOLD_LEVEL, Walk
from content.readers.writer import Writer, folded
from content.zips import Zip

TYPES = "[Content_Types].xml"
MAIN = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
NEEDED = ("styles", "numbering", "footnotes", "endnotes")
STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Subtitle'] => h2:fresh",
        "p[style-name='Quote'] => blockquote > p:fresh",
        "p[style-name='Block Text'] => blockquote > p:fresh",
        "p[style-name='Intense Quote'] => blockquote > p:fresh",
        *(f"p[style-name='toc {level}'] => div.toc:fresh" for level in range(1, 10)),
        "p[style-name='table of figures'] => div.toc:fresh",
        "b => b",
        "comment-reference =>",
    ]
)


def read(data: bytes, name: str) -> Document:
    """The document; notes, text boxes, hidden words, contents and running heads are left out and told."""
    with opened(data, name) as archive:
        _check_macros(archive, name)
        parts, changes = _parts(archive, name)
        about = parsed(archive.read("docProps/core.xml"), name) if "docProps/core.xml" in archive else None
        heads = list(_running_heads(archive, name))
    writer = Writer()
    body = LexborHTMLParser(_html(parts, name)).body
    if body is not None:
        Walk(writer, bold_headings=True).page(body)
    for why, lines in (
        ("outline", changes.contents),
        ("text_box", changes.text_boxes),
        ("hidden", changes.hidden),
        ("running_head", heads),
    ):
        writer.leave_out(lines, why)
    tracked = (("tracked_changes", str(changes.tracked)),) if changes.tracked else ()
    warnings = tracked + writer.finish()
    return assemble(name, writer.text, promoted(writer.blocks), _card(about, writer, warnings))


def promoted(blocks: list[Block]) -> list[Block]:
    """Where bold lines are all the headings there are, they are the headings of sections."""
    from dataclasses import replace

    levels = {block.level for block in blocks if block.kind == "heading"}
    if levels != {BOLD_LEVEL}:
        return blocks
    return [replace(block, level=2) if block.kind == "heading" else block for block in blocks]


def _check_macros(archive: Zip, name: str) -> None:
    if any(member.lower().endswith(("vbaproject.bin", "vbadata.xml")) for member in archive.names):
        raise Macros(name)
    if TYPES in archive and b"macroEnabled" in archive.read(TYPES):
        raise Macros(name)


def _parts(archive: Zip, name: str) -> tuple[dict[str, bytes], ooxml.Changes]:
    """The files that mammoth gets, and what was taken out of them."""
    main = _main(archive, name)
    folder = main.rpartition("/")[0]
    prefix = f"{folder}/" if folder else ""
    parts = {
        TYPES: b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _relationship(main),
    }
    styles = f"{prefix}styles.xml"
    tree = parsed(archive.read(styles), name, styles) if styles in archive else None
    known = ooxml.raised_styles(tree) if tree is not None else {}
    for part in (f"{prefix}{needed}.xml" for needed in NEEDED):
        if part in archive:
            parts[part] = archive.read(part)
            check_xml(parts[part], name, part)
    for part in (f"{prefix}footnotes.xml", f"{prefix}endnotes.xml"):
        if part in parts:
            notes = parsed(parts[part], name, part)
            ooxml.prepare(notes, known)
            parts[part] = tostring(notes)
    document = parsed(archive.read(main), name, main)
    changes = ooxml.prepare(document, known)
    parts[main] = tostring(document)
    return parts, changes


def _main(archive: Zip, name: str) -> str:
    """The name of the part that holds the text."""
    if TYPES in archive:
        for node in parsed(archive.read(TYPES), name, TYPES):
            if attribute(node, "ContentType") in MAIN:
                part = attribute(node, "PartName").lstrip("/")
                if part in archive:
                    return part
    if "word/document.xml" in archive:
        return "word/document.xml"
    raise Damaged(name, "truncated")


def _relationship(main: str) -> bytes:
    root = Element("{http://schemas.openxmlformats.org/package/2006/relationships}Relationships")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    child = Element("{http://schemas.openxmlformats.org/package/2006/relationships}Relationship")
    child.attrib.update({"Id": "rId1", "Type": kind, "Target": main})
    root.append(child)
    return tostring(root)


def _html(parts: dict[str, bytes], name: str) -> str:
    import mammoth  # type: ignore[import-untyped]

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as made:
        for part, content in parts.items():
            made.writestr(part, content)
    target.seek(0)
    no_picture: Callable[[Any], list[Any]] = lambda image: []  # noqa: E731 - named for its type
    try:
        done = mammoth.convert_to_html(target, style_map=STYLES, convert_image=no_picture)
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # mammoth has no errors of its own: whatever it stumbles over is in the file
        raise Damaged(name, "xml") from error
    return f"<body>{done.value}</body>"


def _running_heads(archive: Zip, name: str) -> Iterator[str]:
    for member in archive.names:
        if member.startswith(("word/header", "word/footer")) and member.endswith(".xml"):
            for line in parsed(archive.read(member), name, member).iter():
                if local(line.tag) == "p":
                    yield words(line, ooxml.FIELDS)


def _card(about: Element | None, writer: Writer, warnings: tuple[tuple[str, str], ...]) -> Card:
    told = {local(node.tag): folded(node.text or "") for node in about} if about is not None else {}
    titled = any(block.kind == "heading" and block.level <= 2 for block in writer.blocks[:3])
    return Card(
        title=None if titled or "." in told.get("title", ".")[-6:] else told.get("title") or None,
        author=told.get("creator") or None,
        warnings=warnings,
    )
