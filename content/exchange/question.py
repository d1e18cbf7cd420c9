"""What does every foreign format come down to? Questions, passages and refusals, before any becomes an item."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from content.exchange.report import Note
from lessons.items import Item
from lessons.source import Citation, Source

Kind = Literal["choice", "truth", "text", "card", "number", "match", "order"]
FULL = Decimal(100)


class Refuse(ValueError):
    """An item cannot be taken over; `code`, `field` and `data` are those of its note."""

    def __init__(self, code: str, about: str = "", **data: str) -> None:
        super().__init__(code)
        self.code = code
        self.field = about
        self.data = data

    def note(self, line: int | None, item: str) -> Note:
        """The refusal as the report tells it."""
        return Note(self.code, line, item, self.field, self.data)


class BadFile(ValueError):
    """The whole file cannot be used; `code` and `data` as of a note."""

    def __init__(self, code: str, **data: str) -> None:
        super().__init__(code)
        self.code = code
        self.data = data


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a question. `share` is percent of the marks; `margin` is a figure's absolute tolerance.

    A range has `low` and `high` and no `text`. `percent` is a relative tolerance.
    """

    text: str
    share: Decimal = FULL
    feedback: str = ""
    margin: str | None = None
    low: str = ""
    high: str = ""
    percent: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the file has it, its texts without markup.

    `single` says that one option is to be chosen; `several_right` that any one of those with full marks will do.
    `section` is the category, deck or test it stands in. `images` are keys of `Found.media`, `alt` their words.
    """

    kind: Kind
    stem: str
    answers: tuple[Answer, ...] = ()
    line: int | None = None
    name: str = ""
    id: str | None = None
    section: str = ""
    why: str = ""
    hints: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    context: str = ""
    level: int | None = None
    single: bool = False
    stars: bool = False
    """A star in an answer stands for any words."""
    unit: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    decoys: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    alts: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def shown(self) -> str:
        """What the report calls it: its name, else the beginning of its stem."""
        return " ".join((self.name or self.stem).split())[:80]


@dataclass(frozen=True, slots=True)
class Ready:
    """An item that the reader could make itself, and what it has to tell of it."""

    item: Item
    line: int | None = None
    name: str = ""
    section: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that asks nothing: it becomes a reading, before the questions that follow it."""

    text: str
    title: str = ""
    line: int | None = None
    section: str = ""
    images: tuple[str, ...] = ()
    alts: tuple[str, ...] = ()


Entry = Question | Ready | Passage | Note
"""A `Note` among the entries is an item that was refused."""


@dataclass(frozen=True, slots=True)
class Found:
    """Everything in a file, in its order; `notes` concern the file as a whole."""

    entries: tuple[Entry, ...]
    title: str = ""
    key: str = ""
    language: str = ""
    licence: str = ""
    authors: tuple[str, ...] = ()
    description: str = ""
    notes: tuple[Note, ...] = ()
    sources: tuple[Source, ...] = ()
    media: Mapping[str, bytes] = field(default_factory=dict)
