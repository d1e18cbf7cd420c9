"""Which documents are judged, of what genre, and how long are they?"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_HIDDEN = re.compile(r"<(style|script|title)\b.*?</\1>|<[^>]+>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of one round."""

    round: str
    document: str
    genre: str

    @property
    def path(self) -> Path:
        """Where its text is."""
        return HERE / "documents" / self.round / self.document

    @property
    def words(self) -> int:
        """How many words a reader sees; tags are none."""
        return len(_HIDDEN.sub(" ", self.path.read_text(encoding="utf-8")).split())


def entries() -> Iterator[Entry]:
    """Every document that has been judged, in the order of `genres.tsv`."""
    with (HERE / "genres.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Entry(row["round"], row["document"], row["genre"])


def sheets() -> list[Path]:
    """The judged sheets, the first round first."""
    return sorted((HERE / "judged").glob("round-*.tsv"), key=_number)


def _number(sheet: Path) -> int:
    return int(sheet.stem.partition("-")[2])
