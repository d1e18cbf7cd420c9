"""How is a number with a unit read? Measures, ages, durations, rates, and what a measure measures."""

from dataclasses import replace
from fractions import Fraction

from content.facts.hedges import hedged_hit
from content.facts.hit import FigureHit
from content.facts.line import Line
from content.facts.numerals import Numeral
from content.facts.spreads import Spread
from content.facts.traps import is_name
from content.facts.units import Unit, named_unit, symbol_unit
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


def measured(
    line: Line, at: int, found: Spread, unit: Unit, value: Fraction, high: Fraction | None, words: Vocabulary
) -> FigureHit | None:
    """The figure of a number with its unit; None where the pair is a name or an idiom."""
    end, name = unit.end, unit.name.name
    if name == "foot" and unit.hyphen and line.word(end) == "-":
        pass
    if unit.name.is_time and line.word(end) in DASHES and line.word(end + 1) == "old":
        end += 2
    elif unit.name.is_time and line.word(end) == "old" and not unit.hyphen:
        end += 1
    elif unit.name.is_time and line.word(end) == "of" and line.word(end + 1) == "age":
        end += 2
    if end == unit.end and not unit.hyphen:
        name, end = _per(line, name, unit, words)
    if (
        is_name(line, found.low, words)
        and not found.low.scaled
        and unit.hyphen is False
        and _name_holds(line, found, unit)
    ):
        return None
    one_time = found.low.value == 1 and not found.low.digits and unit.name.is_time and not unit.hyphen
    told = line.word(end) in {"later", "before", "after", "earlier", "ago"}
    if one_time and (line.word(at - 1) in {"at", "the"} or (name in {"day", "night"} and not told)):
        return None
    capital = (
        line.upper(found.end + unit.hyphen)
        and not line.raw(found.end + unit.hyphen).isupper()
        and line.kind(found.end + unit.hyphen) == "w"
    )
    if capital and line.upper(at) and not line.opens_sentence(at):
        return None
    hit = hedged_hit(line, at, end, value, high, name, words)
    if words.inflection and not unit.name.is_money and not unit.name.is_time:
        phrase = words.inflection.head(line, end, words.stops, words.plurals)
        return replace(hit, counted=(unit.end - 1, phrase)) if phrase else hit
    if line.word(end) == "of" and not unit.name.is_money:
        phrase = _stuff(line, end, words)
        return replace(hit, counted=(unit.end - 1, phrase)) if phrase else hit
    return hit


def _name_holds(line: Line, found: Spread, unit: Unit) -> bool:
    """The unit after a "name" does not save it: only where a designator stands before the number."""
    return line.word(found.low.start - 1) in {"no", "no.", "page", "chapter"} or (
        line.upper(unit.end - 1) and line.kind(unit.end - 1) == "w" and not line.raw(unit.end - 1).isupper()
    )


def _per(line: Line, name: str, unit: Unit, words: Vocabulary) -> tuple[str, int]:
    """A rate: "pounds per acre", "tonnes a year" stays tonnes."""
    if line.word(unit.end) == "per" and not unit.name.is_money and unit.name.dimension not in {"share"}:
        below = named_unit(line, unit.end + 1, words)
        if below:
            return f"{name} per {below.name.name}", below.end
    if line.word(unit.end) == "/" and line.touches(unit.end):
        below = symbol_unit(line, unit.end + 1, words)
        if below:
            return f"{name} per {below.name.name}", below.end
    return name, unit.end


def _stuff(line: Line, at: int, words: Vocabulary) -> int | None:
    """The token after "of petrol products": what a measure measures."""
    place = at + 1
    while place < len(line) and line.kinds[place] == "w" and line.words[place] not in words.stops and place - at <= 4:
        if line.words[place] in words.numbers or (place > at + 1 and line.words[place].endswith("ed")):
            break
        place += 1
    return place if place > at + 1 else None


def refused(line: Line, found: Spread, unit: Unit) -> bool:
    """The word is no unit here: "the two second", "three moles in the garden"."""
    if found.low.digits:
        return False
    return unit.name.name == "mole" or (unit.name.name == "second" and line.word(found.end) == "second")


def lone_letter(
    line: Line, found: Spread, last: Numeral, words: Vocabulary
) -> tuple[Fraction, Fraction | None, str] | None:
    """ "1,500m" with nothing counted after it: metres, not millions."""
    if last.letter != "m" or line.raw(last.end - 1) == "M":
        return None
    if line.word(found.end) in {".", ",", ";", ")"} and last.value / last.factor < 50 and last.value % last.factor:
        return None
    value = found.low.value / last.factor
    high = found.high.value / last.factor if found.high else None
    if found.high:
        value = found.low.value / last.factor
    return value, high, "metre"
