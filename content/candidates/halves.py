"""Which of two joined statements holds the fact, and can it be told without the other?"""

import re
from functools import lru_cache

from content.candidates.antecedents import is_surely_meant
from content.candidates.mark import MARK, capital
from content.candidates.person_first import ANYBODY, named
from content.candidates.plain import split
from content.candidates.verbs import base_of_participle, is_finite, surely_finite
from content.candidates.words import word_list, words_of

_HALVES = re.compile(r"^(?P<first>.+?),? (?:and|but|yet|while|whereas) (?P<second>(?:[Tt]he |[Aa]n? |[A-Z]).+)$")
_SECOND = re.compile(
    r"^(?P<first>.+?), (?:and|but|yet|while|whereas|so) (?P<second>(?:[a-z]+,? ){1,7}?(?P<verb>[a-z]+)\b.*)$"
)
_DATED_HALF = re.compile(
    rf"^(?P<first>[^{MARK}]+?),? (?:and|but|yet|while|whereas) (?P<second>(?:in|on) {MARK},? (?:the |an? |he |she "
    rf"|it |[A-Z]).+)$"
)
"""“… and on 3 May the king died”: the date belongs to the second statement."""

_THEN_IT = re.compile(rf"^(?P<opening>(?:in|on) {MARK},?) (?P<pronoun>it|he|she) ")
_JOINING = frozenset(("and", "but", "yet", "while", "whereas", "so"))
_PRONOUN_FIRST = ("He ", "She ", "It ", "They ")
_PREPOSITIONS = word_list("prepositions") | {"of", "called", "named", "titled", "entitled"}


def dated_half(line: str) -> str | None:
    """The second statement, which opens with its date; None where the line is not so made."""
    joined = _DATED_HALF.match(line)
    if joined is None or not _states(joined["first"]):
        return None
    return _of_the_same(joined["first"], joined["second"])


def _of_the_same(first: str, second: str) -> str | None:
    """The second statement, with the name that is the first one's subject in place of its "it" or "he".

    None where the pronoun may mean another: the sentences before would only make somebody else of it.
    """
    parts, pronoun = split(first), _THEN_IT.match(second)
    if (
        parts is None
        or pronoun is None
        or not re.fullmatch(r"(?:The )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*", parts.subject)
        or not is_surely_meant(parts.subject, pronoun["pronoun"], f"{parts.verb} {parts.rest}")
    ):
        return capital(second) if pronoun is None else None
    name = re.sub(r"^The ", "the ", parts.subject)
    return capital(f"{pronoun['opening']} {name} {second[pronoun.end() :]}")


@lru_cache(maxsize=1024)
def half(line: str) -> str | None:
    """The one of two joined statements that holds the fact; None where the sentence is not so made."""
    if line.startswith(_PRONOUN_FIRST):  # any name will do to find the verb
        pronoun, _, rest = line.partition(" ")
        named = half(f"{ANYBODY} {rest}")
        return named and named.replace(ANYBODY, pronoun, 1)
    if _JOINING.isdisjoint(words_of(line)):
        return None
    match = _HALVES.match(line)
    if match is None:
        return _first_half(line)
    first, second = match["first"], match["second"]
    if not (_states(first) and _states(second)):
        return _first_half(line)
    return first if MARK in first else capital(second)


def _first_half(line: str) -> str | None:
    """The first of two statements, where it holds the fact and another subject and verb surely follow."""
    match = _SECOND.match(line)
    if match is None or MARK not in match["first"] or not _states(match["first"]):
        return None
    words = match["second"].replace(",", "").split()[:9]
    if base_of_participle(words[0]) is not None and not _surely(match["first"]):
        return None
    return match["first"] if any(word.islower() and is_finite(word) for word in words[1:]) else None


def _surely(part: str) -> bool:
    """Is the part's verb finite beyond doubt, or does its object follow ("finished a canal", not "raised in")?"""
    parts = split(part)
    if parts is None:
        return False
    return surely_finite(parts.verb) or parts.rest.partition(" ")[0] not in _PREPOSITIONS


def _states(part: str) -> bool:
    """Has the part a subject and a finite verb of its own?"""
    parts = split(named(part))
    return parts is not None and bool(parts.rest)
