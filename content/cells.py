"""Which cells of a table would a teacher ask? Those of its year and of its extremes, and what the text speaks of."""

import re

from content.columns import Around, is_put_in, main_columns
from content.grid import YEAR, Table
from content.looks import look
from content.sums import value_of

_ALL = re.compile(r"all|total|both|together", re.IGNORECASE)
_MOST = ((10, 4), (6, 3), (0, 2))
"""From so many rows on, so many cells of a table are asked; the others stand beside them as wrong answers."""
_LEARNABLE = 5
"""Nobody learns a figure of more digits that count, unless it is what the table comes to or the largest of all."""


def asked_cells(table: Table, around: Around | None = None) -> frozenset[tuple[int, int]]:
    """Rows and columns of the cells to ask, each row once and the columns in turn."""
    around = around or Around()
    columns = main_columns(table, around)
    most = next(count for rows, count in _MOST if len(table.rows) >= rows)
    taken = dict[int, int]()
    for turn in range(most * max(1, len(columns))):
        if len(taken) == most or not columns:
            break
        column = columns[turn % len(columns)]
        rows = [row for row in range(len(table.rows)) if row not in taken and _fits(table, row, column, around)]
        if rows and list(taken.values()).count(column) < _of_one(table, column):
            taken[max(rows, key=lambda at: (_worth(table, at, column, around), -at))] = column
    return frozenset(taken.items())


def _of_one(table: Table, column: int) -> int:
    """How many cells of a column to ask: of figures half, since those that are asked rule themselves out elsewhere."""
    dated = all(YEAR.fullmatch(row[column]) or value_of(row[column]) is None for row in table.rows)
    return len(table.rows) - 1 if dated else max(1, len(table.rows) // 2)


def _fits(table: Table, row: int, column: int, around: Around) -> bool:
    """Is there a figure, learnable, with others that could be taken for it?"""
    cell = table.rows[row][column]
    return (
        re.search(r"\d", cell) is not None
        and not cell.startswith(("(", "-", "−", "–"))
        and table.is_named_once(row)
        and not is_put_in(table.label(row))
        and _is_learnable(table, row, column)
        and sum(cells[column] == cell for cells in table.rows) == 1
        and (not table.is_total(row) or (table.is_main_sum(row) and _is_of_all(table, column)))
        and _has_rivals(table, row, column)
        and (not table.is_of_one_thing or _stands_out(table, row, column, around.years))
    )


def _is_learnable(table: Table, row: int, column: int) -> bool:
    shape = look(table.rows[row][column])
    return shape is None or shape.digits <= _LEARNABLE or table.is_main_sum(row) or _is_peak(table, row, column)


def _is_of_all(table: Table, column: int) -> bool:
    """Is it the column of men and women together, where there is one?"""
    return not any(map(_ALL.fullmatch, table.head)) or bool(_ALL.fullmatch(table.head[column]))


def _has_rivals(table: Table, row: int, column: int) -> bool:
    """Are there figures that could stand beside it, or is it the sum or the peak, for which others can be made up?"""
    if table.has_neighbours(row, column):
        return not table.is_total(row) or not table.in_shares(column)
    return _is_peak(table, row, column) or (not table.in_shares(column) and _is_sum(table, row, column))


def _is_sum(table: Table, row: int, column: int) -> bool:
    """Is it what the column comes to, or what is left of it?"""
    own, parts = value_of(table.rows[row][column]), table.parts_of(column)
    whole = table.is_main_sum(row) or (own is not None and own >= max(parts, default=own))
    return whole and table.is_summable(column) and len(parts) > 2


def _is_peak(table: Table, row: int, column: int) -> bool:
    """Is it the largest of a column of counts, beside which others can be made up?"""
    own, parts = value_of(table.rows[row][column]), table.parts_of(column)
    counted = all(value == int(value) for value in parts)
    return counted and not table.is_total(row) and own is not None and len(parts) > 2 and own >= max(parts)


def _stands_out(table: Table, row: int, column: int, current: frozenset[int]) -> bool:
    """Of one thing told year by year: is it the document's own year, else the first, last, highest, lowest?"""
    named = table.names or 0
    years = [int(match.group()[:4]) if (match := YEAR.search(cells[named])) else 0 for cells in table.rows]
    if current & frozenset(years):
        return years[row] in current
    figures = [value for cells in table.rows if (value := value_of(cells[column])) is not None]
    edges = (max(figures, default=None), min(figures, default=None))
    return row in (0, len(table.rows) - 1) or value_of(table.rows[row][column]) in edges


def _worth(table: Table, row: int, column: int, around: Around) -> float:
    """What the text speaks of, the largest, the first, the smallest."""
    known, own = table.parts_of(column), value_of(table.rows[row][column])
    worth = 2.0 * (table.rows[row][table.names or 0] in around.spoken) + 0.6 * (row == 0)
    if table.is_total(row):
        return worth + 3.0
    if own is not None and known:
        worth += 1.0 * (own == max(known))
        worth += 0.6 * own / max(known) if table.is_of_parts and max(known) > 0 else 0.4 * (own == min(known))
    return worth
