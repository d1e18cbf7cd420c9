"""Do the words around the number make a phrase that counts nothing? "six feet under"."""

from content.facts.line import Line
from content.facts.numerals import Numeral
from content.facts.words import Vocabulary

DASHES = frozenset("-–—−‒")


def is_idiom(line: Line, found: Numeral, words: Vocabulary) -> bool:
    """The words around the number make a phrase that counts nothing: "six feet under"."""
    if found.digits:
        return False
    tokens = [word for word in line.words[max(0, found.start - 2) : found.end + 4] if word not in DASHES]
    back = [word for word in line.words[max(0, found.start - 2) : found.start] if word not in DASHES]
    for offset in range(len(back) + 1):
        for length in (2, 3, 4):
            piece = tuple(tokens[offset : offset + length])
            if len(piece) == length and piece in words.idioms and offset + length > len(back):
                return True
    return False
