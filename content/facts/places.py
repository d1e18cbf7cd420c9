"""Does the number only point at a thing or a place in a text? "Route 66", "page 12", "No. 5"."""

from content.facts.line import Line
from content.facts.number import Numeral
from content.facts.subject import is_plural
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


def points(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """A word that numbers things stands before: "Route 66", "grade 7 pupils", "the zip code is 90210"."""
    at = found.start - 1
    if found.bare and (_labelled(line, at, words) or _told_code(line, found, words)):
        return True
    if line.words[at] in DASHES:
        at -= 1
    dot = line.words[at] == "." and line.touches(at)
    at -= dot
    word = line.words[at]
    if (
        dot
        and found.digits
        and not found.scaled
        and (word in words.sets["dotted"] or _initials(line, at, found, words))
    ):
        return True
    if word == "§":
        return True
    back = at
    while line.words[back] in {"and", "or", "to", ","} and line.kinds[back - 1] == "n" and at - back < 12:
        back -= 2
    if back < at and line.word(back - (line.words[back] == ".")) in words.designators:
        return not something_counted(line, found.end, words)
    if word not in words.designators or found.ordinal or found.scaled:
        return False
    if line.upper(at) and (not line.opens_sentence(at) or (found.digits and word in words.sets["labels"])):
        return True
    if word in words.sets["wordy"]:
        return not something_counted(line, found.end, words)
    return found.digits or not something_counted(line, found.end, words)


def _labelled(line: Line, at: int, words: Vocabulary) -> bool:
    """A label with a capital letter, or one that grades things and has no article of its own, before plain digits."""
    word = line.words[at]
    if word not in words.designators or line.kinds[at] != "w":
        return False
    if line.upper(at):
        return word not in words.sets["not_labels"]
    return word in words.sets["graded"] and line.words[at - 1] not in PARTICULAR


PARTICULAR = frozenset(
    {"the", "this", "that", "these", "each", "every", "last", "next", "one", "same", "another", "some"}
)


def _told_code(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """ "the zip code is 90210", "phone number: 4711", "dial 911": digits that are read out and count nothing."""
    at = found.start - 1
    if line.words[at] in words.sets["dialling"] and line.words[at - 1] != "the":
        return not something_counted(line, found.end, words)
    while line.words[at] in {"is", "was", ":", "were", "are"}:
        at -= 1
    noun, kind = line.words[at], line.words[at - 1]
    told = noun in words.sets["codes"] or (noun in {"code", "number"} and kind in words.sets["coded"])
    return told and not something_counted(line, found.end, words)


def _initials(line: Line, at: int, found: Numeral, words: Vocabulary) -> bool:
    """ "H.R. 3590": letters with full stops before digits that count nothing."""
    letters = len(line.words[at]) == 1 == len(line.words[at - 2]) and line.upper(at) and line.words[at - 1] == "."
    return letters and line.touches(at) and not something_counted(line, found.end, words)


def something_counted(line: Line, at: int, words: Vocabulary) -> bool:
    """A plural noun or a unit stands within three words, or a percent sign."""
    for place in (at, at + 1, at + 2):
        word = line.words[place]
        if line.kinds[place] != "w" or word in words.stops or line.upper(place):
            return word in {"%"}
        if (word,) in words.units or is_plural(word, words):
            return True
    return False
