"""Which years and figures does a text print, and is the key among them?"""

import re
from decimal import Decimal
from functools import lru_cache

from content.candidates.candidate import Candidate
from content.candidates.names import MONTHS

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
    if key.lower() in text.lower() and re.search(rf"(?<![\w.,]){re.escape(key)}(?![\w]|[.,]\d)", text, re.IGNORECASE):
        return True
    numerals = [numeral for numeral in _NUMERAL.findall(key) if len(numeral) > 2 and numeral in text]
    return any(re.search(rf"(?<![\d.,]){re.escape(numeral)}(?![\d]|[.,]\d)", text) for numeral in numerals)


@lru_cache(maxsize=256)
def spread_years(text: str) -> str:
    """The text with the last year of each "2021–22" told in full behind it."""
    ends = (f"{match['century']}{match['end']}" for match in _SPREAD.finditer(text))
    return " ".join((text, *ends))


@lru_cache(maxsize=4096)
def shown_years(text: str) -> tuple[int, ...]:
    """The years that a text prints."""
    return tuple(int(year) for year in (*_YEAR.findall(text), *_EARLY_YEAR.findall(text)))


@lru_cache(maxsize=4096)
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
