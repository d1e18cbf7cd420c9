"""Do these digits only mark a thing? Telephone numbers, models, versions, verses, anything glued to letters."""

from content.facts.clock import by_the_point, clock, military
from content.facts.line import Line
from content.facts.number import Numeral
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


PAIRS = frozenset({("50", "50"), ("24", "7"), ("7", "24"), ("9", "5")})
"""Two numbers that are an idiom: "fifty-fifty", "24/7"."""


def is_code(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """Touches letters or other numbers: a model, telephone number, version, time of day or verse."""
    at, end = found.start, found.end
    if line.touches(at):
        before = line.words[at - 1]
        if before == "/" and line.kinds[at - 2] == "w" and (line.words[at - 2],) in words.units:
            return clock(line, end)
        if before == "+" and line.touches(at - 1) and (line.kinds[at - 2] == "w" or line.touches(at - 2)):
            return True
        if before in {"°", "′", "º"}:
            return True
        if line.kinds[at - 1] in "nwx" or (before in "#§/_@=.:&*\\" and before):
            return True
        if before in DASHES and line.touches(at - 1) and line.kinds[at - 2] == "w":
            if line.upper(at - 2) and not line.opens_sentence(at - 2):
                return True
            return not (line.words[at - 2] in {"mid", "sub", "under", "over", "pre", "post", "non"} and found.digits)
        if before in {"-"} and line.touches(at - 1) and line.kinds[at - 2] == "n":
            return True
        if (
            before == "+"
            and line.opens_sentence(at - 1) is False
            and len(line.words[at]) <= 3
            and line.kinds[end] == "n"
        ):
            return True
    if line.words[at - 1] == ":" and len(line.words[at - 2]) == 4 and _in_citation(line, at - 2):
        return True  # the page in "Jones (1987: 44)"
    if line.touches(end) and line.kinds[end] == "n" and not found.digits:
        return True
    if line.touches(end):
        after = line.words[end]
        if after in {":", "@", "_", "=", "\\", "#"} and line.touches(end + 1) and line.kinds[end + 1] in "nw":
            return True
        if after == "/" and line.touches(end + 1) and line.kinds[end + 1] == "n":
            return True
        if after in DASHES | {"/"} and (line.words[at], line.words[end + 1]) in PAIRS:
            return True
        if after in {"°", "º"} and _coordinate(line, end):
            return True
        if after == "(" and len(line.words[end + 1]) == 1 and line.words[end + 2] == ")" and line.touches(end + 1):
            return line.kinds[end + 1] == "w"
        if after == "." and found.bare and _chess(line, end):
            return True
        if after == "-" and line.touches(end + 1) and line.kinds[end + 1] == "n":
            following = line.words[end + 2]
            if following == "-" and line.touches(end + 2):
                return True
            long = found.digits and len(line.words[end + 1]) >= 3
            return long and (line.words[at].startswith("0") or line.words[end + 1].startswith("0"))
    if found.bare and (_reporter(line, at, end) or line.words[at - 1] == "§"):
        return True
    if found.digits and len(line.words[at]) > 1 and line.words[at].startswith("0") and "." not in line.words[at]:
        return True
    return clock(line, end) or military(line, at, end) or (found.digits and by_the_point(line, at, words))


def _in_citation(line: Line, year: int) -> bool:
    """The year of "Jones (1987: 44)" or "(Jones 1987: 44)" stands there."""
    return line.kinds[year] == "n" and (
        line.words[year - 1] == "(" or (line.upper(year - 1) and line.touches(year + 1))
    )


def _reporter(line: Line, at: int, end: int) -> bool:
    """A volume or page of a law report: "410 U.S. 113", "42 U.S.C. § 1983", "[1994] 1 AC 212"."""
    place = end
    while place - end < 8 and line.upper(place) and len(line.words[place]) <= 4 and line.words[place + 1] == ".":
        place += 2
    if place > end and (line.kinds[place] == "n" or line.words[place] == "§"):
        return True
    place = at
    while at - place < 8 and line.words[place - 1] == "." and line.upper(place - 2) and len(line.words[place - 2]) <= 4:
        place -= 2
    if place < at and line.kinds[place - 1] == "n" and not line.touches(at):
        return True
    if line.words[at - 1] == "]" and line.raw(end).isupper() and line.kinds[end + 1] == "n":
        return True
    return line.raw(at - 1).isupper() and line.kinds[at - 2] == "n" and line.words[at - 3] == "]"


def _coordinate(line: Line, at: int) -> bool:
    """ "51°30′N": degrees and minutes of latitude or longitude."""
    return line.kinds[at + 1] == "n" and line.touches(at + 1) and line.words[at + 2] in {"′", "'", "’"}


def _chess(line: Line, at: int) -> bool:
    """The move after "1." or "34…": "e4", "Nf3", "Qxd4", "O-O"."""
    while line.words[at] == ".":
        at += 1
    move, rank = line.raw(at), line.words[at + 1]
    if move == "O" and line.words[at + 1] == "-":
        return True
    file = move[-1:] in "abcdefgh" and move[:-1].strip("KQRBNabcdefghx") == ""
    return bool(move) and file and line.touches(at + 1) and rank in {"1", "2", "3", "4", "5", "6", "7", "8"}
