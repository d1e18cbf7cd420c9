"""Whom did the sentences before speak of? The name that was their subject, if it is sure."""

import re
from collections.abc import Sequence

from content.candidates.names import NAME, Names, singular
from content.candidates.verbs import is_finite
from content.candidates.words import word_list

_INSTITUTION = word_list("institution")
_OF_PLACES = word_list("of_places")
_OPENING = re.compile(r"^(?:In|On|By|At|From|After|During|Before|Until|Since) [^,]{2,40}, ")
_PRONOUN = re.compile(r"^(?:(?:In|On|By|At|From) [^,]{3,30},? )?(He|She|It|His|Her|Its|he|she|it|his|her|its)\b")
_KIND = {"he": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it"}
_REACH = 3


def antecedent(earlier: Sequence[str], pronoun: str, names: Names) -> str | None:
    """The name that the pronoun takes up; None where it is not alone, of another kind, or too far away.

    "He" and "she" may reach over a sentence that names nobody else; "it" may not.
    """
    kind = _KIND.get(pronoun.lower())
    if kind is None:
        return None
    for sentence in earlier[:_REACH]:
        taken_up = _PRONOUN.match(sentence)
        if taken_up:
            if _KIND[taken_up.group(1).lower()] != kind:
                return None
            continue
        subject = _subject(_OPENING.sub("", sentence), names)
        if subject is None:
            if kind == "it" or _people(sentence, names):
                return None
            continue
        return _as_titled(subject, names) if _fits(subject, kind, names) else None
    return _topic(names, kind)


def _as_titled(name: str, names: Names) -> str:
    """The shorter name that the title uses for somebody whose name is told in full once."""
    titled = names.topic
    return titled if titled and name.endswith(" " + titled) else name


def _topic(names: Names, kind: str) -> str | None:
    """The person that the title names, where the text says "she" of hardly anyone else (or "he", as may be)."""
    if kind == "it":
        return None
    person = names.topic
    if person is None or not is_person(person) or names.says(kind) < 3:
        return None
    return person if names.says(kind) >= 3 * names.says("she" if kind == "he" else "he") else None


def _subject(sentence: str, names: Names) -> str | None:
    """The name that opens the sentence as its subject, with its article."""
    article = "The " if sentence.startswith("The ") else ""
    rest = sentence[len(article) :]
    match = NAME.match(rest)
    if match is None:
        return None
    name = match.group()
    following = rest[match.end() :].lstrip()
    first, _, more = name.partition(" ")
    if not article and not names.is_name(first, more):
        return None
    word = following.split(" ")[0] if following else ""
    if not is_finite(word) and not re.match(
        r", (?:an?|the|who|which|born|then|his|her|its|founded|opened|built)\b", following
    ):
        return None
    return article + name


def _fits(subject: str, kind: str, names: Names) -> bool:
    """Is the name of the kind that the pronoun asks for?"""
    person = is_person(subject) or subject in names.surnames
    return person if kind in ("he", "she") else not person


def is_person(name: str) -> bool:
    """Does the name look like a person's? Two to four words, no article, none of them an institution or a place."""
    words = name.split()
    if not 2 <= len(words) <= 4 or words[0] == "The" or words[0].lower() in _OF_PLACES:
        return False
    return not any(singular(word) in _INSTITUTION or word in ("of", "the", "and", "for") for word in words)


def full_name(surname: str, offset: int, names: Names) -> frozenset[str]:
    """The persons of that surname told before the offset, by their longest plain names; two leave it open."""
    told = [name.text for name in names.longer.get(surname, ()) if name.start < offset and is_person(name.text)]
    return frozenset(one for one in told if not any(other != one and one.endswith(" " + other) for other in told))


def _people(sentence: str, names: Names) -> bool:
    """Does the sentence name a person, or might it?"""
    return any(
        is_person(match.group()) or match.group() in names.surnames or match.start() == 0
        for match in NAME.finditer(sentence)
        if match.start() > 0
    )
