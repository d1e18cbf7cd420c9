"""Do the words around the number make a phrase that counts nothing? "six feet under"."""

from content.facts.line import Line
from content.facts.number import Numeral
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


LONGEST = 6
BACK = 4


def is_idiom(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """The words around the number make a phrase that counts nothing: "six feet under"."""
    near = line.words[found.start - 1] if found.start else ""
    if found.digits or not (near in words.idiom_words or near in DASHES or _may_follow(line, found.end, words)):
        return False
    first = max(0, found.start - BACK)
    tokens = [word for word in line.words[first : found.end + LONGEST] if word not in DASHES]
    back = sum(word not in DASHES for word in line.words[first : found.start])
    whole = back + sum(word not in DASHES for word in line.words[found.start : found.end])
    for offset in range(back + 1):
        for length in range(2, LONGEST + 1):
            if offset + length >= whole and tuple(tokens[offset : offset + length]) in words.idioms:
                return True
    return False


def _may_follow(line: Line, at: int, words: Vocabulary) -> bool:
    return line.words[at] in words.idiom_words or line.words[at] in DASHES
