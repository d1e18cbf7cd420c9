"""Which words name a decade? "the 1930s", "the thirties", "'30s", "1930-х годах"."""

from content.facts.eras import digits_at, era_after
from content.facts.found import Found
from content.facts.line import Line
from content.facts.moment import Moment
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


def short_decade(line: Line, at: int, words: Vocabulary, after: Moment | None) -> Found | None:
    """ "the 80s", and "50s" of "1840s–50s"."""
    number = digits_at(line, at, 2)
    if (
        number is None
        or number % 10
        or len(line.words[at]) != 2
        or line.words[at + 1] != "s"
        or not line.touches(at + 1)
    ):
        return None
    if after and after.grain == "decade" and after.year:
        return Found(Moment("decade", after.year // 100 * 100 + number), at, at + 2)
    place = at - 1 - (line.words[at - 1] == "-")
    if line.words[place] in words.early | words.mid | words.late:
        place -= 1
    warm = HEAT.isdisjoint(line.words[max(0, at - 9) : at])
    return (
        Found(Moment("decade", 1900 + number), at, at + 2) if line.words[place] == "the" and number and warm else None
    )


HEAT = frozenset({"temperature", "temperatures", "degrees", "highs", "lows", "scores", "aged", "ages"})
"""Near these "the 80s" are no years."""


def decade_here(line: Line, at: int) -> Found | None:
    """ "1930s", "1930's", and "1800s" for the century."""
    year = digits_at(line, at, 4)
    if line.tongue.decade_endings and year is not None and not year % 10:
        return _decade_ending(line, at, year)
    if year is None or year % 10 or year < 100:
        return None
    end = at + 1
    if line.words[end] in {"'", "’"} and line.touches(end) and line.words[end + 1] == "s" and line.touches(end + 1):
        end += 1
    if line.words[end] != "s" or not line.touches(end):
        return None
    end += 1
    era = era_after(line, end)
    before = bool(era and era[1])
    grain = "century" if year % 100 == 0 and year != 2000 else "decade"
    return Found(Moment(grain, year, before=before), at, era[0] if era else end, era=bool(era), before_christ=before)  # type: ignore[arg-type]


def _decade_ending(line: Line, at: int, year: int, *, alone: bool = False) -> Found | None:
    """ "1930-х годах", "30-е годы", "60-х годов XIX века": the century is the twentieth unless said."""
    if line.words[at + 1] != "-" or not line.touches(at + 1) or not line.touches(at + 2):
        return None
    if line.printed(at + 2) not in line.tongue.decade_endings:
        return None
    end = at + 3 + (line.words[at + 3] in line.tongue.after_year)
    if year >= 1000:
        return Found(Moment("decade", year), at, end)
    if year > 90:
        return None
    if end == at + 3:
        return None if alone else _shared_decade(line, at, year)
    century = line.tongue.romans.get(line.words[end]) or digits_at(line, end, 2)
    if century and line.words[end + 1] == "century":
        return Found(Moment("decade", (century - 1) * 100 + year), at, end + 2)
    return Found(Moment("decade", 1900 + year), at, end)


def _shared_decade(line: Line, at: int, year: int) -> Found | None:
    """The century of the next decade is this one's too: "30-х" in "30-х и 40-х годах", "30-х — начале 40-х годов"."""
    place = at + 4
    if line.words[at + 3] not in {"and", "or", "to", "through", ",", *DASHES}:
        return None
    place += line.kinds[place] == "w"
    second = digits_at(line, place, 2)
    later = _decade_ending(line, place, second, alone=True) if second is not None and not second % 10 else None
    return Found(Moment("decade", (later.moment.year or 0) // 100 * 100 + year), at, at + 3) if later else None


def spelled_decade(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "the thirties"; the century is the twentieth unless said."""
    before = line.words[at - 1]
    if line.words[at + 1] in line.tongue.after_year:
        return Found(Moment("decade", 1900 + words.decades[line.words[at]]), at, at + 2)
    if line.words[at - 2] in {"his", "her", "their", "my", "our", "your"}:
        return None
    if line.words[at - 2] == "the" and before in words.sets["decade_kinds"]:
        return Found(Moment("decade", 1900 + words.decades[line.words[at]]), at, at + 1)
    if before in {"the"} | words.early | words.mid | words.late or (before == "-" and line.words[at - 2] in words.mid):
        return Found(Moment("decade", 1900 + words.decades[line.words[at]]), at, at + 1)
    return None
