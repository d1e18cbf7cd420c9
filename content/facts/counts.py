"""What does a number without a unit count? Nouns, ages, shares of a whole, or nothing at all."""

from dataclasses import replace
from fractions import Fraction

from content.facts.ages import age, age_bound
from content.facts.clock import opening_hours
from content.facts.hedges import after_length, hedged_after, hedged_hit
from content.facts.hit import FigureHit
from content.facts.line import Line
from content.facts.names import is_name
from content.facts.number import Numeral
from content.facts.numerals import numeral
from content.facts.singles import one_thing
from content.facts.spreads import Spread
from content.facts.subject import Counted, counted, singular
from content.facts.units import named_unit
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


def count(
    line: Line, at: int, found: Spread, value: Fraction, high: Fraction | None, words: Vocabulary
) -> FigureHit | None:
    """The figure of a number that has no unit; None where it counts nothing."""
    last = found.high or found.low
    ratio = _ratio(line, at, found, words)
    if ratio:
        return ratio
    if is_name(line, found.low, words) or _lettered_code(line, found, last, words):
        return None
    noun_at = found.end
    hyphen = (
        line.word(noun_at) in DASHES
        and line.touches(noun_at)
        and line.touches(noun_at + 1)
        and line.kind(noun_at + 1) == "w"
    )
    if hyphen:
        return _compound(line, at, found, value, high, words)
    if line.touches(noun_at) and line.kind(noun_at) == "w":
        return None
    if found.low.fraction and line.word(noun_at) == "of" and line.word(noun_at + 1) in {"a", "an"}:
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
    if not (_worth(line, found, phrase, words) or (single and phrase)):
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
    if not phrase and found.low.fraction and line.word(at) in {"the", "its", "their", "his", "her", "our"}:
        return counted(line, at + 1, words)
    if phrase or line.word(at) != "of":
        return phrase
    place = at + 1
    if line.word(place) in {"the", "all", "its", "their", "his", "her", "these", "those", "our"}:
        place += 1
    for ahead in range(place, place + 3):
        if line.kind(ahead) not in {"w", "n"}:
            break
        inner = numeral(line, ahead, words)
        if inner and not inner.ordinal:
            return counted(line, inner.end, words)
    return counted(line, place, words) if found.low.fraction else None


SUBJECTS = frozenset(
    {"are", "died", "drowned", "escaped", "fled", "had", "have", "joined", "remain", "remained", "stayed", "survived"}
    | {
        "abstained",
        "against",
        "voted",
        "were",
        "could",
        "would",
        "will",
        "may",
        "might",
        "did",
        "do",
        "got",
        "came",
        "went",
    }
    | {"agreed", "refused", "passed", "failed", "signed", "returned", "fell", "took", "spoke", "paid", "said", "wanted"}
    | {"answered", "applied", "enrolled", "sank", "left", "lived", "made", "stood", "held"}
)
"""After a number these say that it stands for people or things: "eleven stayed"."""


OBJECT_ENDS = frozenset({".", ",", ";", "", "and", "but", "straight", "apiece", "unanswered"})
ALONE = frozenset({"abstaining", "abstained", "dead", "died", "killed", "missing", "survived", "wounded", "injured"})


def _worth(line: Line, found: Spread, phrase: Counted | None, words: Vocabulary) -> bool:
    """A bare number with nothing to count is a figure only where something else shows it."""
    low = found.low
    if low.value == 1 and not low.digits and not found.high:
        if line.words[found.end : found.end + 2] == ["for", "every"]:
            return True
        return line.word(found.end) in ALONE and line.word(low.start - 1) in {"with", "and", ",", "only", "but"}
    if low.value == 0 and not low.digits:
        return phrase is not None
    if phrase or low.scaled or found.high or low.fraction:
        return True
    if low.digits:
        return _free_digits(line, found, words)
    before, after = line.word(low.start - 1), line.word(found.end)
    if low.value >= 13:
        return True
    if before == "of" and line.word(low.start - 2) in words.sets["bodies"]:
        return True
    if line.words[found.end : found.end + 2] in (["of", "whom"], ["of", "which"], ["of", "them"], ["or", "more"]):
        return True
    if before in words.sets["taking"] and after in {
        ".",
        ",",
        ";",
        "",
        "and",
        "but",
        "straight",
        "apiece",
        "unanswered",
    }:
        return True
    if after in SUBJECTS and before not in {"the", "these", "those", "all", "both", "number"}:
        return True
    if before in {"the", "these", "those", "all"} and after in words.stops | {"", ".", ",", ";"}:
        return False
    if before == "by" and not words.inflection and not _margin(line, low.start, words):
        return False
    return (
        (before,) in words.bounds
        or (before,) in words.approximate
        or (
            before in {"to", "by", "of", "killed", "killing", "wounded", "were", "was", "only", "just", "than", "into"}
            and after in {".", ",", ";", ""}
        )
    )


def _margin(line: Line, at: int, words: Vocabulary) -> bool:
    """ "won by seven" and "fell by seven" tell a number, "at his desk by seven" an hour."""
    near = line.words[max(0, at - 6) : at]
    return not (words.sets["margins"].isdisjoint(near) and words.sets["changes"].isdisjoint(near))


def _free_digits(line: Line, found: Spread, words: Vocabulary) -> bool:
    low = found.low
    before = line.word(low.start - 1)
    if line.opens_sentence(low.start) and line.word(found.end) in {".", ")", ":"} and low.start <= 1:
        return False
    if before in {"(", "["} and line.word(found.end) in {")", "]"} and low.bare and low.value < 1000:
        return False
    return before not in {"[", "#", "@", "*", "^"}


def _ratio(line: Line, at: int, found: Spread, words: Vocabulary) -> FigureHit | None:
    """ "one in five", "two out of three"."""
    place = found.end
    if found.high or found.low.scaled:
        return None
    hyphen = int(line.word(place) == "-" and line.touches(place) and line.touches(place + 1))
    place += hyphen
    if line.word(place) == "in" or (line.word(place) == "out_of" and line.word(place + 1) in words.sets["round"]):
        place += 1
    elif line.word(place) == "out" and line.word(place + 1) == "of":
        place += 2
    else:
        return None
    place += int(bool(hyphen) and line.word(place) == "-")
    if line.word(place) == "every":
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
        or line.word(below.end) in {"years", "months", "days"}
        or found.low.value > 99
    ):
        return None
    phrase = counted(line, below.end, words)
    hit = hedged_hit(line, at, below.end, found.low.value / below.value, None, phrase.unit if phrase else None, words)
    return replace(hit, counted=(phrase.start, phrase.end)) if phrase else hit


def _compound(
    line: Line, at: int, found: Spread, value: Fraction, high: Fraction | None, words: Vocabulary
) -> FigureHit | None:
    """ "15-member committee", "three-storey": the number counts the hyphened noun."""
    place = found.end + 1
    word = line.word(place)
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
