"""Is this ordinal a figure? "the 25th president", "finished third", "the fifth of eight children"."""

from content.facts.hit import FigureHit
from content.facts.line import Line
from content.facts.names import is_name
from content.facts.number import Numeral
from content.facts.subject import is_plural
from content.facts.words import Vocabulary

OWNERS = frozenset({"the", "his", "her", "its", "their", "our", "my", "this", "a", "and", "or", "whose", "your"})
PLACES = frozenset({"in", "on", "behind", "from", "to", "out"})
STRETCHES = frozenset({"quarter", "round", "generation", "term", "year"})
"""With a hyphen behind an ordinal of any place: "third-quarter sales"."""
AFTER_OWN = frozenset({"since", "in", "of", "this", "away", "for"})
"""May follow an ordinal that somebody owns: "their first since March", "his third of the season"."""
LOOSE = frozenset({"place", "half", "part", "world"})
"""After "first" or "second" these are a way to speak."""


def rank(line: Line, found: Numeral, words: Vocabulary) -> FigureHit | None:
    """The figure of an ordinal; None where it belongs to a name or only puts words in a row."""
    if is_name(line, found, words):
        return None
    told = _inflected(line, found, words) if words.inflection else found.digits or _worded(line, found, words)
    return FigureHit(found.start, found.end, found.value, unit="ordinal") if told else None


def _inflected(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """A noun follows, and the ordinal is no name, "первый" or "второй"."""
    word = line.words[found.end]
    named = word in words.sets["numbered_bodies"] or line.upper(found.start) or (not found.digits and found.value < 3)
    return line.kinds[found.end] == "w" and word not in words.stops and not named


def _worded(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """An ordinal in words counts before a noun, after a verb of standing, or in a row of ordinals."""
    before, end = line.words[found.start - 1], found.end
    if _stands(line, found, words):
        return True
    if before in {"and", "or"} and words.ordinals.get(line.words[found.start - 2]) and _pair(line, found, words):
        return True
    if line.words[end] == "-" and line.touches(end) and line.words[end + 1] in STRETCHES:
        return True
    if before == "every":
        return found.value > 2
    if before not in OWNERS and not before.endswith("'s"):
        return False
    if before == "the" and _one_of_many(line, end, words):
        return True
    word = line.words[end]
    if word in AFTER_OWN and before not in {"the", "a", "and", "or", "this"}:
        return True
    if (
        word in words.stops
        or (line.kinds[end] != "w" and word != "-")
        or word in words.numbers
        or line.kinds[end] == "n"
    ):
        return False
    if found.value <= 2 and (line.kinds[end] != "w" or word in LOOSE):
        return False
    if before == "a" and found.value == 2:
        return line.kinds[end] == "w" and word not in words.sets["second_things"] and not is_plural(word, words)
    return not (before in {"and", "or"} and found.value == 2)


def _pair(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """ "placed first and third"."""
    verb = line.words[found.start - 3]
    return verb in words.sets["standing"] and line.words[found.end] not in {"foremost", "last"}


def _stands(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """ "finished third", "the club, ninth in the table"."""
    before, after = line.words[found.start - 1], line.words[found.end]
    if before in {"ranked", "finished", "finish", "finishing", "finishes", "came", "placed", "coming"}:
        return after not in {"to", "of", "hand"} or before == "ranked"
    if before == "in" and line.words[found.start - 2] in {"came", "come", "coming", "comes"}:
        return True
    standing = before in words.sets["standing"] or before in {",", "now", "still", "currently", "joint"}
    return standing and after in PLACES and line.words[found.end + 1] in {"the", "a", "his", "her", "their", "its"}


def _one_of_many(line: Line, at: int, words: Vocabulary) -> bool:
    """ "the fifth of eight children", "the first since 1961", "the fifth and sixth chapters"."""
    word, following = line.words[at], line.words[at + 1]
    if word == "since" or (word == "to" and line.kinds[at + 1] == "w" and following not in words.stops):
        return True
    if word == "of":
        if following in {"his", "her", "its", "their", "that"}:
            return words.ordinals.get(line.words[at - 1], 0) > 1
        return line.kinds[at + 1] == "n" or words.numbers.get(following, 0) > 1
    return word in {"and", "or"} and following in words.ordinals and is_plural(line.words[at + 2], words)
