"""What is wrong with asking for this figure?"""

import re
from collections.abc import Iterator

from content.candidates.candidate import Candidate
from content.candidates.mark import MARK
from content.candidates.verbs import is_finite
from content.patterns import quick
from content.shown import shown_figures, shown_years

_CHANGE = quick(
    rf"\b(?:increase|decrease|rise|fall|drop|growth|decline|reduction|gain|loss|cut|jump|saving|difference) of {MARK}"
    rf"|\b(?-i:[A-Z])[\w’'-]+ of {MARK}(?! (?:per ?cent|people|men))"
    rf"|\b(?:up|down|by|extra|additional|further) (?:by )?(?:a |an |the )?{MARK}"
    rf"|\b(?:further|extra|additional|mere|every|each|per|next|last|first|remaining|final|past|top|aged?"
    rf"|No\.|number|page|chapter|"
    rf"version|section|article|volume|class|type|route|platform|channel|highway|apollo|boeing|model) {MARK}"
    rf"|{MARK}(?: [a-z]+)? (?:more|fewer|less|times|earlier|later|before|after|ago|old|away|apart|each"
    rf"|per cent of the time|others?)\b"
    rf"|\bwithin {MARK}|per ?cent (?:to|of) {MARK}|\bage(?:d| of) {MARK}"
    rf"|{MARK} (?:bank)?(?:notes?|bills?|coins?|stamps?)\b|{MARK}[-–]?(?:year-old"
    rf"|day-old)|{MARK}\s?(?:am\b|pm\b|a\.m|p\.m|o’clock)",
    re.IGNORECASE,
)
_NEAR = 100
"""Characters around the fact in which the words that make it a change stand."""
_ENUMERATED = re.compile(rf"{MARK} [^,.:]+?(?: (?:are|were|is)|:| such as| namely| including) [^,]+, [^,]+(?:,| and )")
_OF_SOMEBODY = re.compile(rf"\b(?:who|that|which) (?:[a-z]+ ){{1,3}}(?:[a-z]+ )?{MARK}")
"""A figure told of somebody by the way ("the son of a clerk who earned 20 rupees")."""
_OF_THE_SUBJECT = re.compile(rf"^(?:The|An?|His|Her|Its|Their) [^,]* of {MARK}(?: (?P<noun>[a-z]+))? (?P<verb>[a-z]+) ")
"""“The gate receipts of 1,460 paid for a roof”: the figure is told by the way."""
_EVERY_DAY = re.compile(r"\b(?:every|each) (?:night|day|evening|morning|week)\b")
_BY_COMPARISON = re.compile(rf", (?:as|although|though|whereas|while|than) [^,]*{MARK}")
"""“… a reward, as Jenner had been given 30,000”: another's."""
_BY_THE_WAY = re.compile(
    rf", (?:who|which|whose) [^,{MARK}]*, [^{MARK}]*{MARK}|, whose [^,{MARK}]*{MARK}|\bout of {MARK}"
    rf"|, (?:but |and )?(?:after|when|while|because|since|as|before|where|although|though|until|so that) [^,]*{MARK}"
)
"""“… were opened, after residents had collected 4,700 signatures”: told beside what the sentence is about."""
_SAID_OF_BEFORE = re.compile(rf"\bthat [^,]*\bhad [^,]*{MARK}|\b(?:how|whether|why) [^,]*{MARK}")
"""“Found that the company had saved 2,300 on clay”: told within what somebody found."""
_BY_THE_PIECE = re.compile(rf"{MARK} (?:an?|each|apiece|per|every) |{MARK} (?:each|apiece)\b")
"""“Cost 46 a pair”: a price and no figure of the whole."""
_PRICED_NOUN = re.compile(rf"\b(?:[Aa]n?|[Tt]he) {MARK} [A-Za-z]")
"""“A $7 million contract”: the sum is told by the way."""
_CURRENCY_TWICE = re.compile(rf"\b(?:USD|GBP|EUR|JPY) {MARK}")
_OF_AGE = re.compile(r"\b(?:years?|months?) (?:old|of age)$")
_NUMBERED_KIND = re.compile(rf"{MARK} (?:Series|Class|Type|Model|Street|Avenue|Squadron|Regiment|Club|Group|Sqn)\b")
_LASTING = re.compile(r"\b(?:year|month|week|day|hour|minute|decade)s?$")


def of_a_figure(candidate: Candidate) -> Iterator[str]:
    """The codes of what is wrong with it."""
    line = candidate.line
    place = line.find(MARK)
    if _CHANGE.search(line, max(0, place - _NEAR), place + _NEAR) or _NUMBERED_KIND.search(line):
        yield "not_a_plain_figure"
    if (owned := _OF_THE_SUBJECT.match(line)) and (is_finite(owned["verb"]) or is_finite(owned["noun"] or "")):
        yield "not_worth_it"
    if (
        _EVERY_DAY.search(line)
        or _BY_THE_WAY.search(line)
        or _SAID_OF_BEFORE.search(line)
        or _OF_AGE.search(candidate.key)
    ):
        yield "not_worth_it"
    unit = getattr(candidate.fact.value, "unit", None) or ""
    if len(unit) == 3 and unit.isupper() and (_BY_THE_PIECE.search(line) or _PRICED_NOUN.search(line)):
        yield "not_worth_it"
    if _CURRENCY_TWICE.search(line) and candidate.key[:1] in "$£€¥":
        yield "not_a_plain_figure"
    if _OF_SOMEBODY.search(line) or _BY_COMPARISON.search(line) or candidate.key.endswith("-old"):
        yield "not_worth_it"
    if _ENUMERATED.search(line):
        yield "countable"
    if len(shown_figures(line)) > 1 or (_LASTING.search(candidate.key) and len(shown_years(line)) > 1):
        yield "many_figures"
