"""Where is the finite verb of a plain clause, and is there a second one?"""

import re
from functools import lru_cache

from content.candidates.mark import MARK
from content.candidates.nouns import STARTERS
from content.candidates.verbs import (
    AUXILIARIES,
    MODALS,
    base_of_participle,
    base_of_past,
    is_finite,
    looks_past,
    surely_finite,
)
from content.candidates.words import word_list
from content.record import record

_ADVERBS = word_list("adverbs")
_DROPPED = re.compile(r"^(?:also|finally|eventually|then|thus|therefore|later|soon) ")
_PREPOSITIONS = word_list("prepositions")
_RELATIVES = word_list("relatives")
_NOT_FIRST = STARTERS - frozenset(
    ["the", "a", "an", "all", "some", "many", "most", "both", "two", "three", "four", "five", "six", "several"]
)
NO_SUBJECTS = frozenset(
    ("including", "containing", "comprising", "consisting", "involving", "excluding", "following", "rather", "than")
) | {
    "instead",
    "due",
    "owing",
    "having",
    "being",
    "based",
    "given",
    "compared",
    "depending",
    "thanks",
    "regarding",
    "concerning",
    "except",
    "besides",
}
"""What opens a phrase beside a clause, and no subject: "Containing two parts"."""
_BEFORE_CLAUSE = frozenset(("after", "before", "since", "until", "when", "because"))
"""Behind the first word these begin another clause: "Shortly after he was killed"."""
_COUNTS = re.compile(
    r"(?:[Mm]ore than|[Aa]bout|[Ss]ome|[Nn]early|[Aa]lmost|[Aa]round|[Oo]ver) "
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?) )"
)
PREDICATE = re.compile(
    r", (?:(?:is|was|were|are|had|has|goes|remains|stands|lies|became|took|gave|went|came|made|did)\b"
    r"|[a-z]{2,}[a-z]s (?:back|the|an?|to|from|on|in|at|as|for|with|over|that|about|[A-Z\d]))"
)
"""A verb right after a comma: what seemed the verb before it was a participle."""

_NOUNS_IN_LY = frozenset(
    ("family", "assembly", "ally", "supply", "monopoly", "rally", "reply", "anomaly", "tally", "butterfly", "bully")
)
_NAMING = frozenset(("called", "named"))
"""“A sepoy called Mangal Pandey fired”: the verb stands behind the name."""
_NOUN_BEFORE = word_list("noun_before")


@record
class Split:
    """A clause cut at its finite verb."""

    subject: str
    verb: str
    rest: str
    adverb: str = ""


@lru_cache(maxsize=1024)
def split(clause: str) -> Split | None:
    """Subject, finite verb and the rest of a plain clause; None where there is no plain subject before the verb."""
    words = clause.split()
    apposed: set[int] = set()
    for index, word in enumerate(words[:12]):
        if index and word.rstrip(",").lower() in _RELATIVES:
            return None
        if index and word.islower() and is_finite(word) and words[index - 1].lower() not in _NOUN_BEFORE:
            if _reduced(words, index):
                continue
            if not surely_finite(word) and PREDICATE.search(clause):
                return None
            return _cut(words, index)
        if word.endswith(",") and index < len(words) - 1 and index not in apposed:
            end = _apposition_end(words, index)
            if end is None:
                return None
            apposed.add(end)
    return None


def _apposition_end(words: list[str], index: int) -> int | None:
    """Where a name that stands beside the subject ends ("The Song capital, Hangzhou, surrendered")."""
    for at in range(index + 1, min(index + 5, len(words) - 1)):
        if not words[at][0].isupper():
            return None
        if words[at].endswith(","):
            return at if words[at + 1].islower() and is_finite(words[at + 1]) else None
    return None


def _reduced(words: list[str], index: int) -> bool:
    """Is the participle at `index` part of the subject ("the bridge designed by Fowler was …")?"""
    word = words[index]
    if index == 1 and words[0] == MARK and words[2:3] and words[2][0].isupper():
        return True  # "12,000 enslaved Africans had been brought"
    if word in AUXILIARIES or word in MODALS or base_of_participle(word) is None or index + 1 >= len(words):
        return False
    if word in _NAMING and words[index + 1][0].isupper():
        return any(other.islower() and base_of_past(other) for other in words[index + 2 : index + 7])
    later = [other for other in words[index + 1 : index + 9] if other.islower()]
    return words[index + 1] in _PREPOSITIONS and any(w in ("was", "were", "had") for w in later)


def _cut(words: list[str], index: int) -> Split | None:
    subject, verb, rest = words[:index], words[index], " ".join(words[index + 1 :])
    adverb = ""
    if (subject[-1] in _ADVERBS or is_adverb(subject[-1])) and len(subject) > 1:
        adverb = subject[-1] + " "
        subject = subject[:-1]
    if (
        (subject[0].lower() in _NOT_FIRST and not _COUNTS.match(" ".join(subject)))
        or len(subject) > 10
        or subject[0].lower() in NO_SUBJECTS
        or (len(subject) > 2 and subject[1] in _BEFORE_CLAUSE and not subject[0].endswith("s"))
        or (subject[-1].isdigit() and len(subject) == 1 and not surely_finite(verb))
        or is_adverb(subject[-1])
        or (subject[-1].lower() in STARTERS and not _is_regnal(subject))
    ):
        return None
    return Split(" ".join(subject), verb, _DROPPED.sub("", rest), adverb)


def _is_regnal(subject: list[str]) -> bool:
    """Is the last word the first of a ruler's name ("Charles I"), and nobody who speaks?"""
    return subject[-1] == "I" and len(subject) > 1 and subject[-2][0].isupper()


def is_adverb(word: str) -> bool:
    """Does the word end like an adverb, and is it none of the nouns that do ("family", "assembly")?"""
    return word.endswith("ly") and word.islower() and word not in _NOUNS_IN_LY


def another_clause(rest: str) -> bool:
    """Does the rest hold a second finite verb, so that the date may belong to it?"""
    words = rest.replace(",", " ").split()
    for index, word in enumerate(words):
        if word in _RELATIVES or word in MODALS or (word in AUXILIARIES and word not in ("be", "been", "being")):
            return True
        if not word.islower() or index == 0 or (index == 1 and words[0] in _ADVERBS):
            continue  # the verb's own participle: "was first lit"
        if base_of_past(word) and base_of_participle(word) is None:
            return True
        participle = base_of_participle(word) is not None or looks_past(word)
        if participle and words[index - 1] in ("and", "or", "but", "then"):
            return True
        following = words[index + 1] if index + 1 < len(words) else ""
        if (
            participle
            and words[index - 1] not in ("be", "been", "being", "a", "an", "the")
            and following not in _PREPOSITIONS
        ):
            return True
    return False
