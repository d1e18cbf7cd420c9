"""What can be asked of a table? A cell by its row's name and its column's head; the column's other cells are wrong."""

import re
from collections.abc import Iterator, Sequence

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

_MOST_ASKED = 6
_TOTAL = re.compile(r"^(?:grand |sub)?(?:total|sum|all|altogether|overall)\b", re.IGNORECASE)
_SLIGHT = re.compile(
    r"^(?:#|no\.?|nr\.?|id|code|rank|place|position|page|ref(?:erence|s)?\.?|notes?|source|number)$|\bdated\b"
    r"|\bchecked\b|\bupdated\b|\((?:cm|mm|kg|g|lbs?|in|inches)\)"
    r"|\b(?:melting|boiling|freezing) point|°|\bdensity\b|\batomic (?:weight|mass)|\bsymbol\b",
    re.IGNORECASE,
)
"""Columns that nobody learns: numbers of rows, pages, and when something was looked up."""

_EMPTY = frozenset(("list", "table", "data", "overview", "figures", "results", "the list", "full list", "statistics"))
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
    if source.news or _TOTAL.match(table.rows[row][named]) or _SLIGHT.search(table.head[column]):
        yield "not_worth_it"
        return
    if not _is_turn(table, row, column, named):
        yield "enough"
        return
    heading = _caption(source, table) or _heading(source, unit.section)
    name, head = table.rows[row][named], table.head[column]
    if head.lower() in _PLAIN_TIMES and is_person(name):
        yield "not_worth_it"
        return
    told = " ".join((source.document.title, *source.document.sections[unit.section].path, heading, name, head))
    if key_in(words, told) or any(table.rows[r][column] == words for r in _others(table, row)):
        yield "gives_away"
        return
    what = "figure" if kind == "figure" else "year" if kind == "year" else "date"
    yield Candidate(
        fact=fact,
        template="table_cell",
        stem=_stem(what, heading, name, head),
        key=words,
        span=fact.span,
        quote=unit.span,
        line=f"{name} {MARK}",
        label=label(f"{name} {head}"),
        asked=kind,
        siblings=_column(source, fact, table, column),
        thing=name,
    )


def _stem(what: str, heading: str, name: str, head: str) -> str:
    """The question; a column that is called after what is asked is not named again."""
    what = "year" if head.lower() == "year" else what
    where = "" if head.lower() == what else f" in the column “{head}”"
    return f"Which {what} does the table under “{heading}” give for “{name}”{where}?"


def _caption(source: Source, table: Table) -> str | None:
    """The line right above the table where it is a title of its own ("Table 3: Heat in dwellings (per cent)")."""
    at = table.first - 2
    if at < 0:
        return None
    unit, head = source.outline.units[at], source.outline.units[at + 1]
    told = _LABEL.sub("", clean(source.document[unit.span])).rstrip(":")
    title = unit.kind == "sentence" and unit.first and unit.section == head.section and 2 <= len(told.split()) <= 12
    single = source.outline.units[at - 1].block != unit.block if at else True
    stated = any(word.islower() and surely_finite(word) for word in told.split())
    return told if title and single and not stated and not told.endswith((".", "?", "!", ";")) else None


def _heading(source: Source, section: int) -> str:
    """The section's heading; the document's title where the heading only says that a list follows."""
    heading = _NUMBERING.sub("", clean(source.document.sections[section].heading))
    return heading if heading and heading.lower() not in _EMPTY else clean(source.document.title) or heading


def _is_turn(table: Table, row: int, column: int, named: int) -> bool:
    """Is it this cell's turn? A row is asked once, the columns take turns, and a long table is asked here and there."""
    columns = [at for at in table.valued if at != named and not _SLIGHT.search(table.head[at])]
    step = -(-len(table.rows) // _MOST_ASKED)
    return row % step == 0 and columns[(row // step) % len(columns)] == column


def _others(table: Table, row: int) -> Sequence[int]:
    return [at for at in range(len(table.rows)) if at != row]


def _column(source: Source, fact: Fact, table: Table, column: int) -> tuple[Fact, ...]:
    """The facts of the column's other cells, totals left out."""
    units = source.outline.units[table.first : table.first + len(table.rows)]
    named = table.names or 0
    rows = [unit for unit, cells in zip(units, table.rows, strict=True) if not _TOTAL.match(cells[named])]
    text = source.document.text
    return tuple(
        other
        for other in source.groups.get(fact.group if fact.group is not None else -1, ())
        if other is not fact
        and other.kind == fact.kind
        and any(
            unit.span.start <= other.span.start < unit.span.end
            and text.count("|", unit.span.start, other.span.start) == column
            for unit in rows
        )
    )
