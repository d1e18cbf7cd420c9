"""Whom did the sentences before speak of? The name that was their subject, if it is sure."""

import re
from collections.abc import Sequence

from content.candidates.clause import CONNECTIVES
from content.candidates.names import NAME, Names
from content.candidates.nouns import content_words, is_placelike, singular
from content.candidates.people import INSTITUTION, OF_RANK, as_titled, gender, in_full, is_person, topic_of
from content.candidates.sole import is_somebody, only_one
from content.candidates.verbs import base_of_participle, is_finite
from content.candidates.words import word_list

_OPENING = re.compile(r"^(?:In|On|By|At|From|After|During|Before|Until|Since) [^,]{2,40}, ")
_CONNECTIVE = re.compile(rf"^(?:{CONNECTIVES}|In response|Not surprisingly), ")
_PRONOUN = re.compile(r"^(?:(?:In|On|By|At|From) [^,]{3,30},? )?(He|She|It|His|Her|Its|he|she|it|his|her|its)\b")
_KIND = {"he": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it"}
_ONE_OF_TWO = re.compile(rf"(?P<name>{NAME.pattern} and {NAME.pattern}) (?:was|has|is) ")
_THING = re.compile(
    r"^(?P<thing>The (?:[a-z-]+ ){1,2}of (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) "
    r"(?P<one>[a-z]+)(?: (?P<two>[a-z]+))?"
)
"""“The lens of Gull Rock lighthouse was”: a thing told by the name it belongs to."""

_PART = re.compile(r"^The (?P<noun>[a-z]+) (?P<verb>[a-z]+)\b")
_FIXTURES = word_list("fixtures")
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
_BRACKETS = re.compile(r"\s?\([^()]*\)")
_ADVERB = re.compile(r"(?:then|also|soon|now|never|first|later|finally|eventually|once|still|already|thus|therefore) ")
_SMALL = re.compile(r"(?:(?:de|la|le|du|von|van|der|den|al|ibn|di|da) )+")
_REACH = 3


def antecedent(earlier: Sequence[str], pronoun: str, names: Names) -> str | None:
    """The name that the pronoun takes up; None where it is not alone, of another kind, or too far away."""
    kind = _KIND.get(pronoun.lower())
    if kind is None:
        return None
    return _subject_before(earlier, pronoun, kind, names) or only_one(earlier, kind, names)


def _subject_before(earlier: Sequence[str], pronoun: str, kind: str, names: Names) -> str | None:
    """The subject of the sentence before, or of one before that.

    "He" and "she" may reach over a sentence that names nobody else; "it" may not.
    """
    topic, spoken = topic_of(names, kind), False
    if topic is None and any(_ROLES[kind].search(sentence) for sentence in earlier if kind in _ROLES):
        return None
    for told in earlier[:_REACH]:
        sentence = _BRACKETS.sub("", told) if "(" in told else told
        taken_up = _PRONOUN.match(sentence)
        if taken_up and told is earlier[0] and _of_another(taken_up, sentence, kind):
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
        alone = topic is None and kind != "it" and (subject is None or _is_nobody(subject, names))
        if alone and (sole := _sole_person(sentence, kind, names)):
            return sole
        if subject is None:
            if kind == "it" or _people(sentence, names) or (pronoun.lower() in ("his", "her") and not topic):
                return None
            continue
        if kind != "it" and " " not in subject and _people(sentence[len(subject) :], names):
            return None
        if kind != "it" and _tells_of_another(sentence, subject, kind, names):
            return None
        of_the_title = kind == "it" and subject.removeprefix("The ") in names.title
        if not of_the_title and _OBJECTS[kind].search(sentence[len(subject) :]):
            return None
        if kind == "it" and _ANOTHER_THING.search(sentence, len(subject)):
            return None
        return as_titled(subject, names) if _fits(subject, kind, names) else None
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
        last = subject.rsplit(maxsplit=1)[-1]
        if subject.startswith("The ") and singular(last) != last.lower():
            return False  # "The Egyptians had sunk ships in the canal, and it …"
        rank = subject.removeprefix("The ").split()[0].lower() in OF_RANK
        return not rank and not (is_person(subject) and gender(subject)) and _ANOTHER_THING.search(told) is None
    return is_person(subject) and gender(subject) in (None, pronoun.lower()) and NAME.search(told) is None


def _without_opening(sentence: str) -> str:
    """The sentence from its subject on, where a time, a place or a participle opens it ("Built on a rock, …")."""
    rest = _OPENING.sub("", _CONNECTIVE.sub("", sentence))
    match = _OPENED_BY_PARTICIPLE.match(rest) if rest == sentence else None
    return rest[match.end() :] if match and base_of_participle(match["part"].lower()) is not None else rest


def _is_nobody(subject: str, names: Names) -> bool:
    """Is the subject surely no person, so that somebody named behind it may be meant?"""
    if is_person(subject) or subject in names.surnames or subject in names.begun:
        return False
    return " " in subject or subject in names.places or is_placelike(subject) or singular(subject) in INSTITUTION


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
        rf"^The [a-z][^,;]* (?:was|is) (?!his |her )(?:[a-z ]+)?(?:the [A-Z]\w+ )?{re.escape(person)}", sentence
    ):
        return None
    if len(person.split()) > 2 and f"the {person}" in sentence:
        person = person.partition(" ")[2]  # "the Swiss Louis Agassiz"
    possessive = sentence[sentence.index(person) + len(person) :][:2] in ("’s", "'s")
    return person if not possessive and gender(person) in (None, kind) and _fits(person, kind, names) else None


def _is_placed(sentence: str, at: int) -> bool:
    return sentence[:at].rsplit(" ", 2)[-2:-1] in (["in"], ["at"], ["near"], ["from"], ["on"], ["to"])


def _speaks_on(sentence: str, subject: str | None, kind: str) -> bool:
    """Does the sentence keep to the person that the whole text is about, whoever else it names?"""
    if subject is not None and is_person(subject):
        return kind == "she" and gender(subject) != "she"
    return _SAID[kind].search(sentence) is not None


def _tells_of_another(sentence: str, subject: str, kind: str, names: Names) -> bool:
    """Does the sentence name a second person of the pronoun's sex behind its subject?"""
    start = sentence.find(subject) + len(subject)
    return any(
        is_person(match.group())
        and gender(match.group()) in (None, kind)
        and not sentence.startswith(("’s", "'s"), match.end())
        for match in NAME.finditer(sentence, start)
    )


def _of_the_other_sex(subject: str, kind: str, names: Names) -> bool:
    """Does the first name, or what the text says of whom it is about, speak against the pronoun?"""
    if gender(in_full(subject, names)) not in (None, kind):
        return True
    about = names.topic is not None and (names.topic.endswith(subject) or subject.endswith(names.topic))
    return about and names.says("he" if kind == "she" else "she") > names.says(kind)


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
    following = _ADVERB.sub("", rest[match.end() :].lstrip(), count=1)
    if article and (joined := _ONE_OF_TWO.match(rest)):
        return article + joined["name"]  # "The Mohawk and Hudson Railroad was"
    first, _, more = name.partition(" ")
    if not article and not names.is_name(first, _SMALL.sub("", more)):
        return None
    word = following.split(" ")[0] if following else ""
    if (
        not is_finite(word)
        and not _PRESENT.match(following)
        and not re.match(
            r", (?:an?|the|at|off|near|who|which|born"
            r"|then|his|her|its|founded|opened|built|when|as|whose|now|once|like|with"
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
        return kind == "it" and subject.split()[1].lower() not in OF_RANK
    if kind != "it" and _of_the_other_sex(subject, kind, names):
        return False
    if kind == "she" and names.tells_of_ships and gender(in_full(subject, names)) != "she":
        return False  # the ship may be meant
    person = is_person(subject) or subject in names.surnames
    return person or _alone(subject, names) if kind in ("he", "she") else not person


def _alone(name: str, names: Names) -> bool:
    """Is it one word that is a ruler's or an artist's only name, and no place's or institution's?"""
    if " " in name or name in names.places or singular(name) in INSTITUTION or len(name) <= 3:
        return False
    return gender(name) is not None or name in names.begun or is_somebody(name, names)


def _people(sentence: str, names: Names) -> bool:
    """Does the sentence name a person, or might it?"""
    return any(
        is_person(match.group()) or match.group() in names.surnames or match.start() == 0
        for match in NAME.finditer(sentence)
        if match.start() > 0
    )
