"""How do two lines become one? With a space, or without, where a word was parted by a hyphen."""

import re
from collections.abc import Iterable

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LAST = re.compile(r"([^\W\d_]+)-\Z")
FIRST = re.compile(r"[^\W\d_]+")
KEEPING = frozenset(
    {
        *("self", "well", "ill", "half", "cross", "ex", "mid", "all", "non", "vice", "so", "high", "low", "long"),
        *("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "short", "post", "pre"),
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    }
)
"""First parts that nearly always keep their hyphen."""


def known_words(lines: Iterable[str]) -> frozenset[str]:
    """All words inside the lines, by which a parted word is known."""
    return frozenset(word.lower() for line in lines for word in WORD.findall(line))


def joined(before: str, after: str, known: frozenset[str]) -> str:
    """Both lines as one."""
    if not before or not after:
        return before + after
    parted = LAST.search(before)
    begins = FIRST.match(after)
    if parted and begins:
        one, other = parted.group(1), begins.group()
        if other[0].isupper() and not one.isupper():
            return before + after
        if f"{one}{other}".lower() in known:
            return before[:-1] + after
        keeps = f"{one}-{other}".lower() in known or one.lower() in KEEPING
        return before + after if keeps else before[:-1] + after
    if before[-1] in "-–—/" and before[-2:-1].strip() and not after[0].isspace():
        return before + after
    return f"{before} {after}"
