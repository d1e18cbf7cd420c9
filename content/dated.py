"""What is wrong with asking for this date?"""

import re
from collections.abc import Iterator
from dataclasses import replace

from content.candidates.candidate import Candidate
from content.candidates.dates import is_caused
from content.candidates.mark import MARK
from content.candidates.plain import Split, another_clause, split
from content.candidates.verbs import base_of_participle, base_of_past, is_finite, looks_past
from content.patterns import quick
from content.shown import shown_years

_NAMELIKE = re.compile(
    rf"\b(?:the|of|[Tt]his|[Aa]|[Aa]n|mid|early|late) {MARK}|{MARK}(?: [A-Z]|[-–][A-Za-z]| [a-z]+(?:ing"
    rf"|s)? (?:of|was|were|act|war|season|attacks?|games|election|census)\b)"
    rf"|{MARK} (?:election|census|season|campaign|edition|treaty|tournament|championships?|uprising|referendum)\b"
)
_DAY = (
    r"(?:(?:about|around|early|late) )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:(?:January|February|March|April|May|June|July"
    r"|August"
    r"|September|October|November|December)\b(?: \d{1,2},?)?(?: \d{4})?|1\d{3}|20\d{2})"
)
JOINED_DATES = re.compile(
    rf"{MARK},? (?:and|or|to|then|&) (?:again |once more |then )?(?:in |on |by )?{_DAY}\b"
    rf"|\b{_DAY},? (?:and|or|to|then|&) (?:again |once more |then )?(?:in |on |by )?{MARK}"
    rf"|{MARK}, {_DAY}\b(?! [a-z]+ed)"
    rf"|{MARK},? and (?:by|at|from|to|for|near|off|with) (?:(?:the|of|at|in|[A-Z][\w’'.-]*) ){{1,8}}(?:in|on) {_DAY}\b"
)
"""Two dates of one doing ("in 1524 and in 1526"): neither is the answer alone."""
_JOINT_BEFORE = re.compile(rf"(?:and|or|to|then|&) (?:again |once more |then )?(?:in |on |by )?{MARK}", re.IGNORECASE)
_JOINTS_AFTER = (" and ", " or ", " to ", " then ", " & ")
_MONEY = re.compile(r"[$£€¥]\s?\d[\d.,]*")
_ANOTHER_SUBJECT = re.compile(r"\band (?:in|on) (?:[\w ]{1,14},? )?\d{4} (?:the |an? |[A-Z])")
"""“The French and in 1871 the Americans landed”."""
_SCALE_ALONE = re.compile(r"\d (?:million|billion|trillion)(?=$|[.,?]| (?:in|by|and|on|from|to|at)\b)")
_DATED_SUBJECT = re.compile(rf"^(?!(?:In|On|By|Since|Until|From|At) )[^,]*\b(?:in|of|from|on) {MARK} (?P<verb>[a-z]+)")
"""“Osaka in ____ was the first”: the date belongs to the subject, and what it is of stays untold."""
LEADING = re.compile(rf"^(?:In|On|By) {MARK},? ")
_DATED = quick(
    rf"(?:^|\b)(?:in|on|by|since|until|from|between|during|around|to|and|till|before|after) {MARK}", re.IGNORECASE
)
_ITS_DATE = re.compile(rf",? (?:in|on) {MARK}")
_UNTIL = re.compile(rf"\b[Uu]ntil {MARK}")
_AT_ONCE = frozenset(("become", "begin", "start", "open", "establish", "create", "die", "arrive", "win", "sign"))
"""What is done in a moment does not last until a year: "became a protectorate until 1939"."""
_ON_THAT_DAY = re.compile(rf"(?:in|on) {MARK}$", re.IGNORECASE)
"""“Has delivered boats in 2011”: no editor prints that."""
_HAD_SOME = re.compile(r"\bhad (?:some|an?|the|no|many|few|several|\d|____)")
_SINCE = re.compile(rf"since {MARK}", re.IGNORECASE)
_BY_THEN = re.compile(rf"\b[Bb]y {MARK}")
_ONSET = re.compile(r"\bhad (?:begun|started|become)\b")
"""What began by a year is asked as the text tells it; of other things any later year would be true as well."""
_ANOTHER_DATED = re.compile(r"\b(?:in|on) (?:[\w ]{0,20} )?\d{4},? and\b")
"""“… in 1822 and one over the Rhône on ____”: another doing with its own date."""
_BEEN = re.compile(r"been (.*)$")
_STATE = quick(
    r"\b(?:st(?:and|ood) at|amount(?:ed)? to|total(?:led|ed)?|number(?:ed)?|averaged?) (?:about )?[$£€]?\d"
    r"|\bhad been (?:under|in|at|an?|the|only|about)\b"
)
_OF_ABOUT = re.compile(
    r"^(?:In|By) \ue000,? (?:nearly|about|almost|some|over|around|roughly|more than|only|half|most|two[- ]thirds)\b.*? "
    r"(?:had|were|was|lived|worked|owned|used|could)\b"
)
"""“In 1935 nearly nine out of ten homes had light”: so they had the year before."""
_COUNTED = re.compile(
    r"\b(?:carry|carried|produced?|employ(?:ed)?|exported|import(?:ed)?|earn(?:ed)?|handled?|attract(?:ed)?|export"
    r"|receive[d]?|process(?:ed)?|sell|sold|fetch(?:ed)?|hold|held)"
    r" (?:(?:over|about|more than|nearly|some|almost|around) )?"
    r"(?:an?|half a|\d[\d,.]*|[a-z]+) (?:hundred|thousand|million|billion|tonnes|tons|visitors|passengers|people)\b"
    r"|\b(?:carry|carried|handled?|attract(?:ed)?|employ(?:ed)?|export(?:ed)?|import(?:ed)?|hold|held) "
    r"(?:(?:over|about|more than|nearly|some|almost|around) )?\d[\d,.]+ [a-z]"
)
"""A year's statistics: "carried over a million passengers" is true of more years than one."""
_SUM = re.compile(
    r"\b(?:give|spend|pay|receive|raise|earn|collect|donate|contribute|lose) (?:(?:about|over|nearly|some|almost) )?"
    r"(?:[$£€]\d|\d[\d.,]* (?:million|billion|thousand)\b)[^?]{0,24}\?$"
)
"""“Give 642 million francs?” The sum is told, and the year is of no matter."""
_FROM_ON = re.compile(rf"\bfrom {MARK} on(?:wards)?\b|\b(?:beginning|starting) in {MARK}")
_GOING_ON = re.compile(
    r"\b(?:was|were) (?:[A-Z][\w’'-]* (?:and )?){0,5}(?:still |then |already |just )?"
    r"(?!being\b|during\b)[a-z]{3,}ing\b(?! of\b)"
    r"|\b(?:ma[dk]e up|account(?:ed)? for|consist(?:ed)? of) "
)
"""What lasted has no date: "was studying", "made up a tenth"."""
_RELATIVE = re.compile(r"(?<!,) (?:who|that|which) (?:was|were) .*$")
"""“… a bomb at the police who were breaking up a meeting”: what lasted is told of somebody else."""
_PARTICIPLE = re.compile(
    r"^(?:read|put|set|cut|shut|hit|let|cast|spread|split|hurt|rid|shed|quit|bet)$|(?:ed|rnt|wn|ung|unk|elt|own|ozen|oken|ken"
    r"|tten|orn|uck|ought|aught|pent|lost|bled)$"
)
"""Forms that no list of verbs holds, or that look like the verb itself."""
_FULL_DATE = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{3,4}\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\b"
)


def may_be_joined(line: str) -> bool:
    """Do the words right beside the date leave it open that another one is joined to it?"""
    at = line.index(MARK)
    after = line[at + 1 : at + 8]
    if after.startswith((",", _JOINTS_AFTER[0])) or after.startswith(_JOINTS_AFTER):
        return True
    return MARK in line[at + 1 :] or _JOINT_BEFORE.search(line, max(0, at - 30), at + 1) is not None


def of_a_date(candidate: Candidate) -> Iterator[str]:
    """The codes of what is wrong with it."""
    line = candidate.line
    if _NAMELIKE.search(LEADING.sub("", line)) or not _DATED.search(line) or _SINCE.search(line):
        yield "date_in_name"
    if _BY_THEN.search(line) and (candidate.template != "date_by" or not _ONSET.search(line)):
        yield "hedged"
    parts = split(line)
    caused = parts is not None and _is_done_to(parts)
    if parts and parts.verb in ("had", "has", "have") and not (perfect(parts) or caused):
        yield "not_worth_it"
    if parts and parts.verb in ("has", "have") and perfect(parts) and _ON_THAT_DAY.search(line):
        yield "not_a_statement"
    if parts and base_of_past(parts.verb) in _AT_ONCE and _UNTIL.search(line) and not another_clause(parts.rest):
        yield "not_a_statement"
    if (
        _OF_ABOUT.search(line)
        or _STATE.search(candidate.stem)
        or ("____" in candidate.stem and not caused and _HAD_SOME.search(candidate.stem))
    ):
        yield "not_worth_it"
    told = split(LEADING.sub("", line))
    if told and told.verb in ("was", "were", "is", "are") and not _is_an_act(told):
        yield "not_worth_it"
    if told and told.verb == "had" and (been := _BEEN.match(told.rest)) and not _is_an_act(replace(told, rest=been[1])):
        yield "not_worth_it"
    if _SUM.search(candidate.stem):
        yield "not_worth_it"
    if _FROM_ON.search(line) or _GOING_ON.search(_RELATIVE.sub("", candidate.stem)) or _COUNTED.search(candidate.stem):
        yield "not_worth_it"
    if candidate.template.startswith("cloze") and _FULL_DATE.search(line):
        yield "many_dates"
    if _SCALE_ALONE.search(_MONEY.sub("", line)):
        yield "not_a_plain_figure"
    if (named := _DATED_SUBJECT.match(line)) and is_finite(named["verb"]):
        yield "date_in_name"
    if len(shown_years(line)) > 1 or _ANOTHER_DATED.search(line) or _ANOTHER_SUBJECT.search(line):
        yield "many_dates"


def perfect(parts: Split) -> bool:
    """Does a participle follow "had", so that the clause tells of what was before something untold?"""
    first = parts.rest.partition(" ")[0]
    return base_of_participle(first) is not None or looks_past(first)


def _is_an_act(parts: Split) -> bool:
    """Is something done, or somebody born, made or the first, and not only so much or at a place on that day?"""
    words = parts.rest.partition(MARK)[0].replace(",", "").split()
    if not words or words[0] in ("born", "the", "one"):
        return True
    return any(_PARTICIPLE.search(word) or base_of_participle(word) is not None or looks_past(word) for word in words)


def _is_done_to(parts: Split) -> bool:
    """Does "had" tell of a deed ("had the Steelyard shut on …")?"""
    return parts.verb == "had" and is_caused(_ITS_DATE.split(parts.rest)[0])
