"""Does a sentence bring in what it tells of, so that a card can begin with it in the middle of a paragraph?"""

import re
from functools import lru_cache

from content.patterns import quick

_WHEN = (
    r"(?:(?:In|On|By|At|During|After|Before|Until|Under|From|Between|Since) (?=[^,]*(?:\d{3,4}|[A-Z]))"
    r"[^,;:]{2,50}?,? )?"
)
"""“On 9 February 1849, …”, “In the Pequot War …”: told by its year or its name."""
_DATE = (
    r"(?:In|On|By) (?:[A-Z][a-z]+,? )?(?:(?:the )?\d{1,2}(?:st|nd|rd|th)? )?(?:(?:of )?[A-Z][a-z]+ )?"
    r"(?:\d{1,2}, )?\d{4},? "
)
_WORD = r"[A-Z\d][\w’'.-]*"
_NAME = rf"(?:[Tt]he )?(?:[\w’'-]+ )?{_WORD}(?: (?:(?:of|the|de|von|van|du|and|for|in|on) ){{0,3}}{_WORD}){{0,9}}"
_TOLD = (
    r"(?:,? \(|, (?:who|which|whose|where|then|now|later|once|one|aged?|an?|the|of|from|born|son|daughter|head"
    r"|[\w’'-]+ (?:of|and|by|in|on|for|from|at|off) |[a-z]+ed\b)| and (?:his|her) [a-z]+, )"
)
"""What says who or what somebody or something is: “, a minister in Utica”, “, who …”, “ (born 1805)”."""
_MADE = (
    r" (?:(?:was|were|had been) (?:first )?(?:founded|established|set up|formed|born|launched|created|invented"
    r"|discovered|chartered|incorporated|organi[sz]ed)|had (?:begun|started)|began|started) (?:in|on|by|as|at|near)\b"
)
"""“The Farmers' Alliance had started in Lampasas County”: told from its begin."""
_SOME = (
    r"about|some|nearly|over|more than|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty"
)
_BRINGS_IN = re.compile(
    rf"{_WHEN}(?:(?:[Aa]n?|[Ss]ome|[Oo]ne) [a-z\d]|{_NAME}(?: [a-z]+)?(?:{_TOLD}|{_MADE}))"
    rf"|{_DATE}(?:[Tt]he (?:[A-Z]|[a-z]+ of )|(?:{_SOME}) |[A-Z](?=[\w’'.-]+ [a-z]+ )|(?:[A-Z][\w’'.-]* ){{2}}|\d)"
)
"""“Samuel Gompers, a cigar maker …”, “A road …”, “On November 22, 1950, the Fort Wayne Pistons …”."""
_GOES_ON = quick(
    r"\b(?:then|now|next|still|also|again|too|instead|therefore|however|thus|another|only|the (?:first|last) to)\b"
)
_UNTOLD = quick(r"^[^;]{0,120}?\bto [a-z]+ (?:it|them)\b|^.{0,45}\b(?:there,? (?!is|was|are|were|had)|neighbou?ring\b)")
"""“Goodyear, a merchant, tried to cure it”: the sentence brings in Goodyear, and not what he tried to cure."""
_LOOKED_AT = 60


@lru_cache(maxsize=2048)
def brings_in(sentence: str) -> bool:
    """Does it begin with somebody or something new, and say who or what that is?"""
    if _BRINGS_IN.match(sentence) is None or _GOES_ON.search(sentence[:_LOOKED_AT]):
        return False
    return _UNTOLD.search(sentence) is None
