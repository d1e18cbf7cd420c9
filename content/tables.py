"""What can be asked of a table? A cell by its row's name and its column's head; the column's other cells are wrong."""

import re
from collections.abc import Iterator, Sequence

from content.candidates.candidate import Asked, Candidate
from content.candidates.mark import MARK
from content.candidates.people import is_person
from content.captions import Caption, caption
from content.cell_stems import Cell, stem
from content.columns import PLAIN_TIMES, is_slight, tells_events
from content.document import Span
from content.facts.fact import Fact, FigureValue
from content.grid import YEAR, Table
from content.measured import Measure, parted
from content.rank import tells_event
from content.shown import key_in
from content.source import Source, is_measure, label
from content.sums import value_of

_OF_TIME = re.compile(r"(?:years?|dates?|when|born|died|began|ended|founded)\b(?! length)(?:$| \()", re.IGNORECASE)
_OF_WHAT = re.compile(r"\bof the (?P<thing>[a-z]+)$")
_YEAR_DIGITS = 4
_OF_PERSONS = re.compile(r"\b(?:laureates?|winners?|champions?|medall?ists?)\b", re.IGNORECASE)
"""Of whom a year is that of the prize."""
_A_NAME = 3
"""Words of which a name consists; more tell what happened."""


def tabled(source: Source, fact: Fact, kind: Asked, span: Span, index: int, table: Table) -> Iterator[Candidate | str]:
    """The one way of asking a cell, or the code of why it is not asked."""
    words = source.document[fact.span]
    column = source.document.text.count("|", source.outline.units[index].span.start, fact.span.start)
    row, named = index - table.first, table.names
    if named is None or column == named or column not in table.valued or table.rows[row][column] != words:
        yield "list_entry"
        return
    lesser = table.is_total(row) and not table.is_main_sum(row)
    if source.news or is_slight(table.head[column]) or lesser or table.is_of_seasons:
        yield "not_worth_it"
        return
    if (row, column) not in source.asked_cells[table.first]:
        yield "enough"
        return
    above = caption(source.outline, table.first - 1)
    refused = _refused(source, table, (row, column), above)
    if refused:
        yield refused
        return
    yield _candidate(source, fact, kind, index, table, column, above)


_OF_STUFF = frozenset(("m3", "t", "kg", "ha", "km2", "l", "hl", "m2"))


def _refused(source: Source, table: Table, cell: tuple[int, int], above: Caption) -> str | None:
    """Why a cell that is worth asking cannot be asked."""
    row, column = cell
    name, head = table.label(row), table.head[column]
    words, section = table.rows[row][column], source.outline.units[table.first].section
    if above.measure and above.measure.unit in _OF_STUFF and table.measure(row, column, above.measure) is None:
        return "reference"  # "Sawlogs" in a table of cubic metres: logs, or metres of them?
    if _OF_TIME.match(head) and not YEAR.search(words) and value_of(words) is not None and len(words) < _YEAR_DIGITS:
        return "list_entry"  # "133" below "Year (BCE)" is no figure
    if (whose := _OF_WHAT.search(head)) and whose["thing"] not in f"{above.title} {source.document.title}".lower():
        return "reference"  # "Year of the law": of which?
    if head.lower() in PLAIN_TIMES and not _tells_event(table, row, above):
        return "not_worth_it"
    if table.is_of_years_only and not (above.own or above.measure or table.says_what(above.title)):
        return "reference"
    if not above.own and _has_double(source, table, name, head):
        return "reference"
    told = " ".join((source.document.title, *source.document.sections[section].path, above.title, name, head))
    if key_in(words, told) or any(table.rows[r][column] == words for r in _others(table, row)):
        return "gives_away"
    return None


def _tells_event(table: Table, row: int, above: Caption) -> bool:
    """Is it clear what happened in the year of a column headed "Year": does row, corner or title tell of an event?"""
    name, beside = table.label(row), [at for at in table.valued if table.head[at].lower() not in PLAIN_TIMES]
    if is_person(name) and "," not in name:
        return bool(_OF_PERSONS.search(above.title))
    told = f"{above.title} {table.head[table.names or 0]}"
    return not beside or tells_event(told.lower()) or tells_events(told) or len(name.split()) > _A_NAME


def _has_double(source: Source, table: Table, name: str, head: str) -> bool:
    """Does another table of the section, told apart by nothing, have a row and a column of these names?"""
    section = source.outline.units[table.first].section
    return any(
        other.first != table.first
        and head in other.head
        and _corner(other) == _corner(table)
        and any(other.label(row) == name for row in range(len(other.rows)))
        for other in source.tables_of[section]
    )


def _corner(table: Table) -> str:
    """What the corner names the table by, among others of its section."""
    return parted(table.head[table.names or 0].rstrip(":"))[0]


def _candidate(
    source: Source, fact: Fact, kind: Asked, index: int, table: Table, column: int, above: Caption
) -> Candidate:
    """The cell, asked."""
    row, words = index - table.first, source.document[fact.span]
    name, head = table.label(row), table.head[column]
    measure = _measure(fact, table, row, column, above)
    what = "figure" if kind == "figure" else "year" if kind in ("year", "era") else "date"
    among = len(source.tables_of[source.outline.units[table.first].section]) > 1
    plain = Cell(
        what,
        parted(name)[0] or name if measure else name,
        table.bare(column) if measure or table.is_of_a_period(column) else head,
        measure,
        above.where(table.head[table.names or 0], among=among),
        words,
    )
    return Candidate(
        fact=fact,
        template="table_cell",
        stem=stem(plain),
        key=words,
        span=fact.span,
        quote=source.outline.units[index].span,
        line=f"{name} {MARK}",
        label=label(f"{name} {head}"),
        asked=kind,
        siblings=_rivals(source, fact, table, row, column),
        thing=name,
        measure=measure,
    )


def _measure(fact: Fact, table: Table, row: int, column: int, above: Caption) -> Measure | None:
    """The unit and size of the cell's bare figure, as far as heads and caption tell."""
    if not isinstance(fact.value, FigureValue) or is_measure(fact.value):
        return None
    return table.measure(row, column, above.measure)


def _others(table: Table, row: int) -> Sequence[int]:
    return [at for at in range(len(table.rows)) if at != row]


def _rivals(source: Source, fact: Fact, table: Table, row: int, column: int) -> tuple[Fact, ...]:
    """The facts of the same kind in the cells that could be taken for this one."""
    cells = table.rivals(row, column)
    found = []
    for other in source.groups.get(fact.group if fact.group is not None else -1, ()):
        at = source.outline.at(other.span.start)
        if other is fact or other.kind != fact.kind or at is None:
            continue
        place = source.document.text.count("|", source.outline.units[at].span.start, other.span.start)
        if (at - table.first, place) in cells:
            found.append(other)
    return tuple(found)
