"""When are two texts the same to a teacher? Case, accents, punctuation and small slips do not count."""

import re
import unicodedata
from functools import lru_cache

MAX_TYPED = 400
"""Characters; what is longer is no answer."""

_GROUPS = re.compile(r"(?<=\d)[,.'’](?=\d{3}(?!\d))")
_SAME = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_DEVANAGARI = str.maketrans({"\u093c": None, "\u0901": "\u0902"})
"""Nukta and chandrabindu, which many keyboards leave out."""
_ARABIC = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "\u200c": " ", "\u0640": None})


_INVISIBLE = re.compile(r"[\u00ad\u20e3\ufe0f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Marks of direction, soft hyphens and the like, which come along with pasted text."""


def digits(text: str) -> str:
    """The text with every script's digits as 0-9, Arabic number signs as Latin ones, without invisible marks."""
    out = []
    for char in _INVISIBLE.sub("", text):
        value = unicodedata.decimal(char, None) if not char.isascii() else None
        out.append(char if value is None else str(value))
    return "".join(out).replace("\u066b", ".").replace("\u066c", ",").replace("\u066a", "%")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case without accents and punctuation, words one space apart, groups of digits joined."""
    wide = unicodedata.normalize("NFKC", digits(text)).casefold().translate(_ARABIC)
    wide = _GROUPS.sub("", wide)
    kept: list[str] = []
    for char in unicodedata.normalize("NFD", wide.translate(_SAME)).translate(_DEVANAGARI):
        if unicodedata.category(char) == "Mn":
            # Latin, Greek and Cyrillic accents go (й and ї too: phones lack them); vowel signs elsewhere are letters.
            if not kept or not _accents_optional(kept[-1]):
                kept.append(char)
        elif char.isalnum() or unicodedata.category(char) == "Mc":
            kept.append(char)
        elif char not in "'’ʼ`´":
            kept.append(" ")
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))


def _accents_optional(char: str) -> bool:
    return char < "\u0530" or "\u1e00" <= char < "\u2000" or "\u0600" <= char < "\u0700"


def slips(a: str, b: str, limit: int = 3) -> int:
    """Letters missing, added, wrong or exchanged between two texts; more than `limit` is `limit` + 1."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    a, b = _where_they_differ(a, b)
    if min(len(a), len(b)) == 0:
        return max(len(a), len(b))
    if limit == 1:  # nearly all words that are compared: no table is needed
        return 1 if len(a) == len(b) == 1 or (len(a) == len(b) == 2 and a == b[::-1]) else 2
    if len(set(a) ^ set(b)) > 2 * limit:  # a slip changes two letters at most
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if older and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def _where_they_differ(a: str, b: str) -> tuple[str, str]:
    """Both without what they begin and end with alike: most words that are compared differ in all of it."""
    start, shorter = 0, min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[start : len(a) - end], b[start : len(b) - end]


def allowed_slips(text: str) -> int:
    """None in short words, one from four letters, two from nine, three from twenty."""
    length = len(text)
    return 0 if length < 4 else 1 if length < 9 else 2 if length < 20 else 3


def same(said: str, meant: str) -> bool:
    """Whether the two fold alike."""
    return fold(said) == fold(meant)


def similar(said: str, meant: str) -> bool:
    """Whether the two fold alike but for slips of the pen. Figures must be the same."""
    a, b = fold(said), fold(meant)
    if a == b:
        return True
    if not a or not b or _figures(a) != _figures(b) or told_apart(a, b):
        return False
    return slips(a, b) <= allowed_slips(b)


_ROMAN = re.compile(r"[ivx]+")
_APART = tuple(
    frozenset(group.split())
    for group in (
        "north south east west",
        "northern southern eastern western",
        "first second third fourth fifth sixth",
        "inner outer upper lower",
        "iran iraq",
        "niger nigeria",
        "austria australia",
        "slovakia slovenia",
        "mali malta malawi bali",
        "import export",
        "male female",
    )
)
"""Words a slip or two apart that nobody may take for each other."""


def told_apart(a: str, b: str) -> bool:
    """Whether two folded texts differ in a word that tells things apart: South for North Korea."""
    one, other = set(a.split()), set(b.split())
    mine, theirs = one - other, other - one
    return any(mine & group and theirs & group for group in _APART)


def _figures(text: str) -> list[str]:
    """The words that are figures, Roman ones too: Henry VII is not Henry VIII."""
    return [word for word in text.split() if any(char.isdigit() for char in word) or _ROMAN.fullmatch(word)]
