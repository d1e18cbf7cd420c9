"""Which columns is a table about? Those that its title names, or the years', and not what stands beside these."""

import re
from dataclasses import dataclass

from content.candidates.nouns import content_words
from content.grid import CHANGE, YEAR, Table

_SLIGHT = re.compile(
    r"^(?:#|no\.?|nr\.?|id|code|rank|place|pos\.?|position|page|ref(?:erence|s)?\.?|notes?|source)$|\bdated\b"
    r"|\bchecked\b|\bupdated\b|\((?:cm|mm|kg|g|lbs?|in|inches|ft|feet|tons)\)"
    r"|^(?:tickets?|prices?|admission|fees?|toll)\b|^(?:gross )?tonnage\b"
    r"|^(?:days|hours|minutes|time|age|speed|draught|horsepower)$"
    r"|^(?:played|won|drawn|lost|draws?|wins|loss(?:es)?|goals (?:for|against)|goal difference|gp|pts)$"
    r"|^(?:rooms?|ext(?:ension|n)?\.?|tel(?:ephone)?\.?|phone|mobile|fax|platform|bay|seat|locker|post ?code|zip)\b"
    r"|^(?:departs?|departures?|arrives?|arrivals?|first (?:bus|train|tram|boat)|last (?:bus|train|tram|boat))$"
    r"|^(?:of (?:whom|which|these|them)|thereof|including)\b"
    r"|\bprize money\b|\bFTE\b|\b(?:melting|boiling|freezing) point|°|\bdensity\b|\batomic (?:weight|mass)|\bsymbol\b"
    r"|\bin real terms\b|\b(?:at|in) (?:constant|\d{4}) (?:prices|money|dollars|pounds|euros)\b|\badjusted\b"
    r"|\b(?:their|its|his|her|our)\b"
    r"|^(?:opening )?hours per (?:day|week)$|^(?!(?:GDP|GNP|USA?|UK|EU|USSR)$)(?-i:[A-Z]{2,5})$",
    re.IGNORECASE,
)
"""Columns that nobody learns: numbers of rows, pages, letters for words, what money was worth later."""

_DIRECTORY = re.compile(
    r"role|manager|supervisor|position held|post|job(?: title)?|e-?mail|tel(?:ephone)?\.?|phone|extension|room"
    r"|tutor|(?:form )?teacher"
    r"|address|contact|web ?(?:site|page)?|ticket|price"
    r"|versions?|licen[cs]e|stars|downloads|commits|ops/s(?:ec)?|throughput|latency|runtime|memory \(.*\)"
    r"|file ?size|accuracy|param(?:eter)?s|default|epochs?",
    re.IGNORECASE,
)
"""A column that makes the table one of people to turn to, of things for sale or of a program and its tests."""
_MEDALS = frozenset(("gold", "silver", "bronze"))
_LEAGUE = re.compile(r"(?:played|won|drawn|lost|wins|losses|draws|p|w|d|l|gd|pts)", re.IGNORECASE)
_IN_A_LEAGUE = 2
"""So many columns of matches won and lost make a table of the league, of which nobody learns a figure."""

_BESIDE = re.compile(
    r"^(?:average|mean|normal|long-term)\b.*\d{4}|\b(?:target|forecast)$"
    r"|^(?:target|budgeted|forecast|planned|previous|prior|last) ?(?:year)?\b",
    re.IGNORECASE,
)
"""Columns that others are measured by."""

_BASE = re.compile(r"(?:population|inhabitants|residents|households|area)\b", re.IGNORECASE)
_OF_PLACES = re.compile(
    r"\b(?:population|inhabitants|census|people|area|geography|cit(?:y|ies)|towns?|countr(?:y|ies)|states|islands?|lakes?"
    r"|continents?|world|provinces)\b",
    re.IGNORECASE,
)
"""Columns by which others are measured, and what heads a table that is about them."""
_ONSET = re.compile(
    r"(?:year )?(?:opened|founded|built|established|joined|since|completed|began|started)", re.IGNORECASE
)
_SEVERAL = 3
"""Columns of figures beside which nobody learns when each row's thing began."""
_PUT_IN = re.compile(
    r"\b(?:tested|examined|surveyed|sampled?|respondents|replies|responses|eligible|electorate|invited|candidates|entries"
    r"|entrants|entered|registered|questioned|interviewed|engaged)\b|^(?:n|base)$",
    re.IGNORECASE,
)
"""What was counted before anything came out of it."""
_RATIO = re.compile(
    r"\bper (?!year|annum|month|week|day)|\b(?:each|average|mean|median|ratio|index|prices?|age|hours)\b|\(p/",
    re.IGNORECASE,
)
"""A figure by the head or the piece, beside the sum of it."""
PLAIN_TIMES = frozenset(("year", "date"))
"""A column's head that does not say what happened then: of a person it tells nothing."""
_EVENTS = re.compile(
    r"\b(?:events?|battles?|treat(?:y|ies)|wars?|eruptions?|earthquakes?|expo(?:sition)?s?|exhibitions?|games|olympics"
    r"|elections?|flights?|voyages?|expeditions?|ascents?|disasters?|famines?|plagues?|epidemics?|strikes?|records?"
    r"|crossings?|revolutions?|sieges?|conferences?|congress(?:es)?|floods?|fires?|storms?|hurricanes?|missions?|acts?"
    r"|laws|independence|accession|milestones|timeline|history|dates|first|winners?|champions?|laureates?)\b",
    re.IGNORECASE,
)
_LOSSES = re.compile(r"\b(?:dead|deaths|killed|losses|casualties|victims)\b", re.IGNORECASE)
_LONG_NUMBER = 5
"""Digits of a number that is a name."""
_NEUTRAL = re.compile(r"(?:numbers?|figures?|amounts?|counts?|quantit(?:y|ies))\b", re.IGNORECASE)
_WHOLE = re.compile(r"(?:(?:grand |overall )?total|all|both|together)\b", re.IGNORECASE)
"""Heads that stand for what the title says is counted, and for all of it."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands about a table: the years that are told over it, its rows that the text names, and the words over it.

    `title` is the line right above, `heading` the section's, or the document's where that has none.
    """

    years: frozenset[int] = frozenset()
    spoken: frozenset[str] = frozenset()
    title: str = ""
    heading: str = ""
    over: str = ""
    """All that stands over the table, its corner and the document's title among it."""


def tells_events(told: str) -> bool:
    """Does it head what happened, so that a year beside it is the year of that?"""
    return bool(_EVENTS.search(told))


def is_slight(head: str) -> bool:
    """Is it a column that nobody learns, or one that others are measured by?"""
    return bool(_SLIGHT.search(head) or _BESIDE.search(head) or CHANGE.match(head))


def main_columns(table: Table, around: Around) -> list[int]:
    """The columns worth asking, those that the table is about first; none of a table that nobody learns."""
    if _is_idle(table):
        return []
    told = [at for at in table.valued if at != table.names and not is_slight(table.head[at])]
    told = [at for at in told if not _only_numbers(table, at)]
    told = _without_bases(table, _without_sides(table, told, around), around)
    kept = [
        at
        for at in told
        if at in _kept([other for other in told if _same_thing(table, at, other)], table, around.years)
    ]
    now = [at for at in kept if table.year_of(at) & around.years]
    kept = [at for at in kept if not now or at in now or not _is_before(table, at, around.years)]
    kept = [at for at in kept if table.in_one_unit(at) and table.in_one_measure(at)]
    return _nearest(table, kept, around)


def _is_idle(table: Table) -> bool:
    """Is it a league's, a directory, a price list, a count of medals or the test of a program?"""
    league = sum(bool(_LEAGUE.fullmatch(head)) for head in table.head) >= _IN_A_LEAGUE
    return league or any(map(_DIRECTORY.fullmatch, table.head[1:])) or {head.lower() for head in table.head} >= _MEDALS


def _without_bases(table: Table, told: list[int], around: Around) -> list[int]:
    """The columns without a population in a table about something else, by which the others are measured."""
    bases = [at for at in told if _BASE.match(table.head[at])]
    return told if len(bases) == len(told) or _OF_PLACES.search(around.over) else [a for a in told if a not in bases]


def _without_sides(table: Table, told: list[int], around: Around) -> list[int]:
    """The columns without those that stand beside the matter of the table."""
    periods = [at for at in told if table.is_of_a_period(at)]
    if len(periods) > 1:
        return periods  # years head what the title says; whatever else is told stands beside it
    counted = any(table.year_of(at) for at in told) or table.is_of_parts or len(told) >= _SEVERAL
    sides = [at for at in told if counted and _ONSET.fullmatch(table.head[at])]
    dates = [at for at in told if table.head[at].lower() in PLAIN_TIMES]
    if dates and tells_events(table.head[table.names or 0]):
        return [*dates, *(at for at in told if _LOSSES.search(table.head[at]))]  # of a battle one learns when it was
    if not tells_events(f"{around.title} {around.heading}"):
        sides += dates
    sides += [at for at in told if _PUT_IN.search(table.head[at]) or _is_rate(table, at, around)]
    return [at for at in told if at not in sides] or told


def _only_numbers(table: Table, column: int) -> bool:
    """Does the column but number the rows, 1, 2, 3, or hold the numbers of patents and the like?"""
    if table.head[column].lower() == "number":
        digits = [sum(map(str.isdigit, row[column])) for row in table.rows]
        return max(digits) < 2 or (min(digits) >= _LONG_NUMBER and not table.is_of_parts)
    return [row[column].rstrip(".") for row in table.rows] == [str(number + 1) for number in range(len(table.rows))]


def is_put_in(name: str) -> bool:
    """Does it name those that were there before anything came of it ("Engaged", "Candidates")?"""
    return bool(_PUT_IN.search(name))


def _is_rate(table: Table, column: int, around: Around) -> bool:
    """Is it told by the head or as an average, where no title says that the table is of that?"""
    return bool(_RATIO.search(table.head[column])) and not _RATIO.search(f"{around.title} {around.heading}")


def _is_before(table: Table, column: int, current: frozenset[int]) -> bool:
    """Is the column told for a time that is past where this year's is told too, as last year's outturn?"""
    years = table.year_of(column)
    return table.is_of_a_period(column) or (bool(years) and max(years) < max(current))


def _same_thing(table: Table, one: int, other: int) -> bool:
    """Do two heads differ in their year only ("Visitors 2021", "Visitors 2022")?"""
    bare = [YEAR.sub("#", table.bare(at)) for at in (one, other)]
    return one == other or (bare[0] == bare[1] and "#" in bare[0])


def _kept(years: list[int], table: Table, current: frozenset[int]) -> tuple[int, ...]:
    """Of columns for several years that of the document's year, else the last."""
    told = {at: table.year_of(at) for at in years}
    return (max(years, key=lambda at: (len(told[at] & current), max(told[at], default=0))),)


def _nearest(table: Table, columns: list[int], around: Around) -> list[int]:
    """The columns of all together and those that the title names, else the heading; without these all of them."""
    heads = {at: table.bare(at) for at in columns}
    whole = [at for at in columns if _WHOLE.match(heads[at])]
    for told in (around.title, around.heading):
        words = content_words(told) - content_words(table.head[table.names or 0])
        named = [at for at in columns if content_words(heads[at]) & words or (told and _stands_for(table, at))]
        if 0 < len(named) < len(columns):
            return list(dict.fromkeys((*whole, *named)))
    return whole or columns


def _stands_for(table: Table, column: int) -> bool:
    """Does a year head the column, or "Number", so that it holds what the title says?"""
    return table.is_of_a_period(column) or _NEUTRAL.match(table.bare(column)) is not None
