"""Whom did the sentences before speak of? The name that was their subject, if it is sure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from content.candidates.names import NAME, STARTERS, Names, content_words, is_placelike, singular
from content.candidates.verbs import base_of_participle, is_finite
from content.candidates.words import word_list

_INSTITUTION = word_list("institution")
_OF_PLACES = word_list("of_places")
_NO_PERSON = word_list("stuff") | word_list("things")
"""“Karlsholm Zoo”, “Brandholm Sugar”: two words with capitals, and nobody."""
_OPENING = re.compile(r"^(?:In|On|By|At|From|After|During|Before|Until|Since) [^,]{2,40}, ")
_PRONOUN = re.compile(r"^(?:(?:In|On|By|At|From) [^,]{3,30},? )?(He|She|It|His|Her|Its|he|she|it|his|her|its)\b")
_KIND = {"he": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it"}
_OF_PLACE = re.compile(r"^[A-Z][a-z]+ of [A-Z][a-z]+$")
"""“Hildegard of Bingen”: a title that could be a person's, where the text says "she" of hardly anyone else."""

_THING = re.compile(
    r"^(?P<thing>The (?:[a-z-]+ ){1,2}of (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) "
    r"(?P<one>[a-z]+)(?: (?P<two>[a-z]+))?"
)
"""“The lens of Gull Rock lighthouse was”: a thing told by the name it belongs to."""

_PART = re.compile(r"^The (?P<noun>[a-z]+) (?P<verb>[a-z]+)\b")
_FIXTURES = word_list("fixtures")
_MALE = word_list("male")
_FEMALE = word_list("female")
_OF_RANK = _MALE | _FEMALE | {"president", "minister", "governor", "general", "admiral", "bishop", "chancellor", "khan"}
_SOMEBODY = frozenset(
    ("shareholders", "members", "trustees", "directors", "keepers", "workers", "passengers", "pupils", "students")
) | {"founder", "owners", "architect", "engineer", "engineers", "builders", "staff", "crew", "workforce"}
"""Parts of a thing that are people: these are no "it"."""

_ROLES = {
    "she": re.compile(r"\b(?:mother|wife|sister|widow|daughter|aunt|niece|queen|empress)\b"),
    "he": re.compile(r"\b(?:father|husband|brother|son|uncle|nephew)\b"),
}
"""Somebody told by a role whom the pronoun may mean."""

_OBJECTS = {
    kind: re.compile(
        rf"(?<!with) {word}(?=[,.;]|$| (?:in|on|at|to|with|and|the|an?|as|by|for|from|out|up|off|into|when|that)\b)"
    )
    for kind, word in (("she", "her"), ("he", "him"), ("it", "it"))
}
"""Somebody else of the same kind, to whom something was done: "Prince Albert launched her"."""

_ANOTHER_THING = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:[a-z]{2,}ed|built|bought|made|wrote|won|held|took|gave|ran|found|set up|laid"
    r"|sold|lost|drew|led|got|began|had|has|put up|brought out|cut|dug|hung) "
    r"(?:an?|the|its|his|her|their|one|two|three|another|[A-Z][\w’'-]+) "
)
"""Something else that "it" could be: "the Army opened a factory"."""
_OPENED_BY_PARTICIPLE = re.compile(r"^(?P<part>[A-Z][a-z]+) (?:on|in|by|at|from|to|with|as|for) [^.;]*?, (?=[A-Z])")
_SOMEBODY_ELSE = re.compile(
    r"\b(?:he|she|him|his|hers?|they|them|man|woman|boy|girl|father|mother|son|daughter|brother|sister|wife|husband"
    r"|king|queen|emperor|president|minister)\b"
    r"|\b(?:an?|the|one|two|another|young|old) (?:[a-z-]+ )?"
    r"(?!(?:fev|canc|theat|weath|timb|rubb|copp|silv|amb|thund|shoulder|cent|cathed|riv|wat|wint|summ|pap|lett|pow|ord|numb|tow|corn|matt|fact|mot|react|sect|err|mirr|chapt|bord|front|quart"
    r"|disast|newspap|regist|comput|tank|steam|shelt|answ|dinn|murd|oth|form|latt|lat|bett|larg|small|old|young)(?:er|or|ier)\b)"
    r"[a-z]{3,}(?:er|or|ist|eer|ian)\b"
)
_PRESENT = re.compile(r"[a-z]{3,}s (?:the|an?|for|in|on|at|to|from|with|about|over|[\d.,]+|[a-z]+ly)\b")
"""A verb of the third person behind a name: "St Anne's cares for"."""
_SAID = {"she": re.compile(r"\b(?:she|her)\b"), "he": re.compile(r"\b(?:he|him|his)\b")}
_REACH = 3


def antecedent(earlier: Sequence[str], pronoun: str, names: Names) -> str | None:
    """The name that the pronoun takes up; None where it is not alone, of another kind, or too far away.

    "He" and "she" may reach over a sentence that names nobody else; "it" may not.
    """
    kind = _KIND.get(pronoun.lower())
    if kind is None:
        return None
    topic, spoken = _topic(names, kind), False
    if topic is None and any(_ROLES[kind].search(sentence) for sentence in earlier if kind in _ROLES):
        return None
    for sentence in earlier[:_REACH]:
        taken_up = _PRONOUN.match(sentence)
        if taken_up and sentence is earlier[0] and _of_another(taken_up, sentence, kind):
            return None
        if taken_up and (
            _KIND[taken_up.group(1).lower()] == kind or (topic and _KIND[taken_up.group(1).lower()] == "it")
        ):
            continue
        if taken_up:
            return None
        subject = _subject(_without_opening(sentence), names)
        if topic and subject is not None and (topic.endswith(subject) or subject.endswith(topic)):
            return topic
        if topic and _speaks_on(sentence, subject, kind):
            spoken = True
            continue
        if spoken and subject is not None:
            return None
        told = topic is None and kind != "it" and (subject is None or not is_person(subject))
        if told and (sole := _sole_person(sentence, kind, names)):
            return sole
        if subject is None:
            if kind == "it" or _people(sentence, names) or (pronoun.lower() in ("his", "her") and not topic):
                return None
            continue
        if kind != "it" and " " not in subject and _people(sentence[len(subject) :], names):
            return None
        if kind != "it" and _tells_of_another(sentence, subject, kind, names):
            return None
        if _OBJECTS[kind].search(sentence[len(subject) :]):
            return None
        if kind == "it" and _ANOTHER_THING.search(sentence, len(subject)):
            return None
        return _as_titled(subject, names) if _fits(subject, kind, names) else None
    return topic


def _of_another(taken_up: re.Match[str], sentence: str, kind: str) -> bool:
    """Is the subject somebody's relative or something's part ("His father", "Its first concert"), and so another?"""
    if taken_up.group(1).lower() not in ("his", "her", "its"):
        return False
    role = _ROLES[kind].match(sentence, taken_up.end() + 1) if kind in _ROLES else None
    return kind == "it" or role is not None


def is_surely_meant(subject: str, pronoun: str, told: str) -> bool:
    """Can a pronoun in the second half of a sentence mean nobody but the first half's subject?"""
    if pronoun.lower() == "it":
        rank = subject.removeprefix("The ").split()[0].lower() in _OF_RANK
        return not rank and not (is_person(subject) and _gender(subject)) and _ANOTHER_THING.search(told) is None
    return is_person(subject) and _gender(subject) in (None, pronoun.lower()) and NAME.search(told) is None


def _without_opening(sentence: str) -> str:
    """The sentence from its subject on, where a time, a place or a participle opens it ("Built on a rock, …")."""
    rest = _OPENING.sub("", sentence)
    match = _OPENED_BY_PARTICIPLE.match(rest) if rest == sentence else None
    return rest[match.end() :] if match and base_of_participle(match["part"].lower()) is not None else rest


def _sole_person(sentence: str, kind: str, names: Names) -> str | None:
    """The one person whom a sentence about something else names; None where another could be meant."""
    found = [match for match in NAME.finditer(sentence) if match.start()]
    people = {match.group() for match in found if is_person(match.group()) and not _is_placed(sentence, match.start())}
    if len(people) != 1:
        return None
    person = next(iter(people))
    if any(match.group() in names.surnames or match.group() in names.begun for match in found):
        return None
    rest = sentence.replace(person, "")
    if _SOMEBODY_ELSE.search(rest) and not re.match(
        rf"^The [a-z][^,;]* (?:was|is) (?:[a-z ]+)?(?:the [A-Z]\w+ )?{re.escape(person)}", sentence
    ):
        return None
    if len(person.split()) > 2 and f"the {person}" in sentence:
        person = person.partition(" ")[2]  # "the Swiss Louis Agassiz"
    possessive = sentence[sentence.index(person) + len(person) :][:2] in ("’s", "'s")
    return person if not possessive and _gender(person) in (None, kind) and _fits(person, kind, names) else None


def _is_placed(sentence: str, at: int) -> bool:
    return sentence[:at].rsplit(" ", 2)[-2:-1] in (["in"], ["at"], ["near"], ["from"], ["on"], ["to"])


def _speaks_on(sentence: str, subject: str | None, kind: str) -> bool:
    """Does the sentence keep to the person that the whole text is about, whoever else it names?"""
    if subject is not None and is_person(subject):
        return kind == "she" and _gender(subject) != "she"
    return _SAID[kind].search(sentence) is not None


def _tells_of_another(sentence: str, subject: str, kind: str, names: Names) -> bool:
    """Does the sentence name a second person of the pronoun's sex behind its subject?"""
    start = sentence.find(subject) + len(subject)
    return any(
        is_person(match.group())
        and _gender(match.group()) in (None, kind)
        and not sentence.startswith(("’s", "'s"), match.end())
        for match in NAME.finditer(sentence, start)
    )


def _of_the_other_sex(subject: str, kind: str, names: Names) -> bool:
    """Does the first name, or what the text says of whom it is about, speak against the pronoun?"""
    if _gender(_in_full(subject, names)) not in (None, kind):
        return True
    about = names.topic is not None and (names.topic.endswith(subject) or subject.endswith(names.topic))
    return about and names.says("he" if kind == "she" else "she") > names.says(kind)


def _in_full(name: str, names: Names) -> str:
    """The full name of a surname, where the text tells one."""
    return next(iter(full_name(name, len(names.document.text), names)), name)


def _gender(name: str) -> str | None:
    """What the first name tells, where it is a common one."""
    first = name.split(maxsplit=1)[0].lower()
    return "he" if first in _MALE else "she" if first in _FEMALE else None


def _as_titled(name: str, names: Names) -> str:
    """The shorter name that the title uses for somebody whose name is told in full once."""
    titled = names.topic
    return titled if titled and name.endswith(" " + titled) else name


def _topic(names: Names, kind: str) -> str | None:
    """The person that the title names, where the text says "she" of hardly anyone else (or "he", as may be)."""
    if kind == "it":
        return None
    person = names.topic
    if person is None or names.says(kind) < 3 or person.rsplit(" ", 1)[-1].lower() in _NO_PERSON:
        return None
    if not (is_titled(person, names) or _OF_PLACE.match(person) or is_sole(person, names)):
        return None
    return person if names.says(kind) >= 3 * names.says("she" if kind == "he" else "he") else None


def hero(names: Names) -> tuple[str, str] | None:
    """Whom the whole text is about, and whether it is "he" or "she"; None where it is about no one person."""
    return next(((name, kind) for kind in ("he", "she") if (name := _topic(names, kind))), None)


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


def _subject(sentence: str, names: Names) -> str | None:
    """The name that opens the sentence as its subject, with its article."""
    thing = _thing(sentence) or _fixture(sentence, names)
    if thing:
        return thing
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
    if (
        not is_finite(word)
        and not _PRESENT.match(following)
        and not re.match(
            r", (?:an?|the|who|which|born|then|his|her|its|founded|opened|built|when|as|whose|now|once|like|with"
            r"|[a-z]+ed)\b",
            following,
        )
    ):
        return None
    return article + name


def _thing(sentence: str) -> str | None:
    """The thing that opens the sentence as its subject, told by the name it belongs to."""
    match = _THING.match(sentence)
    if match is None:
        return None
    if is_finite(match["one"]):
        return match["thing"]
    return f"{match['thing']} {match['one']}" if match["two"] and is_finite(match["two"]) else None


def _fixture(sentence: str, names: Names) -> str | None:
    """The part of the one thing that the title names, or that thing told by its kind, which opens the sentence."""
    match = _PART.match(sentence) if names.of_a_thing else None
    if match is None or not is_finite(match["verb"]):
        return None
    noun = match["noun"]
    if noun in _SOMEBODY:
        return None
    return f"The {noun}" if noun in _FIXTURES or noun in content_words(names.title) else None


def _fits(subject: str, kind: str, names: Names) -> bool:
    """Is the name of the kind that the pronoun asks for?"""
    if subject.startswith("The "):
        return kind == "it" and subject.split()[1].lower() not in _OF_RANK
    if kind != "it" and _of_the_other_sex(subject, kind, names):
        return False
    if kind == "she" and names.tells_of_ships and _gender(_in_full(subject, names)) != "she":
        return False  # the ship may be meant
    person = is_person(subject) or subject in names.surnames
    return person or _alone(subject, names) if kind in ("he", "she") else not person


def _alone(name: str, names: Names) -> bool:
    """Is it one word that could be a ruler's or an artist's only name, and surely no place's or institution's?"""
    return " " not in name and name not in names.places and singular(name) not in _INSTITUTION and len(name) > 3


@lru_cache(maxsize=4096)
def is_person(name: str) -> bool:
    """Does the name look like a person's? Two to four words, no article, none of them an institution or a place."""
    words = name.split()
    if not 2 <= len(words) <= 4 or words[0] == "The" or words[0].lower() in _OF_PLACES:
        return False
    return not any(singular(word) in _INSTITUTION or word in ("of", "the", "and", "for") for word in words)


def full_name(surname: str, offset: int, names: Names) -> frozenset[str]:
    """The persons of that surname told before the offset, by their longest plain names; two leave it open."""
    titled = _in_title(surname, names)
    if titled:
        return frozenset((titled,))
    if surname not in names.longer:
        return frozenset()
    if is_placelike(surname) and not any(_gender(name.text) for name in names.longer[surname]):
        return frozenset()
    everyone = {name.text for name in names.longer[surname] if is_person(name.text)}
    if len({one.split()[0] for one in everyone}) > 1 and names.topic not in everyone:
        return frozenset(everyone)
    told = [name.text for name in names.longer[surname] if name.start < offset and name.text in everyone]
    if names.topic in told:
        return frozenset((names.topic,))
    return frozenset(one for one in told if not any(other != one and one.endswith(" " + other) for other in told))


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
    return spoken and 2 <= len(words) <= 4 and singular(words[-1]) not in _INSTITUTION and words[0] != "The"


def first_named(word: str, offset: int, names: Names) -> frozenset[str]:
    """The persons told before the offset whose names begin with the word: Hong, once Hong Xiuquan was named."""
    told = {name.text for name in names.begun.get(word, ()) if name.start < offset and is_person(name.text)}
    return frozenset(_as_titled(one, names) for one in told)


def _people(sentence: str, names: Names) -> bool:
    """Does the sentence name a person, or might it?"""
    return any(
        is_person(match.group()) or match.group() in names.surnames or match.start() == 0
        for match in NAME.finditer(sentence)
        if match.start() > 0
    )
