"""How would a teacher ask a cell? By what its column counts, with the unit, the row's name and the table's title."""

import re
from dataclasses import dataclass

from content.candidates.people import is_person
from content.candidates.words import word_list
from content.grid import PERIOD
from content.measured import Measure

_SIZES = re.compile(
    r"(?:area|length|height|depth|width|breadth|population"
    r"|capacity|diameter|circumference|distance|span|output|production|turnover|elevation|altitude|volume|circulation"
    r"|attendance|income|revenue|yield|budget)",
    re.IGNORECASE,
)
"""Heads that name what is measured: asked as "What length …?"."""

_PLURAL = re.compile(
    r"(?:(?:[Nn]ew|[Ll]ive|[Rr]egistered|[Pp]ublic|[Pp]rivate|[Yy]oung|[Ff]oreign|[Oo]ther) )?"
    r"(?:[A-Z]?[a-z]{3,}s|[Pp]eople|[Mm]en|[Ww]omen|[Cc]hildren|[Ss]taff)"
)
_TOLD_FOR = re.compile(rf"(?P<what>[A-Za-z][a-z]+(?: [a-z]+)?),? (?:in )?(?P<period>{PERIOD.pattern})")
_ASKING = frozenset(("what", "which", "where", "when"))
_CURRENCY = re.compile(r"[A-Z]{3}")
_TOTAL = re.compile(r"(?:grand |overall )?total|all", re.IGNORECASE)
_NO_COUNT = word_list("not_how_many")
_OF_A_LIFE = {"born": "born", "appointed": "appointed", "elected": "elected", "crowned": "crowned", "died": "die"}
_WHEN = {"year": "In what year", "date": "On what date"}
_NO_KIND = word_list("no_kind_of_row")
_SHARE = re.compile(r"\b(?:rates?|per cent|percentages?|%|index|average|mean|shares?|proportions?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a stem needs: what is asked ("figure", "year", "date"), the names of row and column, the unit, the table.

    `where` names the table, `words` are the cell's own.
    """

    what: str
    name: str
    head: str
    measure: Measure | None
    where: str
    words: str


def stem(cell: Cell) -> str:
    """The question."""
    told = f", {cell.measure.told}," if cell.measure and cell.measure.told and not _is_share(cell) else ""
    when = _WHEN.get(cell.what) if cell.what == "year" or len(cell.words.split()) > 2 else None
    if when and (done := _OF_A_LIFE.get(cell.head.lower())) and is_person(cell.name):
        return f"{when} {'did' if done == 'die' else 'was'} {cell.name} {done}, according to {cell.where}?"
    if _TOTAL.fullmatch(cell.name):
        return f"{_asked(cell)}{told} does {cell.where} give as the total{_column(cell)}?"
    whose = cell.name if PERIOD.fullmatch(cell.name) else f"“{cell.name}”"
    return f"{_asked(cell)}{told} does {cell.where} give for {whose}{_column(cell)}?"


def kind_of_row(corner: str, title: str) -> str:
    """The words "of bridges" for a table whose rows are bridges, where its title does not say so; else nothing."""
    noun = corner.lower()
    if (
        noun in _ASKING
        or not corner.isalpha()
        or len(noun) < 4
        or noun in _NO_KIND
        or noun.endswith(("s", "ing", "ed", "o"))
    ):
        return ""
    if noun[-2] not in "aeiou" and noun[-1] == "y":
        plural = f"{noun[:-1]}ies"
    else:
        plural = f"{noun}es" if noun.endswith(("x", "ch", "sh")) else f"{noun}s"
    return "" if noun in title.lower() or plural in title.lower() else f" of {plural}"


def _asked(cell: Cell) -> str:
    """ "How many ships", "What length", "Which percentage of wages", "Which amount", "Which figure"."""
    head = _without_period(cell.head)
    if cell.what == "figure":
        if _SIZES.fullmatch(head):
            return f"What {head[:1].lower()}{head[1:]}"
        if _is_counted(cell):
            return f"How many {head[:1].lower()}{head[1:]}"
    return f"Which {_noun(cell)}"


def _noun(cell: Cell) -> str:
    if cell.head.lower() == "year":
        return "year"
    if _is_share(cell) and cell.measure:
        return f"percentage{cell.measure.told.removeprefix('in per cent')}"
    if cell.measure is None and cell.what == "figure" and cell.words.rstrip().endswith("%"):
        return "percentage"
    return "amount" if cell.measure and _CURRENCY.fullmatch(cell.measure.unit or "") else cell.what


def _says_share(cell: Cell) -> bool:
    """Is the head but another word for the percentage that is asked?"""
    return _noun(cell).startswith("percentage") and cell.head.lower() in ("share", "proportion", "percentage", "%")


def _is_share(cell: Cell) -> bool:
    return cell.measure is not None and cell.measure.unit == "%"


def _is_counted(cell: Cell) -> bool:
    """Is the head a plural that the figure counts, and no share or average of it?"""
    scaled = cell.measure is not None and cell.measure.unit is None
    whole = cell.words.replace(",", "").isdigit()
    head = _without_period(cell.head)
    plural = _PLURAL.fullmatch(head) and head.split()[-1].lower() not in _NO_COUNT
    return bool(plural) and (scaled or (whole and cell.measure is None)) and not _SHARE.search(cell.where)


def _without_period(head: str) -> str:
    """ "Parcels" of "Parcels 2022/23"."""
    match = _TOLD_FOR.fullmatch(head)
    return match["what"] if match else head


def _column(cell: Cell) -> str:
    """Where in the row the figure stands, unless the question has said it."""
    head = cell.head
    if _asked(cell).startswith("Which"):
        if not head or head.lower() == _noun(cell) or _TOTAL.fullmatch(head) or _says_share(cell):
            return ""
        plain = PERIOD.fullmatch(head) and cell.what == "figure"
        return f"{_joined(cell, head)}{head}" if plain else f" in the column “{head}”"
    match = _TOLD_FOR.fullmatch(head)
    return f"{_joined(cell, match['period'])}{match['period']}" if match else ""


def _joined(cell: Cell, period: str) -> str:
    """ "In 2019", "on 31 March 2019", "the total for 2019"."""
    if period[:1].isdigit() and " " in period:
        return " on "
    return " for " if _TOTAL.fullmatch(cell.name) else " in "
