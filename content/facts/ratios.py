"""Is this a share told as "one in five" or "two out of three"?"""

from dataclasses import replace

from content.facts.hedges import hedged_hit
from content.facts.hit import FigureHit
from content.facts.line import Line
from content.facts.numerals import numeral
from content.facts.spreads import Spread
from content.facts.subject import counted
from content.facts.words import Vocabulary


def ratio(line: Line, at: int, found: Spread, words: Vocabulary) -> FigureHit | None:
    """ "one in five", "two out of three"."""
    place = found.end
    if found.high or found.low.scaled or found.low.value.denominator != 1:
        return None
    hyphen = int(line.words[place] == "-" and line.touches(place) and line.touches(place + 1))
    place += hyphen
    if line.words[place] == "in" or (line.words[place] == "out_of" and line.words[place + 1] in words.sets["round"]):
        place += 1
    elif line.words[place] == "out" and line.words[place + 1] == "of":
        place += 2
    else:
        return None
    place += int(bool(hyphen) and line.words[place] == "-")
    if line.words[place] == "every":
        place += 1
    below = numeral(line, place, words)
    if (
        below is None
        or below.ordinal
        or below.value <= found.low.value
        or (below.digits != found.low.digits and below.value not in (10, 100))
        or below.value < 2
    ):
        return None
    if (
        (below.bare and below.value >= 1000)
        or line.words[below.end] in {"years", "months", "days"}
        or found.low.value > 99
    ):
        return None
    phrase = counted(line, below.end, words)
    hit = hedged_hit(line, at, below.end, found.low.value / below.value, None, phrase.unit if phrase else None, words)
    return replace(hit, counted=(phrase.start, phrase.end)) if phrase else hit
