"""What does the tree as it stands ask of the judged documents, and what is already known about those questions?

A question that was judged before, word for word with its options and key, keeps its verdict. The others are written to
a sheet, so that only what a change brought in has to be judged.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.questions.corpus import Entry
from benchmarks.questions.score import Row
from benchmarks.questions.sheet import Asked, asked_of

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Now:
    """The questions of one document today; `known` bears verdicts, `fresh` has none yet, `gone` is asked no more."""

    entry: Entry
    known: tuple[Row, ...]
    fresh: tuple[Asked, ...]
    gone: tuple[Row, ...]


def now(entries: Iterable[Entry], rows: list[Row]) -> Iterator[Now]:
    """Builds each document and looks its questions up among the verdicts."""
    for entry in entries:
        told = {_judged(row): row for row in rows if (row["round"], row["document"]) == (entry.round, entry.document)}
        made = {_made(each): each for each in asked_of(entry.path)}
        yield Now(
            entry,
            tuple(told[key] for key in made if key in told),
            tuple(each for key, each in made.items() if key not in told),
            tuple(row for key, row in told.items() if key not in made),
        )


def _judged(row: Row) -> Key:
    return (row["document"], row["stem"], row["options"], row["key"])


def _made(each: Asked) -> Key:
    stem, key = " / ".join(each.item.prompt.splitlines()), " / ".join(each.item.key.splitlines())
    return (each.document, stem, " | ".join(each.item.options(0)), key)
