"""How does a foreign text become plain words? Decoded, in one normal form, without invisible signs."""

import codecs
import re
import unicodedata

from content.exchange.question import BadFile
from content.exchange.report import Note

_KEPT = "\n\u200c\u200d"
"""Line ends, and joiners that change how Persian, Hindi and emoji are read."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})

_BLANKS = re.compile(r"_{3,}")
LONGEST_TEXT = 20_000_000


def decoded(data: bytes) -> tuple[str, tuple[Note, ...]]:
    """The text with \\n line ends, and a note where the encoding was guessed. Raises BadFile for what is no text."""
    text, notes = _decoded(data)
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def _decoded(data: bytes) -> tuple[str, tuple[Note, ...]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), ()
    if b"\0" in data:
        raise BadFile("no_text")
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        # Windows' western page: what old quiz programs wrote; its five holes fall back to Latin 1
        return data.decode("cp1252", errors="replace"), (Note("encoding", data={"encoding": "cp1252"}),)


def conflicts(text: str) -> list[tuple[int, int]]:
    """The first and the last line, from 0, of each change that a version control could not merge."""
    found, start, middle = [], -1, False
    for number, one in enumerate(text.split("\n")):
        if one.startswith("<<<<<<< "):
            start, middle = number, False
        elif start >= 0 and one.rstrip() == "=======":
            middle = True
        elif start >= 0 and middle and one.startswith(">>>>>>>"):
            found.append((start, number))
            start = -1
    return found


def settled(text: str) -> str:
    """The text, where nobody left a merge conflict in it. Raises BadFile with its line."""
    unsettled = conflicts(text)
    if unsettled:
        raise BadFile("conflict_at", words=str(unsettled[0][0] + 1))
    return text


def visible(text: str) -> str:
    """The text in its normal form, without control, format and lone surrogate characters; tabs become spaces."""
    if text.isascii() and text.isprintable():
        return text
    spaced = re.sub(r"[\t\v\f\x1c-\x1f\x85\u2028\u2029]", " ", text)
    kept = (sign for sign in spaced if sign in _KEPT or unicodedata.category(sign) not in _UNSEEN)
    return unicodedata.normalize("NFC", "".join(kept))


def line(text: str) -> str:
    """The words on one line, one space apart."""
    return " ".join(visible(text).split())


def short(text: str, limit: int) -> str:
    """The words on one line, at most so many characters, no space at its ends."""
    return line(text)[:limit].strip()


def paragraphs(text: str) -> str:
    """The words, a line a paragraph, without empty ones."""
    return "\n".join(found for part in visible(text).split("\n") if (found := " ".join(part.split())))


def gaps(text: str) -> str:
    """The text with every gap of underscores at the same length."""
    return _BLANKS.sub("____", text)
