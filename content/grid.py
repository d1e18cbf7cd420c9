"""Where are the tables of a document, and what names their rows and columns?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from content.candidates.words import word_list
from content.looks import date_look
from content.measured import Measure, parted
from content.outline import SIGN, Outline
from content.readings import clean
from content.sums import SUM, TOTAL, near, sums_up, value_of

_PLAIN_TIMES = frozenset(("year", "date", "years", "dates"))
_ROWS = 3
_LARGEST = 12
_MOST_WORDS = 110
"""A table's head and the row asked must fit on one card."""

YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[/–-]\d{2,4})?")
_NAMED = re.compile(r"[^\W\d_]")
_LETTER = re.compile(r"[^\W\d_]{2}")
_DATE = re.compile(r"(?:\d{1,2} )?(?:[A-Z][a-z]{2,8} )?\d{1,4}(?: (?:BC|BCE|AD|CE))?")
"""A corner that is a date: the row is no head, but the first of a list."""
_UNIT = re.compile(
    r"[£$€¥%]|\b(?:thousands?|millions?|billions?|per ?cent|tonnes|tons|litres|hectares|number"
    r"|kilomet(?:re|er)s|km|miles)\b",
    re.IGNORECASE,
)
_BLANK = re.compile(r"[-–—.…*†‡\s]*|n/?a|[\"”„″〃]|ditto|do\.", re.IGNORECASE)
CHANGE = re.compile(r"(?:change|difference|growth|rise|fall|%|\+/-|±)", re.IGNORECASE)
_SEASON = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|Q[1-4]\b"
    r"|(?:first|second|third|fourth|last) (?:quarter|half)"
    r"|(?:spring|summer|autumn|winter)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"[^\W\d_]{3,}s|people|men|women|children|staff|number", re.IGNORECASE)
"""A word of a head that counts by the piece."""
_RATED = re.compile(
    r"%|\b(?:shares?|rates?|per|averages?|mean|index|number|prices?|age|rank|change|ratio|percentage|year|date)\b",
    re.IGNORECASE,
)
_OF_ITS_OWN = re.compile(
    r"%|\b(?:number|share|rate|ratio|per|average|percentage|headcount)\b"
    r"|^(?:employees|visitors|passengers|customers|pupils|patients|volunteers|trips|vehicles|households|ships|days)\b"
    r"(?! (?:and|&))",
    re.IGNORECASE,
)
"""Heads and rows that the unit over a table does not hold for."""
PERIOD = re.compile(
    r"(?:(?:Q[1-4]|(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    r"|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Yy]ear|H[12]|FY) ?)?"
    r"(?:1[5-9]|20)\d\d(?:[/–-]\d{2,4})?(?: ?(?:Q[1-4]|H[12]))?"
)
_OF_WORDS = re.compile(r" |^[a-z]|\(|^[A-Z][a-z]{2,}[a-rt-z]s$")
"""A row's name that says what is counted ("Births", "Wages of men"), unlike that of a place."""

_ROMAN = re.compile(r"[IVX]{1,5}")
_SHARE = re.compile(r"(?:share|percentage|proportion|rate)s?", re.IGNORECASE)
_PROPERTY = re.compile(r"(?:values?|figures?|data|details?|facts?|answers?|description|information)", re.IGNORECASE)
_MEASURED = re.compile(r"(?:[£$€]\d[\d,.]*|\d[\d,.]*(?: ?%| [^\W\d_][\w/²³]{0,12}(?: [a-z]{2,12})?))")
"""A figure with its unit."""
_DATED_NAME = re.compile(r"(?:1[5-9]|20)\d\d [A-Z][a-z]+(?: [A-Z][a-z]+)*")
"""“1948 London”: Games, a fair or a congress by year and place."""
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"[\d.,\s]+")


@dataclass(frozen=True)
class Table:
    """The head's cells, the rows' cells, and where the first row stands among the units of the outline.

    Without slots: what is looked up for every cell is found once a table.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first: int

    @cached_property
    def names(self) -> int | None:
        """The column that names the rows: the first of words, hardly one twice; else the first, if it holds years."""
        for column in range(len(self.head)):
            told = [row[column] for row in self.rows]
            if len(told) - len(set(told)) <= len(told) // 5 and _are_names(told):
                return column
        years = [row[0] for row in self.rows]
        return 0 if len(set(years)) == len(years) and all(YEAR.fullmatch(year) for year in years) else None

    def is_named_once(self, row: int) -> bool:
        """Does no other row bear that name?"""
        named = self.names or 0
        return sum(cells[named] == self.rows[row][named] for cells in self.rows) == 1

    @cached_property
    def valued(self) -> tuple[int, ...]:
        """The columns of figures; a row or two may be left blank."""
        return tuple(at for at in range(len(self.head)) if self._is_valued([row[at] for row in self.rows]))

    @staticmethod
    def _is_valued(cells: list[str]) -> bool:
        filled = [cell for cell in cells if not _BLANK.fullmatch(cell)]
        return len(filled) >= 3 and len(cells) - len(filled) < 3 and all(map(_DIGIT.search, filled))

    def in_one_unit(self, column: int) -> bool:
        """Are all figures of the column written alike, none in pounds beside another in dollars?"""
        return len({_clothes(row[column]) for row in self.rows if not _BLANK.fullmatch(row[column])}) == 1

    @property
    def unit(self) -> str | None:
        """What the cell above the rows' names says of all figures ("£ thousand"), where it says that."""
        corner = self.head[self.names] if self.names is not None else ""
        return corner if _UNIT.search(corner) and not YEAR.search(corner) else None

    def bare(self, column: int) -> str:
        """The column's head without its unit."""
        return parted(self.head[column])[0]

    def is_of_a_period(self, column: int) -> bool:
        """Does a year alone head the column, or a quarter of one?"""
        return bool(PERIOD.fullmatch(self.bare(column)))

    def year_of(self, column: int) -> frozenset[int]:
        """The years that the column's head prints, both of "2018/19"."""
        found = [match.group() for match in YEAR.finditer(self.bare(column))]
        ends = [year[: 4 - len(end)] + end for year in found if 2 <= len(end := year[5:]) <= 4]
        return frozenset(int(year[:4]) for year in (*found, *ends))

    def measure(self, row: int, column: int, above: Measure | None = None) -> Measure | None:
        """What head, row or corner say of the unit of a bare figure, or `above` what stands over all of them."""
        if not _DIGITS.fullmatch(self.rows[row][column]):
            return None
        head, own = parted(self.head[column])[1], parted(self.rows[row][self.names or 0])[1]
        over = (parted(self.head[self.names])[1] if self.names is not None else None) or above
        if self.is_of_a_period(column):
            over, head = head or over, None  # below a year stands what each row says, in the unit of all
        own = head or own
        return own or (over if over is not None and self._is_governed(row, column, over) else None)

    def _is_governed(self, row: int, column: int, over: Measure) -> bool:
        """Does a unit that stands over the whole table hold for the cell, which may count something else?"""
        name, head = self.rows[row][self.names or 0], self.bare(column)
        if over.unit == "%" and _SHARE.fullmatch(head):
            return True
        if _OF_ITS_OWN.search(name) or (_RATED.search(head) and not self.is_of_a_period(column)):
            return False
        if over.unit is None or self.is_of_a_period(column):
            return True
        if over.unit == "%":
            return all((value_of(cells[column]) or 0) <= 100 for cells in self.rows)
        return not any(
            _COUNTS.fullmatch(word) and word.lower() not in word_list("not_how_many") for word in head.split()
        )

    def in_one_measure(self, column: int) -> bool:
        """Are the figures that could be taken for each other of one unit, as far as the rows tell?"""
        return self.is_by_year or self._is_of_one_kind

    @cached_property
    def _is_of_one_kind(self) -> bool:
        return len({parted(row[self.names or 0])[1] for row in self.rows}) == 1

    def rivals(self, row: int, column: int) -> tuple[tuple[int, int], ...]:
        """The cells that could be taken for this one: of the row's other years, else of the column's other rows."""
        years = [(row, at) for at in self._years() if at != column] if self.is_by_year else []
        if (years and (self._near(row, column, years) > 1 or not self._is_of_one_kind)) or self.is_total(row):
            return tuple(years)
        return tuple((at, column) for at in range(len(self.rows)) if at != row and not self.is_total(at))

    def _years(self) -> list[int]:
        return [at for at in self.valued if at != self.names and not CHANGE.match(self.head[at])]

    def _near(self, row: int, column: int, cells: Iterable[tuple[int, int]]) -> int:
        """How many of the cells hold a figure of about the size of this one."""
        own = value_of(self.rows[row][column]) or 0.0
        found = (value_of(self.rows[one][other]) for one, other in cells)
        return sum(value is not None and near(value, own) for value in found)

    @cached_property
    def is_of_years_only(self) -> bool:
        """Do years alone head its figures, so that only what stands around the table says what is counted?"""
        heads = [self.bare(at) for at in self.valued if at != self.names]
        years = sum(bool(YEAR.fullmatch(head)) for head in heads)
        return years > 0 and all(YEAR.fullmatch(head) or CHANGE.match(head) for head in heads)

    def says_what(self, heading: str) -> bool:
        """Do the corner, the rows, the figures or the heading tell a unit, or the rows what is counted in words?"""
        rows = [row[self.names or 0] for row in self.rows]
        words = sum(bool(_OF_WORDS.search(name)) for name in rows)
        plain = [at for at in self.valued if at != self.names and not CHANGE.match(self.head[at])]
        figures = any(_UNIT.search(row[at]) for row in self.rows for at in plain)
        return bool(self.unit or figures or _UNIT.search(heading) or "(" in heading) or 2 * words >= len(rows)

    def label(self, row: int) -> str:
        """What names the row: its cell, a year with what its column says that it is the year of ("Campaign 1938")."""
        named = self.names or 0
        name, head = self.rows[row][named], self.head[named]
        plain = (
            not head
            or not (name.isdigit() or _ROMAN.fullmatch(name))
            or head.lower() in _PLAIN_TIMES
            or len(head.split()) > 2
        )
        return name if plain else f"{head} {name}"

    def has_neighbours(self, row: int, column: int) -> bool:
        """Are there two other figures of about the size of this one, that could stand beside it?"""
        cell = self.rows[row][column]
        if value_of(cell) is None or YEAR.fullmatch(cell):
            return True
        return self._near(row, column, self.rivals(row, column)) > 1

    def is_total(self, row: int) -> bool:
        """Does the row sum up others, by its name or by its figures?"""
        return row in self._totals

    def is_main_sum(self, row: int) -> bool:
        """Is the row what the table comes to, rather than an average or the rest?"""
        return self.is_total(row) and bool(SUM.match(self.rows[row][self.names or 0]))

    @property
    def is_of_parts(self) -> bool:
        """Do rows of it add up, so that the larger ones matter more?"""
        return any(self.is_main_sum(row) for row in self._totals)

    def in_shares(self, column: int) -> bool:
        """Are the column's figures shares of a whole, whose sum is told by that?"""
        unit = parted(self.head[column])[1]
        return "%" in self.head[column] or (unit is not None and unit.unit == "%") or "%" in self.rows[0][column]

    def is_summable(self, column: int) -> bool:
        """Does it hold parts of a sum, or one amount year by year, so that its largest figure may stand far above?"""
        return (self.is_of_parts or self.is_of_one_thing) and not self.in_shares(column)

    def parts_of(self, column: int) -> tuple[float, ...]:
        """The column's figures but its sums."""
        told = (value_of(cells[column]) for row, cells in enumerate(self.rows) if not self.is_total(row))
        return tuple(value for value in told if value is not None)

    @cached_property
    def _totals(self) -> frozenset[int]:
        named, rows = self.names or 0, enumerate(self.rows)
        columns = [at for at in self.valued if at != named]
        return frozenset(row for row, cells in rows if TOTAL.match(cells[named]) or sums_up(self.rows, columns, row))

    @cached_property
    def is_of_seasons(self) -> bool:
        """Are its rows the months or quarters of one year?"""
        told = [row[self.names or 0] for row in self.rows]
        return sum(bool(_SEASON.match(name)) and not YEAR.search(name) for name in told) > 2

    @cached_property
    def is_of_one_thing(self) -> bool:
        """Are its rows years, so that a column tells one thing year by year?"""
        return all(YEAR.fullmatch(row[self.names or 0]) for row in self.rows)

    @cached_property
    def is_by_year(self) -> bool:
        """Do years head its columns of figures, three or more, so that a row holds one thing year by year?"""
        heads = [self.bare(at) for at in self._years()]
        plain = sum(bool(YEAR.fullmatch(head)) for head in heads)
        return len(heads) > 2 and plain > 1 and all(YEAR.search(head) for head in heads)


def _are_names(cells: list[str]) -> bool:
    """Are they words, no figures with their units? A name or two may begin with a figure ("1948 London")."""
    figures = sum(cell[:1].isdigit() for cell in cells)
    plain = all(_NAMED.search(cell) for cell in cells)
    return plain and (4 * figures <= len(cells) or all(map(_DATED_NAME.fullmatch, cells)))


def _clothes(cell: str) -> str:
    """What a cell shows besides its digits; days are all alike, whatever their month."""
    shape = date_look(cell)
    return "day" if shape is not None and shape.day and shape.year else _DIGITS.sub(" ", cell.strip("*†‡+-–−()"))


def tables(outline: Outline) -> dict[int, Table]:
    """The tables of a document by each of their rows' places among the units."""
    units, at = outline.units, 0
    found: dict[int, Table] = {}
    while at < len(units):
        if not _is_row(outline, at):
            at += 1
            continue
        end, head = at, _cells(outline, at)
        while end < len(units) and units[end].section == units[at].section and _is_row(outline, end):
            told = _cells(outline, end) if end > at + 1 else ()
            if end == at + 1:
                head = _with_corner(head, _cells(outline, end))
            if told and (told[1:] == head[1:] or (len(told) != len(head) and len(told) > 1 and end - at > _ROWS)):
                break  # the head of a table that follows with nothing between
            end += 1
        table = _table(outline, at, end) if end - at > 3 else None
        if table is not None:
            found.update((table.first + number, table) for number in range(len(table.rows)))
        at = max(end, at + 1)
    return found


def _is_row(outline: Outline, at: int) -> bool:
    unit = outline.units[at]
    words = outline.document[unit.span] if unit.kind == "bullet" else ""
    return SIGN in words or words.endswith(SIGN.rstrip()) or words.startswith(SIGN.lstrip())


def _table(outline: Outline, start: int, end: int) -> Table | None:
    """The rows as a table, as many as stand on one card; None where head and rows do not agree."""
    head = _with_corner(_cells(outline, start), _cells(outline, start + 1))
    single = len(head) == 2 and not head[1] and bool(head[0])  # "Income" above one column of figures without a head
    named = single or all(_LETTER.search(cell) or YEAR.search(cell) or _UNIT.search(cell) for cell in head[1:])
    corner = (not head[0] or _LETTER.search(head[0]) or _UNIT.search(head[0])) and not _DATE.fullmatch(head[0])
    if not named or not corner or len(set(head)) < len(head) or _is_of_mixed_things(outline, start, end):
        return None
    rows, words = [], outline.units[start].words
    for at in range(start + 1, min(end, start + 1 + _LARGEST)):
        words += outline.units[at].words
        cells = _cells(outline, at)
        if len(cells) != len(head):
            return None
        if words > _MOST_WORDS:
            break
        rows.append(cells)
    return Table(head, tuple(rows), start + 1) if len(rows) >= 3 and not _is_like_its_rows(head, rows) else None


def _with_corner(head: tuple[str, ...], row: tuple[str, ...]) -> tuple[str, ...]:
    """The head with an empty cell before its years, where it has one cell less than the row below it."""
    missing = len(head) > 1 and len(head) + 1 == len(row) and all(map(PERIOD.fullmatch, head))
    return ("", *head) if missing and not row[0][:1].isdigit() else head


def _is_like_its_rows(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> bool:
    """Is the row on top a row like the others, a year above years or a figure with its unit above such figures?"""
    return any(
        (YEAR.fullmatch(head[at]) and all(YEAR.fullmatch(row[at]) or _BLANK.fullmatch(row[at]) for row in rows))
        or (_MEASURED.fullmatch(head[at]) and any(_clothes(row[at]) == _clothes(head[at]) for row in rows))
        for at in range(1, len(head))
    )


def _is_of_mixed_things(outline: Outline, start: int, end: int) -> bool:
    """Does it tell of one thing, a property a row, with no head or one that says nothing ("Item | Value")?"""
    head = _cells(outline, start)
    if len(head) != 2:
        return False
    told = [cells[1] for at in range(start + 1, end) if len(cells := _cells(outline, at)) == 2]
    kinds = {_clothes(cell) for cell in told if _DIGIT.search(cell)}
    return len(kinds) > (1 if _PROPERTY.fullmatch(head[1]) else 2)


def _cells(outline: Outline, at: int) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in clean(outline.document[outline.units[at].span]).split(SIGN.strip()))
