"""Which of the options shown is meant? By its letter, its number or its words."""

import re
from collections.abc import Sequence

from lessons.typed.by_value import by_value
from lessons.typed.fold import digits, fold, same, similar, slips
from lessons.typed.lead import without_lead
from lessons.typed.naming import named_alike

_LETTER = re.compile(r"^(?:option|answer|letter|no\.?|nr\.?|#|№)?\s*[(\[]?([a-zA-Zа-гА-Г])[)\].:]*$")
_NUMBER = re.compile(r"^(?:option|answer|number|no\.?|nr\.?|#|№)?\s*[(\[]?(\d{1,2})[)\].:]*$", re.IGNORECASE)
_SPOKEN_LETTER = {"а": "a", "б": "b", "с": "c", "г": "d"}


def by_mark(text: str, count: int, *, letters_only: bool = False) -> int | None:
    """The option meant by "b", "B)", "(2)" or "2."; None if the text is no mark, or past the last option."""
    text = digits(text).strip()
    if match := _LETTER.match(text):
        letter = match[1].lower()
        index = ord(_SPOKEN_LETTER.get(letter, letter)) - ord("a")
        return index if 0 <= index < count else None
    if not letters_only and (match := _NUMBER.match(text)):
        index = int(match[1]) - 1
        return index if 0 <= index < count else None
    return None


def by_words(text: str, options: Sequence[str], *, alone: bool = True) -> int | None:
    """The one option whose words these are: alike, else alike but for slips, else the only one that holds them all.

    None where none fits, or several do. `alone`: more words may stand around those of the option.
    """
    for said in dict.fromkeys((text, without_lead(text))):
        for fits in (same, similar, named_alike, _holds, *((_held,) if alone else ())):
            found = [index for index, option in enumerate(options) if fits(said, option)]
            if len(found) == 1:
                return found[0]
            if found:
                break
    return None


def chosen(text: str, options: Sequence[str], *, alone: bool = True, code: str | None = None) -> int | None:
    """The option meant by a typed text; an option whose words are just that comes before a letter or a number.

    With the learner's language an option that is a figure or a date may be written in any way.
    """
    exactly = [index for index, option in enumerate(options) if same(text, option)]
    if len(exactly) == 1:
        return exactly[0]
    marked = by_mark(text, len(options))
    if marked is None:
        marked = by_mark(without_lead(text), len(options), letters_only=True)
    if marked is None and code is not None:
        marked = by_value(text, options, code)
    return by_words(text, options, alone=alone) if marked is None else marked


_BEFORE = frozenset(
    ("before", "earlier", "preceded", "vor", "früher", "avant", "antes", "раньше", "раніше", "до", "sebelum")
)
_AFTER = frozenset(
    ("after", "later", "followed", "nach", "später", "après", "después", "depois", "позже", "после", "setelah")
)


def put_first(text: str, options: Sequence[str]) -> int | None:
    """Of two options the one that a sentence puts first: "the telegraph came before the telephone"."""
    named = _mentioned(text, options) or []
    said = set(fold(text).split())
    if len(options) != 2 or len(named) != 2 or bool(said & _BEFORE) == bool(said & _AFTER):
        return None
    return named[0] if said & _BEFORE else named[1]


def marks(text: str, count: int) -> tuple[int, ...] | None:
    """Several marks in a row: "2 1 3", "b, a, c", "bac", "213"; None if it is anything else."""
    text = digits(text).strip()
    words = [word for word in re.split(r"[\s,;>→\-–/]+|\band\b", text) if word]
    if len(words) == 1 and re.fullmatch(r"[a-zA-Z]+|\d+", words[0]) and 1 < len(words[0]) <= count <= 9:
        words = list(words[0])
    found = [by_mark(word, count) for word in words]
    if not found or None in found:
        return None
    return tuple(index for index in found if index is not None)


def _holds(said: str, option: str) -> bool:
    """Whether all words said stand in the option, and they are enough to tell by."""
    words = [word for word in fold(said).split() if word not in {"the", "a", "an", "of", "in", "on", "and"}]
    return bool(words) and max(map(len, words)) >= 4 and set(words) <= set(fold(option).split())


_SMALL = frozenset(["the", "a", "an", "of", "in", "on", "and"])
_NOT = frozenset(
    ["not", "no", "nor", "never", "neither", "isnt", "or", "nicht", "не", "или", "pas", "ou", "não", "oder"]
)


def _held(said: str, option: str) -> bool:
    """Whether the text says the whole option and more, and no "not" or "or": "the telegraph came first"."""
    words, wanted = fold(said).split(), [word for word in fold(option).split() if word not in _SMALL]
    if max(map(len, wanted), default=0) < 4 or _NOT & set(words):
        return False
    return all(
        word in words or (len(word) > 4 and any(slips(other, word, 1) == 1 for other in words)) for word in wanted
    )


def _mentioned(text: str, options: Sequence[str]) -> list[int] | None:
    """The options in the order in which a text names them, each once; None where it says "not" or "or"."""
    words = f" {fold(text)} "
    if _NOT & set(words.split()):
        return None
    places = [(words.find(f" {fold(option)} "), index) for index, option in enumerate(options)]
    if any(words.count(f" {fold(option)} ") > 1 for option in options):
        return None
    return [index for place, index in sorted(places) if place >= 0]


def several(text: str, options: Sequence[str]) -> tuple[int, ...] | None:
    """Several options at once, by marks or by their words parted with commas; None if any part is not understood."""
    if found := marks(text, len(options)):
        return tuple(dict.fromkeys(found))
    for pattern in (r"[\n;]+", r"[\n;]+|,(?!\d)", r"[\n;]+|,(?!\d)|\band\b|\+|&"):
        parts = [part for part in re.split(pattern, text) if part.strip()]
        indices = [chosen(part, options, alone=False) for part in parts]
        if indices and None not in indices:
            return tuple(dict.fromkeys(index for index in indices if index is not None))
    named = _mentioned(text, options) or []
    covered = {word for index in named for word in fold(options[index]).split()}
    return tuple(named) if len(named) > 1 and set(fold(text).split()) <= covered | _SMALL else None


def sequence(text: str, options: Sequence[str]) -> tuple[int, ...] | None:
    """All options in the order typed, by marks or by their words; None if it is anything else.

    One entry may be left out at the end: with all others placed, its place is known.
    """
    found = marks(text, len(options)) or _parts(text, options)
    if not found and len(named := _mentioned(text, options) or []) == len(options):
        found = tuple(named)
    if not found or len(set(found)) != len(found):
        return None
    missing = [index for index in range(len(options)) if index not in found]
    return (*found, *missing) if len(missing) <= 1 else None


def _parts(text: str, options: Sequence[str]) -> tuple[int, ...] | None:
    for pattern in (r"\n+", r"[\n;]+|→|>|->", r"[\n;]+|,(?!\d)|→|->|>|\bthen\b|\band\b"):
        parts = [re.sub(r"^\s*\d{1,2}[.)]\s+", "", part) for part in re.split(pattern, text) if part.strip()]
        indices = [by_words(part, options, alone=False) for part in parts]
        if len(indices) > 1 and None not in indices:
            return tuple(index for index in indices if index is not None)
    return None


def pairing(text: str, lefts: Sequence[str], rights: Sequence[str]) -> tuple[int, ...] | None:
    """For each left side the index of its right side: "1b 2a", "1-b, 2-a", "b a", "left - right" lines; else None."""
    text = digits(text)
    found = _pair_lines(text, lefts, rights)
    if not found:
        for left, right in re.findall(r"(?<!\w)(\d{1,2})\s*[-–=:.)>→]*\s*([a-zA-Z])(?!\w)", text):
            found[int(left) - 1] = ord(right.lower()) - ord("a")
    if not found and re.fullmatch(r"(?:\d[a-zA-Z])+", text.strip()):
        found = {int(left) - 1: ord(right.lower()) - ord("a") for left, right in re.findall(r"(\d)([a-zA-Z])", text)}
    if not found and (plain := marks(text, len(rights))):
        found = dict(enumerate(plain))
    if not found and len(named := _mentioned(text, rights) or []) == len(rights):
        found = _pairs_named(text, lefts, rights) or dict(enumerate(named))
    if len(found) == len(lefts) - 1 and len(set(rights)) == len(rights) == len(lefts):
        gap, rest = set(range(len(lefts))) - set(found), set(range(len(rights))) - set(found.values())
        found |= dict(zip(gap, rest, strict=False)) if len(rest) == 1 else {}
    if sorted(found) != list(range(len(lefts))) or not all(0 <= right < len(rights) for right in found.values()):
        return None
    return tuple(found[left] for left in range(len(lefts)))


def _pairs_named(text: str, lefts: Sequence[str], rights: Sequence[str]) -> dict[int, int]:
    """Left and right by turns, with nothing between them: "Norway Oslo, Sweden Stockholm"."""
    everything = [*lefts, *rights]
    named = _mentioned(text, everything) or []
    if len(named) != len(everything):
        return {}
    pairs = zip(named[::2], named[1::2], strict=True)
    return {left: right - len(lefts) for left, right in pairs if left < len(lefts) <= right}


def _pair_lines(text: str, lefts: Sequence[str], rights: Sequence[str]) -> dict[int, int]:
    for pattern in (r"[\n;]+", r"[\n;]+|,(?!\d)"):
        found = _pairs_of(re.split(pattern, text), lefts, rights)
        if len(found) > 1:
            return found
    return {}


def _pairs_of(lines: Sequence[str], lefts: Sequence[str], rights: Sequence[str]) -> dict[int, int]:
    found: dict[int, int] = {}
    for line in lines:
        sides = re.split(r"\s*(?:->|→|=|:|\s[-–]\s)\s*", line.strip(), maxsplit=1)
        if len(sides) == 2:
            left, right = chosen(sides[0], lefts), chosen(sides[1], rights)
            if left is not None and right is not None:
                found[left] = right
    return found
