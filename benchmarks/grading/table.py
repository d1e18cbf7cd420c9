"""Which answers are in the table, what does a fair teacher say to each, and what does the grader say?"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.grading.items import HERE, items, typed
from lessons.response import Typed

FILE = HERE / "answers.tsv"


@dataclass(frozen=True, slots=True)
class Row:
    """An answer with the verdicts and the reasons that a fair teacher may give, the best first."""

    set: str
    item: str
    lang: str
    answer: str
    verdicts: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What the grader said to a row."""

    row: Row
    verdict: str
    reason: str

    @property
    def fair(self) -> bool:
        """Whether the verdict is one that a fair teacher gives."""
        return self.verdict in self.row.verdicts

    @property
    def told(self) -> bool:
        """Whether the reason is right, too."""
        return self.fair and self.reason in self.row.reasons


def rows(file: Path = FILE) -> list[Row]:
    """The whole table."""
    with file.open(encoding="utf-8", newline="") as lines:
        found = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            Row(
                row["set"],
                row["item"],
                row["lang"],
                row["answer"],
                tuple(row["verdict"].split("|")),
                tuple(row["reason"].split("|")),
            )
            for row in found
        ]


def judged(table: list[Row]) -> Iterator[Judged]:
    """Each row with the grader's verdict."""
    known = items()
    for row in table:
        item = known[row.item]
        grade = item.grade(Typed(typed(item, row.answer), row.lang), 0)
        yield Judged(row, grade.verdict.value, grade.reason)
