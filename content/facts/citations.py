"""Is this year part of a citation, a law report or an address? "Smith et al. (2010)", "[1994] 1 AC 212"."""

from content.facts.line import Line
from content.facts.words import Vocabulary


def cited(line: Line, at: int, words: Vocabulary) -> bool:
    """The year of a citation: "Smith et al. (2010)", "(Smith, 2010)", "(Smith and Jones 2010; …"."""
    back = [line.words[place] for place in range(at - 4, at)]
    if "al" in back and back[-1] in {"(", ",", "."}:
        return True
    if line.words[at - 1] == "(" and line.words[at + 1] == ")" and line.upper(at - 2) and line.kinds[at - 2] == "w":
        return line.words[at + 2] in words.sets["citing"] and not line.upper(at - 3)
    place = at - 1 - (line.words[at - 1] == ",")
    if _page_after(line, at, place):
        return True
    if line.words[at + 1] not in {")", ";", ","} or not line.upper(place) or line.kinds[place] != "w":
        return False
    if line.words[place - 1] in {"and", "&"} and line.upper(place - 2):
        place -= 2
    return (
        line.words[place - 1] in {"(", ";", "see", "cf"}
        and line.words[place] not in words.sets["before_years"]
        and line.words[at + 1] != ","
    )


def reported(line: Line, at: int) -> bool:
    """A law report or a club: "[1994] 1 AC 212", "42 U.S.C. § 1983", "TSG 1899 Hoffenheim", "2016/679"."""
    if line.words[at - 1] == "§" or (
        line.words[at - 1] == "[" and line.words[at + 1] == "]" and line.kinds[at + 2] == "n"
    ):
        return True
    if line.words[at + 1] == "/" and line.touches(at + 2) and _numbered(line.words[at], line.words[at + 2]):
        return True
    if line.words[at - 1] in {"d", "2d", "3d"} and line.touches(at - 1) and line.kinds[at - 2] == "n":
        return True
    letters = line.raw(at - 1)
    return len(letters) in (2, 3) and letters.isupper() and letters not in ERAS and line.upper(at + 1)


def _numbered(year: str, number: str) -> bool:
    """The year and number of an act, "1999/3312", and not two years, "1999/2000"."""
    if not number.isdigit() or len(number) == 2:
        return False
    return len(number) == 3 or not 0 < int(number) - int(year) < 60


ERAS = frozenset(
    {"AD", "CE", "BC", "IN", "BY", "OF", "TO", "AND", "THE", "FY", "JAN", "FEB", "MAR", "APR", "MAY", "JUN"}
)
ERAS |= {"JUL", "AUG", "SEP", "OCT", "NOV", "DEC"}


def _page_after(line: Line, at: int, name: int) -> bool:
    """ "Jones (1987: 44)", "(Smith 2004, p. 12)", "(Smith, 2004, 12–14)"."""
    mark, following = line.words[at + 1], line.words[at + 2]
    if line.words[at - 1] == "(" and mark == ":" and line.kinds[at + 2] == "n":
        return line.upper(at - 2)
    if mark not in {",", ":"} or not (line.upper(name) and line.kinds[name] == "w"):
        return False
    if following in {"p", "pp", "ch", "vol", "fig", "n", "sec"} and line.words[at + 3] in {".", ""}:
        return True
    return line.words[name - 1] == "(" and line.kinds[at + 2] == "n" and line.words[at + 3] in {")", ";", "-", "–"}


def addressed(line: Line, at: int, words: Vocabulary) -> bool:
    """ "1600 Pennsylvania Avenue": a street follows."""
    return line.upper(at + 1) and line.upper(at + 2) and line.words[at + 2] in words.streets
