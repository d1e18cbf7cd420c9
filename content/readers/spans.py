"""How is a table with wide and high cells told in plain rows? Every cell in its column, two heads in one."""

import re
from dataclasses import dataclass

_FEWEST = 4
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[/–-]\d{2,4})?")
_UNIT = re.compile(
    r"\(?(?:(?:[£$€¥]|US\$) ?(?:['’]?000s?|m|bn|k|million|billion|thousand)?|['’]?000s?|%|per cent|m|bn|million"
    r"|thousand|GBP|EUR|USD|CHF|k?m[²³]?|cm|mm|kg|t|tonnes|ha|litres|[kMGT]Wh?)\)?"
)
"""What stands below a head and counts its figures: "£000", "km", "%"."""
_MOST = 60
"""Columns of a table that are told apart; what a page says of wider ones is not believed."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell, and how many columns and rows it stands over."""

    words: str
    wide: int = 1
    high: int = 1
    is_head: bool = False


def told_rows(rows: list[list[Cell]]) -> list[list[str]]:
    """The rows' words by column; a head over two columns is told with each of the heads below it.

    A cell over the whole table is its title and stands alone; units below the heads stand behind these.
    """
    titles = 0
    while titles + 1 < len(rows) and len(rows[titles]) == 1 and rows[titles][0].wide > 1:
        titles += 1
    return [[row[0].words] for row in rows[:titles]] + with_units(_told(rows[titles:]))


def with_units(rows: list[list[str]]) -> list[list[str]]:
    """The rows with what stands below the heads and only counts their figures set in brackets behind each."""
    if len(rows) < _FEWEST or len(rows[0]) != len(rows[1]) or len(rows[0]) < 2:
        return rows
    units = rows[1]
    if units[0] or not any(units) or not all(not unit or _UNIT.fullmatch(unit) for unit in units):
        return rows
    heads = [
        f"{head} ({unit.strip('()')})" if head and unit else head for head, unit in zip(rows[0], units, strict=True)
    ]
    return [heads, *rows[2:]]


def _told(rows: list[list[Cell]]) -> list[list[str]]:
    if all(cell.wide == 1 and cell.high == 1 for row in rows for cell in row):
        return [[cell.words for cell in row] for row in rows]
    heads = _heads(rows)
    told = _by_column(rows, heads)
    if not heads:
        return told
    columns = zip(*told[:heads], strict=True)
    return [[" ".join(dict.fromkeys(filter(None, column))) for column in columns], *told[heads:]]


def _heads(rows: list[list[Cell]]) -> int:
    """How many rows at the top are heads: those that the wide and high cells of the first one call for."""
    if not rows or not rows[0] or not any(cell.wide > 1 for cell in rows[0]):
        return 0
    count = 0
    while count < min(3, len(rows)) and all(cell.is_head or not cell.words for cell in rows[count]):
        count += 1
    return count if count > 1 else 2 if _are_unmarked_heads(rows) else 0


def _are_unmarked_heads(rows: list[list[Cell]]) -> bool:
    """Do two rows of words and years stand over the figures, where the page marks no cell as a head?"""
    if len(rows) < _FEWEST or len(rows[0]) == 1 or any(cell.is_head for row in rows for cell in row):
        return False
    heads = all(not cell.words[:1].isdigit() or _YEAR.fullmatch(cell.words) for row in rows[:2] for cell in row)
    return heads and all(any(cell.words[:1].isdigit() for cell in row) for row in rows[2:4])


def _by_column(rows: list[list[Cell]], heads: int) -> list[list[str]]:
    """Each row's words with as many places as the widest row has; of heads, wide cells stand over all their columns."""
    width = _width(rows)
    waiting: dict[int, tuple[int, str]] = {}
    told = []
    for number, row in enumerate(rows):
        if number >= heads and len(row) == 1 and not waiting:
            told.append([row[0].words])  # a line across the table
            continue
        cells, places = iter(row), [""] * width
        at = 0
        while at < width:
            left, words = waiting.pop(at, (0, ""))
            if left:
                places[at] = words
                if left > 1:
                    waiting[at] = (left - 1, words)
                at += 1
                continue
            cell = next(cells, None)
            if cell is None:
                at += 1
                continue
            at = _put(cell, places, waiting, at, repeated=number < heads)
        told.append(places)
    return told


def _width(rows: list[list[Cell]]) -> int:
    """How many columns there are: as many as the longest row without wide cells has, else as the widest row says."""
    plain = [len(row) for row in rows if all(cell.wide == 1 for cell in row)]
    said = [sum(max(1, cell.wide) for cell in row) for row in rows]
    return min(_MOST, max(plain) if plain else max(said, default=0))


def _put(cell: Cell, places: list[str], waiting: dict[int, tuple[int, str]], at: int, *, repeated: bool) -> int:
    """Sets the cell where it stands; below a high one the places stay empty. Where the next cell may stand."""
    for place in range(at, min(len(places), at + max(1, cell.wide))):
        places[place] = cell.words if repeated or place == at else ""
        if cell.high > 1:
            waiting[place] = (cell.high - 1, "")
    return at + max(1, cell.wide)
