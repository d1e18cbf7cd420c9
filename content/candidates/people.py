"""Who is told of: whose name is it, is it a person's at all, and whom is the whole text about?"""

import re
from functools import lru_cache

from content.candidates.names import Names
from content.candidates.nouns import STARTERS, is_placelike, singular
from content.candidates.words import word_list

INSTITUTION = word_list("institution")
_OF_PLACES = word_list("of_places")
_NO_PERSON = word_list("stuff") | word_list("things")
"""“Karlsholm Zoo”, “Brandholm Sugar”: two words with capitals, and nobody."""
_MALE = word_list("male")
_FEMALE = word_list("female")
OF_RANK = _MALE | _FEMALE | {"president", "minister", "governor", "general", "admiral", "bishop", "chancellor", "khan"}
"""First words of names that are ranks or first names of people."""
_RANKS = word_list("ranks") | {"gen", "col", "lt", "capt", "brig", "maj", "adm", "baron", "viscount"}
_OF_A_TIME = frozenset(
    ("soviet", "nazi", "imperial", "mainland", "communist", "republican", "revolutionary", "unified")
)
"""“Soviet Azerbaijan”: a land at some time."""
_PARTICLES = frozenset(
    (
        "de",
        "la",
        "le",
        "du",
        "von",
        "van",
        "der",
        "den",
        "ter",
        "zu",
        "af",
        "al",
        "el",
        "ibn",
        "bin",
        "bint",
        "ben",
        "wa",
    )
) | {"di", "da", "del", "della", "dos", "das", "do", "y", "e", "d", "ap"}
_KIN = re.compile(
    r"\b(?:his|her|their) (?:[a-z]+ )?(?:son|brother|nephew|sister|daughter|widow),? "
    r"(?P<kin>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)\b"
)
_NEAR = 160
"""Letters behind a name in which its sentence goes on."""
_OF_A_NATION = re.compile(r"(?:an|ish|ese|nch|ic|i)s?$")
_COMPOUND = re.compile(r"[A-Z][a-z]+-[a-z]+ed$")
"""“Catholic-dominated Irish”."""
_OF_PLACE = re.compile(r"^[A-Z][a-z]+ of [A-Z][a-z]+$")
"""“Hildegard of Bingen”: a title that could be a person's, where the text says "she" of hardly anyone else."""


@lru_cache(maxsize=4096)
def is_person(name: str) -> bool:
    """Does the name look like a person's? Two to four words, no article, none of them an institution or a place."""
    words = name.split()
    if not 2 <= len(words) <= 4 or words[0] == "The" or words[0].lower() in _OF_PLACES:
        return False
    if len(words) == 2 and (words[0].lower() in _OF_A_TIME or _COMPOUND.match(words[0])):
        return False
    return not any(singular(word) in INSTITUTION or (word.islower() and word not in _PARTICLES) for word in words)


def full_name(surname: str, offset: int, names: Names) -> frozenset[str]:
    """The persons of that surname told before the offset, by their longest plain names; two leave it open."""
    titled = _in_title(surname, names)
    if titled:
        return frozenset((titled,))
    if surname not in names.longer:
        return frozenset()
    if is_placelike(surname) and not any(gender(name.text) for name in names.longer[surname]):
        return frozenset()
    everyone = {name.text for name in names.longer[surname] if is_person(name.text)}
    if len(everyone) > 1 and (one := _one_of_many_titles(everyone)):
        known = any(name.start < offset for name in names.longer[surname] if name.text in everyone)
        return frozenset((one,)) if known else frozenset()
    if len({one.split()[0] for one in everyone}) > 1 and names.topic not in everyone:
        return frozenset(everyone)
    told = [name.text for name in names.longer[surname] if name.start < offset and name.text in everyone]
    if names.topic in told:
        return frozenset((names.topic,))
    found = frozenset(one for one in told if not any(other != one and one.endswith(" " + other) for other in told))
    kin = _kin_of(next(iter(found)), names) if len(found) == 1 else None
    return found | {f"{kin} {surname}"} if kin else found


def _kin_of(name: str, names: Names) -> str | None:
    """A relative named behind the name, who may bear its surname ("passed to his son Francisco Solano")."""
    text = names.document.text
    for at in names.places_of(name):
        behind = _KIN.search(text, at + len(name), at + len(name) + _NEAR)
        if behind is not None:
            return behind["kin"]
    return None


def _one_of_many_titles(everyone: set[str]) -> str | None:
    """The one person whom all these names mean ("General Gates", "Horatio Gates"); None where there may be two."""
    bare = {_without_rank(name) for name in everyone}
    full = {name for name in bare if " " in name}
    ranked = any(_without_rank(name) != name for name in everyone)
    plain = {f"{words[0]} {words[-1]}" for name in full if (words := name.split())}
    if len(plain) != 1 or not (ranked or gender(next(iter(plain)))):
        return None
    return min(full, key=lambda name: (-len(name), name))


def _without_rank(name: str) -> str:
    """The name without ranks and the nation before it ("British General Clinton")."""
    words = name.split()
    while len(words) > 1:
        first = words[0].lower().rstrip(".")
        of_a_nation = _OF_A_NATION.search(first) and (words[1].lower() in _RANKS or gender(" ".join(words[1:])))
        if first not in _RANKS and not of_a_nation and not words[0].isupper():
            break
        words = words[1:]
    return " ".join(words)


def _in_title(surname: str, names: Names) -> str | None:
    """The person of that surname whom the title names in full."""
    return next((name for name in names.titled if name.split()[-1] == surname and is_titled(name, names)), None)


def is_titled(name: str, names: Names) -> bool:
    """Is it a person's name that is the whole title, though a word of it might be a body's ("Kingdom")?"""
    words = name.split()
    if words[0].lower() in STARTERS:
        return False  # "How Surtsey"
    if is_person(name):
        return True
    spoken = names.says("he") + names.says("she") > 4 and name == names.title.partition(":")[0].strip()
    return spoken and 2 <= len(words) <= 4 and singular(words[-1]) not in INSTITUTION and words[0] != "The"


def first_named(word: str, offset: int, names: Names) -> frozenset[str]:
    """The persons told before the offset whose names begin with the word: Hong, once Hong Xiuquan was named."""
    told = {name.text for name in names.begun.get(word, ()) if name.start < offset and is_person(name.text)}
    return frozenset(as_titled(one, names) for one in told)


def in_full(name: str, names: Names) -> str:
    """The full name of a surname, where the text tells one."""
    return min(full_name(name, len(names.document.text), names), default=name)


def may_be_one(name: str, other: str) -> bool:
    """Can two names of one surname be one person's? Not where the first names differ ("Thomas" and "Abraham")."""
    first, second = _without_rank(name).split()[:-1], _without_rank(other).split()[:-1]
    if not first or not second:
        return True
    if any(one[0][1:2] in (".", "") for one in (first, second)):
        return first[0][0] == second[0][0]
    return not set(first).isdisjoint(second)


def gender(name: str) -> str | None:
    """What the first name tells, where it is a common one."""
    first = name.split(maxsplit=1)[0].lower()
    return "he" if first in _MALE else "she" if first in _FEMALE else None


def as_titled(name: str, names: Names) -> str:
    """The shorter name that the title uses for somebody whose name is told in full once."""
    titled = names.topic
    return titled if titled and name.endswith(" " + titled) and is_person(name) else name


def topic_of(names: Names, kind: str) -> str | None:
    """The person that the title names, where the text says "she" of hardly anyone else (or "he", as may be)."""
    if kind == "it":
        return None
    person = names.topic
    if person is None or names.says(kind) < 3 or person.rsplit(" ", 1)[-1].lower() in _NO_PERSON:
        return None
    if not (is_titled(person, names) or _OF_PLACE.match(person) or is_sole(person, names)):
        return None
    if is_land(person, names):
        return None
    return person if names.says(kind) >= 3 * names.says("she" if kind == "he" else "he") else None


def is_land(name: str, names: Names) -> bool:
    """Is it a country's or a town's name, though it looks like a person's ("Costa Rica")?"""
    return names.as_land(name) > (1 if gender(name) else 0)


def hero(names: Names) -> tuple[str, str] | None:
    """Whom the whole text is about, and whether it is "he" or "she"; None where it is about no one person."""
    return next(((name, kind) for kind in ("he", "she") if (name := topic_of(names, kind))), None)


def titled_hero(names: Names) -> tuple[str, str] | None:
    """Whom the title names in a form that the text never uses ("Mary Seacole", and "Mary Jane Seacole" in the text).

    Good enough to title a card, too little to put the name for a pronoun.
    """
    title = re.split(r"[:|]", names.title)[0].strip()
    words = title.split()
    if not (is_person(title) and all(word[0].isupper() and word.isalpha() for word in words)):
        return None
    if words[-1].lower() in _NO_PERSON or names.document.text.count(words[-1]) < 2:
        return None
    kind = "she" if names.says("she") > names.says("he") else "he"
    other = names.says("he" if kind == "she" else "she")
    return (title, kind) if names.says(kind) >= max(5, 3 * other) else None


def is_sole(name: str, names: Names) -> bool:
    """Is the title one word that is somebody's only name ("Charlemagne", and the text says "he" all along)?"""
    title = names.title.partition(":")[0].strip()
    return name == title and " " not in name and name not in names.places and not is_placelike(name)
