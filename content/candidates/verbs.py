"""Which words are verbs, and what are they in base form? A closed list: what is not in it is not turned about."""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from content.candidates.words import word_list

_DOUBLED = {"admit", "ban", "commit", "control", "dam", "equip", "expel", "fit", "plan", "permit", "ship", "stop"}
_DOUBLED |= {
    "submit",
    "transfer",
    "transmit",
    "compel",
    "occur",
    "cancel",
    "rebel",
    "travel",
    "label",
    "drop",
    "acquit",
    "distil",
}
_DOUBLED |= {"trap", "tag", "whip", "flog", "drag", "map"}
_NOT_VERBS = word_list("not_verbs")

AUXILIARIES = word_list("auxiliaries")
MODALS = word_list("modals")
_PRESENT = word_list("present")
_INTRANSITIVE = word_list("intransitive")


@dataclass(frozen=True, slots=True)
class Verbs:
    """Past forms and participles with their base forms, lower case."""

    past: dict[str, str]
    participle: dict[str, str]


def _regular(base: str) -> str:
    """The -ed form of a regular verb."""
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    if base in _DOUBLED:
        return base + base[-1] + "ed"
    return base + "ed"


@cache
def verbs() -> Verbs:
    """The table, read once from `verbs.txt`."""
    past: dict[str, str] = {}
    participle: dict[str, str] = {}
    text = resources.files(__package__).joinpath("verbs.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        forms = line.split()
        if not forms or forms[0] == "#":
            continue
        base = forms[0]
        regular = _regular(base)
        past.setdefault(forms[1] if len(forms) == 3 else regular, base)
        participle.setdefault(forms[2] if len(forms) == 3 else regular, base)
        if base in ("cancel", "travel", "label", "focus"):
            single = base + "ed"
            past.setdefault(single, base)
            participle.setdefault(single, base)
    del past["was"]
    return Verbs(past, participle)


@cache
def bases() -> frozenset[str]:
    """The base forms of the table."""
    return frozenset((*verbs().past.values(), *verbs().participle.values()))


@lru_cache(maxsize=16384)
def is_finite(word: str) -> bool:
    """Could this lower-case word be the finite verb of a clause? Errs on the side of yes."""
    if word in AUXILIARIES or word in MODALS or word in _PRESENT or word in verbs().past:
        return True
    return looks_past(word)


@lru_cache(maxsize=16384)
def surely_finite(word: str) -> bool:
    """Is this the finite verb of a clause and no participle ("was", "fell", but not "wrecked")?"""
    table = verbs()
    return (
        word in AUXILIARIES
        or word in MODALS
        or word in _PRESENT
        or (word in table.past and (word not in table.participle or table.past[word] in _INTRANSITIVE))
    )


@lru_cache(maxsize=16384)
def looks_past(word: str) -> bool:
    """Does the word end like a regular past form, known to us or not?"""
    return len(word) > 4 and word.endswith("ed") and word not in _NOT_VERBS and word.islower()


def base_of_past(word: str) -> str | None:
    """The base form of a past form; None where the table does not know it."""
    return verbs().past.get(word)


def base_of_participle(word: str) -> str | None:
    """The base form of a past participle; None where the table does not know it."""
    return verbs().participle.get(word)
