"""Does one number stand here, or two that span a range? "3.2 to 4 billion", "£40–45m", "3–2"."""

from dataclasses import dataclass, replace

from content.facts.line import Line
from content.facts.number import Numeral
from content.facts.numerals import numeral
from content.facts.units import Unit, money_mark, plain_unit
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


@dataclass(frozen=True, slots=True)
class Spread:
    """One number or two, over the tokens to `end`."""

    low: Numeral
    high: Numeral | None
    end: int
    change: bool = False
    score: bool = False
    odds: bool = False


def ranged(line: Line, first: Numeral, money: Unit | None, words: Vocabulary) -> Spread:
    """The number with the one it spans to: "3.2 to 4 billion", "£40–45m", "between 5 and 7"."""
    alone = Spread(first, None, first.end)
    at, word = first.end, line.word(first.end)
    unit = None if money else plain_unit(line, at, words)
    if unit and (line.word(unit.end) in {"to", "and"} or line.word(unit.end) in DASHES):
        at, word = unit.end, line.word(unit.end)
    skip = 1
    if word == "-" and line.touches(at) and line.word(at + 1) in {"to", "or"}:
        at, word = at + 1, line.word(at + 1)
        skip += line.word(at + 1) == "-"
    if word in DASHES:
        if word == "-" and not line.touches(at + 1):
            return alone
        if word == "—" and not (line.tongue.small_names and line.touches(at) and line.touches(at + 1)):
            return alone
    elif word == "to":
        if line.word(first.start - 1 - bool(money)) == "by":
            return alone
        if (
            unit
            and line.word(first.start - 1) not in {"from"}
            and not unit.name.is_time
            and unit.name.dimension != "share"
        ):
            skip = 1
    elif word == "and":
        if (
            line.word(first.start - 1) != "between"
            and line.word(first.start - 2) != "between"
            and not (money and line.word(first.start - 3) == "between")
            and line.words[max(0, first.start - 4) : first.start] != ["between", "the", "ages", "of"]
        ):
            return alone
    elif word == "or":
        if unit or not (_small(first) or first.digits):
            return alone
    else:
        return alone
    place = at + skip
    if word != "or" and line.word(place) in {
        "about",
        "around",
        "nearly",
        "over",
        "perhaps",
        "almost",
        "roughly",
        "approximately",
    }:
        place += 1
    mark = money_mark(line, place, words)
    if bool(mark) and not money:
        return alone
    place = mark.end if mark else place
    second = numeral(line, place, words)
    if (
        second is None
        or second.ordinal
        or (line.kind(place) == "w" and line.word(place) in {"a", "an", "half"} and word == "or")
    ):
        return alone
    if word in DASHES and (
        first.digits != second.digits or (line.word(second.end) in {"-"} and line.kind(second.end + 1) == "n")
    ):
        return alone
    low = first
    shared = first.value * second.factor
    if second.scaled and not first.scaled and first.value < 1000 and shared <= second.value:
        low = replace(first, value=shared, scaled=True, bare=False)
    if word in DASHES and second.value == 1 and _odds(line, first, second, words):
        return Spread(first, second, second.end, odds=True)
    if second.value < low.value and word in DASHES and _is_score(line, first, second):
        return Spread(first, second, second.end, score=True)
    if word in DASHES and first.value <= second.value and _sporting(line, first, second):
        return Spread(first, second, second.end, score=True)
    if second.value <= low.value:
        return alone
    if word == "or" and first.value >= 10 and second.value > 3 * first.value:
        return alone
    if word == "or" and not _small(first) and (second.value > 2 * low.value or not second.digits):
        return alone
    if word == "to" and not _same_unit(line, unit, second, words):
        return alone
    if word == "to" and second.value > 4 * low.value and low.value > 0 and _changes(line, first.start, words):
        return replace(alone, change=True)
    if unit and not plain_unit(line, second.end, words):
        return alone
    if word == "to" and line.word(first.start - 1 - bool(money)) == "from" and _changes(line, first.start, words):
        return replace(alone, change=True)
    if word == "to" and not unit and not money and not first.digits and second.digits:
        return alone
    return Spread(low, second, second.end)


def _is_score(line: Line, first: Numeral, second: Numeral) -> bool:
    """ "3–2": two small whole numbers, the greater first."""
    highest = 1000 if line.word(first.start - 1) in VOTES else 200
    small = (
        first.bare and second.bare and first.value <= highest and line.touches(first.end) and line.touches(second.start)
    )
    return (small and not line.touches(second.end)) or (small and line.kind(second.end) == "p")


def _odds(line: Line, first: Numeral, second: Numeral, words: Vocabulary) -> bool:
    """ "at 100-1", "7-1 against": what a bet pays."""
    near = {line.word(second.end), line.word(second.end + 1)}
    told = "odds" in line.words[max(0, first.start - 5) : first.start]
    return first.value > 1 and (told or line.word(first.start - 1) == "at" or not near.isdisjoint(words.sets["odds"]))


def _sporting(line: Line, first: Numeral, second: Numeral) -> bool:
    """ "lost 0–4", "a 2–2 draw": the words of a game stand beside the numbers."""
    small = first.bare and second.bare and second.value <= 40
    if not small or not (line.touches(first.end) and line.touches(second.start)):
        return False
    return line.word(first.start - 1) in GAMES or line.word(second.end) in GAMES


VOTES = frozenset({"voted", "vote", "passed", "approved", "rejected", "carried", "by"})
GAMES = frozenset(
    {
        "beat",
        "beaten",
        "defeat",
        "draw",
        "drawn",
        "drew",
        "goalless",
        "lead",
        "leading",
        "led",
        "lose",
        "losing",
        "loss",
    }
    | {"loss", "lost", "scoreless", "stalemate", "tie", "tied", "trailed", "trailing", "victory", "win", "won"}
)


def _same_unit(line: Line, unit: Unit | None, second: Numeral, words: Vocabulary) -> bool:
    """The second number has the unit that the first printed, if it printed one."""
    other = plain_unit(line, second.end, words)
    return unit is None or (other is not None and other.name.name == unit.name.name)


def _small(found: Numeral) -> bool:
    """Small enough for "two or three"."""
    return not found.scaled and found.value < 100


def _changes(line: Line, at: int, words: Vocabulary) -> bool:
    return any(line.word(place) in words.sets["changes"] for place in range(max(0, at - 12), at))


def past_error(line: Line, found: Spread, words: Vocabulary) -> Spread:
    """Past the margin of error in "0.6 ± 0.1 °C"."""
    if line.word(found.end) != "±":
        return found
    margin = numeral(line, found.end + 1, words)
    return replace(found, end=margin.end) if margin else found
