"""Where a sentence was cut, does a name now follow a word that it never followed?"""

import re
from functools import lru_cache
from itertools import pairwise

from content.candidates.clause import MARK
from content.candidates.verbs import is_finite

_WORD = re.compile(rf"{MARK}|[^\W_][\w’'-]*")


def is_badly_sewn(line: str, sentence: str) -> bool:
    """Do two words of the sentence meet in the line that were apart, the second a name ("Lübeck Duke of Saxony")?

    Where an aside was cut out a verb follows; a name there is a piece of the aside that was left behind.
    """
    words = _WORD.findall(line)
    neighbours, known = _pairs(sentence)
    return any(
        first != MARK
        and second[0].isupper()
        and not is_finite(second)
        and (first.lower(), second.lower()) not in neighbours
        and {first.lower(), second.lower()} <= known
        for first, second in pairwise(words)
    )


@lru_cache(maxsize=256)
def _pairs(sentence: str) -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """The words that stand side by side in the sentence, and all its words, small."""
    words = [word.lower() for word in _WORD.findall(sentence)]
    return frozenset(pairwise(words)), frozenset(words)
