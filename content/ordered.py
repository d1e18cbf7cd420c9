"""Between which days lies an entry of a list or a column? Between those of the first and of the last."""

import re

from content.bounds import Bounds
from content.candidates.candidate import Candidate
from content.facts.fact import DateValue
from content.pools import year_of

_DAY_OF_YEAR = re.compile(r"\d{4}(?:-\d\d){0,2}")


def years_of_column(candidate: Candidate, key: int) -> Bounds:
    """Of a table's column the years from its first to its last."""
    told = [year for fact in candidate.siblings if (year := year_of(fact)) is not None]
    is_cell = candidate.template == "table_cell" and len(told) > 1
    return Bounds(min(*told, key), max(*told, key)) if is_cell else Bounds()


def days_of_list(candidate: Candidate) -> list[tuple[int, ...]]:
    """The days of the other entries of a list or column, where these stand in order of time."""
    told = [fact.value.edtf for fact in candidate.siblings if isinstance(fact.value, DateValue) and fact.value.edtf]
    days = [tuple(map(int, one.split("-"))) for one in told if _DAY_OF_YEAR.fullmatch(one)]
    return days if len(days) > 1 and days == sorted(days) else []


def is_within(days: list[tuple[int, ...]], day: tuple[int, ...], own: tuple[int, ...]) -> bool:
    """Does the day lie between the first and the last of the list, unless the key is one of these two?"""
    if not days or min(days) <= day <= max(days):
        return True
    return own <= min(days) if day < min(days) else own >= max(days)
