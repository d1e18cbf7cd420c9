"""What stands in the cells of a CSV file? Its separator is found out; each row knows its line."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from content.exchange.question import BadFile

SEPARATORS = "\t;,|"
MOST_ROWS = 20_000
MOST_COLUMNS = 60
_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row and the line on which it begins."""

    line: int
    cells: tuple[str, ...]

    def __bool__(self) -> bool:
        return any(cell.strip() for cell in self.cells)


def separator_of(text: str) -> str:
    """The sign that cuts the first lines most evenly into two columns or more; a comma where none does."""
    found = re.match(r"\s*sep=(.)\s*\n", text)
    if found:
        return found[1]
    best, most = ",", (0.0, 0)
    for mark in SEPARATORS:
        counts = [len(row.cells) for row in rows(text[:20_000], mark, most=_LOOKED_AT) if row]
        wide = [count for count in counts if count > 1]
        if not wide:
            continue
        usual = max(set(wide), key=wide.count)
        even = (counts.count(usual) / len(counts), -SEPARATORS.index(mark))
        if even > most:
            best, most = mark, even
    return best


def rows(text: str, separator: str, *, first_line: int = 1, most: int = MOST_ROWS) -> Iterator[Row]:
    """The rows of the text, empty ones too. Raises BadFile past the limits."""
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    line = first_line
    try:
        for number, cells in enumerate(reader):
            if number >= most:
                if most == MOST_ROWS:
                    raise BadFile("too_many_rows", limit=str(MOST_ROWS))
                return
            yield Row(line, tuple(cells[:MOST_COLUMNS]))
            line = first_line + reader.line_num
    except csv.Error as error:
        raise BadFile("csv", words=str(error)) from error
