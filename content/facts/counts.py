"""What does a number without a unit count? Nouns, ages, shares of a whole, or nothing at all."""

from dataclasses import replace
from fractions import Fraction

from content.facts.ages import age, age_bound
from content.facts.clock import opening_hours
from content.facts.compounds import compound
from content.facts.hedges import after_length, hedged_after, hedged_hit
from content.facts.hit import FigureHit
from content.facts.line import Line
from content.facts.names import is_name
from content.facts.number import Numeral
from content.facts.numerals import numeral
from content.facts.ratios import ratio
from content.facts.singles import one_thing
from content.facts.spreads import Spread
from content.facts.subject import Counted, counted
from content.facts.units import named_unit
from content.facts.words import Vocabulary
from content.facts.worth import is_worth

DASHES = frozenset("-–—−‒")


def count(
    line: Line, at: int, found: Spread, value: Fraction, high: Fraction | None, words: Vocabulary
) -> FigureHit | None:
    """The figure of a number that has no unit; None where it counts nothing."""
    last = found.high or found.low
    share = ratio(line, at, found, words)
    if share:
        return share
    if is_name(line, found.low, words) or _lettered_code(line, found, last, words):
        return None
    noun_at = found.end
    hyphen = (
        line.words[noun_at] in DASHES
        and line.touches(noun_at)
        and line.touches(noun_at + 1)
        and line.kinds[noun_at + 1] == "w"
    )
    if hyphen:
        return compound(line, at, found, value, high, words)
    if line.touches(noun_at) and line.kinds[noun_at] == "w":
        return None
    if found.low.fraction and line.words[noun_at] == "of" and line.words[noun_at + 1] in {"a", "an"}:
        whole = named_unit(line, noun_at + 2, words)
        if whole:
            return hedged_hit(line, at, whole.end, value, high, whole.name.name, words)
    if (unit := age(line, found, words)) is not None:
        hit = hedged_hit(line, at, found.end, value, high, unit, words)
        return replace(hit, bound=hit.bound or age_bound(line, found.low.start))
    if opening_hours(line, found.low.start, words):
        return None
    single = value == 1 and high is None and (found.low.digits or one_thing(line, noun_at, words))
    phrase = _counted_after(line, noun_at, found, words, one=single)
    if not (is_worth(line, found, phrase, words) or (single and phrase)):
        return None
    hit = hedged_hit(line, at, found.end, value, high, phrase.unit if phrase else None, words)
    return hedged_after(line, phrase.end, replace(hit, counted=(phrase.start, phrase.end)), words) if phrase else hit


def _lettered_code(line: Line, found: Spread, last: Numeral, words: Vocabulary) -> bool:
    """ "221B", "4K": a capital letter after digits, with no money and nothing counted, is a code."""
    if not last.letter or (last.letter == "m" and line.raw(last.end - 1) == "m"):
        return False
    return counted(line, found.end, words) is None


def _counted_after(line: Line, at: int, found: Spread, words: Vocabulary, *, one: bool) -> Counted | None:
    """The noun phrase after a number, past "or more", "of the 15", or the "of" of a fraction."""
    at += after_length(line, at, words)
    phrase = counted(line, at, words, one=one)
    if not phrase and found.low.fraction and line.words[at] in {"the", "its", "their", "his", "her", "our"}:
        return counted(line, at + 1, words)
    if phrase or line.words[at] != "of":
        return phrase
    place = at + 1
    if line.words[place] in {"the", "all", "its", "their", "his", "her", "these", "those", "our"}:
        place += 1
    for ahead in range(place, place + 3):
        if line.kinds[ahead] not in {"w", "n"}:
            break
        inner = numeral(line, ahead, words)
        if inner and not inner.ordinal:
            return counted(line, inner.end, words)
    return counted(line, place, words) if found.low.fraction else None
