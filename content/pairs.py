"""What can be asked about several facts at once? Which came first, put in order, match figure and thing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from content.candidates.candidate import Candidate
from content.facts.fact import DateValue, FigureValue
from content.pools import decimal
from content.rank import tells_event
from content.slugs import digest, slug
from lessons.items import Entry, FirstItem, Item, MatchItem, OrderItem
from lessons.items import Pair as Match
from lessons.rich import rich
from lessons.source import Citation

_LONGEST_EVENT = 90
_LIFE = re.compile(r"\bborn\b")
_END = re.compile(
    r"\b(?:found(?:ed)?|establish\w*|creat\w*|obtain\w*|fell|surrender\w*|resign\w*|retir\w*|die[ds]?|died|killed|executed|murdered|buried|dissolved|abolished|closed|demolished|ended)\b"
)
"""An end comes last by common sense: it is put in order among others, but not asked against one other event."""

_MEMORY = re.compile(
    r"\b(?:museum|monument|memorial|statue|plaque|wreck|grave|heritage|restored|reopened|rebuilt|film|stamp|jubilee)\b",
    re.IGNORECASE,
)
"""What is remembered comes after what it remembers: no need to have read that."""
_WIDEST_GAP = 200
"""Years: of events farther apart anybody sees by their actors which came first."""
_PASSING = re.compile(
    r"\b(?:left|reached|sailed|anchored|arrived|returned|set out|came|went|moved) "
    r"(?:(?:from|to|for|in|at|off) |(?:from|to|for|in|at|off) the )?[A-Z]|\banchored\b"
)
"""Comings and goings, which may have happened more than once."""
_OF_ONE_SIZE = 5000
"""Figures of which the largest is so many times the smallest are told apart by what they count alone."""
FURTHEST_YEARS = 12
"""Which of two came first is asked of events no further apart."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate with the reading that teaches it and its citations."""

    candidate: Candidate
    reading: str
    sources: tuple[Citation, ...]


def matches(placed: Sequence[Placed]) -> list[Item]:
    """One match item for each list that has four entries or more told by a plain label."""
    lists: dict[tuple[int, str], list[Placed]] = {}
    for each in placed:
        if each.candidate.template == "list_count" and each.candidate.fact.group is not None:
            lists.setdefault((each.candidate.fact.group, each.reading), []).append(each)
    made: list[Item] = []
    for (_, reading), entries in sorted(lists.items()):
        pairs = _apart(entries)
        if len(pairs) >= 4 and _are_of_one_size(pairs):
            made.append(_match(reading, pairs))
    return made


def _apart(entries: Sequence[Placed]) -> list[tuple[Placed, Match]]:
    """Up to five entries whose figures and labels are all different and not measured alike in the label."""
    chosen: list[tuple[Placed, Match]] = []
    for each in entries:
        label = each.candidate.thing or ""
        if (
            label
            and len(label) <= 60
            and all(each.candidate.key != pair.right and label != pair.left for _, pair in chosen)
        ):
            chosen.append((each, Match(label, each.candidate.key)))
    return chosen[:5]


def _are_of_one_size(pairs: Sequence[tuple[Placed, Match]]) -> bool:
    """Could each figure be that of another entry, so that size alone does not tell which is whose?"""
    values = [value for each, _ in pairs if (value := _figure(each)) is not None]
    return len(values) == len(pairs) and max(values) <= _OF_ONE_SIZE * min(values)


def _figure(each: Placed) -> Decimal | None:
    value = each.candidate.fact.value
    return decimal(value.number) if isinstance(value, FigureValue) else None


def _match(reading: str, pairs: Sequence[tuple[Placed, Match]]) -> MatchItem:
    first = pairs[0][0].candidate
    noun = first.stem[first.stem.rindex(" does the ") + len(" does the ") :].split(" ")[0]
    where = first.stem[first.stem.rindex(" under “") + 1 :].rstrip("?")
    words = " ".join(pair.left for _, pair in pairs)
    return MatchItem(
        id=f"match-{slug(words, 30)}-{digest('match', words)}",
        stem=rich(f"Match each thing with the figure that the {noun} lists {where}."),
        reading=reading,
        context=first.context,
        sources=tuple(source for each, _ in pairs for source in each.sources),
        answer=tuple(pair for _, pair in pairs),
    )


def orders(placed: Sequence[Placed]) -> list[Item]:
    """One item in time order where the lesson tells three or more events, else which of two came first."""
    events = _events(placed)
    together = _together(events)
    if len(together) >= 3:
        return [_order(together[:4])]
    if len(events) == 2 and _near(*events):
        return [_first(*events)]
    return []


def _together(events: Sequence[Placed]) -> list[Placed]:
    """The events, in time order, up to the first gap that gives the order away; those after it where they are more."""
    runs: list[list[Placed]] = [[]]
    for each in _in_time(events):
        years = [int(year) for one in (*runs[-1][-1:], each) if (year := _edtf(one)[:4]).isdigit()]
        if len(years) == 2 and years[1] - years[0] > _WIDEST_GAP:
            runs.append([])
        runs[-1].append(each)
    return max(runs, key=len)


def _near(one: Placed, other: Placed) -> bool:
    """Do the two lie so near in time that common sense alone does not tell which came first?"""
    years = [int(_edtf(each)[:4]) for each in (one, other) if _edtf(each)[:4].isdigit()]
    told = " ".join(each.candidate.event or "" for each in (one, other))
    if _END.search(told) or not all(tells_event(each.candidate.event or "") for each in (one, other)):
        return False
    return len(years) == 2 and abs(years[0] - years[1]) <= FURTHEST_YEARS


def _events(placed: Sequence[Placed]) -> list[Placed]:
    """Events that can be told without their date: one for each year, short, and sure of their subject."""
    kept: dict[str, Placed] = {}
    for each in placed:
        made = each.candidate
        if (
            made.event is None
            or _LIFE.search(made.event)
            or _MEMORY.search(made.event)
            or _PASSING.search(made.event)
            or len(made.event) > _LONGEST_EVENT
            or made.cost > 0.5
            or made.context
            or made.asked in ("decade", "era")
        ):
            continue
        year = _edtf(each)[:4]
        if year and year not in kept and not any(digit in made.event for digit in "0123456789"):
            kept[year] = each
    return list(kept.values())


def _edtf(each: Placed) -> str:
    value = each.candidate.fact.value
    return value.edtf or "" if isinstance(value, DateValue) else ""


def _in_time(events: Sequence[Placed]) -> list[Placed]:
    return sorted(events, key=lambda each: (_edtf(each), each.candidate.span))


def _entry(each: Placed) -> Entry:
    return Entry(each.candidate.event or "", _edtf(each))


def _order(events: Sequence[Placed]) -> OrderItem:
    words = " ".join(each.candidate.label for each in events)
    return OrderItem(
        id=f"order-{slug(words, 30)}-{digest('order', words)}",
        stem=rich("Put these in the order in which they happened, earliest first."),
        reading=max(events, key=lambda each: each.candidate.span).reading,
        sources=tuple(source for each in events for source in each.sources),
        answer=tuple(_entry(each) for each in _in_time(events)),
    )


def _first(one: Placed, other: Placed) -> FirstItem:
    words = f"{one.candidate.label} {other.candidate.label}"
    earlier, later = _in_time((one, other))
    return FirstItem(
        id=f"first-{slug(words, 30)}-{digest('first', words)}",
        stem=rich("Which of these came first?"),
        reading=max((one, other), key=lambda each: each.candidate.span).reading,
        sources=(*one.sources, *other.sources),
        answer=(_entry(earlier), _entry(later)),
    )
