"""Can a card begin with this sentence, or does it lean on the one before? And where could the card begin instead?"""

import re
from collections.abc import Mapping, Sequence

from content.candidates.names import MONTHS, STARTERS
from content.document import Span
from content.outline import Outline, Unit

FEWEST, MOST = 55, 130
"""Words that a card may hold when its begin is moved."""

_FIRST = re.compile(
    r"^(?:this|these|that|those|such|he|she|it|they|his|her|its|their|however|but|and|so|then|both|also|another|other"
    r"|others|instead|moreover|furthermore|therefore|thus|subsequent\w*|further|later|meanwhile|similarly|finally"
    r"|eventually|yet|still|even so|in addition|as a result|by contrast|in contrast|for example|for instance"
    r"|the (?:other|latter|former|second|third|rest|remaining|following)|the [“\"]|there (?!was|were|is|are|had|has))\b",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(
    r"^it (?:is|was|has been|had been) (?:now |then |often |long |generally |widely )?"
    r"(?:\w+ed|said|thought|known|held|clear|possible|likely|estimated) that\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:the (?:same|following|previous|next|preceding) (?:year|month|week|day|night|morning|winter|spring|summer"
    r"|autumn|decade|century|time|reason|way)s?|(?:years?|months?|weeks?|days?|hours?|decades?) (?:later|earlier"
    r"|afterwards?)|such (?:an? )?[a-z]+|that (?:year|month|week|day|night|winter|spring|summer|autumn|decade|time|same)"
    r"|(?:these|those|this) [a-z]+|the (?:latter|former)|the two of them|of them|by then|since then|until then"
    r"|hotter ones|[a-z]+er ones)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PERSON = frozenset(("he", "she", "him", "his", "her"))
_GROUP = frozenset(("they", "them", "their"))
_PLACING = frozenset(("in", "at", "from", "to", "near", "on", "through", "into", "towards", "of"))
_PEOPLE = frozenset(("people", "men", "women", "children", "police", "everyone", "everybody"))


def leans(sentence: str) -> bool:
    """Does the sentence need the one before it to be understood?"""
    if _SAYS_NOTHING.match(sentence):
        return False
    return bool(_FIRST.match(sentence) or _BACK.search(sentence)) or _pronoun_open(sentence)


def _pronoun_open(sentence: str) -> bool:
    """Does a pronoun stand before anybody or anything that it could mean?"""
    words = _WORD.findall(sentence)
    named = plural = False
    for index, word in enumerate(words[:24]):
        low = word.lower()
        if low in _PERSON:
            return not named
        if low in _GROUP:
            return not plural
        before = words[index - 1].lower() if index else ""
        if word[0].isupper() and low not in MONTHS and before not in _PLACING and (index or low not in STARTERS):
            named = True
        plural |= (low.endswith("s") and low not in STARTERS) or low in _PEOPLE or word == "and"
        named |= before in ("a", "an", "the", "every", "each") and before not in _PLACING and index > 0
    return False


def opened(
    outline: Outline, windows: Sequence[tuple[Unit, ...]], needed: Mapping[int, Sequence[Span]]
) -> dict[int, tuple[Unit, ...]]:
    """The units of each window that has questions, its begin moved where the first sentence leans on the one before."""
    return {number: _moved(outline, windows[number], quotes) for number, quotes in needed.items()}


def _moved(outline: Outline, units: tuple[Unit, ...], quotes: Sequence[Span]) -> tuple[Unit, ...]:
    if not quotes or _opens(outline, units[0]):
        return units
    every = outline.units
    start = outline.at(units[0].span.start) or 0
    end = start + len(units)
    asked = [index for index in range(start, end) if any(every[index].span == quote for quote in quotes)]
    if not asked:
        return units
    ways = (_later(outline, start, end, asked), _earlier(outline, start, end, asked))
    return next((every[a:b] for way in ways if way is not None for a, b in [way]), units)


def _opens(outline: Outline, unit: Unit) -> bool:
    return unit.kind == "bullet" or not leans(outline.document[unit.span])


def _later(outline: Outline, start: int, end: int, asked: Sequence[int]) -> tuple[int, int] | None:
    """The card without its first sentences, where enough of it is left."""
    for at in range(start + 1, asked[0] + 1):
        if _opens(outline, outline.units[at]) and _words(outline, at, end) >= FEWEST:
            return at, end
    return None


def _earlier(outline: Outline, start: int, end: int, asked: Sequence[int]) -> tuple[int, int] | None:
    """The card begun a few sentences earlier, in the same section; what it does not ask at its end may go."""
    section = outline.units[start].section
    for at in range(start - 1, -1, -1):
        if outline.units[at].section != section or outline.units[at].kind != "sentence":
            return None
        last = end
        while last > asked[-1] + 1 and _words(outline, at, last) > MOST:
            last -= 1
        if _words(outline, at, last) > MOST:
            return None
        if _opens(outline, outline.units[at]):
            return at, last
    return None


def _words(outline: Outline, start: int, end: int) -> int:
    return sum(unit.words for unit in outline.units[start:end])
