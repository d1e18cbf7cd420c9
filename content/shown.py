"""Which years and figures does a text print, and is the key among them?"""

import re
from decimal import Decimal
from functools import lru_cache

from content.candidates.candidate import Candidate
from content.candidates.nouns import MONTHS

_NUMERAL = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_YEAR = re.compile(r"\b(?:1[0-9]{3}|20[0-9]{2})\b(?!,\d)")
_EARLY_YEAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December) ([1-9]\d\d)\b(?!,\d)"
)
_NUMBERED_NAME = re.compile(
    r"(?:^|[\w,] )(?!In|On|By|About|Some|The|At|Over|Nearly|Only|From|With|After|Of)[A-Z][\w’'-]* $"
)
_SPREAD = re.compile(r"\b(?P<century>1\d|20)\d\d ?[–/-] ?(?P<end>\d\d)\b(?!\d)")
_SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}


def prints_key(candidate: Candidate) -> bool:
    """Does the stem or the context print the key, or its numeral?"""
    shown = candidate.stem + " " + (candidate.context or "")
    return key_in(candidate.key, shown)


def key_in(key: str, text: str) -> bool:
    """Do the words of the key, or its numeral where that is telling, stand in the text?"""
    low, small = key.lower(), text.lower()
    if low in small and _stands(low, small, letters=True):
        return True
    numerals = [numeral for numeral in _NUMERAL.findall(key) if len(numeral) > 2 and numeral in text]
    return any(_stands(numeral, text, letters=False) for numeral in numerals)


def _stands(key: str, text: str, *, letters: bool) -> bool:
    """Does the key stand in the text by itself, no part of a longer number, nor with `letters` of a longer word?"""
    at = text.find(key)
    while at >= 0:
        end = at + len(key)
        before, after, further = text[at - 1 : at], text[end : end + 1], text[end + 1 : end + 2]
        if not (
            before in (".", ",")
            or _goes_on(before, letters=letters)
            or _goes_on(after, letters=letters)
            or (after in (".", ",") and further.isdecimal())
        ):
            return True
        at = text.find(key, at + 1)
    return False


def _goes_on(sign: str, *, letters: bool) -> bool:
    return sign.isdecimal() or (letters and (sign.isalnum() or sign == "_"))


@lru_cache(maxsize=256)
def spread_years(text: str) -> str:
    """The text with the last year of each "2021–22" told in full behind it."""
    ends = (f"{match['century']}{match['end']}" for match in _SPREAD.finditer(text))
    return " ".join((text, *ends))


@lru_cache(maxsize=1024)
def shown_years(text: str) -> tuple[int, ...]:
    """The years that a text prints."""
    return tuple(int(year) for year in (*_YEAR.findall(text), *_EARLY_YEAR.findall(text)))


@lru_cache(maxsize=1024)
def shown_figures(text: str) -> tuple[Decimal, ...]:
    """The figures that a text prints, years and days of months left out, scale words included."""
    found = []
    for match in _NUMERAL.finditer(text):
        word = match.group()
        before = text[: match.start()].rsplit(" ", 2)[-2:]
        after = text[match.end() : match.end() + 12].split()
        if _NUMBERED_NAME.search(text[: match.start()]):
            continue
        if _YEAR.fullmatch(word) or any(part.lower().strip(".,") in MONTHS for part in (*before, *after[:1])):
            continue
        scale = _SCALES.get(after[0].strip(".,").lower(), 0) if after else 0
        found.append(Decimal(word.replace(",", "")).scaleb(scale))
    return tuple(found)
