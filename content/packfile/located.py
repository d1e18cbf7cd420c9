"""Where in a file does this text stand? Text that knows its place, however it is cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Mark(NamedTuple):
    """From `offset` on, the text stands at this line and column (both from 1)."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Located:
    """A text and its place; text joined of several lines has a mark for each."""

    text: str
    file: str
    marks: tuple[Mark, ...]

    @classmethod
    def of(cls, text: str, file: str, line: int, column: int = 1) -> "Located":
        """A text that stands in one line."""
        return cls(text, file, (Mark(0, line, column),))

    @classmethod
    def start_of(cls, file: str) -> "Located":
        """The empty text at a file's beginning."""
        return cls.of("", file, 1)

    def at(self, offset: int = 0) -> tuple[int, int]:
        """Line and column of that character."""
        mark = next((one for one in reversed(self.marks) if one.offset <= offset), self.marks[0])
        return mark.line, mark.column + offset - mark.offset

    def cut(self, start: int, end: int | None = None) -> "Located":
        """The text from `start` to `end`, in its place."""
        stop = len(self.text) if end is None else min(end, len(self.text))
        line, column = self.at(start)
        later = tuple(Mark(one.offset - start, one.line, one.column) for one in self.marks if start < one.offset < stop)
        return Located(self.text[start:stop], self.file, (Mark(0, line, column), *later))

    def strip(self) -> "Located":
        """The text without white space around it, in its place."""
        bare = self.text.strip()
        start = len(self.text) - len(self.text.lstrip()) if bare else 0
        return self.cut(start, start + len(bare))

    @classmethod
    def join(cls, pieces: "Sequence[Located]", by: str = " ") -> "Located":
        """The pieces, one behind the other, each in its place. There must be one at least."""
        marks: list[Mark] = []
        shift = 0
        for piece in pieces:
            marks.extend(Mark(one.offset + shift, one.line, one.column) for one in piece.marks)
            shift += len(piece.text) + len(by)
        return cls(by.join(piece.text for piece in pieces), pieces[0].file, tuple(marks))

    def split(self, cuts: list[tuple[int, int]]) -> list["Located"]:
        """The pieces between the separators (start, end), stripped."""
        pieces, start = [], 0
        for left, right in cuts:
            pieces.append(self.cut(start, left).strip())
            start = right
        return [*pieces, self.cut(start).strip()]
