"""What does a number with a hyphen count? "15-member committee", "three-storey", "6,000-strong"."""

from dataclasses import replace
from fractions import Fraction

from content.facts.hedges import hedged_hit
from content.facts.hit import FigureHit
from content.facts.line import Line
from content.facts.spreads import Spread
from content.facts.subject import counted, singular
from content.facts.words import Vocabulary


def compound(
    line: Line, at: int, found: Spread, value: Fraction, high: Fraction | None, words: Vocabulary
) -> FigureHit | None:
    """ "15-member committee", "three-storey": the number counts the hyphened noun."""
    place = found.end + 1
    word = line.words[place]
    if words.inflection:
        unit = next(
            (one for stem, one in words.compounds.items() if word.startswith(stem) and len(word) - len(stem) < 4), ""
        )
        return hedged_hit(line, at, place + 1, value, high, unit, words) if unit else None
    if word == "plus":
        phrase = counted(line, place + 1, words)
        hit = replace(
            hedged_hit(line, at, found.end, value, high, phrase.unit if phrase else None, words), bound="at_least"
        )
        return replace(hit, counted=(phrase.start, phrase.end)) if phrase else hit
    if (
        word in words.sets["not_compound"]
        or line.upper(place)
        or word in words.stops
        or word.endswith(("ed", "ing"))
        or value == 1
    ):
        return None
    if found.low.bare and len(line.words[found.low.start]) == 4:
        return None
    if word in {"fold"}:
        return hedged_hit(line, at, place + 1, value, high, "time", words)
    if word in {"strong", "plus", "odd"}:
        phrase = counted(line, place + 1, words)
        hit = hedged_hit(line, at, found.end, value, high, phrase.unit if phrase else None, words)
        hit = replace(hit, approximate=hit.approximate or word == "odd")
        return replace(hit, counted=(phrase.start, phrase.end)) if phrase else hit
    hit = hedged_hit(line, at, place + 1, value, high, singular(line.raw(place), words), words)
    return replace(hit, counted=(place, place + 1))
