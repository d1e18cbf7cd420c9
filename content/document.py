"""What is a document once read? Its text, its blocks and where each stands; offsets survive every later stage."""

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Literal

from content.record import ordered, record

BlockKind = Literal["title", "heading", "paragraph", "bullet", "row", "quote", "junk"]


@ordered
class Span:
    """Character offsets into `Document.text`: `text[start:end]`."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end


@record
class Block:
    """A heading, paragraph, list entry or table row. `level` is a heading's (1 is the highest) or a list's depth.

    `why_junk` says in a code why a junk block is left out ("dated_index", "outline", "navigation", "repeated_title").
    """

    kind: BlockKind
    span: Span
    level: int = 0
    page: int | None = None
    why_junk: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of blocks under one heading; `path` holds the headings above it, outermost first, and its own last."""

    path: tuple[str, ...]
    blocks: tuple[Block, ...]

    @property
    def heading(self) -> str:
        """The section's own heading; empty before the first one."""
        return self.path[-1] if self.path else ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as text. `text` is the decoded file for txt, the extracted text for other formats.

    `date` is the document's own date (EDTF) where it prints one; `warnings` are codes with data of what the reader
    had to guess or leave out.
    """

    name: str
    text: str = field(repr=False)
    title: str
    sections: tuple[Section, ...] = field(repr=False)
    language: str = "en"
    date: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    warnings: tuple[tuple[str, str], ...] = ()

    @property
    def is_untitled(self) -> bool:
        """Is the title only the file's name, one word that stands nowhere in the text?"""
        alone = self.title == PurePath(self.name).stem and " " not in self.title
        return alone and self.title.lower() not in self.text.lower()

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]
