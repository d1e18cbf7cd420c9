"""Where does each question of a GIFT file begin and end, and under which category does it stand?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ID = re.compile(r"\[id:\s*((?:[^\[\]\\]|\\.){0,200})\]")
_TAG = re.compile(r"\[tag:\s*((?:[^\[\]\\]|\\.){0,200})\]")
_COMMENT = re.compile(r"\s*//(.*)")
_CATEGORY = re.compile(r"\s*\$CATEGORY:\s*(.*)")
_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7}) |={7}\s*$")
MOST_LINES = 60
"""Of one question; braces that stay open longer are not closed at all."""


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one question joined, its first line's number, and what the comments above it say."""

    text: str
    line: int
    category: str
    id: str | None
    tags: tuple[str, ...]
    conflict: bool = False


def hide(text: str) -> str:
    """The text with its escaped signs out of the way; `show` brings them back."""
    return re.sub(r"\\([\\~=#{}:])", lambda match: chr(0xE000 + ord(match[1])), text)


def show(text: str) -> str:
    """The text with the signs that were escaped, and \\n as a line break; formulas such as \\nu stay."""
    broken = re.sub(r"\\n(?!abla|eq|e\b|u\b|ot)", "\n", text)
    return re.sub("[\ue000-\ue07f]", lambda match: chr(ord(match[0]) - 0xE000), broken)


def blocks(text: str) -> Iterator[Block]:
    """Every question, description and left-over of the file, in order."""
    text = re.sub("[\ue000-\uf8ff]", "", text)
    gathering = _Gathering()
    for number, line in enumerate(text.split("\n"), 1):
        yield from gathering.line(hide(line), number)
    yield from gathering.flush()


class _Gathering:
    """Goes through the lines once."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.start = 0
        self.category = ""
        self.id: str | None = None
        self.tags: list[str] = []
        self.conflict = False
        self.open = False

    def line(self, line: str, number: int) -> Iterator[Block]:
        comment, category = _COMMENT.fullmatch(line), _CATEGORY.fullmatch(line)
        if comment:
            self._comment(comment[1])
        elif category and not self.open:
            yield from self.flush()
            self.category = show(category[1]).strip()
        elif _CONFLICT.match(line):
            self.conflict = True
        elif not line.strip():
            if not self.open or len(self.lines) > MOST_LINES:
                yield from self.flush()
        else:
            if self._begins(line):
                yield from self.flush()
            self.start = self.start or number
            self.lines.append(line)
            self.open = self._still_open(line)

    def flush(self) -> Iterator[Block]:
        """The block gathered so far, if there is one."""
        if self.lines or self.conflict:
            yield Block("\n".join(self.lines), self.start or 1, self.category, self.id, tuple(self.tags), self.conflict)
            self.id, self.tags = None, []
        self.lines, self.start, self.conflict, self.open = [], 0, False, False

    def _begins(self, line: str) -> bool:
        """Whether a new question begins without an empty line: the braces above never closed, or closed for good."""
        if not self.lines or self.conflict:
            return False
        if line.lstrip().startswith("::"):
            return True
        return not self.open and "{" in line and self.lines[-1].rstrip().endswith("}")

    def _still_open(self, line: str) -> bool:
        opening, closing = line.rfind("{"), line.rfind("}")
        return self.open if opening == closing == -1 else opening > closing

    def _comment(self, text: str) -> None:
        plain = show(text)
        found = _ID.search(plain)
        if found:
            self.id = found[1].strip() or self.id
        self.tags += [tag.strip() for tag in _TAG.findall(plain) if tag.strip()]
