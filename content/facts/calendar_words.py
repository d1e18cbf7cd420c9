"""Which words name one day, month, year, season, decade or century, standing alone?"""

from dataclasses import dataclass, replace

from content.facts.line import Line
from content.facts.moment import Moment
from content.facts.words import Vocabulary
from content.facts.years import spelled_year, year_here

DASHES = frozenset("-–—−‒")
SUFFIXES = frozenset({"st", "nd", "rd", "th"})


@dataclass(frozen=True, slots=True)
class Found:
    """A moment over the tokens `start` to `end`. `partial`: only a day ("5" of "5 and 6 June"), worthless alone.

    `era`: BC or AD was printed. `strength` as in `DateHit`.
    """

    moment: Moment
    start: int
    end: int
    partial: bool = False
    era: bool = False
    before_christ: bool = False
    strength: int = 1
    approximate: bool = False


def simple(line: Line, at: int, words: Vocabulary, after: Moment | None = None) -> Found | None:
    """The date that begins at that token; `after` is the date it may continue ("1914–18", "June 5–7")."""
    kind, word = line.kind(at), line.word(at)
    if kind == "n":
        return _numeric(line, at, words, after)
    if kind == "w":
        return _worded(line, at, words, after)
    if word in "'’‘" and word:
        return _short_year(line, at)
    return None


def _numeric(line: Line, at: int, words: Vocabulary, after: Moment | None) -> Found | None:
    if line.touches(at) and line.word(at - 1) in {"#", "/", "_", "@", "="} and after is None:
        return None
    return (
        _iso(line, at)
        or _slashed(line, at)
        or _dotted(line, at)
        or _day_month(line, at, words)
        or _ordinal_period(line, at, words)
        or _decade(line, at)
        or _era(line, at, words)
        or _day_alone(line, at, words)
        or _following(line, at, words, after)
        or year_found(line, at, words, after)
    )


def _day_alone(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "On the 4th": a day whose month the text has named before."""
    day = _number(line, at, 2)
    if day is None or not 1 <= day <= 31 or line.word(at + 1) not in SUFFIXES or not line.touches(at + 1):
        return None
    if line.word(at - 1) != "the" or line.word(at - 2) not in {"on", "until", "till", "by", "from"}:
        return None
    following = line.word(at + 2)
    named = line.upper(at + 2) and following not in words.sets["numbered_bodies"] and not line.upper(at + 3)
    if following not in words.sets["day_ends"] and not named:
        return None
    return Found(Moment("day", None, None, day), at, at + 2, strength=0)


def _number(line: Line, at: int, longest: int) -> int | None:
    word = line.word(at)
    return int(word) if line.kind(at) == "n" and word.isascii() and word.isdigit() and len(word) <= longest else None


def _iso(line: Line, at: int) -> Found | None:
    year, month = _number(line, at, 4), _number(line, at + 2, 2)
    if year is None or month is None or len(line.words[at]) != 4 or len(line.words[at + 2]) != 2:
        return None
    if line.word(at + 1) != "-" or not (line.touches(at + 1) and line.touches(at + 2)):
        return None
    day = _number(line, at + 4, 2)
    if line.word(at + 3) == "-" and line.touches(at + 3) and line.touches(at + 4) and day:
        moment = Moment("day", year, month, day)
        end = at + 5
        if line.word(end)[:1] == "t" and line.touches(end):
            end += 1
        return Found(moment, at, at + 5, strength=2) if moment.valid and 1 <= month <= 12 else None
    if 1 <= month <= 12 and month <= year % 100 and 1000 <= year <= 2100 and line.word(at + 3) not in DASHES:
        return Found(Moment("month", year, month), at, at + 3, strength=2)
    return None


def _slashed(line: Line, at: int) -> Found | None:
    if line.word(at + 1) not in {"/", "-"} or line.word(at + 3) != line.word(at + 1):
        return None
    if not all(line.touches(place) for place in range(at + 1, at + 5)):
        return None
    if line.touches(at + 5) and line.word(at + 5) in {"/", "-"}:
        return None
    return _triple(line, at, at + 5, line.word(at), line.word(at + 2), line.word(at + 4))


def _dotted(line: Line, at: int) -> Found | None:
    pieces = line.words[at].split(".")
    if len(pieces) != 3:
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
    if month is None or line.kind(at) != "w" or not line.upper(at):
        return None
    end = at + 1
    if line.word(end) == "." and line.touches(end) and len(line.word(at)) <= 4:
        end += 1
    return month, end


def _day(line: Line, at: int, words: Vocabulary) -> tuple[int, int] | None:
    """A day of the month, in digits or as an ordinal word, and the token after it."""
    if line.word(at) == "the":
        at += 1
    number = _number(line, at, 2)
    if number is not None and 1 <= number <= 31:
        if line.touches(at) and line.word(at - 1) in {".", ",", "$", "£", "€"}:
            return None
        end = at + 1
        if line.word(end) in SUFFIXES and line.touches(end):
            end += 1
        elif line.touches(end) and line.kind(end) in "nw":
            return None
        if (
            line.word(end) in {":", "%", "°"}
            and line.touches(end)
            and (line.word(end) != ":" or (line.kind(end + 1) == "n" and line.touches(end + 1)))
        ):
            return None
        return number, end
    return _day_word(line, at, words)


def _day_word(line: Line, at: int, words: Vocabulary) -> tuple[int, int] | None:
    word = line.word(at)
    tens = {"twenty": 20, "thirty": 30}.get(word)
    if tens and line.word(at + 1) == "-" and line.word(at + 2) in words.ordinals:
        day = tens + words.ordinals[line.word(at + 2)]
        return (day, at + 3) if day <= 31 else None
    day = words.ordinals.get(word, 0)
    return (day, at + 1) if 1 <= day <= 31 else None


def _year_after(line: Line, at: int, *, comma: bool = True) -> tuple[int, int, bool] | None:
    """A year that completes a day or month: ", 1942", "of 1942", "'44", "480 BC". Astronomical; and whether an era."""
    if (comma and line.word(at) == "," and line.kind(at + 1) == "n") or (
        line.word(at) == "of" and line.kind(at + 1) == "n"
    ):
        at += 1
    if line.word(at) in {"in"} and line.kind(at + 1) == "n" and len(line.word(at + 1)) == 4 and not comma:
        at += 1
    if line.word(at) in {"'", "’", "‘"} and line.touches(at + 1) and len(line.word(at + 1)) == 2:
        short = _number(line, at + 1, 2)
        return ((1900 + short) if short is not None else 0, at + 2, False) if short is not None else None
    if line.word(at) == "ad" and line.upper(at):
        number = _number(line, at + 1, 4)
        return (number, at + 2, True) if number else None
    year = _number(line, at, 4)
    if year is None:
        return None
    era = era_after(line, at + 1)
    if era:
        return (1 - year if era[1] else year), era[0], True
    if len(line.words[at]) != 4 or not 1000 <= year <= 2199:
        return None
    if line.touches(at + 1) and ((line.kind(at + 1) in "nw" and line.word(at + 1) != "s") or line.word(at + 1) == "%"):
        return None
    return year, at + 1, False


def era_after(line: Line, at: int) -> tuple[int, bool] | None:
    """BC, BCE, AD, CE with or without full stops: the token after it, and whether it counts backwards."""
    word = line.word(at)
    if word in {"bc", "bce", "ad", "ce"} and line.upper(at):
        return at + 1, word[0] == "b"
    if word in {"b", "a", "c"} and line.word(at + 1) == "." and line.word(at + 2) in {"c", "d", "e"}:
        letters = word + line.word(at + 2)
        if letters in {"bc", "ad", "ce"} and line.upper(at):
            end = at + 3
            if letters == "bc" and line.word(end) == "." and line.word(end + 1) == "e":
                end += 2
            return end + (line.word(end) == "." and line.touches(end)), letters == "bc"
    return None


def _with_year(line: Line, start: int, end: int, month: int, day: int | None, comma: bool = True) -> Found:
    year = _year_after(line, end, comma=comma)
    grain = "day" if day else "month"
    if year:
        number, end, era = year
        return Found(Moment(grain, number, month, day), start, end, era=era, before_christ=number <= 0, strength=2)  # type: ignore[arg-type]
    return Found(Moment(grain, None, month, day), start, end, strength=2)  # type: ignore[arg-type]


def _day_month(line: Line, at: int, words: Vocabulary) -> Found | None:
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
    found = _with_year(line, at, after, month[0], number)
    if not found.moment.valid:
        return None
    return _trimmed(line, found, month[1])


MAY_VERBS = frozenset({"be", "have", "not", "also", "well", "never"})


def _trimmed(line: Line, found: Found, month_end: int) -> Found:
    """A full stop that ends the sentence is no part of an abbreviated month at the end of the date."""
    if found.end == month_end and line.word(month_end - 1) == "." and month_end >= len(line):
        return replace(found, end=month_end - 1)
    return found


def _ordinal_period(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "18th century", "fifth century BC", "third quarter of 2020", "first half of 1943", "2nd millennium BC"."""
    if line.kind(at) == "n":
        number = _number(line, at, 2)
        end = at + 1
        if number is None or line.word(end) not in SUFFIXES or not line.touches(end):
            return None
        end += 1
    else:
        spelled = _day_word(line, at, words)
        if spelled is None:
            return None
        number, end = spelled
    if line.word(end) in DASHES and line.touches(end):
        end += 1
    word = line.word(end)
    if word in {"century", "centuries"}:
        if line.upper(end) and line.upper(end + 1) and line.kind(end + 1) == "w" and line.kind(at) == "n":
            return None
        era = era_after(line, end + 1)
        before = bool(era and era[1])
        moment = Moment("century", (number - 1) * 100, before=before)
        return Found(moment, at, era[0] if era else end + 1, era=bool(era), before_christ=before)
    if word in {"millennium", "millennia"}:
        era = era_after(line, end + 1)
        before = bool(era and era[1])
        return Found(
            Moment("millennium", (number - 1) * 1000, before=before),
            at,
            era[0] if era else end + 1,
            era=bool(era),
            before_christ=before,
        )
    if word in {"quarter", "half"} and number <= (4 if word == "quarter" else 2):
        base = 32 if word == "quarter" else 39
        place = end + 1
        if line.word(place) == "of":
            place += 1
        if line.word(place) == "the" and line.word(place + 1) == "year":
            return None
        year = _year_after(line, place)
        if year and place > end:
            return Found(Moment("season", year[0], base + number), at, year[1])
        return None
    if _century_later(line, end):
        return Found(Moment("century", (number - 1) * 100), at, end - (line.word(end - 1) in DASHES), strength=1)
    return None


def _century_later(line: Line, at: int) -> bool:
    """The ordinal shares a later "centuries": "17th and 18th centuries", "16th to 18th-century"."""
    if line.word(at - 1) in DASHES:
        at -= 1
    if line.word(at) not in {"and", "or", "to", "-", "–", ","}:
        return False
    for place in range(at + 1, min(at + 9, len(line))):
        word = line.words[place]
        if word in {"century", "centuries"}:
            return True
        if word in {"early", "mid", "late", "and", "or", "to", "the", "-", "–", ",", "st", "nd", "rd", "th"}:
            continue
        if line.kinds[place] == "n" or word.endswith(("th", "st", "nd", "rd")):
            continue
        return False
    return False


def _decade(line: Line, at: int) -> Found | None:
    """ "1930s", "1930's", and "1800s" for the century."""
    year = _number(line, at, 4)
    if year is None or year % 10 or year < 100:
        return None
    end = at + 1
    if line.word(end) in {"'", "’"} and line.touches(end) and line.word(end + 1) == "s" and line.touches(end + 1):
        end += 1
    if line.word(end) != "s" or not line.touches(end):
        return None
    end += 1
    era = era_after(line, end)
    before = bool(era and era[1])
    grain = "century" if year % 100 == 0 and year != 2000 else "decade"
    return Found(Moment(grain, year, before=before), at, era[0] if era else end, era=bool(era), before_christ=before)  # type: ignore[arg-type]


def _era(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "480 BC", "79 AD", "AD 79"."""
    raw = line.word(at).replace(",", "")
    if not raw.isdigit() or len(raw) > 5:
        return None
    year = int(raw)
    era = era_after(line, at + 1)
    if era is None:
        return _shared_era(line, at, year)
    return Found(Moment("year", 1 - year if era[1] else year), at, era[0], era=True, before_christ=era[1])


def _shared_era(line: Line, at: int, year: int) -> Found | None:
    """A year whose era comes with the next one: "264" in "264–146 BC"."""
    place = at + 2 if line.word(at + 1) in DASHES | {"to", "and", "or"} else at
    if place == at or line.kind(place) != "n" or not line.words[place].isdigit() or len(line.words[place]) > 4:
        return None
    if era_after(line, place + 1) is None:
        return None
    return Found(Moment("year", year), at, at + 1, partial=True)


def _following(line: Line, at: int, words: Vocabulary, after: Moment | None) -> Found | None:
    """What only makes sense after another date, or before one: "5" of "5–7 June", "18" of "1914–18"."""
    number = _number(line, at, 2)
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
        return _later_day(line, at, words, after)
    if after is None or (after.grain == "day" and after.month is None):
        return _shared_day(line, at, words)
    return None


def _later_day(line: Line, at: int, words: Vocabulary, after: Moment) -> Found | None:
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


def _shared_day(line: Line, at: int, words: Vocabulary) -> Found | None:
    """A bare day whose month comes with a later day: "5" in "5–7 June 1944" or "5, 6 and 7 June"."""
    day = _day(line, at, words)
    if day is None or (line.touches(at) and line.word(at - 1) in DASHES | {"/", "."}):
        return None
    place = day[1]
    for _ in range(5):
        if line.word(place) not in DASHES | {"to", "and", "or", ",", "&", "until", "/"}:
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


def _worded(line: Line, at: int, words: Vocabulary, after: Moment | None) -> Found | None:
    word = line.words[at]
    if word in words.months:
        return _month_first(line, at, words, after)
    if word in words.weekdays and line.upper(at):
        return _weekday(line, at, words)
    if word in words.seasons:
        return _season(line, at, words)
    if (word == "ad" and line.upper(at) and not line.opens_sentence(at)) or line.raw(at) == "AD":
        return _anno(line, at, words)
    if word == "a" and line.upper(at) and line.words[at : at + 4] == ["a", ".", "d", "."] and _number(line, at + 4, 4):
        return Found(Moment("year", int(line.words[at + 4])), at, at + 5, era=True)
    if word == "q" and line.kind(at + 1) == "n" and line.touches(at + 1):
        year = _year_after(line, at + 2)
        if year and line.words[at + 1] in {"1", "2", "3", "4"}:
            return Found(Moment("season", year[0], 32 + int(line.words[at + 1])), at, year[1])
        return None
    if word in words.decades:
        return _spelled_decade(line, at, words)
    if word in words.ordinals or word in {"twenty", "thirty"}:
        found = _day_month(line, at, words) or _ordinal_period(line, at, words)
        if found:
            return found
    if word in words.numbers:
        return _spelled(line, at, words)
    return None


def _month_first(line: Line, at: int, words: Vocabulary, after: Moment | None = None) -> Found | None:
    """ "June 11, 1942", "June 11th", "March 1917", "in June"."""
    month = _month(line, at, words)
    if month is None:
        return None
    number, end = month
    day = _day(line, end, words)
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
    joined = line.word(at + 1) in {"and", "to", "–", "-", "through"} and line.word(at + 2) in words.months
    return joined and line.upper(at + 2)


def _weekday(line: Line, at: int, words: Vocabulary) -> Found | None:
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
        inner = _month_first(line, place, words)
    elif line.kind(place) == "n" or line.word(place) in words.ordinals:
        inner = _iso(line, place) or _slashed(line, place) or _dotted(line, place) if line.kind(place) == "n" else None
        inner = inner or _day_month(line, place, words)
    return replace(inner, start=at) if inner and inner.moment.grain == "day" else None


def _season(line: Line, at: int, words: Vocabulary) -> Found | None:
    code = words.seasons[line.words[at]]
    place = at + 1
    if line.word(place) == "of":
        place += 1
    if line.word(place) == "," and line.kind(place + 1) == "n":
        place += 1
    year = _year_after(line, place, comma=False)
    if year is None:
        return None
    end = year[1]
    if (
        line.word(end) in DASHES | {"/"}
        and line.touches(end)
        and line.touches(end + 1)
        and len(line.word(end + 1)) in (2, 4)
    ):
        second = _number(line, end + 1, 4)
        if second is not None and second % 100 == (year[0] + 1) % 100:
            end += 2
    return Found(Moment("season", year[0], code), at, end, strength=2)


def _anno(line: Line, at: int, words: Vocabulary) -> Found | None:
    number = _number(line, at + 1, 4)
    if not number:
        return None
    return Found(Moment("year", number), at, at + 2, era=True)


def _spelled_decade(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "the thirties"; the century is the twentieth unless said."""
    before = line.word(at - 1)
    if line.word(at - 2) in {"his", "her", "their", "my", "our", "your"}:
        return None
    if line.word(at - 2) == "the" and before in words.sets["decade_kinds"]:
        return Found(Moment("decade", 1900 + words.decades[line.words[at]]), at, at + 1)
    if before in {"the"} | words.early | words.mid | words.late or (before == "-" and line.word(at - 2) in words.mid):
        return Found(Moment("decade", 1900 + words.decades[line.words[at]]), at, at + 1)
    return None


def _spelled(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "nineteen forty-one", "nineteen-thirties", "eighteen hundreds"."""
    centuries = {
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    }
    if line.words[at] not in centuries:
        return None
    hundreds = words.numbers[line.words[at]]
    place = at + 1 + (line.word(at + 1) == "-")
    if line.word(place) in words.decades:
        return Found(Moment("decade", hundreds * 100 + words.decades[line.word(place)]), at, place + 1)
    year = spelled_year(line, at, words)
    return Found(Moment("year", year[0]), at, year[1]) if year else None


def _short_year(line: Line, at: int) -> Found | None:
    """ "'45" and "'30s"; the century is the twentieth, or the present one below 25."""
    number = _number(line, at + 1, 2)
    if number is None or not line.touches(at + 1) or len(line.words[at + 1]) != 2 or (at > 0 and line.touches(at)):
        return None
    if line.word(at + 2) == "s" and line.touches(at + 2) and number % 10 == 0:
        return Found(Moment("decade", (1900 if number else 2000) + number), at, at + 3)
    if line.touches(at + 2) and (line.kind(at + 2) in "nw" or line.word(at + 2) in {"'", "’", "%"}):
        return None
    return Found(Moment("year", (2000 if number < 25 else 1900) + number), at, at + 2)


def year_found(line: Line, at: int, words: Vocabulary, after: Moment | None) -> Found | None:
    """A year standing alone."""
    year = year_here(line, at, words, joined=after is not None)
    return Found(Moment("year", year[0]), at, at + 1, strength=year[1]) if year else None
