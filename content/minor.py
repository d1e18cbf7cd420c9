"""Is it told by the way: a relative's life, a private doing, the year of a mere statistic?"""

import re

from content.candidates.candidate import Candidate
from content.candidates.names import NAME
from content.candidates.people import hero, is_person, may_be_one, titled_hero
from content.candidates.words import word_list, words_of
from content.source import Source

_KIN = re.compile(
    r"[’']s? (?:(?:older|elder|younger|eldest|youngest|only|first|second) )?"
    r"(?:father|mother|brother|sister|son|daughter|wife|husband|uncle|aunt|nephew|niece|grandfather|grandmother"
    r"|cousin|parents|family|widow)(?: [A-Z][\w’'-]+)? (?:was |were )?(?:died?|killed|born|marr(?:y|ied)|moved?"
    r"|bec[oa]me|leave|left|f[ae]ll|return(?:ed)?|retired?|emigrated?|buried|b[ou]y)\b"
    r"|\b(?:did|was|were) the family\b|(?:^|____,? )[Tt]he family (?:moved|left|settled|returned|lived|was|were)\b"
)
"""A side fact of a life that the text is about."""
_PRIVATE = re.compile(
    r"\b(?:diagnosed|hospitali[sz]ed|undergo(?:ne)? (?:surgery|an? operation|treatment)|underwent|affair with"
    r"|(?:take|took) up (?:farming|golf|painting|residence|riding|tennis|smoking|gardening)"
    r"|(?:take|took|make|made) an? (?:[a-z]+ )?(?:trip|walk|ride|holiday|break|rest|vacation)|f[ae]ll in love"
    r"|need(?:ed)? money|f[io](?:ght|ught) (?:in )?a duel|endorsement"
    r"|br(?:eak|oke) (?:his|her) (?:leg|arm|neck|ankle|wrist|hip|nose)"
    r"|suffer(?:ed)? (?:an? )?(?:[a-z]+ )?(?:stroke|heart attack|breakdown|injury)"
    r"|b(?:uy|ought) an? (?:[a-z]+ ){0,2}(?:house|farm|cottage|car|horse|store|shop|dog|coat)"
    r"|(?:was|were) (?:informed|notified|told|reminded|hired as|made an? [a-z]+master)|a plaque)\b"
)
"""What anybody may do or undergo, and no teacher asks."""
_COMMITTEE = re.compile(
    r"(?:\b(?:was|were)|____,?|^) ?[Aa]n? (?:[a-z]+ )?(?:committee|working (?:group|party)|panel|task force) (?:was )?"
    r"(?:set up|appointed|formed|established|created)\b"
)
_ROSE_BY = re.compile(r"\b[a-z]+ by (?:an estimated |about |some |nearly |over |more than |almost |around )?[\d$£€]")
"""“Grow by 2.6%”: nobody learns the year by the rate."""
_SHARE_FIRST = re.compile(
    r"\b(?:estimated|put|reported) at (?:[a-z]+ ){0,2}[\d$£€]|"
    r"\b(?:did|were|was) (?:(?:over|about|some|nearly|almost|around|more than|only) )?\d[\d.]* ?(?:%|per ?cent\b)"
)
_OUTPUT = re.compile(
    r"\b(?:absorb|emit|generate|consume|average|record|register|serve|welcome|burn|use)(?:e?d)? "
    r"(?:(?:over|about|more than|nearly|some|almost|around) )?\d[\d,.]* (?:million|billion|thousand|[a-z]+)\b"
)
"""“Absorb 9.6 million tonnes”: the figure is what is told, the year only its date."""
_OF_A_PERSON = re.compile(
    r"\b(?:after|before|until|since|following|upon|with|by) (?!(?:his|her) death\b)[^,]{0,40}?"
    r"\b(?:death|resignation|retirement|birth|marriage"
    r"|arrest|departure|execution|abdication|wedding|divorce|funeral)\b[^,]{0,30} (?:in|on) ____"
)
"""“… declined, especially after the death of her husband on ____”: told beside what the sentence is about."""
_GROWING = word_list("growing")
_RELATIVES = "brother|sister|father|mother|son|daughter|uncle|aunt|cousin|nephew|niece|grandfather|grandmother"
_OF_A_LIFE = re.compile(r"\b(?:born|die[ds]?|marr(?:y|ied)|buried|killed|christened|bapti[sz]ed)\b")
_SUBJECT = re.compile(
    rf"(?:^(?:In|On) ____,? |^(?!In |On |By |At |How |Until )|\b(?:did|was|were) )(?P<name>{NAME.pattern})(?= )"
)


def is_minor(source: Source, candidate: Candidate) -> bool:
    """Is it of a relative of whom the text is about, of anybody's private life, or when a figure was reached?"""
    stem = candidate.stem
    if _KIN.search(stem) or _PRIVATE.search(stem):
        return True
    if candidate.fact.kind != "date":
        return False
    if _COMMITTEE.search(stem) or _OF_A_PERSON.search(stem):
        return True
    if not _GROWING.isdisjoint(words_of(stem)) and _ROSE_BY.search(stem):
        return True
    return bool(_SHARE_FIRST.search(stem) or _OUTPUT.search(stem)) or _is_of_a_relative(source, stem)


def _is_of_a_relative(source: Source, stem: str) -> bool:
    """Is it the birth, marriage or death of a relative of whom the text is about, by the surname or told as such?"""
    match = _SUBJECT.search(stem) if _OF_A_LIFE.search(stem) else None
    name = match["name"].partition(" and ")[0].removesuffix("'s").removesuffix("’s") if match else ""
    about = hero(source.names) or titled_hero(source.names) if name else None
    if about is None or name in about[0] or about[0] in name:
        return False
    if re.search(rf"\b(?:{_RELATIVES})s?,? (?:[A-Z][\w’'-]+ and )?{re.escape(name)}\b", source.document.text):
        return True
    if not is_person(name):
        return False
    whom = about[0]
    return name.split()[-1] == whom.split()[-1] and " " in whom and not may_be_one(name, whom)
