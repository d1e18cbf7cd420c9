"""Which words name one day, month, year, season, decade or century, standing alone?"""

from content.facts.centuries import ordinal_period
from content.facts.day_digits import dotted_day, iso_day, month_and_year, slashed_day, year_month_day
from content.facts.days import day_alone, day_month, later_day, month_first, shared_day, weekday_first
from content.facts.decades import decade_here, short_decade, spelled_decade
from content.facts.eras import digits_at, past_year_word
from content.facts.found import Found
from content.facts.line import Line
from content.facts.moment import Moment
from content.facts.periods import anno_domini, era_year, short_year, spelled_date
from content.facts.seasons import quarter_here, season_here
from content.facts.spelled import ordinal_year
from content.facts.styles import two_styles
from content.facts.words import Vocabulary
from content.facts.years import year_here

DASHES = frozenset("-–—−‒")


def simple(line: Line, at: int, words: Vocabulary, after: Moment | None = None) -> Found | None:
    """The date that begins at that token; `after` is the date it may continue ("1914–18", "June 5–7")."""
    kind, word = line.kinds[at], line.words[at]
    if kind == "n":
        return _numeric(line, at, words, after)
    if kind == "w":
        return _worded(line, at, words, after)
    if word in "'’‘" and word:
        return short_year(line, at)
    return None


def _numeric(line: Line, at: int, words: Vocabulary, after: Moment | None) -> Found | None:
    if line.touches(at) and line.words[at - 1] in {"#", "/", "_", "@", "="} and after is None:
        return None
    raw = line.words[at]
    if after is None and _counts(line, at, raw, words):
        return None
    if not raw.isdigit():
        return dotted_day(line, at) or era_year(line, at, words)
    found = _short(line, at, words, after) if len(raw) <= 2 else _long(line, at, words)
    return (
        found
        or era_year(line, at, words)
        or (day_alone(line, at, words) if len(raw) <= 2 else None)
        or _following(line, at, words, after)
        or (year_found(line, at, words, after) if len(raw) > 2 else None)
    )


SUFFIXES = frozenset({"st", "nd", "rd", "th", "s", "c", "a", "b", "bc", "bce", "ad", "ce", "q", "h"})
LINKS = frozenset({"of", "and", "or", "to", "through", "until", "till", "on", "day", "the"})


def _counts(line: Line, at: int, raw: str, words: Vocabulary) -> bool:
    """The word after the number is none that may stand in a date; told by a look at the word alone."""
    if len(raw) in (3, 4) or "." in raw or line.kinds[at + 1] != "w" or line.tongue.token is not None:
        return False
    word = line.words[at + 1]
    return not (word in words.months or word in LINKS or word in SUFFIXES)


def _short(line: Line, at: int, words: Vocabulary, after: Moment | None) -> Found | None:
    """What one or two digits may begin."""
    following = line.words[at + 1]
    return (
        (slashed_day(line, at) or month_and_year(line, at) if following in {"/", "-"} else None)
        or (two_styles(line, at, words) if "(" in line.words[at + 1 : at + 5] else None)
        or day_month(line, at, words)
        or ordinal_period(line, at, words)
        or decade_here(line, at)
        or (short_decade(line, at, words, after) if following == "s" else None)
    )


def _long(line: Line, at: int, words: Vocabulary) -> Found | None:
    """What a year may begin."""
    following = line.words[at + 1]
    return (
        (iso_day(line, at) if following == "-" else None)
        or (year_month_day(line, at, words) if following == "/" or following in words.months else None)
        or (quarter_here(line, at + 1, start=at) if following in {"q", "h"} else None)
        or decade_here(line, at)
    )


def _following(line: Line, at: int, words: Vocabulary, after: Moment | None) -> Found | None:
    """What only makes sense after another date, or before one: "5" of "5–7 June", "18" of "1914–18"."""
    number = digits_at(line, at, 3)
    if number is None or (number > 99 and not (after and 0 < (after.year or 0) < 1000)):
        return None
    if (
        after
        and after.grain == "year"
        and after.year
        and after.year >= 1000
        and len(line.words[at]) in (1, 2)
        and line.touches(at)
    ):
        size = 10 ** len(line.words[at])
        year = after.year - after.year % size + number
        if year > after.year and not (line.touches(at + 1) and line.words[at + 1] in DASHES):
            return Found(Moment("year", year), at, past_year_word(line, at + 1))
    early = after and after.grain == "year" and after.year and 0 < after.year < number < 1000
    if early and "ad" in line.words[max(0, at - 5) : at]:
        return Found(Moment("year", number), at, at + 1, era=True)
    if after and after.grain == "day" and after.month and after.year is None:
        return later_day(line, at, words, after)
    if after is None or (after.grain == "day" and after.month is None):
        return shared_day(line, at, words)
    return None


def _worded(line: Line, at: int, words: Vocabulary, after: Moment | None) -> Found | None:
    word = line.words[at]
    if word in words.months:
        return month_first(line, at, words, after)
    if word in words.weekdays and line.named(at):
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
    if word in {"q", "h"}:
        return quarter_here(line, at)
    if word in {"fy", "ce"} and line.upper(at + 1 - 1) and line.kinds[at + 1] == "n":
        return named_year(line, at, words)
    if word in {"last", "final"}:
        return ordinal_period(line, at, words)
    if word in words.decades:
        return spelled_decade(line, at, words)
    if word in words.ordinals or word in {"twenty", "thirty"} or word in line.tongue.romans:
        found = day_month(line, at, words) or ordinal_period(line, at, words)
        if found:
            return found
    if (found := ordinal_year(line, at, words)) is not None:
        return found
    if word in words.numbers:
        return spelled_date(line, at, words)
    return None


def named_year(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "FY2019", "in CE 64"."""
    number = digits_at(line, at + 1, 4)
    if not number or (line.words[at] == "fy" and len(line.words[at + 1]) != 4):
        return None
    if line.words[at] == "ce" and (line.raw(at) != "CE" or line.words[at - 1] not in words.strong_year_words):
        return None
    return Found(Moment("year", number), at, at + 2, era=line.words[at] == "ce")


def year_found(line: Line, at: int, words: Vocabulary, after: Moment | None) -> Found | None:
    """A year standing alone."""
    year = year_here(line, at, words, joined=after is not None)
    return Found(Moment("year", year[0]), at, past_year_word(line, at + 1), strength=year[1]) if year else None
