"""Which words hedge a fact ("about", "more than", "only"), and what do they say of it?"""

import re

from content.candidates.mark import MARK
from content.patterns import quick

_HEDGE = quick(
    r"\b(?P<words>(?:a |an |the )?(?:over|about|more than|at least|nearly|almost|some|around|approximately|roughly|"
    r"estimated|(?:an |a )?(?:estimated )?total of|total of|close to|just over|just under|well over|up to"
    r"|as many as|as much as|as high as|"
    r"only|fewer than|less than|no more than|no fewer than|no less than|at most|under|circa|c\.|ca\.|early|late|mid))"
    + f"[ -]{MARK}",
    re.IGNORECASE,
)
_LONGEST_HEDGE = 30
_HEDGES_END = tuple(
    f"{word}{gap}"
    for word in [
        "over",
        "about",
        "than",
        "least",
        "nearly",
        "almost",
        "some",
        "around",
        "approximately",
        "roughly",
        "estimated",
        "of",
        "to",
        "under",
        "many",
        "much",
        "high",
        "only",
        "most",
        "circa",
        "c.",
        "ca.",
        "early",
        "late",
        "mid",
    ]
    for gap in " -"
)
"""What stands right before a hedged fact, in small letters: the last words of the hedges."""
_CAPPING = (
    "only",
    "fewer than",
    "less than",
    "no more than",
    "at most",
    "under",
    "just under",
    "early",
    "late",
    "mid",
    "up to",
)


_BOUNDING = frozenset(("over", "more than", "at least", "no fewer than", "no less than"))
_ARTICLE = re.compile(r"(?:an?|the) ", re.IGNORECASE)


def unhedged(line: str) -> tuple[str, str | None]:
    """The line without the words that hedge the fact, and those words."""
    place = line.index(MARK)
    near = max(0, place - _LONGEST_HEDGE)
    match = _HEDGE.search(line, near) if line[near:place].lower().endswith(_HEDGES_END) else None
    if match is None:
        return line, None
    words = match["words"]
    article = _ARTICLE.match(words)
    if article and not any(word in words.lower() for word in ("estimated", "total")):
        words = words[article.end() :]
    start = match.start() + len(match["words"]) - len(words)
    line = line[:start] + line[match.end() - 1 :]
    return line, words


def is_capping(hedge: str) -> bool:
    """Is the hedge one that says "and not more" or "a part of", so that the bare figure would not be the fact?"""
    return hedge.lower() in _CAPPING


def is_bounding(hedge: str) -> bool:
    """Does the hedge say on which side of the figure the fact lies ("more than"), so that the question must say it?"""
    return hedge.lower().removeprefix("well ").removeprefix("just ") in _BOUNDING
