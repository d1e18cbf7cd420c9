"""Which words name a season, a quarter or a half? "the spring of 1941", "Q3 2020"."""

from content.facts.eras import digits_at, past_year_word, year_after
from content.facts.found import Found
from content.facts.line import Line
from content.facts.moment import Moment
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


def quarter_here(line: Line, at: int, start: int | None = None) -> Found | None:
    """ "Q3 2020", "H1 of 2020", and "2020 Q3" where `start` is the year's token."""
    letter, number = line.words[at], digits_at(line, at + 1, 1)
    if letter not in {"q", "h"} or not number or not line.touches(at + 1) or not line.upper(at):
        return None
    if number > (4 if letter == "q" else 2) or (line.touches(at + 2) and line.kinds[at + 2] in "nw"):
        return None
    code = (32 if letter == "q" else 39) + number
    if start is not None:
        before = digits_at(line, start, 4)
        return Found(Moment("season", before, code), start, at + 2) if before and 1900 <= before <= 2199 else None
    year = year_after(line, at + 2)
    if year:
        return Found(Moment("season", year[0], code), at, year[1])
    place = at + 2
    linked = line.words[place] in DASHES | {"and", "to"} and line.words[place + 1] == letter
    whole = linked and digits_at(line, place + 2, 1) and year_after(line, place + 3)
    return Found(Moment("season", None, code), at, at + 2, partial=True) if whole else None


def season_here(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "the spring of 1941", "winter of 1941–42"."""
    code = words.seasons[line.words[at]]
    place = at + 1
    if line.words[place] == "of":
        place += 1
    if line.words[place] == "," and line.kinds[place + 1] == "n":
        place += 1
    year = year_after(line, place, comma=False)
    if year is None:
        return _shared_season(line, at, code, words)
    end = year[1]
    if (
        line.words[end] in DASHES | {"/"}
        and line.touches(end)
        and line.touches(end + 1)
        and len(line.words[end + 1]) in (2, 4)
    ):
        second = digits_at(line, end + 1, 4)
        if second is not None and second % 100 == (year[0] + 1) % 100:
            end = past_year_word(line, end + 2)
    return Found(Moment("season", year[0], code), at, end, strength=2)


def _shared_season(line: Line, at: int, code: int, words: Vocabulary) -> Found | None:
    """A season whose year comes with the next one: "spring and summer of 1917"."""
    if line.words[at + 1] not in DASHES | {"and", "or", "to"}:
        return None
    place = at + 2 + (line.words[at + 2] == "the")
    if line.words[place] not in words.seasons:
        return None
    if year_after(line, place + 1 + (line.words[place + 1] == "of"), comma=False) is None:
        return None
    return Found(Moment("season", None, code), at, at + 1, partial=True)
