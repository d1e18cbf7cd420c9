"""Is this "half" a number? "half a million", "half of them", "less than half survived"."""

from fractions import Fraction

from content.facts.line import Line
from content.facts.number import Numeral
from content.facts.words import Vocabulary


def half(line: Line, at: int, words: Vocabulary) -> Numeral | None:
    """The number that the "half" there is or begins; None where it is a mere word."""
    following = at + 1
    if line.words[following] == "-" and line.touches(following):
        following += 1
    if line.words[following] in {"a", "an"}:
        following += 1 + (line.words[following + 1] == "-")
    scale = line.words[following]
    if scale in {"million", "billion", "trillion", "thousand", "dozen", "hundred"}:
        factor = words.numbers.get(scale) or int(10 ** words.scales[scale])
        return Numeral(Fraction(factor, 2), at, following + 1, scaled=True, factor=factor)
    if following > at + 1 and ((scale,) in words.units or (scale, line.words[following + 1]) in words.units):
        return Numeral(Fraction(1, 2), at, following, fraction=True)
    if line.words[at + 1] in {"the", "its", "their", "his", "her", "our"} and line.words[at + 2] not in {
        "time",
        "battle",
        "day",
    }:
        return Numeral(Fraction(1, 2), at, at + 1, fraction=True)
    if (line.words[at - 1] == "by" and line.kinds[at + 1] != "w") or _half_alone(line, at):
        return Numeral(Fraction(1, 2), at, at + 1, fraction=True)
    if line.words[at + 1] == "of" and line.words[at - 1] not in {"first", "second", "other", "latter"}:
        return Numeral(Fraction(1, 2), at, at + 1, fraction=True)
    return None


SURE = frozenset(
    {"than", "least", "most", "about", "nearly", "almost", "over", "under", "roughly", "around", "exactly"}
)
GIVEN = frozenset({"pay", "paid", "pays", "lost", "lose", "kept", "took", "sold"})
NOT_HALVES = frozenset(
    {"way", "time", "asleep", "hour", "full", "empty", "past", "back", "brother", "sister", "an", "a"}
)


def _half_alone(line: Line, at: int) -> bool:
    """ "less than half survived", "they pay half"."""
    before, after = line.words[at - 1], line.words[at + 1]
    if before in GIVEN:
        return line.kinds[at + 1] != "w" and after != "-"
    return before in SURE and after not in NOT_HALVES and after != "-" and line.kinds[at + 1] != "n"
