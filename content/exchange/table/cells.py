"""What stands in the cells of a CSV file? Its separator is found out; each row knows its line."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from content.exchange.clean import conflicts
from content.exchange.question import BadFile

SEPARATORS = "\t;,|"
MOST_ROWS = 20_000
MOST_COLUMNS = 60
_LOOKED_AT = 20
_MENDED = 20
"""So often a quotation mark that is never closed costs its own row alone; with more of them the file is refused."""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row and the line on which it begins; `fault` is a code where it cannot be used."""

    line: int
    cells: tuple[str, ...]
    fault: str = ""

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
    unsettled = {first_line + line for start, end in conflicts(text) for line in range(start, end + 1)}
    for row in _rows(text, separator, first_line, most):
        yield replace(row, fault="conflict") if row.line in unsettled else row


def _rows(text: str, separator: str, first_line: int, most: int, mended: int = 0) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    total = len(text.splitlines())
    line = first_line
    try:
        for number, cells in enumerate(reader):
            if number >= most:
                if most == MOST_ROWS:
                    raise BadFile("too_many_rows", limit=str(MOST_ROWS))
                return
            after = first_line + reader.line_num
            if after - line > 1 and reader.line_num >= total and (rest := _unclosed(text, line - first_line)):
                if mended == _MENDED:
                    raise BadFile("csv", words="quotation marks are not closed")
                first, _, rest = rest.partition("\n")
                yield Row(line, tuple(first.split(separator)[:MOST_COLUMNS]), "quoting")
                yield from _rows(rest, separator, line + 1, most, mended + 1)
                return
            yield Row(line, tuple(cells[:MOST_COLUMNS]))
            line = after
    except csv.Error as error:
        raise BadFile("csv", words=str(error)) from error


def _unclosed(text: str, before: int) -> str | None:
    """The text from that line on, where its quotation marks do not come in pairs up to the end."""
    rest = text.split("\n", before)[before]
    return rest if rest.count('"') % 2 else None
