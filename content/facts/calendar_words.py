"""Which words name one day, month, year, season, decade or century, standing alone?"""

from content.facts.days import (
    day_alone,
    day_month,
    dotted_day,
    iso_day,
    later_day,
    month_first,
    shared_day,
    slashed_day,
    weekday_first,
)
from content.facts.eras import digits_at, year_after
from content.facts.found import Found
from content.facts.line import Line
from content.facts.moment import Moment
from content.facts.periods import (
    anno_domini,
    decade_here,
    era_year,
    ordinal_period,
    season_here,
    short_year,
    spelled_date,
    spelled_decade,
)
from content.facts.words import Vocabulary
from content.facts.years import year_here

DASHES = frozenset("-–—−‒")


def simple(line: Line, at: int, words: Vocabulary, after: Moment | None = None) -> Found | None:
    """The date that begins at that token; `after` is the date it may continue ("1914–18", "June 5–7")."""
    kind, word = line.kind(at), line.word(at)
    if kind == "n":
        return _numeric(line, at, words, after)
    if kind == "w":
        return _worded(line, at, words, after)
    if word in "'’‘" and word:
        return short_year(line, at)
    return None


def _numeric(line: Line, at: int, words: Vocabulary, after: Moment | None) -> Found | None:
    if line.touches(at) and line.word(at - 1) in {"#", "/", "_", "@", "="} and after is None:
        return None
    return (
        iso_day(line, at)
        or slashed_day(line, at)
        or dotted_day(line, at)
        or day_month(line, at, words)
        or ordinal_period(line, at, words)
        or decade_here(line, at)
        or era_year(line, at, words)
        or day_alone(line, at, words)
        or _following(line, at, words, after)
        or year_found(line, at, words, after)
    )


def _following(line: Line, at: int, words: Vocabulary, after: Moment | None) -> Found | None:
    """What only makes sense after another date, or before one: "5" of "5–7 June", "18" of "1914–18"."""
    number = digits_at(line, at, 2)
    if number is None:
        return None
    if (
        after
        and after.grain == "year"
        and after.year
        and after.year >= 1000
        and len(line.words[at]) == 2
        and line.touches(at)
    ):
        year = after.year - after.year % 100 + number
        if year > after.year and not (line.touches(at + 1) and line.word(at + 1) in DASHES):
            return Found(Moment("year", year), at, at + 1)
    if after and after.grain == "day" and after.month and after.year is None:
        return later_day(line, at, words, after)
    if after is None or (after.grain == "day" and after.month is None):
        return shared_day(line, at, words)
    return None


def _worded(line: Line, at: int, words: Vocabulary, after: Moment | None) -> Found | None:
    word = line.words[at]
    if word in words.months:
        return month_first(line, at, words, after)
    if word in words.weekdays and line.upper(at):
        return weekday_first(line, at, words)
    if word in words.seasons:
        return season_here(line, at, words)
    if (word == "ad" and line.upper(at) and not line.opens_sentence(at)) or line.raw(at) == "AD":
        return anno_domini(line, at, words)
    if (
        word == "a"
        and line.upper(at)
        and line.words[at : at + 4] == ["a", ".", "d", "."]
        and digits_at(line, at + 4, 4)
    ):
        return Found(Moment("year", int(line.words[at + 4])), at, at + 5, era=True)
    if word == "q" and line.kind(at + 1) == "n" and line.touches(at + 1):
        year = year_after(line, at + 2)
        if year and line.words[at + 1] in {"1", "2", "3", "4"}:
            return Found(Moment("season", year[0], 32 + int(line.words[at + 1])), at, year[1])
        return None
    if word in words.decades:
        return spelled_decade(line, at, words)
    if word in words.ordinals or word in {"twenty", "thirty"}:
        found = day_month(line, at, words) or ordinal_period(line, at, words)
        if found:
            return found
    if word in words.numbers:
        return spelled_date(line, at, words)
    return None


def year_found(line: Line, at: int, words: Vocabulary, after: Moment | None) -> Found | None:
    """A year standing alone."""
    year = year_here(line, at, words, joined=after is not None)
    return Found(Moment("year", year[0]), at, at + 1, strength=year[1]) if year else None
