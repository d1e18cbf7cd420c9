"""Which words name a year, decade, century or season? "480 BC", "the 1930s", "the 18th century", "spring 1941"."""

from content.facts.days import day_word
from content.facts.eras import digits_at, era_after, is_sure, past_ending, past_year_word, year_after
from content.facts.found import Found
from content.facts.line import Line
from content.facts.moment import Moment
from content.facts.words import Vocabulary
from content.facts.years import rounded_year, spelled_year

DASHES = frozenset("-–—−‒")


SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def quarter_here(line: Line, at: int, start: int | None = None) -> Found | None:
    """ "Q3 2020", "H1 of 2020", and "2020 Q3" where `start` is the year's token."""
    letter, number = line.word(at), digits_at(line, at + 1, 1)
    if letter not in {"q", "h"} or not number or not line.touches(at + 1) or not line.upper(at):
        return None
    if number > (4 if letter == "q" else 2) or (line.touches(at + 2) and line.kind(at + 2) in "nw"):
        return None
    code = (32 if letter == "q" else 39) + number
    if start is not None:
        before = digits_at(line, start, 4)
        return Found(Moment("season", before, code), start, at + 2) if before and 1900 <= before <= 2199 else None
    year = year_after(line, at + 2)
    if year:
        return Found(Moment("season", year[0], code), at, year[1])
    place = at + 2
    linked = line.word(place) in DASHES | {"and", "to"} and line.word(place + 1) == letter
    whole = linked and digits_at(line, place + 2, 1) and year_after(line, place + 3)
    return Found(Moment("season", None, code), at, at + 2, partial=True) if whole else None


def short_decade(line: Line, at: int, words: Vocabulary, after: Moment | None) -> Found | None:
    """ "the 80s", and "50s" of "1840s–50s"."""
    number = digits_at(line, at, 2)
    if (
        number is None
        or number % 10
        or len(line.words[at]) != 2
        or line.word(at + 1) != "s"
        or not line.touches(at + 1)
    ):
        return None
    if after and after.grain == "decade" and after.year:
        return Found(Moment("decade", after.year // 100 * 100 + number), at, at + 2)
    place = at - 1 - (line.word(at - 1) == "-")
    if line.word(place) in words.early | words.mid | words.late:
        place -= 1
    warm = HEAT.isdisjoint(line.words[max(0, at - 9) : at])
    return Found(Moment("decade", 1900 + number), at, at + 2) if line.word(place) == "the" and number and warm else None


HEAT = frozenset({"temperature", "temperatures", "degrees", "highs", "lows", "scores", "aged", "ages"})
"""Near these "the 80s" are no years."""


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


def decade_here(line: Line, at: int) -> Found | None:
    """ "1930s", "1930's", and "1800s" for the century."""
    year = digits_at(line, at, 4)
    if line.tongue.decade_endings and year is not None and not year % 10:
        return _decade_ending(line, at, year)
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


def _decade_ending(line: Line, at: int, year: int, *, alone: bool = False) -> Found | None:
    """ "1930-х годах", "30-е годы", "60-х годов XIX века": the century is the twentieth unless said."""
    if line.word(at + 1) != "-" or not line.touches(at + 1) or not line.touches(at + 2):
        return None
    if line.printed(at + 2) not in line.tongue.decade_endings:
        return None
    end = at + 3 + (line.word(at + 3) in line.tongue.after_year)
    if year >= 1000:
        return Found(Moment("decade", year), at, end)
    if year > 90:
        return None
    if end == at + 3:
        return None if alone else _shared_decade(line, at, year)
    century = line.tongue.romans.get(line.word(end)) or digits_at(line, end, 2)
    if century and line.word(end + 1) == "century":
        return Found(Moment("decade", (century - 1) * 100 + year), at, end + 2)
    return Found(Moment("decade", 1900 + year), at, end)


def _shared_decade(line: Line, at: int, year: int) -> Found | None:
    """The century of the next decade is this one's too: "30-х" in "30-х и 40-х годах", "30-х — начале 40-х годов"."""
    place = at + 4
    if line.word(at + 3) not in {"and", "or", "to", "through", ",", *DASHES}:
        return None
    place += line.kind(place) == "w"
    second = digits_at(line, place, 2)
    later = _decade_ending(line, place, second, alone=True) if second is not None and not second % 10 else None
    return Found(Moment("decade", (later.moment.year or 0) // 100 * 100 + year), at, at + 3) if later else None


def era_year(line: Line, at: int, words: Vocabulary) -> Found | None:
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
    place = at + 2 if line.word(at + 1) in DASHES | {"to", "through", "and", "or"} else at
    if place == at or line.kind(place) != "n" or not line.words[place].isdigit() or len(line.words[place]) > 4:
        return None
    if era_after(line, place + 1) is None:
        return None
    return Found(Moment("year", year), at, at + 1, partial=True)


def season_here(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "the spring of 1941", "winter of 1941–42"."""
    code = words.seasons[line.words[at]]
    place = at + 1
    if line.word(place) == "of":
        place += 1
    if line.word(place) == "," and line.kind(place + 1) == "n":
        place += 1
    year = year_after(line, place, comma=False)
    if year is None:
        return _shared_season(line, at, code, words)
    end = year[1]
    if (
        line.word(end) in DASHES | {"/"}
        and line.touches(end)
        and line.touches(end + 1)
        and len(line.word(end + 1)) in (2, 4)
    ):
        second = digits_at(line, end + 1, 4)
        if second is not None and second % 100 == (year[0] + 1) % 100:
            end = past_year_word(line, end + 2)
    return Found(Moment("season", year[0], code), at, end, strength=2)


def _shared_season(line: Line, at: int, code: int, words: Vocabulary) -> Found | None:
    """A season whose year comes with the next one: "spring and summer of 1917"."""
    if line.word(at + 1) not in DASHES | {"and", "or", "to"}:
        return None
    place = at + 2 + (line.word(at + 2) == "the")
    if line.word(place) not in words.seasons:
        return None
    if year_after(line, place + 1 + (line.word(place + 1) == "of"), comma=False) is None:
        return None
    return Found(Moment("season", None, code), at, at + 1, partial=True)


def anno_domini(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "AD 79"."""
    number = digits_at(line, at + 1, 4)
    if not number:
        return None
    return Found(Moment("year", number), at, at + 2, era=True)


def spelled_decade(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "the thirties"; the century is the twentieth unless said."""
    before = line.word(at - 1)
    if line.word(at + 1) in line.tongue.after_year:
        return Found(Moment("decade", 1900 + words.decades[line.words[at]]), at, at + 2)
    if line.word(at - 2) in {"his", "her", "their", "my", "our", "your"}:
        return None
    if line.word(at - 2) == "the" and before in words.sets["decade_kinds"]:
        return Found(Moment("decade", 1900 + words.decades[line.words[at]]), at, at + 1)
    if before in {"the"} | words.early | words.mid | words.late or (before == "-" and line.word(at - 2) in words.mid):
        return Found(Moment("decade", 1900 + words.decades[line.words[at]]), at, at + 1)
    return None


CENTURIES = frozenset(
    {"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"}
)


def spelled_date(line: Line, at: int, words: Vocabulary) -> Found | None:
    """ "nineteen forty-one", "nineteen-thirties", "eighteen hundreds", "two thousand and eight"."""
    dated = line.word(at - 1) in words.strong_year_words | {"by"}
    if line.words[at] not in CENTURIES and not dated:
        return None
    hundreds = words.numbers[line.words[at]]
    place = at + 1 + (line.word(at + 1) == "-")
    if line.word(place) in words.decades and hundreds > 10:
        return Found(Moment("decade", hundreds * 100 + words.decades[line.word(place)]), at, place + 1)
    if line.word(place) == "hundreds" and hundreds > 10:
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
    if line.word(at + 2) == "s" and line.touches(at + 2) and number % 10 == 0:
        earlier = digits_at(line, at - 3, 4) if line.word(at - 2) == "s" else None
        if earlier and earlier >= 1000 and not earlier % 10 and line.word(at - 1) in {"and", "or", "to", "–", "-"}:
            return Found(Moment("decade", earlier // 100 * 100 + number), at, at + 3)
        return Found(Moment("decade", (1900 if number else 2000) + number), at, at + 3)
    if line.touches(at + 2) and (line.kind(at + 2) in "nw" or line.word(at + 2) in {"'", "’", "%"}):
        return None
    return Found(Moment("year", (2000 if number < 25 else 1900) + number), at, at + 2)
