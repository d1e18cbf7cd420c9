"""What does a typed word mean in a figure? The learner's language first, then English, then every other we know."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

from lessons.languages import Language, language, languages
from lessons.typed.fold import fold, slips
from lessons.typed.latin import in_latin
from lessons.typed.units import codes_of

_NOT_A_SLIP = frozenset(
    (
        *("there", "these", "weight", "height", "light", "night", "right", "fight", "might", "sight", "tight", "even"),
        *("event", "ever", "never", "bullion", "then", "than", "tent", "sever", "server", "fifth", "sixth", "weeks"),
        *("month", "mouth", "ounce", "once", "tonne", "tonnes", "tenth"),
        *("eleve", "eleves", "oeuvre", "oeuvres", "ceux", "seine"),
        *("crois", "droit", "froid", "reste", "creo", "glaube"),
    )
)
"""Words in their own right that lie one letter from a number word."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one reader; keys are folded. `joints` maps a word to all that it can do between figures."""

    numbers: dict[str, int]
    scales: dict[str, int]
    fractions: dict[str, Decimal]
    joints: dict[str, frozenset[str]]
    compounds: frozenset[str]
    """Parts of which words like "zweiundvierzig" are made."""
    longest: int
    """Words in the longest phrase."""
    home: frozenset[str]
    """Number and size words of the learner's own language and of English."""
    others: dict[str, int]
    """The other power of ten that a size word or letter can have for this reader."""

    def knows(self, word: str) -> bool:
        """Whether the folded word or phrase means anything here."""
        return word in self.numbers or word in self.scales or word in self.fractions or word in self.joints


@cache
def lexicon(code: str) -> Lexicon:
    """The words that a learner of that language may use."""
    own = language(code)
    order = [_with_short(one) for one in (own, language("en"))] + list(languages())
    numbers: dict[str, int] = {}
    scales: dict[str, int] = {}
    fractions: dict[str, Decimal] = {}
    joints: dict[str, set[str]] = {}
    mine = {fold(word) for words in own.joints.values() for word in words}
    mine |= {fold(word) for phrase in (*own.approximators, *own.eras.get("filler", ())) for word in phrase.split()}
    mine |= {fold(name) for unit in own.units for name in unit.names} - order[0].scales.keys()
    for one in order:
        fresh = one if one is order[0] else _fresh(one, numbers, scales, mine)
        for word, value in fresh.numbers.items():
            numbers.setdefault(fold(word), value)
        for word, power in fresh.scales.items():
            scales.setdefault(fold(word), power)
        for word, part in one.fractions.items():
            share = Fraction(part)
            fractions.setdefault(fold(word), Decimal(share.numerator) / Decimal(share.denominator))
    for word, value in in_latin(own.numbers | own.more_numbers, code).items():
        if word not in scales:
            numbers.setdefault(word, value)
    for word, power in in_latin(own.scales, code).items():
        if word not in numbers:
            scales.setdefault(word, power)
    for one in (own, language("en")):
        for role, words in one.joints.items():
            for word in words:
                joints.setdefault(fold(word), set()).add(role)
    glued = [one for place, one in enumerate(order) if one.compounds or place < 2]
    parts = {fold(word) for one in glued for word in (*one.numbers, *one.scales, "und")}
    every = (*numbers, *scales, *fractions, *joints)
    return Lexicon(
        numbers,
        scales,
        fractions,
        {word: frozenset(roles) for word, roles in joints.items()},
        frozenset(part for part in parts if len(part) > 2),
        max(word.count(" ") + 1 for word in every),
        frozenset(fold(word) for one in order[:2] for word in (*one.numbers, *one.scales)),
        own.other_scales,
    )


def _with_short(one: Language) -> Language:
    """The language with the words that its readers only type."""
    return replace(one, scales={**one.short_scales, **one.scales}, numbers={**one.more_numbers, **one.numbers})


def _fresh(one: Language, numbers: dict[str, int], scales: dict[str, int], mine: set[str]) -> Language:
    """A later language's words that an earlier one does not use for something else; `mine` are the learner's own."""
    taken = numbers.keys() | scales.keys() | mine | _unit_names()
    return replace(
        one,
        numbers={word: value for word, value in one.numbers.items() if fold(word) not in taken},
        scales={
            word: power
            for word, power in one.scales.items()
            if fold(word) not in taken and not _slip_of(fold(word), power, scales)
        },
    )


@cache
def _unit_names() -> set[str]:
    """English units: "miles" is no Spanish thousand unless the learner writes Spanish."""
    return {fold(name) for unit in language("en").units for name in unit.names}


def _slip_of(word: str, power: int, scales: dict[str, int]) -> bool:
    """Whether another language's size word looks like a slip of one that means something else here ("billon")."""
    return any(
        power != other and len(known) > 5 and abs(len(known) - len(word)) <= 1 and slips(word, known, 1) == 1
        for known, other in scales.items()
    )


@lru_cache(maxsize=2048)
def split_compound(word: str, code: str) -> tuple[str, ...] | None:
    """The number words in "zweiundvierzig"; None if it is not made of them alone."""
    parts = lexicon(code).compounds

    def rest(at: int) -> tuple[str, ...] | None:
        if at == len(word):
            return ()
        for end in range(len(word), at, -1):
            if word[at:end] in parts and (tail := rest(end)) is not None:
                return (word[at:end], *tail)
        return None

    found = rest(0) if 6 <= len(word) <= 60 else None
    return found if found and len(found) > 1 else None


def mended_first(phrase: str, known: Mapping[str, int], code: str) -> str | None:
    """The two words that make a number once the first is mended: "sembilaan belas"."""
    first, _, second = phrase.partition(" ")
    if second not in _SECOND or not (guess := mended(first, code, home=True)):
        return None
    whole = f"{guess} {second}"
    return whole if whole in known else None


_SECOND = frozenset(("belas", "puluh", "vingt", "vingts"))
"""Words that make a number only behind another."""


@cache
def _compounds(code: str) -> tuple[str, ...]:
    return tuple(sorted(lexicon(code).compounds))


@lru_cache(maxsize=2048)
def split_with_slip(word: str, code: str) -> tuple[str, ...] | None:
    """The number words in "neunzehnhundertfünfundvirzig": one of them may be missed by a slip, if it can be but one."""
    if not 8 <= len(word) <= 40 or not language(code).compounds:
        return None
    every = _compounds(code)
    if not word.startswith(every) and not word.endswith(every):  # then no part of it is right
        return None
    parts = [part for part in every if len(part) >= 4 or part == "und"]
    ends = [end for end in range(len(word) + 1) if not end or made_of_parts(word[:end], code)]
    starts = [start for start in range(len(word) + 1) if start == len(word) or made_of_parts(word[start:], code)]
    found = {
        (*made_of_parts(word[:end], code), part, *made_of_parts(word[start:], code))
        for end in ends
        for start in starts
        if 2 <= start - end <= 14 and start - end < len(word)
        for part in parts
        if slips(word[end:start], part, 1) == 1
    }
    return min(found, key=len) if len({"".join(parts) for parts in found}) == 1 else None


@lru_cache(maxsize=4096)
def made_of_parts(word: str, code: str) -> tuple[str, ...]:
    """The number words that the word is made of; () for none."""
    if word in lexicon(code).compounds:
        return (word,)
    return split_compound(word, code) or ()


_PARTS = {"пол": "0.5", "пів": "0.5", "half": "0.5", "dreiviertel": "0.75", "viertel": "0.25"}
"""What may stand before a size word or unit as one word with it."""


@lru_cache(maxsize=2048)
def parted(word: str, code: str) -> tuple[Decimal, str] | None:
    """The part and the size word or unit of "полмиллиона", "півроку", "Viertelmillion"; None for any other word."""
    for part, share in _PARTS.items():
        rest = word.removeprefix(part)
        if rest != word and len(rest) > 2 and (rest in lexicon(code).scales or codes_of(rest)):
            return Decimal(share), rest
    return None


@lru_cache(maxsize=2048)
def mended_one(word: str, code: str) -> str | None:
    """The one of "nineteen ninety fiv" or "eighty nien": a short number but for a slip, behind a number word.

    A wrong letter is no such slip: "forty tour" is not forty-four.
    """
    words = lexicon(code)
    if not 3 <= len(word) <= 5 or not word.isalpha() or words.knows(word) or codes_of(word):
        return None
    ones = (one for one in words.home if 0 < words.numbers.get(one, 0) < 10 and len(one) in (3, 4))
    near = {one for one in ones if _slipped(word, one) and (len(one) == 4 or sorted(one) == sorted(word))}
    return near.pop() if len({words.numbers[one] for one in near}) == 1 else None


def _slipped(word: str, meant: str) -> bool:
    """Whether a letter is missing, added or has changed places, or y stands for i."""
    return word.replace("y", "i") == meant or (
        (len(word) != len(meant) or sorted(word) == sorted(meant)) and slips(word, meant, 1) == 1
    )


def _begins_or_ends_alike(word: str, known: str) -> bool:
    """Whether one slip could part the two: it cannot change both ends. Cheaper than to count."""
    return word[0] == known[0] or word[-1] == known[-1]


@cache
def _by_size(code: str, *, home: bool) -> dict[int, list[str]]:
    """Number and size words of the learner, or of all, by how many letters they have."""
    words = lexicon(code)
    found: dict[int, list[str]] = {}
    for one in words.home if home else {*words.numbers, *words.scales}:
        found.setdefault(len(one), []).append(one)
    return found


@lru_cache(maxsize=2048)
def mended(word: str, code: str, *, home: bool = False) -> str | None:
    """The one number word or size word that this word misses by a slip; None if there is none, or several.

    `home`: only words of the learner's own language and of English are looked at.
    """
    if len(word) < 4 or word in _NOT_A_SLIP or not word.isalpha() or codes_of(word):
        return None
    words = lexicon(code)
    for at_home in (True,) if home else (True, False):
        known = _by_size(code, home=at_home)
        close = (one for size in range(max(5, len(word) - 1), len(word) + 2) for one in known.get(size, ()))
        near = {one for one in close if _begins_or_ends_alike(word, one) and slips(word, one, 1) == 1}
        if not near and len(word) >= 7 and at_home:
            near = {one for one in words.home if len(one) >= 7 and one[0] == word[0] and slips(word, one, 2) == 2}
        if len({(words.numbers.get(one), words.scales.get(one)) for one in near}) == 1:
            return min(near)
    return None
