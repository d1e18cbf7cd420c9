"""Who is "he", which canal is "the canal"? A reference is resolved by a rule we trust, or the question is not asked."""

import re
from functools import lru_cache

from content.candidates.definite import definite, opens_with_fixture
from content.candidates.mark import MARK
from content.candidates.names import Names
from content.candidates.nouns import MONTHS, singular
from content.candidates.people import first_named, full_name, hero, is_person
from content.candidates.plain import split
from content.candidates.pointing import is_relative, points, speaks
from content.candidates.pronouns import (
    OF_HIS,
    SUBJECT_PRONOUN,
    object_before,
    object_told,
    pronoun_subject,
    pronouns_bound,
)
from content.candidates.setting import Setting, tokens_of
from content.candidates.verbs import is_finite
from content.candidates.words import words_of
from content.record import record

_SURNAME = re.compile(
    rf"^(?P<opening>(?:In|On|By) (?:{MARK},?|[^,{MARK}]{{3,24}},|(?:\d\d? )?(?:[A-Z][a-z]+ )?(?:\d\d?, )?\d{{4}},?) )?"
    r"(?P<name>[A-Z][\w-]+)(?! (?:of|de|la|von|van|der|du|the|ibn|bin|ben|el|al) [A-Z]| [a-z]{2}[-’'][A-Z])"
    r"(?=(?:[’']s)? [a-z]|,)"
)
_BARE_NAME = re.compile(r"(?<![\w’'.] )(?<![A-Z] )(?:^|(?<=[a-z,] ))(?P<name>[A-Z][a-z]+)(?:[’']s)?(?=[ ,]+[a-z]|$)")
_POSSESSED = re.compile(
    rf"^(?P<opening>(?:In|On|By) (?:{MARK}|[^,{MARK}]{{3,20}}),? )?(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) "
    r"(?:(?!(?:of|in|at|on|to|for|with|from|by|outside|inside|near|behind|under|over|opposite|beside|above|below|between"
    r"|against|around|across|along|about|into|through|beyond|after|before|within|like|than|as|and|or) )[a-z-]+ ){1,3}"
    r"(?P<name>[A-Z][\w’'-]+(?: (?:von |de )?[A-Z][\w’'-]+)+)(?= [a-z]+ )"
    r"|^(?:His|Her|Its|Their) (?:[a-z-]+ ?){1,4}, (?P<beside>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*),"
    r"(?= (?!who|which|whose|where|when)[a-z])"
    r"|^(?:One|The (?:most [a-z]+|[a-z]+est|first|second|third|last|other)(?: of (?:them|these|all))?|Another"
    r"|One of (?:them|these|the [a-z]+)), (?P<one>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+), "
    r"(?=(?!who|which|whose|where|when)[a-z])"
)
"""“His pupil Li Hongzhang”, “its last ruler, Brihadratha,”: the name alone tells who is meant."""
_BEHIND = frozenset(
    ("and", "or", "himself", "herself", "again", "also", "then", "soon", "now", "later", "never", "still")
)
_STOOD_IN = re.compile(r"\b(?:in|at|near|towards|outside|around) $")
_ENDS_THERE = re.compile(r"\b(?![’']s? | [A-Z])")
_SUBTITLE = re.compile(r"[:|–—(]")
_GOES_ON = re.compile(r"(It|Its|He|His|She|Her) ")
_DATED_OPENING = re.compile(rf"^(?:In|On|By|Until) {MARK},? ")
_OWNED_BY = {"I": "its", "H": "his|her", "S": "her"}
"""Whose it is in a clause with a subject of its own, where the sentence before begins with a pronoun."""


@record
class Resolved:
    """A clause that stands alone; `cost` counts what had to be trusted, `by_heading` that only a heading anchors it."""

    line: str
    cost: float = 0.0
    by_heading: bool = False


def resolve(line: str, setting: Setting) -> Resolved | str:
    """The clause with its references made good; a code ("pronoun", "reference", …) where one cannot be."""
    if is_relative(line):
        return "relative_time"
    if speaks(line):
        return "voice"
    line = _POSSESSED.sub(_name_beside, line)
    line = object_before(object_told(line, setting.names), setting) if " h" in line else line
    if _is_anothers(line, setting.earlier, setting.title):
        return "pronoun"
    if SUBJECT_PRONOUN.match(line):
        replaced = pronoun_subject(line, setting)
        if replaced is None:
            return "pronoun"
        line = replaced
    surnamed = _surname_told(line, setting)
    if surnamed is None or points(surnamed):
        return "reference"
    line = surnamed
    if OF_HIS.search(line):
        return "pronoun"
    if _is_one_of_two(line, setting.names):
        return "reference"
    if not pronouns_bound(line, setting.names):
        return "pronoun"
    named = definite(line, setting)
    if named is None:
        return "reference"
    line, cost = named
    anchored = _anchor(line, setting)
    if anchored is None:
        return "no_anchor"
    return Resolved(line, cost, anchored in ("heading", "title"))


@lru_cache(maxsize=256)
def _name_beside(match: re.Match[str]) -> str:
    """The name alone, in place of "his pupil Li Hongzhang" or "its last ruler, Brihadratha,"."""
    return f"{match['opening'] or ''}{match['name'] or match['beside'] or match['one'] + ' '}"


def _surname_told(line: str, setting: Setting) -> str | None:
    """The clause with a surname at its head told in full; None where two persons have it."""
    match = _SURNAME.match(line)
    if match is None:
        return line
    if (titled := _titled(match["name"], setting.title)) is not None:
        return f"{match['opening'] or ''}{titled}{line[match.end('name') :]}"
    if match["name"] in setting.names.crowned:
        return None
    if not match["opening"] and match["name"].lower() in setting.names.spaced:
        return line  # "Oil entered the line": no part of Humble Oil
    full = full_name(match["name"], setting.offset, setting.names)
    if not full and match["name"] not in setting.names.places and not _is_beside_a_noun(line, match.end("name")):
        full = first_named(match["name"], setting.offset, setting.names)
    if len(full) > 1 or (full and _is_a_place_too(match["name"], setting.names)):
        return None
    return f"{match['opening'] or ''}{next(iter(full), match['name'])}{line[match.end('name') :]}"


def _is_beside_a_noun(line: str, end: int) -> bool:
    """Is it an adjective ("Economic activity is …", where an Economic Community is told of too)?"""
    word = line[end:].strip().partition(" ")[0]
    return (
        line[end : end + 1] == " "
        and word.isalpha()
        and not (is_finite(word) or word in _BEHIND or word.endswith("ly"))
    )


def _is_a_place_too(name: str, names: Names) -> bool:
    """Is something in or at the name, and not only from it or "in Orwell's books"?"""
    if name not in names.places:
        return False
    text, places = names.document.text, names.places_of(name)
    return any(_STOOD_IN.search(text, max(0, at - 9), at) and _ENDS_THERE.match(text, at + len(name)) for at in places)


def _titled(word: str, title: str) -> str | None:
    """Whom or what the title names, where the word is its surname ("Lincoln") or all of it ("Alabama")."""
    name = _SUBTITLE.split(title)[0].strip()
    return name if name == word or (name.endswith(" " + word) and is_person(name)) else None


def _is_anothers(line: str, earlier: tuple[str, ...], title: str) -> bool:
    """Does "its" or "his" stand where the sentence before spoke of another it or him?"""
    if not earlier or SUBJECT_PRONOUN.match(line):
        return False
    before = _GOES_ON.match(earlier[0])
    owned = _OWNED_BY[before.group(1)[0]] if before else None
    if owned is None or words_of(line).isdisjoint(owned.split("|")):
        return False
    parts = split(_DATED_OPENING.sub("", line))
    if parts is not None and parts.subject in title:
        return False  # whom or what the whole text is about
    return parts is not None and re.search(rf"\b(?:{owned}) (?!own\b)", parts.rest) is not None


def _is_one_of_two(line: str, names: Names) -> bool:
    """Does a bare first name stand where the text knows two rulers of it ("Charles's troops")?"""
    if names.of_the_numbered is None or names.of_the_numbered.search(line) is None:
        return False
    return any(match["name"] in names.numbered for match in _BARE_NAME.finditer(line))


def _anchor(line: str, setting: Setting) -> str | None:
    """What tells the reader which subject is meant: a "name" in the clause, or a "heading" that shares its nouns."""
    tokens = tokens_of(line)
    for index, token in enumerate(tokens):
        if not token[0].isupper() or token.lower() in MONTHS or len(token) < 2:
            continue
        if index or setting.names.is_name(token, " ".join(tokens[1:3])):
            return "name"
    words = {singular(token) for token in tokens if token[0].isalpha()}
    if words & setting.told:
        return "heading"
    if setting.names.place_titled and hero(setting.names) is None:
        return "title"
    return "title" if opens_with_fixture(line, setting) else None
