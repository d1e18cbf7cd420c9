"""How is a number with a unit read? Measures, ages, durations, rates, and what a measure measures."""

from dataclasses import replace
from fractions import Fraction

from content.facts.addresses import follows_street
from content.facts.clock import on_the_clock
from content.facts.hedges import hedged_hit
from content.facts.hit import FigureHit
from content.facts.idioms import is_idiom
from content.facts.line import Line
from content.facts.names import is_name
from content.facts.number import Numeral
from content.facts.numerals import numeral
from content.facts.spreads import Spread
from content.facts.units import Unit, named_unit, plain_unit, symbol_unit
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


def measured(
    line: Line, at: int, found: Spread, unit: Unit, value: Fraction, high: Fraction | None, words: Vocabulary
) -> FigureHit | None:
    """The figure of a number with its unit; None where the pair is a name or an idiom."""
    end, name = unit.end, unit.name.name
    if name == "foot" and unit.hyphen and line.words[end] == "-":
        pass
    if unit.name.is_time and line.words[end] in DASHES and line.words[end + 1] in {"old", "olds"}:
        end += 2
    elif unit.name.is_time and line.words[end] == "old" and not unit.hyphen:
        end += 1
    elif unit.name.is_time and line.words[end] == "of" and line.words[end + 1] == "age":
        end += 2
    if end == unit.end and not unit.hyphen:
        name, end = _per(line, name, unit, words)
    if (
        is_name(line, found.low, words)
        and not found.low.scaled
        and unit.hyphen is False
        and _name_holds(line, found, unit, words)
    ):
        return None
    told = line.words[end] in {"later", "before", "after", "earlier", "ago"}
    if (is_idiom(line, found.low, words) and not told) or (name == "minute" and on_the_clock(line, end, words)):
        return None
    if not (high or unit.hyphen) and (joined := _smaller(line, name, value, end, words)):
        return hedged_hit(line, at, joined[2], joined[0], None, joined[1], words)
    if name == "pound" and found.low.factor >= 10**6 and line.words[end] != "of":
        name = "GBP"
    one_time = found.low.value == 1 and not found.low.digits and unit.name.is_time and not unit.hyphen
    told = told or line.words[at - 1] in {"in", "within", "than", "just", "only", "exactly"}
    if one_time and (line.words[at - 1] in {"at", "the"} or (name in {"day", "night"} and not told)):
        return None
    capital = (
        line.upper(found.end + unit.hyphen)
        and not line.raw(found.end + unit.hyphen).isupper()
        and line.kinds[found.end + unit.hyphen] == "w"
    )
    if capital and line.upper(at) and not line.opens_sentence(at):
        return None
    word = line.raw(found.end + unit.hyphen)
    if capital and word.istitle() and len(word) > 3 and not unit.name.is_money and _title_before(line, at):
        return None
    hit = hedged_hit(line, at, end, value, high, name, words)
    if words.inflection and not unit.name.is_money and not unit.name.is_time:
        phrase = words.inflection.head(line, end, words.stops, words.plurals)
        return replace(hit, counted=(unit.end - 1, phrase)) if phrase else hit
    if line.words[end] == "of" and not unit.name.is_money:
        phrase = _stuff(line, end, words)
        return replace(hit, counted=(unit.end - 1, phrase)) if phrase else hit
    return hit


def _title_before(line: Line, at: int) -> bool:
    """A sentence of small words goes before: a unit with a capital is then part of a title ("5 Seconds of Summer")."""
    return at > 1 and not line.opens_sentence(at) and not line.upper(at - 1) and line.kinds[at - 1] in {"w", "p"}


SMALLER = {"foot": ("inch", 12), "pound": ("ounce", 16), "stone": ("pound", 14)}
SMALLER |= {"hour": ("minute", 60), "minute": ("second", 60)}


def _smaller(line: Line, name: str, value: Fraction, end: int, words: Vocabulary) -> tuple[Fraction, str, int] | None:
    """ "5 ft 11 in", "two hours and ten minutes": one measure, told in its smaller unit."""
    if name not in SMALLER or value.denominator != 1:
        return None
    small, times = SMALLER[name]
    place = end + (line.words[end] in {"and", ","})
    rest = numeral(line, place, words)
    if rest is None or rest.ordinal or rest.scaled or not rest.value < times:
        return None
    unit = plain_unit(line, rest.end, words)
    if name == "hour" and rest.letter == "m" and line.touches(rest.end - 1):
        return value * times + rest.value / rest.factor, small, rest.end
    if unit is None or unit.hyphen or unit.name.name != small:
        return None
    return value * times + rest.value, small, unit.end


def unit_and_a_half(line: Line, at: int, words: Vocabulary) -> FigureHit | None:
    """ "an hour and a half", "a decade and a half"."""
    if line.words[at] not in {"a", "an"} or line.words[at + 2 : at + 5] != ["and", "a", "half"]:
        return None
    unit = named_unit(line, at + 1, words)
    if unit is None or unit.end != at + 2:
        return None
    return hedged_hit(line, at, at + 5, Fraction(3, 2), None, unit.name.name, words)


def feet_and_inches(line: Line, at: int) -> tuple[int, int] | None:
    """The inches of 6'2" and the token after it."""
    if line.words[at + 1] not in {"'", "′", "’"}:
        return None
    feet, marks = line.words[at], (line.words[at + 1], line.words[at + 3])
    if marks[0] not in {"'", "′", "’"} or marks[1] not in {'"', "″", "”"} or line.kinds[at] != "n":
        return None
    inches = line.words[at + 2]
    if not (feet.isdigit() and inches.isdigit() and len(feet) < 3 and len(inches) < 3 and int(inches) < 12):
        return None
    glued = line.touches(at + 1) and line.touches(at + 3) and (line.touches(at + 2) or marks[0] == "′")
    return (int(feet) * 12 + int(inches), at + 4) if glued and not line.touches(at) else None


LONE_CAPITALS = frozenset("ABCKLTVW")
"""A letter that a number of a thing may bear: "Runway 27L", "Room 4C"."""
NUMBERED = frozenset({"no", "no.", "page", "chapter"})


def _name_holds(line: Line, found: Spread, unit: Unit, words: Vocabulary) -> bool:
    """The unit after a "name" does not save it: only where a designator stands before the number."""
    return (
        follows_street(line, found.low.start, words)
        or (line.touches(found.end) and unit.end == found.end + 1 and line.raw(found.end) in LONE_CAPITALS)
        or line.words[found.low.start - 1] in NUMBERED
        or (line.upper(unit.end - 1) and line.kinds[unit.end - 1] == "w" and not line.raw(unit.end - 1).isupper())
    )


def _per(line: Line, name: str, unit: Unit, words: Vocabulary) -> tuple[str, int]:
    """A rate: "pounds per acre", "tonnes a year" stays tonnes."""
    if line.words[unit.end] == "per" and not unit.name.is_money and unit.name.dimension not in {"share"}:
        below = named_unit(line, unit.end + 1, words)
        if below:
            return f"{name} per {below.name.name}", below.end
    if line.words[unit.end] == "/" and line.touches(unit.end):
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
    if unit.name.name == "second" and line.words[found.end] == "second":
        return found.low.value != 1 or line.words[unit.end] in {"thought", "half", "chance", "time"}
    return unit.name.name == "mole"


def lone_letter(
    line: Line, found: Spread, last: Numeral, words: Vocabulary
) -> tuple[Fraction, Fraction | None, str] | None:
    """ "1,500m" with nothing counted after it: metres, not millions."""
    if last.letter != "m" or line.raw(last.end - 1) == "M":
        return None
    if line.words[found.end] in {".", ",", ";", ")"} and last.value / last.factor < 50 and last.value % last.factor:
        return None
    value = found.low.value / last.factor
    high = found.high.value / last.factor if found.high else None
    if found.high:
        value = found.low.value / last.factor
    return value, high, "metre"
