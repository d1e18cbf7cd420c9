"""Whose subject does a clause share? What stood between a subject and its verb, and what one subject did besides."""

import re
from collections.abc import Iterator

from content.candidates.antecedents import is_surely_meant
from content.candidates.mark import MARK, capital
from content.candidates.nouns import is_placelike, singular
from content.candidates.people import is_person
from content.candidates.plain import split
from content.candidates.verbs import base_of_participle, base_of_past, is_finite, surely_finite
from content.candidates.words import word_list

_SUBJECT = re.compile(r"(?:[Tt]he |[Aa]n? )?(?:[\w’'.-]+ ){0,5}[\w’'-]+")
_OBJECT = re.compile(r"(?:the|an?|his|her|its|their|[A-Z][\w’'-]*)\b")
_NAMED = re.compile(r"(?:[Tt]he )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_RELATIVE = re.compile(r"\b(?:who|which|that|whose|where)\b")
_MANY = re.compile(r"\b(?!this|its|his|was|has|as|is|across|less|us)[a-z]{3,}s\b(?![’'])")
_BODIES = word_list("bodies") | {"congress", "parliament", "senate", "government", "army", "company", "party"}
_FITTED = re.compile(
    r"(?:[a-z]+ed|built|led|made|known|born|held|sent|drawn|lit|driven|paid) (?:with|by|in|at|on|from|for|as|to)\b"
)
_PLACED = re.compile(r"\b(?:at|in|near|from|to|outside) [A-Z][\w’'-]+$")
"""“A friend at Duxbury, Massachusetts, Olga Huckins, sent …”: the land is nobody's subject."""
_PREDICATE = re.compile(r"(?:goes|remains|stands|lies|gives|makes|keeps|shows|contains|holds|[a-z]+ed) (?!by\b|with\b)")
_NAME = r"[A-Z][\w’'-]+(?: (?:(?:of|on|for|and) )?[A-Z][\w’'-]+)*"
_BOTH = re.compile(r"and both (?P<rest>(?:were|had been) .+)$")
_TWO = re.compile(rf"the {_NAME} and the {_NAME}$")
_OF_THEM = re.compile(r"\bof (?:them|whom|these)\b")
_LAW = re.compile(r"\b(?:Act|Bill|Law|Amendment|Resolution|Code|Ordinance)s?\b")
_OF_MANY = frozenset(("some", "many", "most", "several", "few", "all", "both", "two", "three", "four", "five", "other"))
_NOT_MANY = frozenset(("Act", "Treaty", "States", "Netherlands", "Philippines"))


def without_beside(parts: list[str]) -> list[str]:
    """The parts with a subject and its verb in one, where something stood between them: "Reck, a smith, built …"."""
    for at in range(len(parts) - 2):
        subject, beside, predicate = parts[at : at + 3]
        if (
            MARK not in subject + beside
            and (not at or _PLACED.search(parts[at - 1]) is None)
            and _SUBJECT.fullmatch(subject)
            and not any(word.islower() and is_finite(word) for word in subject.split())
            and (not begins_with_verb(beside, 1) or _FITTED.match(beside))
            and (_does(predicate) or (_OF_THEM.search(beside) and base_of_past(predicate.partition(" ")[0])))
        ):
            named = beside if subject[:2] in ("a ", "A ", "an", "An", "th", "Th") and is_person(beside) else subject
            return [*parts[:at], f"{named} {predicate}", *parts[at + 3 :]]
    return parts


def _does(part: str) -> bool:
    """Does the part begin with a verb in the past, and its object or a place behind it?"""
    first, _, rest = part.partition(" ")
    if not rest or not first.islower():
        return False
    if surely_finite(first) or (base_of_past(first) is not None and base_of_participle(first) is None):
        return True
    return base_of_past(first) is not None and _OBJECT.match(rest) is not None


def by_the_later(clause: str, main: str) -> str | None:
    """ "When he died in 1892, Gould left …": the name behind the comma is meant, where it is of that kind."""
    pronoun, _, rest = clause.partition(" ")
    later = split(main)
    name = later.subject if later else ""
    if pronoun not in ("he", "she", "it") or not is_finite(rest.partition(" ")[0]) or not _NAMED.fullmatch(name):
        return None
    if pronoun == "it" and not _is_a_thing(name):
        return None
    return f"{capital(name)} {rest}" if is_surely_meant(name, pronoun, "") else None


def _is_a_thing(name: str) -> bool:
    """Can "it" mean the bearer of the name: one with an article, a country, or a name of several words?"""
    return name[:4] in ("The ", "the ") or " " in name or is_placelike(name)


def predicate_of(main: str, part: str) -> str | None:
    """ "The States assumed debts, paid Mexico 15 million, and promised …": one of the things that the subject did."""
    predicate = re.sub(r"^(?:and|but|then|and then) ", "", part)
    told = split(main.replace(MARK, "9"))
    if told is None or not told.subject[:1].isupper() or not _does(predicate):
        return None
    first = predicate.partition(" ")[0]
    alike = base_of_past(told.verb) is not None and base_of_past(first) is not None
    return f"{told.subject} {predicate}" if alike and not _RELATIVE.search(main) else None


def by_the_same(main: str, joined: re.Match[str]) -> Iterator[str]:
    """What the main clause's subject did in the second clause, where its pronoun can mean nobody else."""
    told = split(main)
    if told is None or not _NAMED.fullmatch(told.subject):
        return
    pronoun, name = joined["pronoun"], told.subject
    if pronoun == "they":
        head = name.split()[-1]
        many = singular(head) != head.lower() or head.lower() in _BODIES
        sure = many and not is_person(name) and _MANY.search(told.rest) is None
    else:
        sure = is_surely_meant(name, pronoun, f"{told.verb} {told.rest}")
        if pronoun == "it":
            sure = sure and _is_a_thing(name) and re.search(r"\bit\b", told.rest) is None
    if sure:
        opening = joined["opening"]
        name = re.sub(r"^The ", "the ", name) if opening else name
        yield f"{capital(opening) if opening else ''}{name} {joined['rest']}"


def both_of(main: str, part: str) -> str | None:
    """ "Congress passed the Meat Act and the Drug Act, and both were signed on MARK": the two acts were."""
    both, two = _BOTH.match(part), _TWO.search(main)
    return capital(f"{two.group()} {both['rest']}") if both and two else None


def of_participle(match: re.Match[str]) -> str | None:
    """ "First published in 1886 by Keller, the register became …": the subject was first published then."""
    part = match["part"].lower()
    told = split(capital(match["main"]))
    if base_of_participle(part) is None or told is None or (not match["early"] and not match["part"][0].isupper()):
        return None
    words = told.subject.split()
    if singular(words[-1]) != words[-1].lower() or " and " in told.subject or words[0].lower() in _OF_MANY:
        return None
    return f"{told.subject} was {(match['early'] or '').lower()}{part} {match['rest']}"


def done_to(match: re.Match[str]) -> str | None:
    """ "The two sides finalized the Treaty of Paris on MARK": the treaty was finalized then."""
    opened = MARK in match["by"]
    if opened == bool(match["when"]) or any(word.islower() and is_finite(word) for word in match["by"].split()):
        return None
    name = match["name"]
    if match["done"] == "passed" and not _LAW.search(name):
        return None
    last = re.split(r" (?:of|on|for) ", name)[0].split()[-1]
    many = singular(last) != last.lower() and last not in _NOT_MANY and (name.startswith("the ") or " " in name)
    verb = "were" if many else "was"
    when = match["when"] or " " + match["by"].split(",")[0].split(MARK)[0].lower().strip() + f" {MARK}"
    return f"{capital(name)} {verb} {match['done']}{when}"


def is_another(part: str) -> bool:
    """Is it a clause with a subject and a verb of its own, joined by nothing but the comma?"""
    told = split(capital(part))
    return told is not None and surely_finite(told.verb) and bool(told.rest)


def verb_follows(parts: list[str]) -> bool:
    """Does a later part begin with a verb, so that the one before was a participle ("a microbe grown in …, goes")?"""
    return any(_PREDICATE.match(part) or surely_finite(part.partition(" ")[0]) for part in parts)


def begins_with_verb(part: str, index: int) -> bool:
    """Is there no subject before the verb: "was sold to a rival", "secretly bought maize"?"""
    first, _, rest = part.partition(" ")
    if is_finite(first.lower()) and (not index or first.islower()):
        return True
    return first.endswith("ly") and is_finite(rest.partition(" ")[0])
