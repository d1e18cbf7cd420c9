"""Is there only one whom "he" or "she" can mean? Then no grammar is needed to tell who it is."""

import re
from collections.abc import Sequence

from content.candidates.names import NAME, Names
from content.candidates.nouns import MONTHS, STARTERS, is_placelike, singular
from content.candidates.people import INSTITUTION, first_named, full_name, gender, hero, is_person
from content.candidates.words import word_list

_REACH = 5
_RANKS = word_list("ranks")
_ROLES = word_list("roles")
_OTHERS = {"he": word_list("of_women"), "she": word_list("of_men")}
"""Roles of the other sex."""
_NO_AGENTS = word_list("no_agents")
_BESIDE = re.compile(
    r"(?<=[\w’'.]), (?:(?:himself|herself|then|now|once|by then) )?(?:an?|the|his|her|its|their) [^,;.]*?(?=,|\.$|;|$)"
    r"|\b(?:was|is|became|been|as) (?:then |already |himself )?(?:an?|the) [^,;.]*"
    r"|\b(?:was|became|as) (?:[a-z]+ ){0,2}[a-z]+(?:er|or|ist|man)\b"
)
"""What tells who a person is is none other than he: ", a freed coachman", "was a merchant of Lyons"."""
_BEFORE_NAME = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) (?:[\w-]+ ){1,4}(?=[A-Z][\w’'-]+ [A-Z])")
"""“The builder William Willett”."""
_SMALL = re.compile(r"\b[a-z]{3,}\b")
_BRACKETS = re.compile(r"\s?\([^()]*\)")
_BORN = re.compile(r"\((?:born\b|b\.|c\. ?\d|\d{3,4}(?: BC)? ?[-–]|\d{1,2} [A-Z][a-z]+ \d{3,4})")
_AT = frozenset(("in", "at", "near", "from", "towards", "outside", "around", "through", "across", "into", "on", "over"))
_ADJECTIVE = re.compile(r"(?:an|ish|ese|ch|ic|can|man|ss|eek|nch)s?$")
_HIDDEN = {
    "he": re.compile(r"\b(?:he|his|him)\b", re.IGNORECASE),
    "she": re.compile(r"\b(?:she|hers?)\b", re.IGNORECASE),
}
"""Somebody not named, where it stands before the name: "his victory over James Blake"."""
_NO_NAMES = frozenset(("instead", "prime", "foreign", "secretary", "when", "while"))
_DOES = re.compile(
    r",? (?:himself|herself)\b|, who\b| and his |,? \((?:born|b\.|died|\d{3,4}(?: BC)? ?[-–])"
    r"|[’']s? (?:father|mother|wife|husband|widow|brother|sister|son|daughter|death|birth)\b"
    r"| (?:was|had been|is) (?:[a-z]+ly )?(?:born|married|elected|appointed|crowned|buried|knighted|wounded|beheaded"
    r"|executed|dismissed|promoted|murdered|shot|hanged|arrested|exiled|re-elected|the (?:[a-z]+ )?(?:son|daughter))\b"
    r"| (?:died|married|resigned|wrote|studied|retired|knew|rode|fled)\b"
)
"""What is said of a person, behind the name."""
_TOLD_BESIDE = re.compile(r", (?:an?|the) (?P<what>(?:(?!(?:of|in|from|on|at|to|for|by|with) )[\w-]+ ?){1,4})")
"""“Garibaldi, a sailor from Nice”."""
_IS = re.compile(
    r"\b(?:general|king|builder|engineer|chemist|physicist|doctor|sailor|merchant|poet|painter|writer|commander|consul"
    r"|emperor|president|minister|inventor|architect|explorer|astronomer|scientist|[a-z]{3,}(?:ist|ician|man|eer)),? $"
)
"""What a person is, in front of the name."""


def only_one(earlier: Sequence[str], kind: str, names: Names) -> str | None:
    """The one person of that sex whom the sentences before name, back to the first that names one; None if unsure."""
    if kind not in _OTHERS:
        return None
    titled = hero(names)
    about = titled[0] if titled and titled[1] == kind else None
    for sentence in earlier[:_REACH]:
        if (told := _with_life(sentence, kind)) is not None:
            return told
        found = _persons(sentence, kind, names, about)
        if found is None or len(found) > 1:
            return None
        if found:
            return next(iter(found))
    return None


def _with_life(sentence: str, kind: str) -> str | None:
    """The person whom the sentence opens with, with the years of their life: it is told of nobody else."""
    match = NAME.match(sentence) if "(" in sentence[:60] else None
    if (
        match is None
        or not _BORN.match(sentence, match.end() + 1)
        or match.group().partition(" ")[0].lower() in STARTERS
    ):
        return None
    behind = sentence[sentence.find(")", match.end()) + 1 :]
    alone = behind.startswith((" was ", ", the ", ", a ", ", an ", " is ", " became ", ", who ", " had "))
    return match.group() if alone and gender(match.group()) in (None, kind) else None


def _persons(sentence: str, kind: str, names: Names, about: str | None) -> frozenset[str] | None:
    """The persons of that sex named in the sentence; None where a name may be one's or a role tells of another.

    Where the text is about a person, and the sentence names them and nobody else who is known, that is enough.
    """
    plain = _BRACKETS.sub("", sentence)
    found: set[str] = set()
    doubt = False
    for match in NAME.finditer(plain):
        if not match.start() and match.group() in ("A", "An", "The"):
            continue
        person = _person(match, plain, kind, names, _BORN.match(sentence, len(match.group()) + 1) is not None)
        doubt = doubt or person is None
        if person and _HIDDEN[kind].search(plain, 0, match.start()) and person != about:
            return None
        if person:
            found.add(person)
    if doubt and (about is None or found != {about}):
        return None
    if any(is_role(word) for word in set(_SMALL.findall(_BEFORE_NAME.sub("", _BESIDE.sub("", plain)))) - _OTHERS[kind]):
        return None
    return frozenset(one for one in found if not any(other != one and other.endswith(f" {one}") for other in found))


def _person(match: re.Match[str], sentence: str, kind: str, names: Names, lived: bool) -> str | None:
    """The person's name in full, nothing for what is surely none, None where it may be one's."""
    text = match.group().rstrip(".")
    first, _, rest = text.partition(" ")
    start = match.start()
    if (first.lower() in STARTERS or first.lower() in _NO_NAMES) and not start:
        text, start = rest, start + len(first) + 1
        first, _, rest = text.partition(" ")
    if not text or first.lower() in MONTHS or text.isupper():
        return ""
    before = sentence[:start].split()[-1:]
    if rest:
        return _of_several(text, kind, names, before, lived and not match.start())
    return _of_one(text, kind, names, before, sentence, lived and not match.start())


def _of_several(text: str, kind: str, names: Names, before: list[str], lived: bool) -> str | None:
    """The same for a name of two words or more."""
    text = re.sub(r"[’']s?$", "", text)
    words = text.split()
    if before in (["the"], ["The"]) and words[0].lower() not in _RANKS and gender(text) is not None:
        return None  # a ship or a prize
    known = lived or words[0].lower() in _RANKS or gender(text) is not None or is_somebody(text, names)
    if not is_person(text) or (before in (["the"], ["The"]) and not known):
        return "" if not known or singular(words[-1]) in INSTITUTION else None
    if gender(text) not in (None, kind):
        return ""
    if known:
        return text
    return "" if before and before[0] in _AT else None


def _is_known(name: str, names: Names) -> bool:
    """Is the full name surely a person's?"""
    first = name.split(maxsplit=1)[0].lower()
    return gender(name) is not None or first in _RANKS or is_somebody(name, names)


def is_role(word: str) -> bool:
    """Does the word tell of somebody by what they are: "king", "driver"?"""
    return word in _ROLES or (len(word) > 5 and word.endswith(("er", "or", "ist")) and word not in _NO_AGENTS)


def is_somebody(name: str, names: Names) -> bool:
    """Does the text say somewhere of the name what is said of people alone?"""
    if name not in names.somebody:
        names.somebody[name] = _is_said_of(name, names)
    return names.somebody[name]


def _is_said_of(name: str, names: Names) -> bool:
    text, end = names.document.text, 0
    for at in names.places_of(name):
        if at < end:
            continue
        end = at + len(name)
        if _DOES.match(text, end) or _IS.search(text, max(0, at - 24), at):
            return True
        if (beside := _TOLD_BESIDE.match(text, end)) and any(map(is_role, beside["what"].split())):
            return True
    return False


def _of_one(word: str, kind: str, names: Names, before: list[str], sentence: str, lived: bool) -> str | None:
    """The same for a single word: a surname or a first name whose bearer the text names in full, once."""
    bare = re.sub(r"[’']s$", "", word)
    titled = hero(names)
    if titled and bare in titled[0].split() and not bare[0].islower():
        return titled[0] if titled[1] == kind else ""
    offset = len(names.document.text)
    told = full_name(bare, offset, names) or first_named(bare, offset, names)
    known = {one for one in told if _is_known(one, names)}
    if len(known) == 1 and len(told) == 1:
        one = next(iter(known))
        return one if gender(one) in (None, kind) else ""
    if known:
        return None
    if gender(bare) is not None and bare not in names.places:
        return (bare if gender(bare) == kind else "") if not told else None
    if lived or (not told and bare not in names.places and is_somebody(bare, names)):
        return bare
    if before in (["the"], ["The"]) or bare in names.places or is_placelike(bare) or (before[:1] and before[0] in _AT):
        return ""
    following = sentence[sentence.find(word) + len(word) :].lstrip()
    return "" if _ADJECTIVE.search(bare) and following[:1].islower() else None
