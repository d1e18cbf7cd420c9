"""What does a heading say that the text below it is about?"""

import re
from functools import lru_cache

from content.candidates.nouns import content_words

_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]{2,}")
_BEHIND = re.compile(r" (?:of|against|in|on|for|to|from|at|by|with|without|under|after|before|between|among)\b")


def names_in(heading: str) -> list[str]:
    """The words of a heading that are written as names: with a capital that no begin of the heading asks for."""
    words = _CAPITAL.findall(heading)
    if heading.isupper() or len(words) == 1 == len(heading.split()):
        return words
    return [word for word in words if not heading.lstrip("0123456789. ").startswith(word)]


@lru_cache(maxsize=1024)
def matter(heading: str) -> frozenset[str]:
    """The words that a card below it should hold one of: "campaign" of "The campaign against the state"."""
    first = "" if heading.startswith("From ") else _BEHIND.split(heading, maxsplit=1)[0]
    return content_words(first) or content_words(heading)
