"""Which digits name a day or a month? "1942-06-11", "11.06.1942", "25/12/1991", "02/1945"."""

from content.facts.eras import digits_at
from content.facts.found import Found
from content.facts.line import Line
from content.facts.moment import Moment
from content.facts.months import month_at
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


def iso_day(line: Line, at: int) -> Found | None:
    """A day or month of ISO 8601: "1942-06-11", "1942-06"."""
    year, month = digits_at(line, at, 4), digits_at(line, at + 2, 2)
    if year is None or month is None or len(line.words[at]) != 4 or len(line.words[at + 2]) != 2:
        return None
    if line.words[at + 1] != "-" or not (line.touches(at + 1) and line.touches(at + 2)):
        return None
    day = digits_at(line, at + 4, 2)
    if line.words[at + 3] == "-" and line.touches(at + 3) and line.touches(at + 4) and day:
        moment = Moment("day", year, month, day)
        end = at + 5
        if line.words[end][:1] == "t" and line.touches(end):
            end += 1
        return Found(moment, at, at + 5, strength=2) if moment.valid and 1 <= month <= 12 else None
    if 1 <= month <= 12 and month <= year % 100 and 1000 <= year <= 2100 and line.words[at + 3] not in DASHES:
        return Found(Moment("month", year, month), at, at + 3, strength=2)
    return None


def year_month_day(line: Line, at: int, words: Vocabulary) -> Found | None:
    """The year first: "1944 June 6", "1999/12/31"."""
    year = digits_at(line, at, 4)
    if year is None or len(line.words[at]) != 4 or not 1000 <= year <= 2199:
        return None
    if line.words[at + 1] == "/" == line.words[at + 3] and all(line.touches(place) for place in range(at + 1, at + 5)):
        numbers = digits_at(line, at + 2, 2), digits_at(line, at + 4, 2)
        if numbers[0] and numbers[1] and numbers[0] <= 12 and Moment("day", year, *numbers).valid:
            return Found(Moment("day", year, *numbers), at, at + 5, strength=2)
    month = None if line.words[at - 1] in {"in", "by", "since", "until"} else month_at(line, at + 1, words)
    day = digits_at(line, month[1], 2) if month else None
    if month is None or day is None or line.touches(month[1]) or line.words[month[1] + 1] in {":", "%"}:
        return None
    moment = Moment("day", year, month[0], day)
    return Found(moment, at, month[1] + 1, strength=2) if moment.valid else None


def month_and_year(line: Line, at: int) -> Found | None:
    """ "02/1945"."""
    month, year = digits_at(line, at, 2), digits_at(line, at + 2, 4)
    if not (month and year) or line.words[at + 1] != "/" or len(line.words[at + 2]) != 4 or len(line.words[at]) != 2:
        return None
    if not (line.touches(at + 1) and line.touches(at + 2)) or line.touches(at) or line.touches(at + 3):
        return None
    return Found(Moment("month", year, month), at, at + 3) if month <= 12 and 1500 <= year <= 2199 else None


def slashed_day(line: Line, at: int) -> Found | None:
    """ "25/12/1991", "6-11-1942"."""
    if line.words[at + 1] not in {"/", "-"} or line.words[at + 3] != line.words[at + 1]:
        return None
    if not all(line.touches(place) for place in range(at + 1, at + 5)):
        return None
    if line.touches(at + 5) and line.words[at + 5] in {"/", "-"}:
        return None
    return _triple(line, at, at + 5, line.words[at], line.words[at + 2], line.words[at + 4])


def dotted_day(line: Line, at: int) -> Found | None:
    """ "11.06.1942": the day first."""
    pieces = line.words[at].split(".")
    if len(pieces) != 3 or (len(pieces[2]) == 2 and line.upper(at - 1) and line.kinds[at - 1] == "w" and at > 0):
        return None
    return _triple(line, at, at + 1, pieces[0], pieces[1], pieces[2], european=True)


def _triple(
    line: Line, start: int, end: int, first: str, second: str, year: str, european: bool = False
) -> Found | None:
    if not (first.isdigit() and second.isdigit() and year.isdigit() and len(year) in (2, 4)):
        return None
    if len(first) > 2 or len(second) > 2 or not (1 <= int(first) <= 31 and 1 <= int(second) <= 31):
        return None
    if len(year) == 2 and line.words[start + 1] == "-":
        return None
    full = int(year) if len(year) == 4 else (1900 if int(year) > 30 else 2000) + int(year)
    one, two = int(first), int(second)
    ambiguous = one <= 12 and two <= 12 and one != two and not european
    day, month = (one, two) if two <= 12 and (european or one > 12) else (two, one)
    moment = Moment("day", full, month, day, ambiguous=ambiguous)
    return Found(moment, start, end, strength=2) if moment.valid and 1 <= month <= 12 else None
