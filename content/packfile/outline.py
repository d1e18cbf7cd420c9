"""How is a lesson's text cut? At its headings, with comments and footnotes taken out."""

import re
import unicodedata
from dataclasses import dataclass

from content.packfile.diagnostics import Report
from content.packfile.located import Located

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_GLUED = re.compile(r"[ ]{0,3}(#{1,6})(\?.*?)[ \t]*")
_ATTRIBUTES = re.compile(r"[ \t]*(?<!\\)\{([^{}]*)\}$")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\]:\s*(.*)")
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,47}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `line` is the whole line, `text` the words without marks and attributes."""

    line: Located
    level: int
    text: Located
    asks: bool
    """It begins with a question mark: an item."""
    id: Located | None = None
    was: Located | None = None
    reading: Located | None = None
    source: Located | None = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """A heading (None at the beginning) and the lines below it."""

    heading: Heading | None
    lines: tuple[Located, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A source: its key, its printable line, and the indented lines below."""

    key: Located
    text: Located
    lines: tuple[Located, ...]


def outline(body: tuple[Located, ...], report: Report) -> tuple[list[Chunk], list[Footnote]]:
    """The chunks of a body in order, and the footnotes found in it."""
    rest, notes = _footnotes(_without_comments(body, report))
    chunks: list[Chunk] = []
    heading: Heading | None = None
    lines: list[Located] = []
    for line in rest:
        found = _heading(line, report)
        if found is None:
            lines.append(line)
            continue
        chunks.append(Chunk(heading, tuple(lines)))
        heading, lines = found, []
    chunks.append(Chunk(heading, tuple(lines)))
    return chunks, notes


def _without_comments(body: tuple[Located, ...], report: Report) -> list[Located]:
    kept: list[Located] = []
    opened: Located | None = None
    for line in body:
        text = line.text.strip()
        if opened is None and text.startswith("<!--"):
            opened = line
        if opened is None:
            kept.append(line)
        elif text.endswith("-->"):
            opened = None
            kept.append(line.cut(0, 0))
    if opened is not None:
        report.error("E109", opened, "the comment that begins here has no closing -->")
    return kept


def _footnotes(lines: list[Located]) -> tuple[list[Located], list[Footnote]]:
    rest: list[Located] = []
    notes: list[Footnote] = []
    inside = False
    for line in lines:
        match = _FOOTNOTE.fullmatch(line.text)
        if match:
            key, text = line.cut(match.start(1), match.end(1)), line.cut(match.start(2)).strip()
            notes.append(Footnote(key, text, ()))
            inside = True
        elif (inside and line.text[:2] in ("  ", "\t")) or (inside and line.text.startswith("\t")):
            last = notes[-1]
            notes[-1] = Footnote(last.key, last.text, (*last.lines, line))
        else:
            inside = False
            rest.append(line)
    return rest, notes


def _heading(line: Located, report: Report) -> Heading | None:
    match = _HEADING.fullmatch(line.text)
    glued = None if match else _GLUED.fullmatch(line.text)
    if match is None and glued is None:
        return None
    found = match or glued
    assert found is not None
    text = line.cut(found.start(2), found.end(2)).strip() if found[2] else line.cut(found.end(1), found.end(1))
    if glued or (text.text.startswith("?") and text.text[1:2] not in ("", " ", "\t", "?")):
        report.warn("W102", line, f"a question is written with a space behind the ?: {found[1]} ? {text.text[1:]}")
    asks = text.text.startswith("?") and not text.text.startswith("??")
    if asks and len(found[1]) == 1:
        report.error("E101", line, "a question is a heading of level 2 to 6: write ## ? in front of it")
    attributes = _ATTRIBUTES.search(text.text)
    heading = Heading(line, len(found[1]), text, asks)
    if attributes and attributes[1].lstrip().startswith(("#", "was=", "reading=", "source=")):
        heading = _with_attributes(heading, text, attributes, report)
    if not asks:
        return heading
    return Heading(
        line, heading.level, heading.text.cut(1).strip(), True, heading.id, heading.was, heading.reading, heading.source
    )


def _with_attributes(heading: Heading, text: Located, match: re.Match[str], report: Report) -> Heading:
    found: dict[str, Located] = {}
    for token in re.finditer(r"\S+", match[1]):
        start = match.start(1) + token.start()
        name, sign, value = ("#", "#", token[0][1:]) if token[0].startswith("#") else token[0].partition("=")
        place = text.cut(start + (1 if name == "#" else len(name) + 1), start + len(token[0]))
        if name not in ("#", "was", "reading", "source") or not sign or name in found:
            report.error("E113", place, f'cannot read "{token[0]}": write {{#the-id}} or {{#the-id was=earlier-id}}')
        elif name != "source" and not (ID.fullmatch(value) or (name == "reading" and value == "-")):
            report.error(
                "E106", place, f'"{value}" is no id: use a-z, 0-9 and hyphens, at most 48, such as {slug(value)}'
            )
        else:
            found[name] = place
    bare = text.cut(0, match.start()).strip()
    return Heading(
        heading.line,
        heading.level,
        bare,
        heading.asks,
        found.get("#"),
        found.get("was"),
        found.get("reading"),
        found.get("source"),
    )


def slug(text: str) -> str:
    """The text as an id, as far as its Latin letters and digits go; "text" where there are none."""
    bare = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    bare = re.sub(r"['’]", "", bare)
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:48].rstrip("-") or "text"
