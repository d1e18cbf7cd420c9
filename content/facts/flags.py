"""What must a teacher know of a claim? Codes for broken attribution, rebased money, stale or charged wording."""

import re
from functools import cache

from content.document import Span
from content.facts.words import vocabulary

BROKEN = re.compile(
    r"\b(?:according to|as reported by|quoted by|said by|cited by) ?[,.;]|\(\s*\)|\[\s*\]", re.IGNORECASE
)
BROKEN_SIGNS = ("(", "[", " by", "ccording to")
"""One of them stands in every sentence whose source is missing, so that most need no longer look."""
NEAR = 40
"""Characters before a figure in which "equivalent to" makes it money of another time."""


@cache
def _cue(language: str, name: str) -> re.Pattern[str]:
    phrases = vocabulary(language).cues[name]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)


def sentence_flags(sentence: str, language: str = "en") -> tuple[str, ...]:
    """The codes that hold for all facts of a sentence."""
    low, cues = sentence.lower(), vocabulary(language).cues
    told = any(sign in low for sign in BROKEN_SIGNS)
    found = ["broken_attribution"] if told and BROKEN.search(sentence) else []
    for name in ("attributed", "stale", "forecast", "charged"):
        if [phrase for phrase in cues[name] if phrase in low] and _cue(language, name).search(sentence):
            found.append(name)
    if "broken_attribution" in found and "attributed" in found:
        found.remove("attributed")
    if "stale" in found and _cue(language, "rebased").search(sentence):
        found.remove("stale")
    return tuple(found)


def rebased(text: str, fact: Span, sentence: Span, language: str = "en") -> bool:
    """The figure is money told in the worth of another time: "equivalent to about 180 billion dollars today"."""
    before = text[max(sentence.start, fact.start - NEAR) : fact.start]
    after = text[fact.end : min(sentence.end, fact.end + NEAR)].lstrip(" ,(")
    return bool(_cue(language, "rebased").search(before) or _cue(language, "rebased_after").match(after))
