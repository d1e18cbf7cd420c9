"""Which nouns of a card speak of something that only the text before the card tells ("The bridge was renamed")?"""

import re
from collections.abc import Iterator
from functools import lru_cache

from content.candidates.nouns import singular
from content.candidates.verbs import is_finite
from content.candidates.words import word_list
from content.patterns import quick

_THE = re.compile(r"\b[Tt]he (?=[a-z])")
_WORD = re.compile(r"[A-Za-z][\w’'-]*|\S")
_LETTERS = re.compile(r"[A-Za-z][\w’'-]*")
_BREAKS = word_list("breaks")
_LINKS = word_list("links") | word_list("weak_links") | {"that", "which", "where", "when", "whose", "called", "named"}
_KNOWN = word_list("unique") | word_list("general")
_LONGEST = 4
_BODIES = frozenset(
    (
        *(
            "act",
            "bill",
            "treaty",
            "agreement",
            "convention",
            "proclamation",
            "declaration",
            "charter",
            "pact",
            "accord",
        ),
        *("alliance", "compact", "edict", "decree", "protocol", "programme", "project", "plan", "expedition", "league"),
        *("society", "company", "council", "committee", "commission", "institute", "association", "museum", "college"),
        *("academy", "bank", "board", "club", "foundation", "fund", "trust"),
    )
)
_THE_ACT = quick(r"\b[Tt]he ([A-Z][a-z]+)(?= [a-z(]|[.,;:’'])(?! (?:of|for|on|in|to|at) )")
"""“the Act”, “the Society”: which one was told by its name."""


@lru_cache(maxsize=64)
def told_before(before: tuple[str, ...], titles: str) -> frozenset[str]:
    """The words of the sentences before a card without those of its titles."""
    return frozenset[str]().union(*map(words, before)) - words(titles)


def dangling(sentence: str, earlier: frozenset[str], told: set[str]) -> int:
    """How many a bare "the noun" of a sentence was told `earlier` and not on the card with the words `told`."""
    return sum(head in earlier and head not in told and head not in words(sentence[:at]) for head, at in bare(sentence))


@lru_cache(maxsize=2048)
def words(text: str) -> frozenset[str]:
    """The words of a text, singular and in small letters."""
    return frozenset(map(singular, _LETTERS.findall(text)))


@lru_cache(maxsize=2048)
def bare(sentence: str) -> tuple[tuple[str, int], ...]:
    """The heads of the phrases "the noun" that nothing behind them explains, and where each begins."""
    return tuple(_bare(sentence))


def _bare(sentence: str) -> Iterator[tuple[str, int]]:
    for match in _THE_ACT.finditer(sentence):
        if (head := singular(match[1])) in _BODIES:
            yield head, match.start()
    for match in _THE.finditer(sentence):
        phrase: list[str] = []
        follower = ""
        for token in _WORD.finditer(sentence, match.end(), match.end() + 60):
            follower = token.group()
            stops = not follower[0].islower() or follower in _BREAKS or (phrase and is_finite(follower))
            if stops or len(phrase) == _LONGEST:
                break
            phrase.append(follower)
        if not phrase or follower in _LINKS or follower[0].isupper() or follower[0].isdigit():
            continue
        if phrase[-1] in _KNOWN or phrase[0] in _KNOWN or phrase[0].endswith("est"):
            continue
        yield singular(phrase[-1]), match.start()
