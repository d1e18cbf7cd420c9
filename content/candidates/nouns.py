"""What is a word by how it is made: a plural, a place, a doing, a noun that no name is?"""

import re
from functools import lru_cache

from content.candidates.verbs import bases, is_finite
from content.candidates.words import word_list

STARTERS = word_list("starters")
MONTHS = word_list("months")
_STUFF = word_list("stuff")
_COMMON = re.compile(
    r"(?<=..)(?:tion|sion|ment|ness|ing|ers|ors|ists|ies|ance|ence|ity|als|ages|ants|ents|ings|ly|ed|ees|men|ts|ls|ds)$"
)
_PLACE = re.compile(
    r"(?<!med)(?<!cter)(?<!alar)(?:ia|lands?|stan|burg|ford|ville|shire|ark|any|aly|ain|pan|ssia|exico|rance)$"
)
_CONTENT = re.compile(r"[^\W\d_][\w’'-]+")


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """A noun without its plural ending, lower case; good enough to compare words, not to print."""
    word = word.lower().removesuffix("'s").removesuffix("’s")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def content_words(text: str) -> frozenset[str]:
    """The words of a title or heading that name something, singular and lower case."""
    words = _CONTENT.findall(text)
    return frozenset(singular(word) for word in words if word.lower() not in STARTERS and len(word) > 2)


def is_doing(word: str) -> bool:
    """Is a word in -ing made of a verb that we know ("drilling", "making", "digging")?"""
    stem = word.lower().removesuffix("ing")
    return not bases().isdisjoint((stem, f"{stem}e", stem[:-1]))


def is_placelike(word: str) -> bool:
    """Does the word end as countries and towns do?"""
    return bool(_PLACE.search(word))


def is_commonly_made(word: str, rest: str) -> bool:
    """Is the word made as nouns are, and none that ships and rovers bear alone ("Endurance", "Curiosity")?"""
    if word.endswith("ing") and not is_doing(word):
        return False  # "Anqing"
    return bool(_COMMON.search(word)) and (bool(rest) or not word.endswith(("ance", "ence", "ity")))


def stands_alone(word: str, rest: str) -> bool:
    """Is the word, a subject by itself, a name by what it is not: no plural, no stuff and no notion that we know?"""
    if rest and not (rest[0] in ",’'" or is_finite(rest.split(" ", 1)[0].strip(",."))):
        return False
    if len(word) < 4 or word.lower() in _STUFF or _COMMON.search(word):
        return False
    return not word.endswith("s") or word.endswith(("us", "is", "os"))
