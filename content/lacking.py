"""Does a question end in a word that asks on: a war on whom, a patent for what, troops to where?"""

import re

from content.candidates.candidate import Candidate
from content.candidates.names import NAME
from content.candidates.people import gender
from content.candidates.verbs import base_of_participle, bases, is_finite, looks_past
from content.candidates.words import word_list

_END = re.compile(r"(?: (?:in|on|by|until|from) ____)?[?.]+$")
_DATED = re.compile(r"^(?:In|On|By) ____,? ")
_RELATION = re.compile(
    r"(?:patent|concession|charter|licen[cs]e|permit|permission|grant|subsidy|loan|contract|treaty|agreement|alliance"
    r"|armistice|truce|ceasefire|peace|siege|attack|assault|offensive|campaign|raid|negotiation|talk|relation|petition"
    r"|claim|demand|decree|law|bill|act|resolution|motion|proposal|plan|project|idea|theory|discovery|invention|report"
    r"|study|survey|experiment|letter|paper|speech|lecture|prize|medal|award|scholarship|pension|appeal|verdict|monopoly"
    r"|privilege|ban|tax|reward|revolt|rebellion|uprising|expedition|duel|quarrel|boycott|blockade|embargo|ultimatum"
    r"|amnesty|referendum|apology)(?:e?s)?"
)
"""A thing done to, with, for or against somebody, or with a content of its own, for each of which there are many."""
_DETERMINER = frozenset(("a", "an", "his", "her", "its", "their", "some", "no", "another", "own"))
_RECEIVER = frozenset(("him", "her", "it", "them"))
_MODIFIERS = 3
_STOPS = word_list("prepositions") | {"of", "the", "against", "into", "without", "upon", "towards", "toward", "among"}
"""“By decree”, “make the zones law”: these are no objects of the verb."""
_SENT = re.compile(
    r"\bsen[dt] (?:(?:about|some|over|nearly|more than) )?(?:\d[\d,]*|an?|his|her|its|their|two|three)(?: [a-z-]+)? "
    r"(?:troops|soldiers|men|(?:war)?ships?|volunteers|planes|tanks|army|fleet|force|squadron|delegation|embassy|envoy"
    r"|messenger)$"
    r"|\b(?:lay|laid) (?:the|its) (?:first|foundation|corner) ?stone$"
    r"|\b(?:did|was|were) (?:the |its |his )?(?:work|construction|building|digging|excavation)"
    r" (?:begin|start|stop|resume|end|begun|started|stopped|resumed)\b(?! (?:on|of|with)\b)"
)
"""To where, against whom, on what."""
_PEOPLE = re.compile(
    r"\b[Hh]ow many (?:people|persons|men|women|children|workers|soldiers|members|delegates|visitors) "
    r"(?![^?]*(?:[A-Z]|\b(?:the|this|of)\b))"
)
"""“How many people had been killed in ten months?” Where, and by what?"""
_AS_WHAT = re.compile(
    r"\b(?:appoint|nominate|promote|hire)(?:e?d)? (?:[A-Z][\w’'.-]*(?: (?:of|de|von|van) )? ?)+"
    r"(?:\?|\.$|,? (?:in|on) ____\.)$"
)
"""“Did Roosevelt appoint John Wallace?” As what?"""
_DID_SOMETHING = re.compile(r"\bhow many [a-z-]+(?: [a-z-]+)? (?P<verb>[a-z]+ed)\?$", re.IGNORECASE)


_SOMEBODY = re.compile(r"(?:\b(?:did|was) |____,? |^)[Aa]n? (?:[\w-]+ ){0,2}?(?P<role>[a-z]+)(?= [a-z])")
"""“A chemist of Stockton sold a tin …”: who he was, the text says elsewhere or nowhere."""
_ROLES = word_list("roles")
_DONE_TO_THINGS = (
    "(?:first |officially )?(?:re)?(?:opened|built|completed|launched|published|inaugurated|founded|established"
    "|demolished|constructed|enacted|ratified|patented)"
)
_OF_A_THING = re.compile(
    rf"\bwas (?P<name>{NAME.pattern}) {_DONE_TO_THINGS}\b|^(?P<first>{NAME.pattern}) was {_DONE_TO_THINGS}\b"
)
"""What is done to things: “was Edmund Morel opened” is of the line that he built."""


def is_lacking(candidate: Candidate) -> bool:
    """Does the question break off before the words that tell which of many such doings is meant?"""
    stem = candidate.stem
    told = _END.sub("", _DATED.sub("", stem))
    if (somebody := _SOMEBODY.search(stem)) and somebody["role"] in _ROLES:
        return True
    if (done := _OF_A_THING.search(stem)) and gender(done["name"] or done["first"]) is not None:
        return True
    if candidate.fact.kind == "date":
        return _AS_WHAT.search(stem) is not None or _asks_on(told.split()) or _SENT.search(told) is not None
    if _PEOPLE.search(stem):
        return True
    did = _DID_SOMETHING.search(stem)
    return did is not None and is_finite(did["verb"])


def _asks_on(words: list[str]) -> bool:
    """Is a noun of relation the bare object of the verb ("declare war", "receive his first patent")?"""
    if not words or not _RELATION.fullmatch(words[-1]) or " ".join(words[-2:]) in ("become law", "became law"):
        return False
    at = len(words) - 2
    while at > 0 and len(words) - 2 - at < _MODIFIERS and words[at].islower() and words[at] not in _DETERMINER:
        if words[at] in _STOPS or _is_verb(words[at]):
            break
        at -= 1
    while at > 0 and words[at] in _DETERMINER | _RECEIVER:
        at -= 1
    return at > 0 and words[at] not in _STOPS and _is_verb(words[at]) and words[at - 1] != "to"


def _is_verb(word: str) -> bool:
    return word.islower() and (
        word in bases() or is_finite(word) or base_of_participle(word) is not None or looks_past(word)
    )
