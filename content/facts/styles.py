"""Is this day told by two calendars? "1 (13) November 1851", "25 October (7 November) 1917": the second one counts."""

from dataclasses import replace

from content.facts.days import day_month, month_first
from content.facts.eras import digits_at, year_after
from content.facts.found import Found
from content.facts.line import Line
from content.facts.moment import Moment
from content.facts.words import Vocabulary


def two_styles(line: Line, at: int, words: Vocabulary) -> Found | None:
    """The day of the new style, over the words of both; None where one calendar is told."""
    return _same_month(line, at, words) or _two_months(line, at, words)


def _same_month(line: Line, at: int, words: Vocabulary) -> Found | None:
    old, new = digits_at(line, at, 2), digits_at(line, at + 2, 2)
    if not old or not new or line.words[at + 1] != "(" or line.words[at + 3] != ")":
        return None
    month = month_first(line, at + 4, words) if line.words[at + 4] in words.months else None
    if month is None or month.moment.grain != "month" or not 10 <= new - old <= 13:
        return None
    moment = Moment("day", month.moment.year, month.moment.month, new)
    return replace(month, moment=moment, start=at) if moment.valid else None


def _two_months(line: Line, at: int, words: Vocabulary) -> Found | None:
    old = day_month(line, at, words)
    if old is None or old.moment.year is not None or line.words[old.end] != "(":
        return None
    new = day_month(line, old.end + 1, words)
    if new is None or line.words[new.end] != ")":
        return None
    year = year_after(line, new.end + 1)
    if new.moment.year is None and year:
        return replace(new, moment=new.moment.in_year(year[0]), start=at, end=year[1])
    return None
