"""Which ordinal names a century, a millennium, a quarter or a half? "18th century", "third quarter of 2020"."""

from content.facts.days import day_word
from content.facts.eras import digits_at, era_after, is_sure, past_ending, year_after
from content.facts.found import Found
from content.facts.line import Line
from content.facts.moment import Grain, Moment
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def ordinal_period(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "18th century", "fifth century BC", "third quarter of 2020", "first half of 1943", "2nd millennium BC"."""
    counted = _number(line, at, words)
    if counted is None:
        return None
    number, end = counted
    if line.words[end] in DASHES and line.touches(end):
        end += 1
    word = line.words[end]
    if word == "c" and line.words[end + 1] == "." and line.kinds[at] == "n":
        return Found(Moment("century", (number - 1) * 100), at, end + 2)
    if word in {"century", "centuries"}:
        named = line.upper(end) and line.upper(end + 1) and line.kinds[end + 1] == "w" and line.kinds[at] == "n"
        return None if named else _with_era(line, at, end + 1, "century", (number - 1) * 100)
    if word in {"millennium", "millennia"}:
        return _with_era(line, at, end + 1, "millennium", (number - 1) * 1000)
    if word in {"quarter", "half"} and number <= (4 if word == "quarter" else 2):
        return _of_a_year(line, at, end + 1, (32 if word == "quarter" else 39) + number)
    later = _century_later(line, end)
    if later:
        era = era_after(line, later)
        moment = Moment("century", (number - 1) * 100, before=bool(era and era[1]))
        return Found(moment, at, end - (line.words[end - 1] in DASHES), strength=1)
    return None


def _number(line: Line, at: int, words: Vocabulary) -> tuple[int, int] | None:
    """The ordinal there and the token after it: "18th", "fifth", "XIX", "last quarter"."""
    if line.words[at] in {"last", "final"}:
        return (4, at + 1) if line.words[at + 1] == "quarter" else None
    if line.kinds[at] == "n":
        number, end = digits_at(line, at, 2), past_ending(line, at + 1)
        plain = line.words[end] not in SUFFIXES or not line.touches(end)
        if number is None or (plain and end == at + 1 and not is_sure(line, end)):
            return None
        return number, end + (not plain)
    if line.words[at] in line.tongue.romans and line.raw(at).isupper():
        return line.tongue.romans[line.words[at]], at + 1
    return day_word(line, at, words)


def _with_era(line: Line, at: int, end: int, grain: Grain, year: int) -> Found:
    """The century or millennium with the era behind it."""
    era = era_after(line, end)
    before = bool(era and era[1])
    moment = Moment(grain, year, before=before)
    return Found(moment, at, era[0] if era else end, era=bool(era), before_christ=before)


def _of_a_year(line: Line, at: int, end: int, code: int) -> Found | None:
    """The quarter or half of the year that follows: "of 2020"."""
    place = end + (line.words[end] == "of")
    if line.words[place] == "the" and line.words[place + 1] == "year":
        return None
    year = year_after(line, place)
    return Found(Moment("season", year[0], code), at, year[1]) if year else None


def _century_later(line: Line, at: int) -> int:
    """The token after a later "centuries" that the ordinal shares: "17th and 18th centuries"; 0 where none is."""
    if line.words[at - 1] in DASHES:
        at -= 1
    if line.words[at] not in {"and", "or", "to", "through", "-", "–", "—", ","}:
        return 0
    for place in range(at + 1, min(at + 9, len(line))):
        word = line.words[place]
        if word in {"century", "centuries"}:
            return place + 1
        if word in {"early", "mid", "late", "and", "or", "to", "through", "the", *DASHES, ",", *SUFFIXES}:
            continue
        if word in line.tongue.romans or word in line.tongue.endings:
            continue
        if line.kinds[place] == "n" or word.endswith(("th", "st", "nd", "rd")):
            continue
        return 0
    return 0
