"""How does an entry of a list stand among the others? In a list of its kind, led into, told once."""

import re
from bisect import bisect_left
from itertools import islice

from content.candidates import lists
from content.facts.fact import DateValue, Fact
from content.outline import SIGN, Unit
from content.readings import clean
from content.source import Source

_NEAR, _DATE_WORDS = 40, 4
"""Entries before and after that are looked at, and what an entry has beside its label: a date, or a figure and unit."""
_LONGEST, _FEWEST = 400, 3
"""Facts of a list that are looked at, and how many of them begin their entries in a timeline."""
_FIGURE_FIRST = re.compile(r"(?:[a-z]+ ){0,2}[$£€]?\d")


def is_told_twice(source: Source, unit: Unit, name: str) -> bool:
    """Does another entry of the list bear the same label, so that there are two answers?"""
    units, at = source.outline.units, source.outline.at(unit.span.start) or 0
    near = units[max(0, at - _NEAR) : at] + units[at + 1 : at + 1 + _NEAR]
    entries = (source.document[one.span] for one in near if is_next_entry(one, unit))
    return any(name in entry and len(clean(entry).replace(name, "", 1).split()) <= _DATE_WORDS for entry in entries)


def is_dated_list(source: Source, fact: Fact, unit: Unit) -> bool:
    """Does the entry begin with this date, and so do two others of the list?"""
    others = source.groups.get(fact.group, ()) if fact.group is not None else ()
    if fact.span.start - unit.span.start >= 4:
        return False
    leading = (other for other in others[:_LONGEST] if _leads(source, other))
    return sum(1 for _ in islice(leading, _FEWEST)) == _FEWEST


def years_beside(source: Source, fact: Fact) -> tuple[int | None, int | None]:
    """The years with which the entries right before and right after this one begin; None where they begin otherwise."""
    units, at = source.outline.units, source.outline.at(fact.span.start) or 0
    before = units[at - 1] if at and is_next_entry(units[at - 1], units[at]) else None
    after = units[at + 1] if at + 1 < len(units) and is_next_entry(units[at + 1], units[at]) else None
    return _first_year(source, before), _first_year(source, after)


def _first_year(source: Source, unit: Unit | None) -> int | None:
    if unit is None:
        return None
    index = bisect_left(source.starts, unit.span.start)
    if index == len(source.facts) or source.starts[index] - unit.span.start >= 4:
        return None
    value = source.facts[index].value
    told = value.edtf[:4] if isinstance(value, DateValue) and value.edtf else ""
    return int(told) if told.isdigit() else None


def _leads(source: Source, fact: Fact) -> bool:
    index = source.outline.at(fact.span.start) if fact.kind == "date" else None
    return index is not None and fact.span.start - source.outline.units[index].span.start < 4


def is_list_of_figures(source: Source, fact: Fact, unit: Unit) -> bool:
    """Do most of the neighbouring entries hold a figure, or do the entries stand in one paragraph?"""
    units, at = source.outline.units, source.outline.at(unit.span.start) or 0
    first, last = at, at + 1
    while first and is_next_entry(units[first - 1], unit) and not _is_row(source, units[first - 1]):
        first -= 1
    while last < len(units) and is_next_entry(units[last], unit) and not _is_row(source, units[last]):
        last += 1
    others = source.groups.get(fact.group, ()) if fact.group is not None else ()
    held = {source.outline.at(other.span.start) for other in others if other.kind == "figure"}
    return last - first == 1 or 2 * sum(number in held for number in range(first, last)) > last - first


def _is_row(source: Source, unit: Unit) -> bool:
    return SIGN in source.document[unit.span]


def is_next_entry(one: Unit, other: Unit) -> bool:
    """Are both entries of one section?"""
    return one.kind == "bullet" and one.section == other.section


def is_led_into(source: Source, fact: Fact, unit: Unit) -> bool:
    """Does a sentence lead into the list, or does the list stand right below its heading? Else nothing says of what."""
    if fact.lead_in is not None and source.document[fact.lead_in].rstrip().endswith(":"):
        return True
    units, at = source.outline.units, source.outline.at(unit.span.start) or 0
    while at and units[at - 1].section == unit.section and units[at - 1].kind == "bullet":
        at -= 1
    return not at or units[at - 1].section != unit.section or units[at].block == units[at - 1].block


def is_rest_of_statement(source: Source, fact: Fact, unit: Unit) -> bool:
    """Does it go on with what the first one states or names ("A liner carried 6,000 tons of coal; 192 furnaces; …")?"""
    before = source.document.text[unit.span.start : fact.span.start]
    if ";" in before and not _FIGURE_FIRST.match(before):
        return True  # "British: 33 ships; 17,000 men"
    units, at = source.outline.units, source.outline.at(unit.span.start) or 0
    while at and units[at - 1].block == unit.block:
        at -= 1
    first = source.document[units[at].span]
    opened = units[at].kind == "bullet" and units[at].span != unit.span
    return opened and not _FIGURE_FIRST.match(first) and ("|" in first or lists.is_stating(first))
