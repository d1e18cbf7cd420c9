"""Which words name a figure? Money, measures, shares, ordinals and counts, each read by the file that knows it."""

from dataclasses import replace
from fractions import Fraction

from content.facts.citations import cited
from content.facts.codes import is_code
from content.facts.counts import count
from content.facts.hedges import hedged_hit
from content.facts.hit import FigureHit
from content.facts.line import Line
from content.facts.measures import feet_and_inches, lone_letter, measured, refused, unit_and_a_half
from content.facts.names import is_name
from content.facts.number import SIGNS, Numeral
from content.facts.numerals import numeral
from content.facts.ranks import rank
from content.facts.spreads import Spread, past_error, ranged
from content.facts.units import Unit, money_mark, money_tail, plain_unit, stretched_unit
from content.facts.words import Vocabulary


def figure(line: Line, at: int, words: Vocabulary) -> FigureHit | None:
    """The figure that begins at that token, None where none does."""
    if line.words[at] in words.multiples:
        if line.words[at - 1] == "or" or (line.upper(at) and not line.opens_sentence(at)) or line.upper(at + 1):
            return None
        return hedged_hit(line, at, at + 1, Fraction(words.multiples[line.words[at]]), None, words.times, words)
    tall = feet_and_inches(line, at)
    if tall:
        return hedged_hit(line, at, tall[1], Fraction(tall[0]), None, "inch", words)
    if half := unit_and_a_half(line, at, words):
        return half
    below = _below_zero(line, at, words)
    money = money_mark(line, at + below, words)
    start = money.end if money else at
    sign = _sign(line, start) if not below else 0
    first = numeral(line, start + sign, words)
    if first is None or (sign and not first.digits):
        return None
    if point := _leading_point(line, first):
        if not money and is_name(line, first, words):
            return None
        found = ranged(line, replace(first, value=first.value / 10**point, start=at - 1, bare=False), money, words)
        return _with_unit(line, at - 1, found, money, words)
    if not money and not sign and (_starts_inside(line, first) or is_code(line, first, words)):
        return None
    if first.bare and first.value >= 1000 and cited(line, first.start, words):
        return None
    if first.ordinal:
        return rank(line, first, words) if not money else None
    found = ranged(line, replace(first, value=-first.value) if sign or below else first, money, words)
    return _with_unit(line, at, found, money, words)


def _below_zero(line: Line, at: int, words: Vocabulary) -> int:
    """1 where a minus sign stands before money: "−$5 million"."""
    if line.words[at] not in {"-", "−"}:
        return 0
    free = line.touches(at + 1) and not (line.touches(at) and line.words[at - 1] != "(")
    return int(free and money_mark(line, at + 1, words) is not None)


def _leading_point(line: Line, found: Numeral) -> int:
    """How many digits follow the point of ".5"; 0 where no point opens the number."""
    at = found.start
    if not found.bare or line.words[at - 1] != "." or not line.touches(at) or line.touches(at - 1):
        return 0
    return len(line.words[at]) if line.kinds[at] == "n" else 0


def _sign(line: Line, at: int) -> int:
    """1 where a minus sign opens the number."""
    if line.words[at] in SIGNS and line.touches(at + 1) and line.kinds[at + 1] == "n":
        before_free = not line.touches(at) or line.words[at - 1] in {"(", "["}
        return int(before_free and (line.words[at] == "−" or line.words[at] == "-"))
    if line.words[at] == "minus" and line.kinds[at + 1] == "n":
        return int(line.words[at - 1] != "or")
    return 0


def _starts_inside(line: Line, found: Numeral) -> bool:
    """The digits continue a word or number before them."""
    return found.start > 0 and line.touches(found.start) and line.kinds[found.start - 1] in "nwx"


PAGES = frozenset({"p", "pp", "page", "pages", "lines", "ll", "vv", "verses", "no", "nos", "paras", "chapters"})


def _lines_of_text(line: Line, at: int) -> bool:
    """ "pp. 44-7": pages and not the score of a game."""
    before = at - 1 - (line.words[at - 1] == ".")
    return line.words[before] in {
        "p",
        "pp",
        "page",
        "pages",
        "lines",
        "ll",
        "vv",
        "verses",
        "no",
        "nos",
        "paras",
        "chapters",
    }


def _with_unit(line: Line, at: int, found: Spread, money: Unit | None, words: Vocabulary) -> FigureHit | None:
    last = found.high or found.low
    value, high = found.low.value, found.high.value if found.high else None
    if found.odds:
        return None
    if found.score and _lines_of_text(line, found.low.start):
        return None
    if found.score:
        return hedged_hit(line, at, found.end, value, high, "score", words)
    found = past_error(line, found, words)
    if money:
        end = money_tail(line, found.end, words)
        return hedged_hit(line, at, end, value, high, money.name.name, words)
    unit = plain_unit(line, found.end, words) or stretched_unit(line, found.end, words)
    if unit and not refused(line, found, unit):
        return measured(line, at, found, unit, value, high, words)
    metres = line.words[found.end] in words.sets["metre_words"]
    if last.letter and (metres or line.kinds[found.end] != "w") and not plain_unit(line, found.end, words):
        measure = lone_letter(line, found, last, words)
        if measure:
            return hedged_hit(line, at, found.end, measure[0], measure[1], measure[2], words)
    return count(line, at, found, value, high, words)
