"""What number do these digits name? "1,500", "12 500", "2½", "3 × 10²³", "25th"."""

from dataclasses import replace
from fractions import Fraction

from content.facts.eras import past_ending
from content.facts.line import Line
from content.facts.number import GLYPHS, SIGNS, Numeral

LONGEST = 18
"""Digits beyond these are a code, not a figure."""

POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def in_digits(line: Line, at: int) -> Numeral | None:
    """The number whose first digits stand there."""
    raw = line.words[at]
    plain = raw if raw.isdigit() else "".join(mark for mark in raw if mark.isdigit() or mark == ".")
    if len(plain) > LONGEST or plain.count(".") > 1:
        return None
    value = Fraction(int(plain)) if plain.isdecimal() else Fraction(plain)
    found = Numeral(value, at, at + 1, digits=True, bare=raw.isdigit())
    word, after = line.words[at + 1], at + 1
    if word in {"st", "nd", "rd", "th"} and line.touches(after) and raw.replace(",", "").isdigit():
        return replace(found, end=at + 2, ordinal=True, bare=False)
    if line.tongue.endings and (end := past_ending(line, at + 1)) > at + 1 and raw.isdigit():
        return replace(found, end=end, ordinal=True, bare=False)
    if line.tongue.half_more and word == line.tongue.half_more:
        return replace(found, value=found.value + Fraction(1, 2), end=at + 2, bare=False)
    if word in GLYPHS:
        return replace(found, value=found.value + GLYPHS[word], end=at + 2, bare=False, fraction=True)
    if word in {"/", "⁄"} and line.touches(after) and line.kinds[at + 2] == "n" and line.touches(at + 2):
        return _slashed(line, found)
    plus = word == "+" and line.touches(after) and line.words[at + 3] == "⁄"
    after += plus
    if found.bare and line.kinds[after] == "n" and line.words[after + 1] in {"/", "⁄"} and line.touches(after + 1):
        part = in_digits(line, after)
        if part and part.fraction:
            return replace(found, value=found.value + part.value, end=part.end, bare=False, fraction=True)
    if found.bare and len(raw) <= 3:
        found = _spaced(line, found)
    return _power(line, found)


def _slashed(line: Line, found: Numeral) -> Numeral | None:
    below = line.words[found.end + 1]
    if not below.isdigit() or len(below) > 3 or (line.words[found.end + 2] == "/" and line.touches(found.end + 2)):
        return None
    if not (found.bare and 2 <= int(below) <= 100 and found.value < int(below) and (found.value != 9 or below != "11")):
        return None
    if int(below) > 12 and int(below) not in {16, 20, 32, 50, 64, 100}:
        return None
    return replace(found, value=found.value / int(below), end=found.end + 2, bare=False, fraction=True)


def _spaced(line: Line, found: Numeral) -> Numeral:
    """Groups of three parted by plain spaces: "12 500 000"."""
    at, value = found.end, found.value
    while line.kinds[at] == "n" and line.gap(at) == " " and len(line.words[at]) == 3 and line.words[at].isdigit():
        value = value * 1000 + int(line.words[at])
        at += 1
        if at - found.end > 5:
            return found
    if at == found.end or line.words[found.start].startswith("0") or (line.touches(at) and line.kinds[at] == "w"):
        return found
    return replace(found, value=value, end=at, bare=False)


def _power(line: Line, found: Numeral) -> Numeral:
    """A factor "× 10²³", "x 10^23", or a bare "10²³"."""
    at = found.end
    if line.words[at] in {"×", "x", "⋅", "·", "*"} and line.words[at + 1] == "10":
        power = _exponent(line, at + 2)
        return (
            replace(found, value=found.value * Fraction(10) ** power[0], end=power[1], bare=False, scaled=True)
            if power
            else found
        )
    if line.words[found.start] == "10" and (power := _exponent(line, at)):
        return replace(found, value=Fraction(10) ** power[0], end=power[1], bare=False, scaled=True)
    return found


def _exponent(line: Line, at: int) -> tuple[int, int] | None:
    if line.words[at] == "^":
        at += 1
        bracket = line.words[at] == "("
        at += bracket
        sign = line.words[at] in SIGNS
        at += sign
        if line.kinds[at] == "n" and line.words[at].isdigit() and len(line.words[at]) <= 2:
            return (-1 if sign else 1) * int(line.words[at]), at + 1 + bracket
        return None
    if (
        line.words[at] in SIGNS
        and line.touches(at)
        and line.touches(at + 1)
        and line.words[at - 2] in {"×", "x", "⋅", "·"}
    ):
        power = line.words[at + 1]
        return (-int(power), at + 2) if power.isdigit() and len(power) <= 2 else None
    raised = "".join(line.raw(place) for place in (at, at + 1) if line.touches(place))
    digits = ""
    for mark in raised:
        if mark not in "⁰¹²³⁴⁵⁶⁷⁸⁹⁻":
            break
        digits += mark
    shown = digits.translate(POWERS)
    if not shown.lstrip("-").isdigit() or len(shown) > 3:
        return None
    used = at + (1 if len(line.raw(at)) >= len(digits) else 2)
    return int(shown), used
