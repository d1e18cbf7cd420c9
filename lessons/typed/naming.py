"""Are two names the same to a teacher? Order, titles, articles and initials do not count, nor does what kind it is."""

import re
from functools import lru_cache

from lessons.typed.fold import allowed_slips, fold, slips, told_apart

_ARTICLES = frozenset(
    (
        *("the", "a", "an", "of", "and", "le", "la", "les", "l", "de", "du", "des", "d", "der", "die", "das", "el"),
        *("los", "las", "o", "os", "as", "do", "da", "dos", "del", "di", "von", "van", "den"),
        *("in", "at", "on", "by", "from", "to", "im", "am", "en", "au", "aux", "em", "na", "di", "ke", "в", "у", "на"),
    )
)
_KINDS = frozenset(
    (
        *("treaty", "battle", "siege", "edict", "peace", "congress", "conference", "council", "pact", "act", "war"),
        *(
            "river",
            "lake",
            "mount",
            "mountain",
            "city",
            "town",
            "island",
            "islands",
            "sea",
            "ocean",
            "desert",
            "strait",
        ),
        *("king", "queen", "emperor", "empress", "pope", "sir", "lord", "lady", "president", "general", "captain"),
        *("saint", "st", "mr", "mrs", "ms", "dr", "prof", "professor", "prince", "princess", "duke", "tsar", "czar"),
        *(
            "composer",
            "writer",
            "author",
            "painter",
            "poet",
            "scientist",
            "sankt",
            "physicist",
            "chemist",
            "engineer",
            "artist",
        ),
        *("doctor", "explorer", "inventor", "philosopher", "admiral", "marshal", "minister", "senator", "monk"),
        *(
            "madame",
            "mme",
            "mlle",
            "madam",
            "monsieur",
            "mademoiselle",
            "herr",
            "frau",
            "senor",
            "senora",
            "don",
            "dona",
            "господин",
        ),
        *(
            "comrade",
            "secretary",
            "ambassador",
            "commissar",
            "chancellor",
            "marshall",
            "conf",
            "pres",
            "gen",
            "capt",
            "sec",
        ),
        *("товарищ", "г", "annexation", "charter"),
        *("revolution", "empire", "republic", "kingdom", "dynasty", "operation", "project", "company", "ship"),
    )
)
"""Words that say what a name is the name of; said or left out, they change nothing, said wrongly they do."""


def named_alike(said: str, meant: str) -> bool:
    """Whether both name the same: the same telling words in any order, initials for first names, slips forgiven."""
    one, other = _telling(said), _telling(meant)
    if one is None or other is None:
        return False
    words, kinds = one
    wanted, asked = other
    if kinds and asked and not kinds & asked:
        return False
    if len(words) > len(wanted):  # "A. S. Pushkin"
        words = [word for word in words if len(word) > 1 or any(word == one[0] for one in wanted)] or words
    return (
        len(words) == len(wanted)
        and all(any(_word_alike(word, known) for known in wanted) for word in words)
        and all(any(_word_alike(word, known) for word in words) for known in wanted)
    )


def contradicts(said: str, meant: str) -> bool:
    """Whether both say what kind of thing it is, and not the same: a lake for a mountain."""
    one, other = _telling(said), _telling(meant)
    return bool(one and other and one[1] and other[1] and not one[1] & other[1])


def surname_of(said: str, meant: str) -> bool:
    """Whether the end of a person's name was said for the whole: "Fresnel" for "Augustin Fresnel"."""
    parts = meant.replace(".", ". ").split()
    if not 2 <= len(parts) <= 4 or not all(part[:1].isupper() for part in parts):
        return False
    first, last = fold(parts[0]), fold(parts[-1])
    if (
        first in _NO_FORENAMES
        or first in _KINDS
        or last in _KINDS | _NO_SURNAMES
        or len(last) < 4
        or not last.isalpha()
    ):
        return False
    telling, whole = _telling(said), _telling(meant)
    if telling is None or whole is None or not len(telling[0]) < len(whole[0]):
        return False
    return all(map(_word_alike, telling[0], whole[0][-len(telling[0]) :]))


_SAME_KIND = {"st": "saint", "sankt": "saint", "mt": "mount", "dr": "doctor", "prof": "professor", "czar": "tsar"}
_SAME_KIND |= {
    "mountain": "mount",
    "isle": "island",
    "islands": "island",
    "conf": "conference",
    "pres": "president",
    "gen": "general",
    "capt": "captain",
    "sec": "secretary",
}
_NO_FORENAMES = frozenset(
    (
        *("new", "san", "santa", "santo", "los", "las", "north", "south", "east", "west", "great", "old", "upper"),
        *("lower", "pearl", "fort", "port", "cape", "world", "united", "prime", "civil", "second", "first", "third"),
        *("red", "black", "white", "blue", "green", "yellow", "golden", "soviet", "royal", "holy", "the", "central"),
        *("northern", "southern", "eastern", "western", "cold", "big", "long", "high", "hong", "buenos", "rio", "sri"),
        *("el", "la", "le", "national", "international", "american", "french", "british", "german", "russian", "roman"),
        *("ottoman", "byzantine", "industrial", "magna", "lend", "marshall", "solar", "panama", "suez", "erie"),
        *("berlin", "eiffel", "boston", "mona", "dead", "costa", "cote", "monte", "mont", "puerto", "sierra", "saudi"),
    )
)
"""First words of names that are no person's."""
_NO_SURNAMES = frozenset(
    (
        *("harbor", "harbour", "canal", "bridge", "wall", "tower", "party", "house", "street", "bank", "bay", "lease"),
        *("plan", "line", "court", "union", "states", "nations", "kingdom", "league", "army", "navy", "law", "code"),
        *("system", "theory", "effect", "prize", "park", "square", "palace", "castle", "church", "abbey", "school"),
        *("college", "university", "museum", "library", "theatre", "railway", "road", "airport", "station", "hill"),
        *("valley", "falls", "point", "coast", "ocean", "rights", "deal", "doctrine", "curtain", "charter", "junior"),
    )
)


def _telling(text: str) -> tuple[list[str], frozenset[str]] | None:
    """The words that tell the name from others, and the words that say its kind; None where no telling word is left."""
    words = [word for word in fold(text).split() if word not in _ARTICLES]
    telling = [word for word in words if word not in _KINDS and word not in _SAME_KIND]
    kinds = frozenset(_SAME_KIND.get(word, word) for word in words if word in _KINDS or word in _SAME_KIND)
    return (telling, kinds) if telling else None


def _word_alike(said: str, known: str) -> bool:
    if said == known:
        return True
    if set(known) <= set("ivx") or (len(said) > 1 and set(said) <= set("ivx")):  # Henry VII, World War I
        return False
    if len(said) == 1 or len(known) == 1:
        return said[0] == known[0]
    if said.isdigit() or known.isdigit():
        return False
    if told_apart(said, known):
        return False
    if slips(said, known) <= allowed_slips(known):
        return True
    one, other = _sound(said), _sound(known)
    return len(other) >= 4 and slips(one, other) <= (0 if len(other) < 8 else 1)


_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
        "a b v g d e e zh z i i k l m n o p r s t u f h ts ch sh sh _ i _ e iu ia i i e g".replace("_", "").split(" "),
        strict=True,
    )
)
_SOUNDS: tuple[tuple[str, str], ...] = (
    *(("dzh", "j"), ("dsch", "j"), ("dj", "j"), ("zh", "j")),
    *(("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("ph", "f"), ("kh", "h"), ("ck", "k"), ("w", "v"), ("j", "i")),
    *(("y", "i"), ("x", "ks"), ("q", "k"), ("ia", "a"), ("iu", "u"), ("ie", "e")),
)


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    """About how a name sounds, so that Molotow, Molotoff and Молотов are one."""
    told = "".join(_LATIN.get(char, char) for char in word)
    for letters, sound in _SOUNDS:
        told = told.replace(letters, sound)
    told = re.sub(r"c(?!h)", "k", told)
    told = re.sub(r"(.)\1+", r"\1", told)
    return told[:-1] + "v" if told.endswith("of") else told
