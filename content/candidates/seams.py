"""Where a sentence was cut, does a name now follow a word that it never followed?"""

import re
from functools import lru_cache
from itertools import pairwise

from content.candidates.mark import MARK
from content.candidates.verbs import is_finite

_EDGES = ("", " ", ",", ".", ";", ":")
_WORD = re.compile(rf"{MARK}|[^\W_][\w’'-]*")


def is_badly_sewn(line: str, sentence: str) -> bool:
    """Do two words of the sentence meet in the line that were apart, the second a name ("Lübeck Duke of Saxony")?

    Where an aside was cut out a verb follows; a name there is a piece of the aside that was left behind.
    """
    if _is_one_piece(line, sentence):
        return False
    words = _WORD.findall(line)
    neighbours, known = _pairs(sentence)
    for first, second in pairwise(words):
        if second[0].isupper() and first != MARK and not is_finite(second):
            pair = (first.lower(), second.lower())
            if pair not in neighbours and known.issuperset(pair):
                return True
    return False


def _is_one_piece(line: str, sentence: str) -> bool:
    """Does the line, but for a capital, stand in the sentence as it is, from one edge of a word to another?"""
    at = sentence.find(line[1:]) - 1
    if at < 0 or sentence[at].lower() != line[:1].lower():
        return False
    return (not at or sentence[at - 1] == " ") and sentence[at + len(line) : at + len(line) + 1] in _EDGES


@lru_cache(maxsize=32)
def _pairs(sentence: str) -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """The words that stand side by side in the sentence, and all its words, small."""
    words = [word.lower() for word in _WORD.findall(sentence)]
    return frozenset(pairwise(words)), frozenset(words)
