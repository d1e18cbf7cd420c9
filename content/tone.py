"""In what voice does the text tell it: charged, praising, reported, or of what is to come?"""

import re
from functools import lru_cache

from content.candidates.mark import MARK
from content.patterns import quick

REPORTED = quick(
    r"\b(?:said|says|told|(?:added|adding)(?= that|[,:])|according to|reportedly|allegedly|claimed?|claims"
    r"|argued?|argues|believed?|believes|complain\w*|remark\w*|joked|"
    r"thought|hoped|expected|estimates|suggests?|reports?)\b"
)
_CHARGED = quick(
    r"\b(?:ludicrous|hostile|provocations?|infamous|notorious|puppet|so-called|shameful|heroic|brutal"
    r"|unfortunately|tragic|evil|"
    r"disgraceful|outrageous|sadly|regime|cronies|propaganda|genocide|betray\w*|glorious|controversial"
    r"|seemingly|arguably|perhaps|"
    r"probably|possibly|supposedly|apparently|presumably|in all likelihood|tradition|legend)\b"
)
FORECAST = re.compile(
    r"\b(?:(?:is|are|was|were) to be|will|could|may|might|should|would|promis\w+|plans? to|planned to|is due|are due"
    r"|expected to|set to|if|(?:is|are|was|were) (?:projected|scheduled|forecast|expected))\b"
)
_PARTED = re.compile(
    r",(?!\d)|;| (?=(?:who|whom|which|that|so that|because|where|when|although|while|if|unless|until)\b)"
)
_VERBLESS = re.compile(r"(?:, (?:[A-Z][\w’'-]* ?)+)?, (?:in|on|by)(?: the)? ")
"""What stands between a comma and a date that belongs to the verb before: "will be held in the hall, on …"."""
_OPINION = re.compile(
    r"\b(?:best|worst|greatest|most important|impressive|remarkable|incredible|amazing|famous|beautiful"
    r"|popular|best-known)\b"
)


def governing(line: str) -> str:
    """The part of the statement whose verb governs the fact, with an "if" before it."""
    start, at = 0, line.index(MARK)
    for match in _PARTED.finditer(line):
        if match.start() > at:
            return line[start : match.start()]
        if _VERBLESS.fullmatch(line, match.start(), at) is None:
            start = match.start()
    return line[start:]


def is_opinion(text: str) -> bool:
    """Does the text praise or blame rather than tell?"""
    return bool(_OPINION.search(text))


@lru_cache(maxsize=256)
def is_charged(text: str) -> bool:
    """Does the text use words that take sides?"""
    return bool(_CHARGED.search(text.lower()))
