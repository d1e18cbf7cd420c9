"""How is a QTI file or package read? By its manifest where it has one; each item by the reader of its generation."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from content import zips
from content.exchange import archive, markup
from content.exchange.qti import one, two
from content.exchange.question import BadFile, Entry, Found, Passage, Question
from content.exchange.report import Note
from content.exchange.xml import Element, Xml, bare, parse, text_of

_BASE = re.compile(r"^(?:\$|%24)IMS-CC-FILEBASE(?:\$|%24)/?(?:\.\./)?")
MOST_FILES = 1500


@dataclass(slots=True)
class _Package:
    files: zips.Zip
    media: dict[str, bytes] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)


def read(data: bytes) -> Found:
    """Every item. Raises BadFile."""
    if not archive.is_zip(data):
        xml = parse(data)
        entries = tuple(_entries(xml, ""))
        if not entries:
            raise BadFile("no_question")
        return Found(entries, title=_title(xml))
    with archive.opened(data) as files:
        return _packaged(_Package(files))


def _title(xml: Xml) -> str:
    inner = next((each for each in xml.root.iter() if bare(each) == "assessment"), xml.root)
    return inner.get("title", "")


def _packaged(package: _Package) -> Found:
    manifest = next((name for name in package.files.names if name.rpartition("/")[2] == "imsmanifest.xml"), None)
    title = ""
    paths: list[tuple[str, str]]
    if manifest is None:
        paths = [(name, "imsqti") for name in package.files.names if name.endswith((".xml", ".qti"))]
    else:
        xml = parse(package.files.read(manifest))
        title = next((text_of(each) for each in xml.root.iter() if bare(each) in ("title", "string")), "")
        paths = list(_resources(xml, posixpath.dirname(manifest)))
    entries: list[Entry] = []
    for path, kind in paths[:MOST_FILES]:
        entries += _file(package, path, kind)
    if len(paths) > MOST_FILES:
        package.notes.append(Note("attachments", data={"count": str(len(paths) - MOST_FILES)}))
    if not any(isinstance(entry, Question | Note) for entry in entries):
        raise BadFile("no_question")
    sections = {entry.section for entry in entries if isinstance(entry, Question)}
    title = next(iter(sections)) if len(sections) == 1 and "" not in sections else title
    return Found(tuple(entries), title=title[:200], notes=tuple(package.notes), media=package.media)


def _resources(xml: Xml, folder: str) -> Iterator[tuple[str, str]]:
    """The files that the manifest names, each once: tests, items and pages."""
    seen: set[str] = set()
    for resource in (each for each in xml.root.iter() if bare(each) == "resource"):
        kind = resource.get("type", "")
        hrefs = [resource.get("href", ""), *(one.get("href", "") for one in resource if bare(one) == "file")]
        hrefs += [value for name, value in resource.items() if name.endswith("}file")]  # Blackboard's own
        page = kind == "webcontent" and hrefs[0].lower().endswith((".html", ".htm", ".xhtml"))
        quiz = kind.startswith(("imsqti", "assessment/x-bb-qti")) or (kind == "" and hrefs[0].endswith(".xml"))
        for href in hrefs if quiz else hrefs[:1] if page else ():
            path = posixpath.normpath(posixpath.join(folder, unquote(href)))
            if href and path not in seen and (page or path.endswith((".xml", ".qti", ".dat"))):
                seen.add(path)
                yield path, "page" if page else kind


def _file(package: _Package, path: str, kind: str) -> list[Entry]:
    if path not in package.files:
        package.notes.append(Note("missing_file", data={"words": path}))
        return []
    data = package.files.read(path)
    if kind == "page":
        return _page(data)
    try:
        entries = list(_entries(parse(data), path))
    except BadFile as error:
        return [Note(error.code, None, path, data=error.data)]
    for entry in entries:
        if isinstance(entry, Question | Passage):
            _pictures(package, entry.images, posixpath.dirname(path))
    return entries


def _page(data: bytes) -> list[Entry]:
    html = data.decode("utf-8", "replace")
    title = re.search(r"<title>([^<]{1,300})</title>", html)
    words = markup.words(html)
    return [Passage(words, markup.words(title[1]) if title else "")] if words else []


def _pictures(package: _Package, images: tuple[str, ...], folder: str) -> None:
    """Keep the pictures that an item shows, under the names it gives them."""
    for name in images:
        bare_name = _BASE.sub("", name)
        places = (posixpath.normpath(posixpath.join(folder, bare_name)), bare_name, f"web_resources/{bare_name}")
        place = next((one for one in places if one in package.files), None)
        if place:
            package.media[name] = package.files.read(place)


def _entries(xml: Xml, path: str) -> Iterator[Entry]:
    """The items of one XML file. Raises BadFile where it is no QTI at all."""
    kind = bare(xml.root)
    if kind == "questestinterop":
        yield from one.entries(xml)
    elif kind == "assessmentItem":
        yield two.entry(xml, xml.root)
    elif kind in ("assessmentTest", "assessmentSection", "manifest", "assessmentStimulus"):
        yield from _nested(xml)
    elif _other(xml.root) or path:
        return
    else:
        raise BadFile("xml_kind", words=kind[:40])


def _nested(xml: Xml) -> Iterator[Entry]:
    for element in xml.root.iter():
        if bare(element) == "assessmentItem":
            yield two.entry(xml, element)


def _other(root: Element) -> bool:
    """Whether it is a companion of a quiz, such as Canvas's settings."""
    return bare(root) in ("quiz", "assessment_meta", "objectbank")
