"""Does a question set out for nowhere: a coming without a place, a thing told by its kind, an owner without a name?"""

import re

from content.candidates.candidate import Candidate
from content.candidates.mark import MARK
from content.candidates.nouns import MONTHS
from content.candidates.plain import split
from content.candidates.verbs import bases, is_finite
from content.candidates.words import word_list, words_of

_END = re.compile(r"(?: (?:in|on|by|until) ____)?[?.]+$")
_DATE_FIRST = re.compile(rf"^(?:In|On|By|Until) {MARK},? ")
_OPENING = re.compile(r"^(?:In|On|By|Until) ____,? ")
_CAPITAL = re.compile(r"(?<=[a-z,’' -])[A-Z][\w’'-]*")
_MOTION = re.compile(
    r"\b(?:(?:come|came|go|went|sail|sailed|move|moved|ride|rode|march|marched) (?:back|out|home|away|over|along|up|off"
    r"|abroad|ashore|as|by|with|for|again|in$)"
    r"|(?:returns?|returned)(?! (?:his|her|its|their|the|an?) [a-z]+ to\b)|arrives?|arrived|appear|appeared|emerged?"
    r"|set (?:out(?! (?:his|her|its|their|the|an?)\b)|off|sail)|depart|departed)\b(?P<rest>.*)$"
)
"""A coming, a going, a showing: from where, to where?"""
_TOWARDS = re.compile(r"\b(?:to|into|for|from|of) (?:the )?[A-Z]")
_PLACED = re.compile(r"(?:\b(?!with |by |of |as |under )[a-z]+ |^ )(?:the )?[A-Z]")
_HIS_COURT = re.compile(
    r"\b(?:reach|visit|enter|attend|join|storm|besiege)(?:e?d)? (?:his|her|their|its) (?!own )(?:[a-z]+ )?"
    r"(?:court|house|camp|palace|capital|castle|grave|tomb|ship|army|city|fortress|party|expedition|service)\b"
)
"""“Did Sir Thomas Roe reach his court?” Another's."""
_IN_PRINT = re.compile(r"\b(?:come|came) out\b|\bappear(?:ed)?\b")
_PRINTED = re.compile(
    r"\b(?:book|novel|edition|volume|newspaper|issue|magazine|play|film|record|album|part|translation|number|song|poem)s?\b"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "an?|half a|several|two|three|four|five|six|seven|eight|nine|ten|twelve"
_BARE_PEOPLE = re.compile(
    r"\b(?:was|were) (?:(?:some|about|nearly|almost|over|around|more than) )?"
    rf"(?:\d[\d,.]*|(?:(?:{_ONES}|{_TENS}) )?(?:hundred|thousand|million)s?|{_ONES.partition('several|')[2]}|{_TENS})\b"
    r"(?: (?:hundred|thousand|million))?(?P<rest>[^?]*)\?$"
)
"""“Were three million people fed?” By whom, and where?"""
_MOVED = re.compile(r"\b(?:moved?|transferr?(?:ed)?|shift(?:ed)?) (?:its|his|her|their|the) (?:[a-z-]+ ?){1,3}$")
"""“Move its eastern islands”: to where?"""
_OWNERLESS_MANY = re.compile(
    r"(?:\b(?:did|were)|^(?:In|On) ____,?) (?!the |an? )(?:[a-z-]+ )?[a-z-]+s [a-z]+ (?:[a-z-]+ ){0,4}their\b"
)
"""“Did students try to raise their flag”: whose, and which students?"""
_ANYBODY = re.compile(r"^(?:In|On) what [a-z ]+ (?:did|were) (?P<many>[a-z]+s) (?P<rest>[a-z]+ .*)\?$")
_OWN = re.compile(r"\b(?:his|her)\b")
_NOUNLESS = re.compile(
    r"\b(?<!of )(?<!as )(?<!at )(?<!by )(?<!aged )(?<!into )(?<!in )(?<!to )(?<!past )"
    r"(?:one|ones|some|several|many|most|none|any|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens|hundreds)"
    r"(?=(?: (?:in|on|at|to|from|for|by|with|near|under|after|before|as|inside|outside|every|each"
    r"|up|down|away|back)\b|$))"
)
"""“To build one for …”, “laid three in …”: of which nothing is told."""
_PEOPLES = re.compile(r"(?:^|[ -])[A-Z][\w’'-]* $")
"""“The Turkish one”: a name says which."""
_NO_PLACE_NEEDED = re.compile(
    r"^ (?:to|in) (?:power|office|work|duty|the throne|the stage|public|print|favour|[Pp]arliament)\b"
)
_APPLIED = re.compile(r"\b(?:appl(?:y|ied)|volunteer(?:ed)?|enlist(?:ed)?|compet(?:e|ed))$")
"""“When he applied on ____”: for what?"""
_MORE = re.compile(r"\b(?:for|than|of|with|do|did|want(?:ed)?|offer(?:ed)?|got?) (?:any )?(?:more|less)$")
"""“To ask for more”: of what?"""
_HIS_ALONE = re.compile(r"\b(?:[a-z]+ )(?:his|hers|theirs|ours) (?:on|in|at|to|from|for|with|by|of|under|into|until)\b")
"""“Draw his on a sheet of paper”: his what?"""
_ENDS_OPEN = re.compile(
    r"\b(?:an? (?:site|contract|member|house|man|woman|letter|device|plot|partner|deal|post|job)"
    r"|(?:asked?|invited?|allow(?:ed)?|refused?|promised?|agreed?|offer(?:ed)?) (?:to|for) "
    r"(?:help|go|return|leave|resign|more|stay|come|work))$"
)
"""“Buy a site”, “asked to help”: for what?"""
_NUMBER_ALONE = re.compile(
    r"(?:\bdid |^)(?:(?:some|about|nearly|over) )?(?:(?:an?|two|three|four|five|six|seven|eight|nine|ten|twenty) )?"
    r"(?:(?:hundred|thousand|million)s?(?: (?:thousand|million))?|\d[\d,]*) (?!of\b)(?P<verb>[a-z]+)\b"
)
"""“Did two hundred thousand march”, “did 68 order”: two hundred thousand what?"""
_OF = re.compile(r" (?:of|from|in|at|near|for|under|with) ")
_BODIES = word_list("bodies") | word_list("institution")
"""These own no letters that are "his"."""
_NUMBERED = re.compile(r"\b[Tt]he (?:No\. ?|Number |Mark |Model |Type |Version )(?:\d+|[IVX]+\b)")
"""“The No. 2”: of what?"""


def is_adrift(candidate: Candidate) -> bool:
    """Does the question leave out where to, of what, or whose?"""
    stem = candidate.stem
    told = _END.sub("", _OPENING.sub("", stem))
    if candidate.fact.kind == "date" and (_goes_nowhere(told) or _is_ownerless(candidate.line)):
        return True
    if (bare := _BARE_PEOPLE.search(stem)) and not _CAPITAL.search(bare["rest"]):
        return True
    if _HIS_COURT.search(stem) or _MOVED.search(told) or _OWNERLESS_MANY.search(stem):
        return True
    if (anybody := _ANYBODY.match(stem)) and not _CAPITAL.search(anybody["rest"]) and " of " not in anybody["rest"]:
        return True
    if (
        _ENDS_OPEN.search(told)
        or _MORE.search(told)
        or _APPLIED.search(told)
        or _HIS_ALONE.search(stem)
        or ((alone := _NUMBER_ALONE.search(told)) and _is_verb(alone["verb"]))
    ):
        return True
    bare = _NOUNLESS.search(told)
    return bool(_NUMBERED.search(stem)) or (bare is not None and not _PEOPLES.search(told, 0, bare.start()))


def _is_verb(word: str) -> bool:
    return word in bases() or is_finite(word)


def _goes_nowhere(told: str) -> bool:
    """Does a coming or going end without the name of a place, or a book come out that none is named?"""
    match = _MOTION.search(told)
    if (
        match is None
        or _TOWARDS.search(told, 0, match.start())
        or _PLACED.search(match["rest"])
        or _NO_PLACE_NEEDED.match(match["rest"])
    ):
        return False
    if _IN_PRINT.search(told):
        before = told[: match.start()]
        return len(_CAPITAL.findall(before)) < 2 and not _PRINTED.search(before)
    return True


def _is_ownerless(line: str) -> bool:
    """Do several do something to what is "hers" or "his", and nobody before is named who could be meant?"""
    if words_of(line).isdisjoint(("his", "her")):
        return False
    parts = split(_DATE_FIRST.sub("", line))
    if parts is None:
        return False
    last, own = _OF.split(parts.subject)[0].split()[-1], _OWN.search(parts.rest)
    if own is None or "’s " in parts.subject or "'s " in parts.subject:
        return False
    if last.lower() not in _BODIES and not (last.islower() and last.endswith("s")):
        return False
    return not any(word[0].isupper() and word.lower() not in MONTHS for word in parts.rest[: own.start()].split())
