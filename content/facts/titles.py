"""Is the number part of the title of a work? "the film 12 Angry Men", "The 39 Steps", "99 Red Balloons"."""

from content.facts.line import Line
from content.facts.number import Numeral
from content.facts.subject import is_plural
from content.facts.words import Vocabulary

LONGEST = 8
OPENING = frozenset('"“‘«')
CLOSING = frozenset('"”’»')
SMALL = frozenset({"of", "the", "and", "a", "an", "in", "to", "for", "from", "with", "on", "at", "by"})
"""Words that a title prints small."""


def is_title(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """The number stands in the title of a film, book, song, band or the like."""
    if found.scaled and found.digits:
        return False
    named = line.upper(found.end) and line.kinds[found.end] == "w"
    if _called(line, found.start, words):
        return named or _nothing_after(line, found.end, words)
    if _quoted(line, found):
        return True
    if not named:
        return False
    at = found.start - 1
    if line.raw(at) == "The" and not line.opens_sentence(at):
        return True
    return _common_noun(line, found, words)


def _called(line: Line, at: int, words: Vocabulary) -> bool:
    """ "the film 300", "her single, 99 …", "a song called 1999"."""
    place = at - 1
    while line.words[place] in OPENING or line.raw(place) == "The":
        place -= 1
    if line.words[place] in words.sets["calling"]:
        return True
    comma = line.words[place] == ","
    word = line.words[place - comma]
    return word in words.sets["works"] and (not comma or (line.upper(at + 1) and line.kinds[at + 1] == "w"))


def _nothing_after(line: Line, at: int, words: Vocabulary) -> bool:
    return not (line.kinds[at] == "w" and (is_plural(line.words[at], words) or is_plural(line.words[at + 1], words)))


def _quoted(line: Line, found: Numeral) -> bool:
    """Between quotation marks, all words with capitals: “12 Angry Men”."""
    before = found.start - 1 - (line.raw(found.start - 1) == "The")
    if line.words[before] not in OPENING or not line.touches(before + 1):
        return False
    place, capitals = found.end, 0
    while place < found.end + LONGEST and line.kinds[place] == "w":
        capitals += line.upper(place)
        if not line.upper(place) and line.words[place] not in SMALL:
            return False
        place += 1
    return line.words[place] in CLOSING and (capitals > 0 or place == found.end)


def _common_noun(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """Capitals up to a common noun, in a sentence that prints other words small: "12 Angry Men", "99 Red Balloons"."""
    if not found.digits or line.opens_sentence(found.start) or line.upper(found.start - 1):
        return False
    place = found.end
    while line.upper(place) and line.kinds[place] == "w" and place - found.end < 4:
        if line.words[place] in words.sets["title_nouns"]:
            return not (line.upper(place + 1) and line.upper(place + 2) and line.upper(place + 3))
        place += 1
    return False
