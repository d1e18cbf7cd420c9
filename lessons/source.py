"""Where does a statement come from? Sources and the exact words cited from them."""

from dataclasses import dataclass

READING = "reading"
"""The `ref` of a citation whose words stand in the item's own lesson."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that a pack draws on. `citation` is one printable line; the rest is None where unknown.

    `date` and `read` are EDTF strings; `note` tells what a reader must know (a missing reference, a slant).
    """

    key: str
    citation: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    licence: str | None = None
    read: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Exact words that an item rests on.

    `ref` is `READING` (the words stand in the item's lesson) or the key of a `Source`. `exact` is None where a
    document is named without quoting it. `start` and `end` are character offsets in the source's text, if known.
    """

    ref: str
    exact: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """Where something stands in a pack's files; line and column count from 1."""

    file: str
    line: int
    column: int = 1
