"""What does a number on the page look like once it is read?"""

from dataclasses import replace
from fractions import Fraction

from content.facts.line import Line
from content.record import record

BIG = frozenset({"thousand", "million", "billion", "trillion"})
SIGNS = frozenset("-−–")
GLYPHS = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5),
    "⅖": Fraction(2, 5),
    "⅗": Fraction(3, 5),
    "⅘": Fraction(4, 5),
    "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6),
    "⅛": Fraction(1, 8),
    "⅜": Fraction(3, 8),
    "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8),
}


@record
class Numeral:
    """A number over the tokens `start` to `end` (not included).

    `bare`: plain digits with no comma, point or scale (a year or a code looks so). `scaled`: a word or letter such as
    "million" was part of it, at token `scale_at`. `ordinal`: "25th", "third". `letter`: the scale was a lone letter.
    """

    value: Fraction
    start: int
    end: int
    digits: bool = False
    bare: bool = False
    scaled: bool = False
    ordinal: bool = False
    fraction: bool = False
    letter: str = ""
    factor: int = 1


def and_a_half(line: Line, found: Numeral) -> Numeral:
    """The number with "and a half" of its last scale: "two million and a half"."""
    if line.words[found.end : found.end + 3] == ["and", "a", "half"]:
        return replace(found, value=found.value + Fraction(found.factor, 2), end=found.end + 3)
    return found
