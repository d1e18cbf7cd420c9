"""Which ordinal names a century, a millennium, a quarter or a half? "18th century", "third quarter of 2020"."""

from content.facts.days import day_word
from content.facts.eras import digits_at, era_after, is_sure, past_ending, year_after
from content.facts.found import Found
from content.facts.line import Line
from content.facts.moment import Moment
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def ordinal_period(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "18th century", "fifth century BC", "third quarter of 2020", "first half of 1943", "2nd millennium BC"."""
    number: int | None
    if line.word(at) in {"last", "final"}:
        if line.word(at + 1) != "quarter":
            return None
        number, end = 4, at + 1
    elif line.kind(at) == "n":
        number = digits_at(line, at, 2)
        end = past_ending(line, at + 1)
        plain = line.word(end) not in SUFFIXES or not line.touches(end)
        if number is None or (plain and end == at + 1 and not is_sure(line, end)):
            return None
        end += not plain
    elif line.word(at) in line.tongue.romans and line.raw(at).isupper():
        number, end = line.tongue.romans[line.word(at)], at + 1
    else:
        spelled = day_word(line, at, words)
        if spelled is None:
            return None
        number, end = spelled
    if line.word(end) in DASHES and line.touches(end):
        end += 1
    word = line.word(end)
    if word == "c" and line.word(end + 1) == "." and line.kind(at) == "n":
        return Found(Moment("century", (number - 1) * 100), at, end + 2)
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
        year = year_after(line, place)
        if year and place > end:
            return Found(Moment("season", year[0], base + number), at, year[1])
        return None
    later = _century_later(line, end)
    if later:
        era = era_after(line, later)
        moment = Moment("century", (number - 1) * 100, before=bool(era and era[1]))
        return Found(moment, at, end - (line.word(end - 1) in DASHES), strength=1)
    return None


def _century_later(line: Line, at: int) -> int:
    """The token after a later "centuries" that the ordinal shares: "17th and 18th centuries"; 0 where none is."""
    if line.word(at - 1) in DASHES:
        at -= 1
    if line.word(at) not in {"and", "or", "to", "through", "-", "–", "—", ","}:
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
