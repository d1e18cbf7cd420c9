"""Which words name a year? "480 BC", "AD 79", "nineteen forty-one", "'45"."""

from content.facts.eras import digits_at, era_after
from content.facts.found import Found
from content.facts.line import Line
from content.facts.moment import Moment
from content.facts.words import Vocabulary
from content.facts.year_words import rounded_year, spelled_year

DASHES = frozenset("-–—−‒")


def era_year(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "480 BC", "79 AD", "AD 79"."""
    raw = line.words[at].replace(",", "")
    if not raw.isdigit() or len(raw) > 5:
        return None
    year = int(raw)
    era = era_after(line, at + 1)
    if era is None:
        return _shared_era(line, at, year)
    return Found(Moment("year", 1 - year if era[1] else year), at, era[0], era=True, before_christ=era[1])


def _shared_era(line: Line, at: int, year: int) -> Found | None:
    """A year whose era comes with the next one: "264" in "264–146 BC"."""
    place = at + 2 if line.words[at + 1] in DASHES | {"to", "through", "and", "or"} else at
    if place == at or line.kinds[place] != "n" or not line.words[place].isdigit() or len(line.words[place]) > 4:
        return None
    if era_after(line, place + 1) is None:
        return None
    return Found(Moment("year", year), at, at + 1, partial=True)


def anno_domini(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "AD 79"."""
    number = digits_at(line, at + 1, 4)
    if not number:
        return None
    return Found(Moment("year", number), at, at + 2, era=True)


CENTURIES = frozenset(
    {"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"}
)


def spelled_date(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "nineteen forty-one", "nineteen-thirties", "eighteen hundreds", "two thousand and eight"."""
    dated = line.words[at - 1] in words.strong_year_words | {"by"}
    if line.words[at] not in CENTURIES and not dated:
        return None
    hundreds = words.numbers[line.words[at]]
    place = at + 1 + (line.words[at + 1] == "-")
    if line.words[place] in words.decades and hundreds > 10:
        return Found(Moment("decade", hundreds * 100 + words.decades[line.words[place]]), at, place + 1)
    if line.words[place] == "hundreds" and hundreds > 10:
        return Found(Moment("century", hundreds * 100), at, place + 1)
    if dated and (round_year := rounded_year(line, at, words)):
        return Found(Moment("year", round_year[0]), at, round_year[1])
    if hundreds < 10 or line.words[at : at + 4] == ["twenty", "-", "twenty", "vision"]:
        return None
    year = spelled_year(line, at, words)
    return Found(Moment("year", year[0]), at, year[1]) if year else None


def short_year(line: Line, at: int) -> Found | None:
    """ "'45" and "'30s"; the century is the twentieth, or the present one below 25."""
    number = digits_at(line, at + 1, 2)
    if number is None or not line.touches(at + 1) or len(line.words[at + 1]) != 2 or (at > 0 and line.touches(at)):
        return None
    if line.words[at + 2] == "s" and line.touches(at + 2) and number % 10 == 0:
        earlier = digits_at(line, at - 3, 4) if line.words[at - 2] == "s" else None
        if earlier and earlier >= 1000 and not earlier % 10 and line.words[at - 1] in {"and", "or", "to", "–", "-"}:
            return Found(Moment("decade", earlier // 100 * 100 + number), at, at + 3)
        return Found(Moment("decade", (1900 if number else 2000) + number), at, at + 3)
    if line.touches(at + 2) and (line.kinds[at + 2] in "nw" or line.words[at + 2] in {"'", "’", "%"}):
        return None
    return Found(Moment("year", (2000 if number < 25 else 1900) + number), at, at + 2)
