"""Is this an answer at all? "I don't know", yes and no, in the languages we have words for."""

import re
from dataclasses import dataclass
from functools import cache

from lessons.languages import language, languages
from lessons.typed.fold import fold, slips
from lessons.typed.lead import without_lead


def gave_up(text: str, code: str = "en") -> bool:
    """Whether the learner says that they do not know: "?", "skip", "no idea"."""
    if text.strip() and not text.strip(" ?¿؟."):
        return "?" in text or "؟" in text
    said = fold(text)
    return bool(said) and any(said in words.gave_up for words in _words(code))


def none_told(text: str, code: str, prompt: str = "") -> bool:
    """Whether the learner says that there were none: "none", "nobody", "no ships"."""
    said = without_lead(text)
    asked = set(fold(prompt).split())
    for words in _words(code):
        if said in words.nothing:
            return True
        first, _, rest = said.partition(" ")
        if first in words.nothing and rest and len(rest.split()) <= 2 and set(rest.split()) <= asked:
            return True
    return False


_RISES = re.compile(
    r"(?<!\w)(?:gr[eo]w|ris(?:e|en|ing)|rose|increas|gain|climb|wachs|wuchs|gewachsen|st(?:ieg|eig)|gestiegen|cr[oû]|augment|hauss"
    r"|crec|creci|aument|sub[ií]|cresc|раст|рос|вырос|возрос|увелич|зрос|збільш|naik|tumbuh|meningkat|बढ़|رشد|افزایش)",
    re.IGNORECASE,
)
_NO_LESS = re.compile(r"(?<!\w)(?:no|not|nicht|pas|não|не|tidak)\s+\w+")


def rises(prompt: str) -> bool:
    """Whether the question says that something grew."""
    return bool(_RISES.search(prompt))


def falls(text: str, code: str) -> bool:
    """Whether the text says that something grew less: "down 15 %", "it fell by", but not "no less than"."""
    said = set(_NO_LESS.sub(" ", fold(text)).split())
    return any(said & words.less for words in _words(code)[:2])


_FILLERS = frozenset(["it", "is", "its", "that", "thats", "was", "hai", "है", "this", "oh", "well", "the", "это", "es"])
_YES_SIGNS, _NO_SIGNS = frozenset("✅✔☑👍✓🆗👌"), frozenset("❌✖✗✘👎🚫❎")


def _sign(text: str) -> bool | None:
    """What a lone picture says: a tick or a thumb."""
    signs = {char for char in text if char in _YES_SIGNS | _NO_SIGNS}
    if not signs or any(char.isalnum() for char in text):
        return None
    return True if signs <= _YES_SIGNS else False if signs <= _NO_SIGNS else None


def truth(text: str, code: str = "en") -> bool | None:
    """True for yes, t, right, correct; False for no, f, wrong; None for anything else."""
    if (sign := _sign(text)) is not None:
        return sign
    for said in dict.fromkeys((fold(text), without_lead(text))):
        for words in _words(code):
            for value, known in ((True, words.yes), (False, words.no)):
                if said in known and (len(said) > 1 or words.letters):
                    return value
    parts = [part for part in said.split() if part not in _FILLERS]
    for words in _words(code):
        for value, known in ((True, words.yes), (False, words.no)):
            if (
                len(said.split()) > 1
                and parts
                and "not" not in parts
                and all(len(part) > 1 and part in known for part in parts)
            ):
                return value
    for words in _words(code):
        for value, known in ((True, words.yes), (False, words.no)):
            if len(said) > 3 and any(len(word) > 3 and slips(said, word, 1) <= 1 for word in known):
                return value
    return None


@dataclass(frozen=True, slots=True)
class Asides:
    """Folded words that are no answer by their content, in one language."""

    yes: frozenset[str]
    no: frozenset[str]
    gave_up: frozenset[str]
    nothing: frozenset[str]
    less: frozenset[str]
    letters: bool
    """Whether single letters ("t", "f") are read in this language: the learner's own and English."""


@cache
def _words(code: str) -> tuple[Asides, ...]:
    """The learner's language, then all others."""
    own = language(code)
    order = (own, *(other for other in (language("en"), *languages()) if other.code != own.code))
    return tuple(
        Asides(
            frozenset(map(fold, one.yes)),
            frozenset(map(fold, one.no)),
            frozenset(map(fold, one.gave_up)),
            frozenset(map(fold, one.nothing)),
            frozenset(map(fold, one.less)),
            one.code in (own.code, "en"),
        )
        for one in order
    )
