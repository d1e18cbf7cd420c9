"""Which cells of a table would a teacher ask? Those of its year and of its extremes, and what the text speaks of."""

import re
from collections.abc import Iterable

from content.grid import CHANGE, YEAR, Table
from content.looks import look
from content.sums import value_of

_SLIGHT = re.compile(
    r"^(?:#|no\.?|nr\.?|id|code|rank|place|pos\.?|position|page|ref(?:erence|s)?\.?|notes?|source|number)$|\bdated\b"
    r"|\bchecked\b|\bupdated\b|\((?:cm|mm|kg|g|lbs?|in|inches|ft|feet|tons)\)"
    r"|^(?:tickets?|prices?|admission|fees?|toll)\b|^(?:gross )?tonnage\b"
    r"|^(?:days|hours|minutes|time|age|speed|draught|horsepower)$"
    r"|^(?:played|won|drawn|lost|draws?|wins|loss(?:es)?|goals (?:for|against)|goal difference|gp|pts)$"
    r"|^(?:rooms?|ext(?:ension|n)?\.?|tel(?:ephone)?\.?|phone|mobile|fax|platform|bay|seat|locker|post ?code|zip)\b"
    r"|^(?:departs?|departures?|arrives?|arrivals?|first (?:bus|train|tram|boat)|last (?:bus|train|tram|boat))$"
    r"|^(?:of (?:whom|which|these|them)|thereof|including)\b"
    r"|\bFTE\b|\b(?:melting|boiling|freezing) point|°|\bdensity\b|\batomic (?:weight|mass)|\bsymbol\b",
    re.IGNORECASE,
)
"""Columns that nobody learns: numbers of rows, pages, and when something was looked up."""

_DIRECTORY = re.compile(
    r"role|position held|post|job(?: title)?|e-?mail|tel(?:ephone)?\.?|phone|extension|room|tutor|(?:form )?teacher"
    r"|address|contact|web ?(?:site|page)?|ticket|price",
    re.IGNORECASE,
)
"""A column that makes the table one of people to turn to, or of things for sale."""
_MEDALS = frozenset(("gold", "silver", "bronze"))
_ALL = re.compile(r"all|total|both|together", re.IGNORECASE)
_LEAGUE = re.compile(r"(?:played|won|drawn|lost|wins|losses|draws|p|w|d|l|gd|pts)", re.IGNORECASE)
_IN_A_LEAGUE = 2
"""So many columns of matches won and lost make a table of the league, of which nobody learns a figure."""

_BESIDE = re.compile(
    r"^(?:average|mean|normal|long-term)\b.*\d{4}|\b(?:target|forecast)$"
    r"|^(?:target|budgeted|forecast|planned|previous|prior|last) ?(?:year)?\b",
    re.IGNORECASE,
)
"""Columns that others are measured by."""

_MOST = ((10, 4), (6, 3), (0, 2))
"""From so many rows on, so many cells of a table are asked; the others stand beside them as wrong answers."""
_BASE = re.compile(r"(?:population|inhabitants|residents|households|area)\b", re.IGNORECASE)
_OF_PLACES = re.compile(
    r"\b(?:population|inhabitants|census|people|area|geography|cit(?:y|ies)|towns?|countr(?:y|ies)|states|islands?|lakes?"
    r"|continents?|world|provinces)\b",
    re.IGNORECASE,
)
"""Columns by which others are measured, and what heads a table that is about them."""
_LEARNABLE = 5
"""Nobody learns a figure of more digits that count."""


def asked_cells(
    table: Table, current: Iterable[int] = (), spoken: Iterable[str] = (), above: str = ""
) -> frozenset[tuple[int, int]]:
    """Rows and columns of the cells to ask, each row once and the columns in turn.

    `current` are the years that title and caption print; `spoken` the rows' names that the text around tells of;
    `above` what stands over the table.
    """
    now = frozenset(current)
    columns = [at for at in _columns(table, now) if not _is_base(table, at, above)]
    most = next(count for rows, count in _MOST if len(table.rows) >= rows)
    named, taken = frozenset(spoken), dict[int, int]()
    for turn in range(most * max(1, len(columns))):
        if len(taken) == most or not columns:
            break
        column = columns[turn % len(columns)]
        rows = [row for row in range(len(table.rows)) if row not in taken and _fits(table, row, column, now)]
        if rows and list(taken.values()).count(column) < _of_one(table, column):
            taken[max(rows, key=lambda at: (_worth(table, at, column, named), -at))] = column
    return frozenset(taken.items())


def _of_one(table: Table, column: int) -> int:
    """How many cells of a column to ask: of figures half, since those that are asked rule themselves out elsewhere."""
    dated = all(YEAR.fullmatch(row[column]) or value_of(row[column]) is None for row in table.rows)
    return len(table.rows) - 1 if dated else max(1, len(table.rows) // 2)


_ONSET = re.compile(r"(?:year )?(?:opened|founded|built|established|joined|since|completed)", re.IGNORECASE)
_SEVERAL = 3
"""Columns of figures beside which nobody learns when each row's thing began."""


def _is_base(table: Table, column: int, above: str) -> bool:
    """Is it what the other columns are measured by: a population in a table about something else?"""
    others = [at for at in table.valued if at not in (column, table.names) and not is_slight(table.head[at])]
    return bool(others and _BASE.match(table.head[column])) and not _OF_PLACES.search(above)


def is_slight(head: str) -> bool:
    """Is it a column that nobody learns, or one that others are measured by?"""
    return bool(_SLIGHT.search(head) or _BESIDE.search(head) or CHANGE.match(head))


def _columns(table: Table, current: frozenset[int]) -> list[int]:
    """The columns worth asking: of one thing told for several years only this year's and the first."""
    if sum(bool(_LEAGUE.fullmatch(head)) for head in table.head) >= _IN_A_LEAGUE:
        return []
    if any(_DIRECTORY.fullmatch(head) for head in table.head) or {head.lower() for head in table.head} >= _MEDALS:
        return []
    told = [at for at in table.valued if at != table.names and not is_slight(table.head[at])]
    told = [at for at in told if len(told) < _SEVERAL or not _ONSET.fullmatch(table.head[at])]
    kept = [
        at for at in told if at in _kept([other for other in told if _same_thing(table, at, other)], table, current)
    ]
    now = [at for at in kept if table.year_of(at) & current]
    kept = [at for at in kept if not now or at in now or not _is_before(table, at, current)]
    return [at for at in kept if table.in_one_unit(at) and table.in_one_measure(at)]


def _is_before(table: Table, column: int, current: frozenset[int]) -> bool:
    """Is the column told for a time that is past where this year's is told too, as last year's outturn?"""
    years = table.year_of(column)
    return table.is_of_a_period(column) or (bool(years) and max(years) < max(current))


def _same_thing(table: Table, one: int, other: int) -> bool:
    """Do two heads differ in their year only ("Visitors 2021", "Visitors 2022")?"""
    bare = [YEAR.sub("#", table.bare(at)) for at in (one, other)]
    return one == other or (bare[0] == bare[1] and "#" in bare[0])


def _kept(years: list[int], table: Table, current: frozenset[int]) -> tuple[int, ...]:
    """Of columns for several years that of the document's year; else the last, and of more than two the first too."""
    if len(years) == 1:
        return (years[0],)
    told = {at: table.year_of(at) for at in years}
    latest = max(years, key=lambda at: (len(told[at] & current), max(told[at], default=0)))
    first = min(years, key=lambda at: min(told[at], default=0))
    return (latest,) if len(years) == 2 or told[latest] & current else (latest, first)


def _fits(table: Table, row: int, column: int, current: frozenset[int]) -> bool:
    """Is there a figure, learnable, with others that could be taken for it?"""
    cell = table.rows[row][column]
    shape = look(cell)
    learnable = shape is None or shape.digits <= _LEARNABLE
    return (
        learnable
        and re.search(r"\d", cell) is not None
        and sum(cells[column] == cell for cells in table.rows) == 1
        and (not table.is_total(row) or (table.is_main_sum(row) and _is_of_all(table, column)))
        and _has_rivals(table, row, column)
        and (not table.is_of_one_thing or _stands_out(table, row, column, current))
    )


def _is_of_all(table: Table, column: int) -> bool:
    """Is it the column of men and women together, where there is one?"""
    return not any(map(_ALL.fullmatch, table.head)) or bool(_ALL.fullmatch(table.head[column]))


def _has_rivals(table: Table, row: int, column: int) -> bool:
    """Are there figures that could stand beside it, or is it the sum or the peak, for which others can be made up?"""
    if table.has_neighbours(row, column):
        return not table.is_total(row) or not table.in_shares(column)
    if not table.is_summable(column):
        return False
    own, parts = value_of(table.rows[row][column]), table.parts_of(column)
    return own is not None and len(parts) > 2 and own >= max(parts)


def _stands_out(table: Table, row: int, column: int, current: frozenset[int]) -> bool:
    """Of one thing told year by year: is it the document's own year, else the first, last, highest, lowest?"""
    named = table.names or 0
    years = [int(match.group()[:4]) if (match := YEAR.search(cells[named])) else 0 for cells in table.rows]
    if current & frozenset(years):
        return years[row] in current
    figures = [value for cells in table.rows if (value := value_of(cells[column])) is not None]
    edges = (max(figures, default=None), min(figures, default=None))
    return row in (0, len(table.rows) - 1) or value_of(table.rows[row][column]) in edges


def _worth(table: Table, row: int, column: int, spoken: frozenset[str]) -> float:
    """What the text speaks of, the largest, the first, the smallest."""
    known, own = table.parts_of(column), value_of(table.rows[row][column])
    worth = 2.0 * (table.rows[row][table.names or 0] in spoken) + 0.6 * (row == 0)
    if table.is_total(row):
        return worth + 1.5
    if own is not None and known:
        worth += 1.0 * (own == max(known))
        worth += 0.6 * own / max(known) if table.is_of_parts and max(known) > 0 else 0.4 * (own == min(known))
    return worth
