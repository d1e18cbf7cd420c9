"""Who was introduced where, so that a bare name further on needs what stood before ("Casement was hanged")?"""

import re
from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from content.candidates.names import Names
from content.candidates.nouns import MONTHS, STARTERS, is_placelike
from content.candidates.people import is_person
from content.openings import ASIDE

_CAPITAL = re.compile(r"[A-Z][a-zà-ÿ’'-]+(?: [IVX]+\b)?")
_BESIDE = re.compile(r"(?:[A-Z][\w’'.-]*|[Dd]e|[Vv]on|[Vv]an|[Dd]u|[Ll]a|of) $")
_OFTEN, _LOOKED_AT = 6, 200_000
_OF_RANK = re.compile(r"\b(?:Earl|Duke|Count|Lord|Marquess|Marquis|Baron|Viscount|Prince) of ([A-Z][a-z]{3,})\b")
"""The Earl of Warwick is called Warwick further on."""
_ITS = re.compile(r"\bits\b")
_THING = re.compile(r"\b(?:an?|the|this|that|every|each|no|some|many|\d+) [a-z]|\b(?:of|in|at|for|from|to) [A-Z]")
_POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class Introduced:
    """The persons of a document by each of the names that a later sentence could call them."""

    first: dict[str, int] = field(default_factory=dict)
    """Where the first full name stands that begins or ends with the word."""
    main: frozenset[str] = frozenset()
    """Those that the text names again and again."""
    titles: frozenset[str] = frozenset()
    """The words of the document's title, which every card is read under."""
    _named: dict[str, tuple[tuple[str, str, int], ...]] = field(default_factory=dict, repr=False, compare=False)

    def bare(self, sentence: str, known: Set[str], start: int) -> Iterator[str]:
        """The names in a sentence whose bearer was introduced before `start`.

        `known` are the words that the card and its headings have told already.
        """
        if sentence not in self._named:
            self._named[sentence] = tuple(self._introduced_in(sentence))
        for word, low, told in self._named[sentence]:
            if told < start and low not in known:
                yield word

    def _introduced_in(self, sentence: str) -> Iterator[tuple[str, str, int]]:
        """The names in a sentence whose bearers are told in full somewhere, in small letters too, and where."""
        for match in _CAPITAL.finditer(sentence):
            word = _POSSESSIVE.sub("", match.group())
            told, low = self.first.get(word), word.lower()
            if told is None or low in self.titles:
                continue
            following = sentence[match.end() : match.end() + 4]
            if _BESIDE.search(sentence, max(0, match.start() - 20), match.start()) or re.match(r" [A-Z]", following):
                continue
            yield word, low, told

    def somebodys(self, sentence: str) -> bool:
        """Does a sentence about a person say "its" of something that it has not told ("Perkins became its chief")?"""
        match = _ITS.search(sentence)
        if match is None or _POSSESSIVE.sub("", sentence.partition(" ")[0].rstrip(",")) not in self.first:
            return False
        return _THING.search(ASIDE.sub("", sentence[: match.start()])) is None


def introduced(names: Names | None) -> Introduced:
    """The table of a document."""
    if names is None:
        return Introduced()
    first: dict[str, int] = {}
    for last, every in names.longer.items():
        for name in every:
            if not is_person(name.text) or is_placelike(last) or last in names.places:
                continue
            for word in (last, name.text.partition(" ")[0]):
                if len(word) > 2 and word.lower() not in STARTERS and word.lower() not in MONTHS:
                    first[word] = min(name.start, first.get(word, name.start))
    for match in _OF_RANK.finditer(names.document.text):
        if match[1] not in names.places:
            first[match[1]] = min(match.start(), first.get(match[1], match.start()))
    count = Counter(_CAPITAL.findall(names.document.text, 0, _LOOKED_AT))
    main = frozenset(word for word in first if count[word] >= _OFTEN)
    return Introduced(first, main, frozenset(word.lower() for word in re.findall(r"[^\W\d_]+", names.title)))
