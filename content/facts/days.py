"""Which words name a day or a month? "11 June 1942", "June 11th", "the third of August", "in June"."""

from dataclasses import replace

from content.facts.day_digits import dotted_day, iso_day, slashed_day
from content.facts.eras import digits_at, past_ending, year_after
from content.facts.found import Found
from content.facts.line import Line
from content.facts.moment import Moment
from content.facts.months import MAY_VERBS, month_alone, month_at, month_then_count
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def day_alone(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "On the 4th": a day whose month the text has named before."""
    day = digits_at(line, at, 2)
    if day is None or not 1 <= day <= 31 or line.words[at + 1] not in SUFFIXES or not line.touches(at + 1):
        return None
    if line.words[at - 1] != "the" or line.words[at - 2] not in {"on", "until", "till", "by", "from"}:
        return None
    following = line.words[at + 2]
    named = line.upper(at + 2) and following not in words.sets["numbered_bodies"] and not line.upper(at + 3)
    if following not in words.sets["day_ends"] and not named:
        return None
    return Found(Moment("day", None, None, day), at, at + 2, strength=0)


def _day(line: Line, at: int, words: Vocabulary) -> tuple[int, int] | None:
    """A day of the month, in digits or as an ordinal word, and the token after it."""
    if line.words[at] == "the":
        at += 1
    number = digits_at(line, at, 2)
    if number is not None and 1 <= number <= 31:
        if line.touches(at) and line.words[at - 1] in {".", ",", "$", "£", "€"}:
            return None
        end = at + 1
        if line.words[end] in SUFFIXES and line.touches(end):
            end += 1
        elif (after := past_ending(line, end)) > end:
            end = after
        elif line.touches(end) and line.kinds[end] in "nw":
            return None
        if (
            line.words[end] in {":", "%", "°"}
            and line.touches(end)
            and (line.words[end] != ":" or (line.kinds[end + 1] == "n" and line.touches(end + 1)))
        ):
            return None
        return number, end
    return day_word(line, at, words)


def day_word(line: Line, at: int, words: Vocabulary) -> tuple[int, int] | None:
    """A day as an ordinal word, "twenty-first", and the token after it."""
    word = line.words[at]
    tens = {"twenty": 20, "thirty": 30}.get(word)
    place = at + 1 + (line.words[at + 1] == "-")
    if tens and (place == at + 2 or line.tongue.small_names) and line.words[place] in words.ordinals:
        day = tens + words.ordinals[line.words[place]]
        return (day, place + 1) if day <= 31 else None
    day = words.ordinals.get(word, 0)
    return (day, at + 1) if 1 <= day <= 31 else None


NO_YEAR = frozenset({"of", "per", "to", "and", "or", "were", "was", "are", "is", "had", "more"})


def _early_year(line: Line, at: int, *, words_after: frozenset[str]) -> tuple[int, int, bool] | None:
    """ "25 December 800": three digits that count nothing."""
    year, following = digits_at(line, at, 3), line.words[at + 1]
    if year is None or year < 100 or line.touches(at) or (line.touches(at + 1) and line.kinds[at + 1] != "p"):
        return None
    joined = following == "and" and line.kinds[at + 2] == "w"
    closed = following in {".", ",", ")", ";"}
    return (year, at + 1, False) if joined or closed or following in words_after - NO_YEAR else None


def _with_year(
    line: Line,
    start: int,
    end: int,
    month: int,
    day: int | None,
    comma: bool = True,
    words_after: frozenset[str] = frozenset(),
) -> Found:
    early = _early_year(line, end, words_after=words_after) if day or words_after else None
    year = year_after(line, end, comma=comma) or early
    grain = "day" if day else "month"
    if year:
        number, end, era = year
        return Found(Moment(grain, number, month, day), start, end, era=era, before_christ=number <= 0, strength=2)  # type: ignore[arg-type]
    return Found(Moment(grain, None, month, day), start, end, strength=2)  # type: ignore[arg-type]


def day_month(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "11 June 1942", "11th of June", "the third of August"."""
    day = _day(line, at, words)
    if day is None:
        return None
    number, end = day
    if line.words[end] == "-" and line.touches(end) and line.touches(end + 1):
        end += 1
    if line.words[end] == "of":
        end += 1
    elif line.words[end] == "day" and line.words[end + 1] == "of":
        end += 2
    month = month_at(line, end, words)
    if month is None or (line.words[end] == "may" and line.words[end + 1] in MAY_VERBS):
        return None
    after = month[1]
    if line.words[after] == "-" and line.kinds[after + 1] == "n" and len(line.words[after + 1]) == 4:
        after += 1
    found = _with_year(line, at, after, month[0], number, words_after=words.stops)
    if not found.moment.valid:
        return None
    return _trimmed(line, found, month[1])


def _trimmed(line: Line, found: Found, month_end: int) -> Found:
    """A full stop that ends the sentence is no part of an abbreviated month at the end of the date."""
    if found.end == month_end and line.words[month_end - 1] == "." and month_end >= len(line):
        return replace(found, end=month_end - 1)
    return found


def later_day(line: Line, at: int, words: Vocabulary, after: Moment) -> Found | None:
    """The second day of "June 5–7" or "June 5 and 6"."""
    day = _day(line, at, words)
    if day is None or (day[0] <= (after.day or 0)):
        return None
    if line.words[at - 1] in {"and", "or", ","} and _counts(line, day[1], words):
        return None
    found = _with_year(line, at, day[1], after.month or 0, day[0])
    return found if found.moment.valid else None


def _counts(line: Line, at: int, words: Vocabulary) -> bool:
    """What follows is a noun that the number counts, not the rest of a date."""
    word = line.words[at]
    if line.kinds[at] != "w" or line.upper(at):
        return line.words[at] in {"%"} or word in words.scales
    return word not in words.stops and not line.upper(at)


def shared_day(line: Line, at: int, words: Vocabulary) -> Found | None:
    """A bare day whose month comes with a later day: "5" in "5–7 June 1944" or "5, 6 and 7 June"."""
    day = _day(line, at, words)
    if day is None or (line.touches(at) and line.words[at - 1] in DASHES | {"/", "."}):
        return None
    place = day[1]
    for _ in range(5):
        if line.words[place] not in DASHES | {"to", "through", "and", "or", ",", "&", "until", "/", "on"}:
            return None
        place += 1
        if line.words[place] in {"and", "or", "the"}:
            place += 1
        other = _day(line, place, words)
        if other is None:
            return None
        place = other[1]
        month = month_at(line, place + (line.words[place] == "of"), words)
        if month:
            return Found(Moment("day", None, None, day[0]), at, day[1], partial=True)
    return None


def month_first(line: Line, at: int, words: Vocabulary, after: Moment | None = None) -> Found | None:
    """ "June 11, 1942", "June 11th", "March 1917", "in June"."""
    month = month_at(line, at, words)
    if month is None:
        return None
    number, end = month
    day = None if line.tongue.small_names else _day(line, end, words)
    if day and not month_then_count(line, at, end, day[1], words):
        found = _with_year(line, at, day[1], number, day[0])
        if found.moment.valid:
            return found
    dated = words.stops if line.words[at - 1] in {"in", "since", "until"} else frozenset[str]()
    found = _with_year(line, at, end, number, None, words_after=dated)
    if found.moment.year is not None:
        return found
    if line.words[end] == "/" and line.words[end + 1] in words.months:
        return found
    if after and after.grain in {"month", "day"} and after.year is None:
        return _trimmed(line, found, end)
    return _trimmed(line, found, end) if month_alone(line, at, words) else None


def weekday_first(line: Line, at: int, words: Vocabulary) -> Found | None:
    """A weekday belongs to the date after it: "Monday, June 5"."""
    place = at + 1
    if line.words[place] == "." and line.touches(place):
        place += 1
    if line.words[place] == ",":
        place += 1
    if line.words[place] == "the":
        place += 1
    inner = None
    if line.words[place] in words.months:
        inner = month_first(line, place, words)
    elif line.kinds[place] == "n" or line.words[place] in words.ordinals:
        inner = (
            iso_day(line, place) or slashed_day(line, place) or dotted_day(line, place)
            if line.kinds[place] == "n"
            else None
        )
        inner = inner or day_month(line, place, words)
    return replace(inner, start=at) if inner and inner.moment.grain == "day" else None
