"""How does a file become lines? Decoding, cleaning, front matter, and the sections between front matters."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from content.packfile import limits
from content.packfile.diagnostics import Report
from content.packfile.located import Located

_KEPT_FORMATS = "\u200c\u200d"
"""Zero-width joiners: without them, words of Persian or Hindi and many emoji fall apart."""

_NEWLINE = re.compile(r"\r\n|\n|\r")
_FENCE = re.compile(r"-{3,}\s*")
_FIELD = re.compile(r"([^\W\d_][\w -]*?)\s*[:：]\s*(.*)", re.DOTALL)
_INNER_KEY = re.compile(r"lesson\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """A `key: value` line; the key in lower case."""

    key: str
    name: Located
    value: Located


@dataclass(frozen=True, slots=True)
class Section:
    """A front matter and the lines below it, up to the next front matter of a lesson."""

    file: str
    fields: tuple[Field, ...]
    body: tuple[Located, ...]
    fenced: bool
    """False: the file began without a front matter."""


def read_lines(data: bytes, file: str, report: Report) -> tuple[str, ...] | None:
    """The lines of a text file: NFC, without invisible characters; None (and an error) if it is no text."""
    text = _decode(data, file, report)
    if text is None:
        return None
    raw = _NEWLINE.split(text)
    if len(raw) > limits.LINES:
        report.file_error("E402", file, f"this file has more than {limits.LINES} lines: make several lessons of it")
        return None
    lines = tuple(_clean(line) for line in raw)
    report.open(file, lines)
    for number, line in enumerate(lines, 1):
        if len(line) > limits.LINE_CHARACTERS:
            where = Located.of("", file, number, limits.LINE_CHARACTERS + 1)
            report.error("E401", where, f"this line is longer than {limits.LINE_CHARACTERS} characters: break it up")
            return None
    return lines


def sections(lines: tuple[str, ...], file: str, report: Report) -> tuple[Section, ...]:
    """The file cut at its front matters. Only the first may begin without one."""
    numbered = [Located.of(line, file, number) for number, line in enumerate(lines, 1)]
    first = next((index for index, line in enumerate(numbered) if line.text.strip()), len(numbered))
    found: list[Section] = []
    fields: tuple[Field, ...] = ()
    fenced, start = False, first
    if first < len(numbered) and _FENCE.fullmatch(numbered[first].text):
        fields, start = _front(numbered, first, report)
        fenced = True
    index = start
    while index < len(numbered):
        if _begins_lesson(numbered, index):
            found.append(Section(file, fields, tuple(numbered[start:index]), fenced))
            fields, start = _front(numbered, index, report)
            fenced, index = True, start
            continue
        index += 1
    return (*found, Section(file, fields, tuple(numbered[start:]), fenced))


def field_of(line: Located) -> Field | None:
    """The line as `key: value`, or None. A key is one word, or several with hyphens, at the line's start."""
    match = _FIELD.fullmatch(line.text)
    if match is None or " " in match[1] or match[2].startswith("//"):
        return None
    return Field(match[1].lower(), line.cut(0, match.end(1)), line.cut(match.start(2)).strip())


def _decode(data: bytes, file: str, report: Report) -> str | None:
    report.open(file, ())
    if len(data) > limits.TEXT_BYTES:
        report.file_error("E402", file, f"this file is larger than {limits.TEXT_BYTES // 1_000_000} MB of text")
        return None
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        where = Located.of("", file, line, error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1)
        report.error("E003", where, "this is not text in UTF-8: save the file as UTF-8")
        return None
    if "\0" in text:
        report.file_error("E003", file, "this is not text in UTF-8: save the file as UTF-8")
        return None
    return text


def _clean(line: str) -> str:
    line = unicodedata.normalize("NFC", line)
    if line.isascii() and line.isprintable():
        return line
    return "".join(
        " " if one in "\u2028\u2029\x0b\x0c\x85" else one
        for one in line
        if one == "\t" or one in _KEPT_FORMATS or one in "\x0b\x0c\x85" or unicodedata.category(one) not in _UNSEEN
    )


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})


def _begins_lesson(lines: list[Located], index: int) -> bool:
    if not _FENCE.fullmatch(lines[index].text):
        return False
    following = next((line.text for line in lines[index + 1 : index + 4] if line.text.strip()), "")
    return bool(_INNER_KEY.match(following))


def _front(lines: list[Located], opening: int, report: Report) -> tuple[tuple[Field, ...], int]:
    """The fields of a front matter and the index of the line behind it."""
    fields: list[tuple[Field, list[Located]]] = []
    index = opening + 1
    while index < len(lines) and not _FENCE.fullmatch(lines[index].text):
        line = lines[index]
        if line.text[:1] in (" ", "\t") and fields:
            fields[-1][1].append(line.strip())
        elif line.text.strip() and not line.text.lstrip().startswith("<!--"):
            found = field_of(line)
            if found is None and (line.text.startswith("#") or not fields):
                break
            if found is None:
                report.error("E004", line, "a line between the --- lines is written key: value")
            else:
                fields.append((found, [found.value]))
        index += 1
    whole = tuple(
        Field(one.key, one.name, Located.join([piece for piece in pieces if piece.text] or pieces[:1]))
        for one, pieces in fields
    )
    if index >= len(lines) or not _FENCE.fullmatch(lines[index].text):
        report.error("E002", lines[opening], "the front matter that begins here has no closing --- line")
        return whole, min(index, len(lines))
    return whole, index + 1
