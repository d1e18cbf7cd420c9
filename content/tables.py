"""What can be asked of a table? A cell by its row's name and its column's head; the column's other cells are wrong."""

import re
from collections.abc import Callable, Iterator, Sequence

from content.candidates.antecedents import is_person
from content.candidates.candidate import Asked, Candidate
from content.candidates.clause import MARK
from content.candidates.verbs import surely_finite
from content.document import Span
from content.facts.fact import Fact
from content.grid import Table
from content.readings import clean
from content.shown import key_in
from content.source import Source, label

_MOST_ROWS = 6
_MOST_ASKED = 4
"""Of a table: the cells that are not asked stand beside those that are as wrong answers."""
_SLIGHT = re.compile(
    r"^(?:#|no\.?|nr\.?|id|code|rank|place|position|page|ref(?:erence|s)?\.?|notes?|source|number)$|\bdated\b"
    r"|\bchecked\b|\bupdated\b|\((?:cm|mm|kg|g|lbs?|in|inches|ft|feet|tons)\)"
    r"|^(?:tickets?|prices?|admission|fees?|toll)\b|^(?:gross )?tonnage\b"
    r"|^(?:days|hours|minutes|time|age|speed|draught|horsepower)$"
    r"|\bFTE\b|\b(?:melting|boiling|freezing) point|°|\bdensity\b|\batomic (?:weight|mass)|\bsymbol\b",
    re.IGNORECASE,
)
"""Columns that nobody learns: numbers of rows, pages, and when something was looked up."""

_EMPTY = frozenset(("list", "table", "the list", "full list", "the table"))
_PLAIN_TIMES = frozenset(("year", "date"))
"""A column's head that does not say what happened then: of a person it tells nothing."""

_LABEL = re.compile(r"^(?:table|tab\.) ?\d*(?:\.\d+)*[a-z]?[.:]?\s+", re.IGNORECASE)
_NUMBERING = re.compile(r"^\d{1,2}(?:\.\d+)*[.)]? ")


def tabled(source: Source, fact: Fact, kind: Asked, span: Span, index: int, table: Table) -> Iterator[Candidate | str]:
    """The one way of asking a cell, or the code of why it is not asked."""
    unit = source.outline.units[index]
    words = source.document[fact.span]
    column = source.document.text.count("|", unit.span.start, fact.span.start)
    row, named = index - table.first, table.names
    if named is None or column == named or column not in table.valued or table.rows[row][column] != words:
        yield "list_entry"
        return
    slight = _SLIGHT.search(table.head[column]) or not table.in_one_unit(column)
    if source.news or slight or table.is_total(row) or table.is_of_seasons:
        yield "not_worth_it"
        return
    if not _is_turn(table, row, column, named):
        yield "enough"
        return
    heading = _caption(source, table) or _heading(source, unit.section)
    name, head = table.label(row), table.head[column]
    if head.lower() in _PLAIN_TIMES and is_person(name):
        yield "not_worth_it"
        return
    if table.is_of_years_only and not (_caption(source, table) or table.says_what(heading)):
        yield "reference"
        return
    told = " ".join((source.document.title, *source.document.sections[unit.section].path, heading, name, head))
    if key_in(words, told) or any(table.rows[r][column] == words for r in _others(table, row)):
        yield "gives_away"
        return
    what = "figure" if kind == "figure" else "year" if kind == "year" else "date"
    yield Candidate(
        fact=fact,
        template="table_cell",
        stem=_stem(what, heading, name, head, table.unit),
        key=words,
        span=fact.span,
        quote=unit.span,
        line=f"{name} {MARK}",
        label=label(f"{name} {head}"),
        asked=kind,
        siblings=_column(source, fact, table, column, row),
        thing=name,
    )


def _stem(what: str, heading: str, name: str, head: str, unit: str | None) -> str:
    """The question; a column that is called after what is asked is not named again."""
    what = "year" if head.lower() == "year" else what
    where = "" if head.lower() == what else f" in the column “{head}”"
    whose = name if name.isdigit() else f"“{name}”"
    return f"Which {what} does the table under “{heading}” give for {whose}{where}{f' ({unit})' if unit else ''}?"


def _caption(source: Source, table: Table) -> str | None:
    """The line right above the table where it is a title of its own ("Table 3: Heat in dwellings (per cent)")."""
    at = table.first - 2
    if at < 0:
        return None
    unit, head = source.outline.units[at], source.outline.units[at + 1]
    told = _LABEL.sub("", clean(source.document[unit.span])).rstrip(":")
    title = unit.kind == "sentence" and unit.first and unit.section == head.section and 1 <= len(told.split()) <= 12
    single = source.outline.units[at - 1].block != unit.block if at else True
    stated = any(word.islower() and surely_finite(word) for word in told.split())
    return told if title and single and not stated and not told.endswith((".", "?", "!", ";")) else None


def _heading(source: Source, section: int) -> str:
    """The section's heading; the document's title where the heading only says that a list follows."""
    heading = _NUMBERING.sub("", clean(source.document.sections[section].heading))
    return heading if heading and heading.lower() not in _EMPTY else clean(source.document.title) or heading


def _is_turn(table: Table, row: int, column: int, named: int) -> bool:
    """Is it this cell's turn? A row is asked once, the columns take turns, and a long table is asked here and there."""
    columns = [
        at for at in table.valued if at != named and not _SLIGHT.search(table.head[at]) and table.in_one_unit(at)
    ]
    step = -(-len(table.rows) // _MOST_ROWS)
    rows = [at for at in range(0, len(table.rows), step) if not table.is_total(at)]
    last = len(rows) - 1
    few = rows if len(rows) <= _MOST_ASKED else [rows[last * turn // (_MOST_ASKED - 1)] for turn in range(_MOST_ASKED)]
    return row in few and bool(columns) and columns[(row // step) % len(columns)] == column


def _others(table: Table, row: int) -> Sequence[int]:
    return [at for at in range(len(table.rows)) if at != row]


def _column(source: Source, fact: Fact, table: Table, column: int, row: int) -> tuple[Fact, ...]:
    """The facts that could be the answer: of the row's other years, else of the column's other rows without totals."""
    units = source.outline.units[table.first : table.first + len(table.rows)]
    text = source.document.text
    if table.is_by_year:
        return tuple(_in_table(source, fact, lambda other: other.span in units[row].span))
    places = [unit.span for at, unit in enumerate(units) if not table.is_total(at)]
    return tuple(
        _in_table(
            source,
            fact,
            lambda other: any(
                other.span in place and text.count("|", place.start, other.span.start) == column for place in places
            ),
        )
    )


def _in_table(source: Source, fact: Fact, fits: Callable[[Fact], bool]) -> Iterator[Fact]:
    """The other facts of the table, of the same kind, that fit."""
    for other in source.groups.get(fact.group if fact.group is not None else -1, ()):
        if other is not fact and other.kind == fact.kind and fits(other):
            yield other
