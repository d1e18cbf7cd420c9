"""Does one number stand here, or two that span a range? "3.2 to 4 billion", "£40–45m", "3–2"."""

from dataclasses import dataclass, replace

from content.facts.line import Line
from content.facts.number import Numeral
from content.facts.numerals import numeral
from content.facts.scores import is_odds, is_score
from content.facts.units import Unit, money_mark, plain_unit
from content.facts.words import Vocabulary
from content.record import record

DASHES = frozenset("-–—−‒")
LINKS = DASHES | {"to", "and", "or"}
HEDGES = frozenset({"about", "around", "nearly", "over", "perhaps", "almost", "roughly", "approximately"})
"""May stand before the second number: "from 3 to about 5"."""


@record
class Spread:
    """One number or two, over the tokens to `end`; `score` and `odds` say that the two are no range."""

    low: Numeral
    high: Numeral | None
    end: int
    score: bool = False
    odds: bool = False


@dataclass(frozen=True, slots=True)
class _Link:
    """What joins two numbers: its word, the token after it, and the unit that the first number printed."""

    word: str
    after: int
    unit: Unit | None


def ranged(line: Line, first: Numeral, money: Unit | None, words: Vocabulary) -> Spread:
    """The number with the one it spans to: "3.2 to 4 billion", "£40–45m", "between 5 and 7"."""
    alone = Spread(first, None, first.end)
    link = _link(line, first, money, words)
    if link is None:
        return alone
    second = _second(line, first, link, money, words)
    if second is None:
        return alone
    if link.word in DASHES and is_odds(line, first, second, words):
        return Spread(first, second, second.end, odds=True)
    low = _scaled_alike(first, second)
    if link.word in DASHES and is_score(line, first, second):
        return Spread(first, second, second.end, score=True)
    spans = second.value > low.value and _spans(line, low, first, second, link, money, words)
    return Spread(low, second, second.end) if spans else alone


def _link(line: Line, first: Numeral, money: Unit | None, words: Vocabulary) -> _Link | None:
    """The dash or small word that may join the number to a second one."""
    at, word = first.end, line.words[first.end]
    unit = None if money or (word in LINKS and not _hyphened(line, at)) else plain_unit(line, at, words)
    if unit and (line.words[unit.end] in {"to", "and"} or line.words[unit.end] in DASHES):
        at, word = unit.end, line.words[unit.end]
    skip = 1
    if word == "-" and line.touches(at) and line.words[at + 1] in {"to", "or"}:
        at, word = at + 1, line.words[at + 1]
        skip += line.words[at + 1] == "-"
    return _Link(word, at + skip, unit) if _joins(line, first, word, at, unit, money) else None


def _hyphened(line: Line, at: int) -> bool:
    """A dash with a word behind it: "10-kilometre"."""
    return line.words[at] in DASHES and line.kinds[at + 1] == "w"


def _joins(line: Line, first: Numeral, word: str, at: int, unit: Unit | None, money: Unit | None) -> bool:
    """The word there may join the number to a second one."""
    if word in DASHES:
        if word == "-":
            return line.touches(at + 1)
        return word != "—" or (line.tongue.small_names and line.touches(at) and line.touches(at + 1))
    if word == "to":
        return line.words[first.start - 1 - bool(money)] != "by"
    if word == "or":
        return not unit and (_small(first) or first.digits)
    return word == "and" and _between(line, first, money)


def _between(line: Line, first: Numeral, money: Unit | None) -> bool:
    """ "between" or "between the ages of" goes before the number."""
    near = line.words[max(0, first.start - 2) : first.start]
    if "between" in near or (money and line.words[first.start - 3] == "between"):
        return True
    return line.words[max(0, first.start - 4) : first.start] == ["between", "the", "ages", "of"]


def _second(line: Line, first: Numeral, link: _Link, money: Unit | None, words: Vocabulary) -> Numeral | None:
    """The second number behind the link, if it is one of the same kind."""
    place = link.after + (link.word != "or" and line.words[link.after] in HEDGES)
    mark = money_mark(line, place, words)
    if mark and not money:
        return None
    place = mark.end if mark else place
    second = numeral(line, place, words)
    if second is None or second.ordinal or (link.word == "or" and line.words[place] in {"a", "an", "half"}):
        return None
    more = line.words[second.end] == "-" and line.kinds[second.end + 1] == "n"
    return None if link.word in DASHES and (first.digits != second.digits or more) else second


def _scaled_alike(first: Numeral, second: Numeral) -> Numeral:
    """The first number with the scale that only the second one prints: "3.2 to 4 billion"."""
    shared = first.value * second.factor
    if second.scaled and not first.scaled and first.value < 1000 and shared <= second.value:
        return replace(first, value=shared, scaled=True, bare=False)
    return first


def _spans(
    line: Line, low: Numeral, first: Numeral, second: Numeral, link: _Link, money: Unit | None, words: Vocabulary
) -> bool:
    """The two are the ends of one range, and not the two ends of a change or two numbers by chance."""
    if link.word == "or":
        return not _far(first, low, second)
    if link.word == "to" and not _same_unit(line, link.unit, second, words):
        return False
    if link.word == "to" and _changes(line, first.start, words):
        begins = line.words[first.start - 1 - bool(money)] == "from"
        if begins or (second.value > 4 * low.value and low.value > 0):
            return False
    if link.unit and not plain_unit(line, second.end, words):
        return False
    return not (link.word == "to" and not link.unit and not money and not first.digits and second.digits)


def _far(first: Numeral, low: Numeral, second: Numeral) -> bool:
    """Too far from each other for "two or three": "fifty or five hundred"."""
    if first.value >= 10 and second.value > 3 * first.value:
        return True
    return not _small(first) and (second.value > 2 * low.value or not second.digits)


def _same_unit(line: Line, unit: Unit | None, second: Numeral, words: Vocabulary) -> bool:
    """The second number has the unit that the first printed, if it printed one."""
    other = plain_unit(line, second.end, words)
    return unit is None or (other is not None and other.name.name == unit.name.name)


def _small(found: Numeral) -> bool:
    """Small enough for "two or three"."""
    return not found.scaled and found.value < 100


def _changes(line: Line, at: int, words: Vocabulary) -> bool:
    return any(line.words[place] in words.sets["changes"] for place in range(max(0, at - 12), at))


def past_error(line: Line, found: Spread, words: Vocabulary) -> Spread:
    """Past the margin of error in "0.6 ± 0.1 °C"."""
    if line.words[found.end] != "±":
        return found
    margin = numeral(line, found.end + 1, words)
    return replace(found, end=margin.end) if margin else found
