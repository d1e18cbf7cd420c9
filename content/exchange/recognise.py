"""Which format is this? Told by the content first; the name decides only between plain texts."""

import json
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import PurePosixPath

from content.exchange import archive
from content.exchange.clean import decoded
from content.exchange.question import BadFile
from content.packfile import is_pack

_ANKI = {"collection.anki2", "collection.anki21", "collection.anki21b"}
_XML = re.compile(rb"<(?:[A-Za-z0-9-]+:)?([A-Za-z][A-Za-z0-9-]*)[\s/>]")
_XML_ROOTS = {
    b"quiz": "moodle-xml",
    b"questestinterop": "qti",
    b"assessmentItem": "qti",
    b"assessmentTest": "qti",
    b"qti-assessment-item": "qti",
    b"qti-assessment-test": "qti",
}
_TEXTS = (
    ("anki-text", "content.exchange.anki.text"),
    ("aiken", "content.exchange.plain.aiken"),
    ("text2qti", "content.exchange.plain.text2qti"),
    ("gift", "content.exchange.gift.read"),
    ("quizdown", "content.exchange.plain.quizdown"),
    ("csv", "content.exchange.table.read"),
    ("quizlet", "content.exchange.table.quizlet"),
)
"""Asked in this order: the first that knows its own marks has it."""


def recognise(data: bytes, name: str) -> str | None:
    """The name of the format (a key of `FORMATS`), None where it is none: a document, a picture, something else."""
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower().lstrip(".")
    if archive.is_zip(data):
        return _zipped(data, name)
    head = data[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<"):
        return _xml(data)
    if is_pack(data, name):
        return "native"
    if head.startswith((b"{", b"[")) and (found := _json(data)):
        return found
    try:
        text, _ = decoded(data)
    except BadFile:
        return None
    return _text(text, ending)


def _zipped(data: bytes, name: str) -> str | None:
    names = archive.names(data)
    if _ANKI & set(names):
        return "apkg"
    if "h5p.json" in names:
        return "h5p"
    if "xl/workbook.xml" in names:
        from content.exchange.table.xlsx import is_kahoot

        return "kahoot" if is_kahoot(data) else "xlsx"
    if any(one.rpartition("/")[2] == "imsmanifest.xml" for one in names):
        return "qti"
    if any(one.endswith("pack.md") for one in names):
        return "native"
    if any(one.startswith(("word/", "META-INF/", "ppt/")) or one in ("mimetype", "content.xml") for one in names):
        return None
    return "native" if is_pack(data, name) else None


def _xml(data: bytes) -> str | None:
    text = data[:8000]
    text = text if not text.startswith((b"\xff\xfe", b"\xfe\xff")) else text.decode("utf-16", "ignore").encode()
    bare = re.sub(rb"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?>", b"", text, flags=re.DOTALL)
    root = _XML.search(bare)
    return _XML_ROOTS.get(root[1]) if root else None


def _json(data: bytes) -> str | None:
    try:
        found = json.loads(data[:2_000_000])
    except (ValueError, RecursionError):
        return None
    listed = found.get("results") if isinstance(found, dict) else found
    first = listed[0] if isinstance(listed, list) and listed else None
    return "opentdb" if isinstance(first, dict) and {"question", "correct_answer"} <= set(first) else None


def _text(text: str, ending: str) -> str | None:
    if ending == "gift":
        return "gift"
    for name, module in _TEXTS:
        looks: Callable[[str], bool] = import_module(module).looks_like
        try:
            if looks(text):
                return name
        except BadFile:
            continue
    return "csv" if ending in ("csv", "tsv") else None
