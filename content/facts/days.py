"""Which words name a day or a month? "11 June 1942", "June 11th", "1942-06-11", "11.06.1942", "in June"."""

from dataclasses import replace

from content.facts.eras import digits_at, past_ending, year_after
from content.facts.found import Found
from content.facts.line import Line
from content.facts.moment import Moment
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


SUFFIXES = frozenset({"st", "nd", "rd", "th"})


WHOLE = frozenset({"may", "june", "july"})
OTHER_WORDS = frozenset({"may", "march", "august", "sept"})
OTHER_NAMES = frozenset({"may", "march", "august", "april", "june"})
HOUSES = frozenset({"hall", "house", "college", "school", "park", "hotel", "bank", "theatre"})
MAY_VERBS = frozenset({"be", "have", "not", "also", "well", "never"})


def day_alone(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "On the 4th": a day whose month the text has named before."""
    day = digits_at(line, at, 2)
    if day is None or not 1 <= day <= 31 or line.word(at + 1) not in SUFFIXES or not line.touches(at + 1):
        return None
    if line.word(at - 1) != "the" or line.word(at - 2) not in {"on", "until", "till", "by", "from"}:
        return None
    following = line.word(at + 2)
    named = line.upper(at + 2) and following not in words.sets["numbered_bodies"] and not line.upper(at + 3)
    if following not in words.sets["day_ends"] and not named:
        return None
    return Found(Moment("day", None, None, day), at, at + 2, strength=0)


def iso_day(line: Line, at: int) -> Found | None:
    """A day or month of ISO 8601: "1942-06-11", "1942-06"."""
    year, month = digits_at(line, at, 4), digits_at(line, at + 2, 2)
    if year is None or month is None or len(line.words[at]) != 4 or len(line.words[at + 2]) != 2:
        return None
    if line.word(at + 1) != "-" or not (line.touches(at + 1) and line.touches(at + 2)):
        return None
    day = digits_at(line, at + 4, 2)
    if line.word(at + 3) == "-" and line.touches(at + 3) and line.touches(at + 4) and day:
        moment = Moment("day", year, month, day)
        end = at + 5
        if line.word(end)[:1] == "t" and line.touches(end):
            end += 1
        return Found(moment, at, at + 5, strength=2) if moment.valid and 1 <= month <= 12 else None
    if 1 <= month <= 12 and month <= year % 100 and 1000 <= year <= 2100 and line.word(at + 3) not in DASHES:
        return Found(Moment("month", year, month), at, at + 3, strength=2)
    return None


def year_month_day(line: Line, at: int, words: Vocabulary) -> Found | None:
    """The year first: "1944 June 6", "1999/12/31"."""
    year = digits_at(line, at, 4)
    if year is None or len(line.words[at]) != 4 or not 1000 <= year <= 2199:
        return None
    if line.word(at + 1) == "/" == line.word(at + 3) and all(line.touches(place) for place in range(at + 1, at + 5)):
        numbers = digits_at(line, at + 2, 2), digits_at(line, at + 4, 2)
        if numbers[0] and numbers[1] and numbers[0] <= 12 and Moment("day", year, *numbers).valid:
            return Found(Moment("day", year, *numbers), at, at + 5, strength=2)
    month = None if line.word(at - 1) in {"in", "by", "since", "until"} else _month(line, at + 1, words)
    day = digits_at(line, month[1], 2) if month else None
    if month is None or day is None or line.touches(month[1]) or line.word(month[1] + 1) in {":", "%"}:
        return None
    moment = Moment("day", year, month[0], day)
    return Found(moment, at, month[1] + 1, strength=2) if moment.valid else None


def month_and_year(line: Line, at: int) -> Found | None:
    """ "02/1945"."""
    month, year = digits_at(line, at, 2), digits_at(line, at + 2, 4)
    if not (month and year) or line.word(at + 1) != "/" or len(line.words[at + 2]) != 4 or len(line.words[at]) != 2:
        return None
    if not (line.touches(at + 1) and line.touches(at + 2)) or line.touches(at) or line.touches(at + 3):
        return None
    return Found(Moment("month", year, month), at, at + 3) if month <= 12 and 1500 <= year <= 2199 else None


def slashed_day(line: Line, at: int) -> Found | None:
    """ "25/12/1991", "6-11-1942"."""
    if line.word(at + 1) not in {"/", "-"} or line.word(at + 3) != line.word(at + 1):
        return None
    if not all(line.touches(place) for place in range(at + 1, at + 5)):
        return None
    if line.touches(at + 5) and line.word(at + 5) in {"/", "-"}:
        return None
    return _triple(line, at, at + 5, line.word(at), line.word(at + 2), line.word(at + 4))


def dotted_day(line: Line, at: int) -> Found | None:
    """ "11.06.1942": the day first."""
    pieces = line.words[at].split(".")
    if len(pieces) != 3 or (len(pieces[2]) == 2 and line.upper(at - 1) and line.kind(at - 1) == "w" and at > 0):
        return None
    return _triple(line, at, at + 1, pieces[0], pieces[1], pieces[2], european=True)


def _triple(
    line: Line, start: int, end: int, first: str, second: str, year: str, european: bool = False
) -> Found | None:
    if not (first.isdigit() and second.isdigit() and year.isdigit() and len(year) in (2, 4)):
        return None
    if len(first) > 2 or len(second) > 2 or not (1 <= int(first) <= 31 and 1 <= int(second) <= 31):
        return None
    if len(year) == 2 and line.word(start + 1) == "-":
        return None
    full = int(year) if len(year) == 4 else (1900 if int(year) > 30 else 2000) + int(year)
    one, two = int(first), int(second)
    ambiguous = one <= 12 and two <= 12 and one != two and not european
    day, month = (one, two) if two <= 12 and (european or one > 12) else (two, one)
    moment = Moment("day", full, month, day, ambiguous=ambiguous)
    return Found(moment, start, end, strength=2) if moment.valid and 1 <= month <= 12 else None


def _month(line: Line, at: int, words: Vocabulary) -> tuple[int, int] | None:
    """The month named there, and the token after it (an abbreviation's full stop included)."""
    month = words.months.get(line.word(at))
    if month is None or line.kind(at) != "w" or not (line.named(at) or _small_month(line, at, words)):
        return None
    end = at + 1
    if (
        line.word(end) == "."
        and line.touches(end)
        and len(line.word(at)) <= 4
        and line.word(at) not in WHOLE | words.sets["whole_months"]
    ):
        end += 1
    return month, end


def _small_month(line: Line, at: int, words: Vocabulary) -> bool:
    """ "june 6, 1944": written small, beside a number, and no other word."""
    if line.tongue.small_names or line.word(at) in OTHER_WORDS or len(line.word(at)) < 4:
        return False
    return line.kind(at + 1) == "n" or (line.kind(at - 1) == "n" and line.gap(at) == " ")


def _day(line: Line, at: int, words: Vocabulary) -> tuple[int, int] | None:
    """A day of the month, in digits or as an ordinal word, and the token after it."""
    if line.word(at) == "the":
        at += 1
    number = digits_at(line, at, 2)
    if number is not None and 1 <= number <= 31:
        if line.touches(at) and line.word(at - 1) in {".", ",", "$", "£", "€"}:
            return None
        end = at + 1
        if line.word(end) in SUFFIXES and line.touches(end):
            end += 1
        elif (after := past_ending(line, end)) > end:
            end = after
        elif line.touches(end) and line.kind(end) in "nw":
            return None
        if (
            line.word(end) in {":", "%", "°"}
            and line.touches(end)
            and (line.word(end) != ":" or (line.kind(end + 1) == "n" and line.touches(end + 1)))
        ):
            return None
        return number, end
    return day_word(line, at, words)


def day_word(line: Line, at: int, words: Vocabulary) -> tuple[int, int] | None:
    """A day as an ordinal word, "twenty-first", and the token after it."""
    word = line.word(at)
    tens = {"twenty": 20, "thirty": 30}.get(word)
    place = at + 1 + (line.word(at + 1) == "-")
    if tens and (place == at + 2 or line.tongue.small_names) and line.word(place) in words.ordinals:
        day = tens + words.ordinals[line.word(place)]
        return (day, place + 1) if day <= 31 else None
    day = words.ordinals.get(word, 0)
    return (day, at + 1) if 1 <= day <= 31 else None


NO_YEAR = frozenset({"of", "per", "to", "and", "or", "were", "was", "are", "is", "had", "more"})


def _early_year(line: Line, at: int, *, words_after: frozenset[str]) -> tuple[int, int, bool] | None:
    """ "25 December 800": three digits that count nothing."""
    year, following = digits_at(line, at, 3), line.word(at + 1)
    if year is None or year < 100 or line.touches(at) or (line.touches(at + 1) and line.kind(at + 1) != "p"):
        return None
    return (year, at + 1, False) if following in words_after - NO_YEAR or following in {".", ",", ")", ";"} else None


def _with_year(
    line: Line,
    start: int,
    end: int,
    month: int,
    day: int | None,
    comma: bool = True,
    words_after: frozenset[str] = frozenset(),
) -> Found:
    year = year_after(line, end, comma=comma) or (day and _early_year(line, end, words_after=words_after)) or None
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
    if line.word(end) == "-" and line.touches(end) and line.touches(end + 1):
        end += 1
    if line.word(end) == "of":
        end += 1
    elif line.word(end) == "day" and line.word(end + 1) == "of":
        end += 2
    month = _month(line, end, words)
    if month is None or (line.word(end) == "may" and line.word(end + 1) in MAY_VERBS):
        return None
    after = month[1]
    if line.word(after) == "-" and line.kind(after + 1) == "n" and len(line.word(after + 1)) == 4:
        after += 1
    found = _with_year(line, at, after, month[0], number, words_after=words.stops)
    if not found.moment.valid:
        return None
    return _trimmed(line, found, month[1])


def _trimmed(line: Line, found: Found, month_end: int) -> Found:
    """A full stop that ends the sentence is no part of an abbreviated month at the end of the date."""
    if found.end == month_end and line.word(month_end - 1) == "." and month_end >= len(line):
        return replace(found, end=month_end - 1)
    return found


def later_day(line: Line, at: int, words: Vocabulary, after: Moment) -> Found | None:
    """The second day of "June 5–7" or "June 5 and 6"."""
    day = _day(line, at, words)
    if day is None or (day[0] <= (after.day or 0)):
        return None
    if line.word(at - 1) in {"and", "or", ","} and _counts(line, day[1], words):
        return None
    found = _with_year(line, at, day[1], after.month or 0, day[0])
    return found if found.moment.valid else None


def _counts(line: Line, at: int, words: Vocabulary) -> bool:
    """What follows is a noun that the number counts, not the rest of a date."""
    word = line.word(at)
    if line.kind(at) != "w" or line.upper(at):
        return line.word(at) in {"%"} or word in words.scales
    return word not in words.stops and not line.upper(at)


def shared_day(line: Line, at: int, words: Vocabulary) -> Found | None:
    """A bare day whose month comes with a later day: "5" in "5–7 June 1944" or "5, 6 and 7 June"."""
    day = _day(line, at, words)
    if day is None or (line.touches(at) and line.word(at - 1) in DASHES | {"/", "."}):
        return None
    place = day[1]
    for _ in range(5):
        if line.word(place) not in DASHES | {"to", "through", "and", "or", ",", "&", "until", "/", "on"}:
            return None
        place += 1
        if line.word(place) in {"and", "or", "the"}:
            place += 1
        other = _day(line, place, words)
        if other is None:
            return None
        place = other[1]
        month = _month(line, place + (line.word(place) == "of"), words)
        if month:
            return Found(Moment("day", None, None, day[0]), at, day[1], partial=True)
    return None


def month_first(line: Line, at: int, words: Vocabulary, after: Moment | None = None) -> Found | None:
    """ "June 11, 1942", "June 11th", "March 1917", "in June"."""
    month = _month(line, at, words)
    if month is None:
        return None
    number, end = month
    day = None if line.tongue.small_names else _day(line, end, words)
    if day and not _month_then_count(line, at, end, day[1], words):
        found = _with_year(line, at, day[1], number, day[0])
        if found.moment.valid:
            return found
    found = _with_year(line, at, end, number, None)
    if found.moment.year is not None:
        return found
    if line.word(end) == "/" and line.word(end + 1) in words.months:
        return found
    if after and after.grain in {"month", "day"} and after.year is None:
        return _trimmed(line, found, end)
    return _trimmed(line, found, end) if _month_alone(line, at, words) else None


def _month_then_count(line: Line, at: int, start: int, end: int, words: Vocabulary) -> bool:
    """ "In May 20 people died": the number counts the noun after it."""
    if end - start > 1 or line.word(at - 1) != "in":
        return False
    word = line.word(end)
    return line.kind(end) == "w" and not line.upper(end) and word not in words.stops


def _month_alone(line: Line, at: int, words: Vocabulary) -> bool:
    before = line.word(at - 1)
    if before == "-" and line.word(at - 2) in words.mid:
        return True
    if before in words.month_words:
        following = line.word(at + 1)
        if line.word(at) in OTHER_NAMES and line.upper(at + 1) and following in words.streets | HOUSES:
            return False
        if line.upper(at + 1) and following not in words.months and line.kind(at + 1) == "w" and line.touches(at + 1):
            return False
        if line.upper(at + 1) and line.kind(at + 1) == "w" and before in {"to", "of", "for", "by", "and", "from", "on"}:
            return following in words.months or following in words.starters
        if line.word(at) in {"may", "march"} and before in {
            "and",
            "or",
            "for",
            "this",
            "that",
            "the",
            "on",
        }:
            return following in {",", ".", ";", ")", "and", "to", "or", ""} and before not in {"the"}
        return True
    end = at + 1 + (line.word(at + 1) == "." and line.touches(at + 1))
    joined = line.word(end) in {"and", "to", "–", "-", "—", "through"} and line.word(end + 1) in words.months
    return joined and line.named(end + 1)


def weekday_first(line: Line, at: int, words: Vocabulary) -> Found | None:
    """A weekday belongs to the date after it: "Monday, June 5"."""
    place = at + 1
    if line.word(place) == "." and line.touches(place):
        place += 1
    if line.word(place) == ",":
        place += 1
    if line.word(place) == "the":
        place += 1
    inner = None
    if line.word(place) in words.months:
        inner = month_first(line, place, words)
    elif line.kind(place) == "n" or line.word(place) in words.ordinals:
        inner = (
            iso_day(line, place) or slashed_day(line, place) or dotted_day(line, place)
            if line.kind(place) == "n"
            else None
        )
        inner = inner or day_month(line, place, words)
    return replace(inner, start=at) if inner and inner.moment.grain == "day" else None
