"""Is the statement torn: a piece of a sentence, or two pieces sewn together?"""

import re

from content.candidates.candidate import Candidate
from content.candidates.mark import MARK
from content.candidates.plain import another_clause, split
from content.candidates.verbs import base_of_past, is_finite, surely_finite
from content.candidates.words import word_list
from content.dated import LEADING
from content.patterns import quick

_LED_INTO_GAP = re.compile(r"^(?!(?:In|On|At) )(?:[^, ]+ ){2,14}[^, ]+, (?:in|on|by) ____\.$")
"""“Only X was convicted, on ____”: the comma makes the date an afterthought."""
_GOES_ON = re.compile(r", (?:but |and |so |yet )?(?:he|she|they) [a-z]")
"""“Ill and disappointed, he resigned on ____”: the name was told before."""

_PARTITIVE = re.compile(r"^(?:Of|Among|Out of) [^,]*____[^,]*\.$")
"""“Of the ____ passengers whom the ship carried.”: what was said of them is gone."""
_RELATIVE_ALONE = re.compile(r"^(?P<head>[^,]+), (?:which|who|whose|whom|where) [^,]*____\.$")
"""“The museum, which was founded in ____.”: no sentence."""
_WHEN_OPEN = re.compile(r"^(?:When|While|As|After|Before) [^,]*____ (?:he|she|it|they|the|an?|[A-Z])")
_IN_WHEN = re.compile(r"^(?:(?:When|While|As|After|Before) |(?:For|At|With|By|In|On) [^,]*, which )[^,]*____[^,]*, ")
"""“When the Germans came on ____, the chemist …”: the gap is in what happened beside it."""
_THAT_WHEN = re.compile(r"\bthat (?:when|after|before|as|while|if|since|although|because|once) [^,]*[.?]$")
"""“Lewis wrote that when he knew Carl in ____.”: what he wrote is gone."""
_COMMA_AFTER_GAP = re.compile(r"^(?!(?:In|On|By) ____)[^,]*____, (?:for|by|with|to|of|at|in|near|from|under) ")
_TWO_CLAUSES = re.compile(rf"\b(?:which|who|whom|whose|that) [^,]*{MARK}[^,]* and (?:which|who|whom|whose|that)\b")
_SECOND_DATED = re.compile(rf",? (?:and|but|while|when) (?:in|on) {MARK}")
_LAST_OF = re.compile(rf"{MARK}[^,]*, (?:the )?(?:first|last|most|half|a third|a quarter|\d[\d.,]*)\b")
"""“… ____, the last 550 million of which”: the figure and a part of it."""
_SPLICED = re.compile(rf"{MARK}, (?:the [a-z-]+|[A-Z][\w’'-]+|the [A-Z][\w’'-]+) (?P<verb>[a-z]+)")
_RUN_ON = re.compile(
    rf"{MARK} (?:he|she|it|they) (?P<verb>[a-z]+)"
    rf"|\b(?:in|on) {MARK} (?:the (?:[a-z]+ )?[\w’'-]+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?P<did>[a-z]+)"
)
"""“Mary died on ____ he offered his hand”: the “when” of the first was cut away."""
_OPENED = re.compile(
    r"(?:In|On|By|At|After|Before|When|For|From|During|With|Since|Under|As|While|Although|Because|If|To|Until)\b"
)
_CUT_OPEN = re.compile(
    r"^(?!(?:In|On|At|By|After|Before|When|For|From|During|With|Since|Under|As|While|Although|Because|If|To|Until)\b)"
    r"(?P<subject>[^,]+), (?P<verb>[a-z]+) "
)
"""“The derailment caused by a switch, cost”: a comma parts subject and verb."""
LONE_COMMA = re.compile(
    rf"^(?!(?:In|On|At|By|After|Before|When|For|From|During|With|Since|Under|As|While|Although|Because|If|To|Until)\b)"
    rf"[^,{MARK}]+, (?:(?:at|in|near|on|of|from|the|an?) [^,{MARK}]+?|(?:[A-Z][\w’'-]+ ?){{1,3}}) ?\b(?:was|were|is"
    rf"|are|had|has)\b"
)
"""“The station, at Brod was closed”: one comma of a pair was cut away."""
IN_ASIDE = re.compile(rf", (?:[a-z]+(?:ed|n|t)|who|which) [^,]*{MARK}[^,]*, [a-z]")
NO_SUBJECT = re.compile(
    r"^(?:By|In|At|Under|With|For|On|From|After|Before|During|Through|Of|Between|To|Against) [^,]*, (?P<verb>[a-z]+) "
)
"""“By the Peace of Stralsund, signed on ____”: a phrase and no sentence."""
BROKEN_OFF = quick(
    r"\b(?:told|tell|show|showed|shown|found|find|learn(?:ed)?|prove[dn]?|explain(?:ed)?|report(?:ed)?|describe[d]?) "
    r"(?:how|why|whether|that) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*[?.]$"
    r"|\b(?:that|he|she|it|they|and|but|or|which|who|whose|whom|an?|the|of|was|were|had|that [a-z]+|when|where|while"
    r"|because)[?.]$"
)
"""The stem ends where its sentence did not."""


_JOINS = re.compile(
    r",(?!\d)|[;:–—(]|\b(?:and|or|but|that|which|who|whom|whose|when|where|while|as|because|if|than|what|how|why|whether|after"
    r"|before|until|till|since|so|though|although|once|unless|whereas|whenever|wherever|whatever|whoever|nor|yet|lest)\b"
)
"""What may stand between two verbs of one sentence."""
_THINKS = word_list("thinks")
_AGAIN = re.compile(r" (?:was|were|is|are|had|has|did)\b")


def has_two_verbs(line: str) -> bool:
    """Does a second verb follow the first with nothing between that could join them ("served … was defeated")?"""
    parts = split(LEADING.sub("", line))
    if parts is None or not surely_finite(parts.verb) or parts.verb in _THINKS:
        return False
    again = _AGAIN.search(f" {parts.rest}")
    return again is not None and _JOINS.search(parts.rest[: max(0, again.start() - 1)]) is None and again.start() > 0


_AND_DID = re.compile(rf" and (?:the |[A-Z][\w’'-]+ )?[a-z]+ (?P<verb>[a-z]+) (?:in|on) {MARK}")
_TRANSITIVE = word_list("transitive")
_CLAUSE = re.compile(r"\b(?:when|because|although|whereas) (?=(?:the|an?|his|her|its|their) |[A-Z])")


def is_clause_without_verb(line: str) -> bool:
    """Does a clause end before its verb ("when the leader Timur, founder of …") or object ("and trains reached")?"""
    if (did := _AND_DID.search(line)) and base_of_past(did["verb"]) in _TRANSITIVE:
        return True
    opened = list(_CLAUSE.finditer(line))
    if not opened:
        return False
    return not any(is_finite(word.strip(",.")) for word in line[opened[-1].end() :].split() if word[0].islower())


def is_left_open(candidate: Candidate) -> bool:
    """Does the statement with a gap carry a comma too many, or half of another statement?"""
    alone = _RELATIVE_ALONE.match(candidate.stem)
    if (
        _PARTITIVE.match(candidate.stem)
        or _GOES_ON.search(candidate.stem)
        or (alone and not any(is_finite(word) for word in alone["head"].split()))
    ):
        return True
    if (
        _IN_WHEN.match(candidate.stem)
        or _WHEN_OPEN.match(candidate.stem)
        or _LED_INTO_GAP.match(candidate.stem)
        or _COMMA_AFTER_GAP.match(candidate.stem)
        or _THAT_WHEN.search(candidate.stem)
    ):
        return True
    return bool(_TWO_CLAUSES.search(candidate.line) or _SECOND_DATED.search(candidate.line)) or (
        candidate.fact.kind == "figure" and bool(_LAST_OF.search(candidate.line))
    )


def is_spliced(line: str) -> bool:
    """Does another statement follow the fact after a mere comma?"""
    match = _SPLICED.search(line)
    if match is not None and LEADING.match(line) is None and is_finite(match["verb"]):
        return True
    match = _RUN_ON.search(line)
    return match is not None and _OPENED.match(line) is None and is_finite(match["verb"] or match["did"])


def is_cut_open(line: str) -> bool:
    """Does a comma part the subject from its verb?"""
    match = _CUT_OPEN.match(line)
    if match is None or not is_finite(match["verb"]):
        return False
    return not any(surely_finite(word) for word in match["subject"].split())


def joined(line: str) -> bool:
    """Do two statements stand side by side in one cloze, so that much is shown that is not asked?"""
    after = line.partition(MARK)[2]
    return (
        bool(re.search(r"(?:, | )(?:and|but) [a-z]+ [^,]*$", after))
        and another_clause(after)
        and len(line.split()) > 22
    )
