"""Was the clause cut away that told what was meant, or is somebody asked about whom the text meets but once?"""

import re

from content.candidates.candidate import Candidate
from content.candidates.mark import MARK
from content.candidates.plain import split
from content.candidates.verbs import is_finite
from content.flaws import LIST_TEMPLATES
from content.source import Source

_END = re.compile(r"(?: (?:in|on|by|until|from) ____)?[?.]+$")
_WENT_ON = re.compile(
    r",? ?[“\"‘]|,? (?P<what>that|whether|how|why|what) (?P<first>(?!day\b|night\b|year\b|month\b|same\b)[\w’'-]+)"
    r"|,? (?:which|whom) (?:they|he|she|it|we|was|were|is) (?:later )?(?:named?|called?|dubbed) [A-Z“\"]"
    r"|,? from [\d\w ]{4,20} (?:until|till|to (?:his|her|its|their)) "
)
"""What the last words of the question stood before, in the sentence that it is made of."""
_LIVED = re.compile(
    r"^(?P<gone>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)*) died (?:in|at|of|near)? ?[^,]*____"
    r"|^(?:In|On) what [a-z ]+ (?:did (?P<died>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)*) die"
    r"|was (?P<born>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)*) born)(?: (?:in|at|of|near) [^?]*)?\?$"
)

_STRUCK_DOWN = re.compile(
    r"\b(?:kill|murder|shoot|drown|behead|hang|stab|injure|wound|run over)(?:ed|d)? "
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+)*)(?:\?$|\.$| (?:in|on|at|by|near|to) )"
)
"""Whom the text knows by nothing but a name, and names but once."""
_RANKED = re.compile(
    r"^(?:King|Queen|Emperor|Empress|Pope|Sultan|Tsar|Shah|President|Prince|Princess|Duke|Lord|Lady|Sir|Saint|St|General"
    r"|Admiral|Archbishop|Bishop|Chancellor|Cardinal|Marshal|Colonel|Captain|Major)\b|\b[IVX]+\b"
)
_MOVES = re.compile(
    r"\b(?:did [^?]*? (?:ride|travel|walk|drive|hurry|go|climb)"
    r"|(?:rode|travelled|traveled|walked|drove|hurried|went|climbed)) "
)
_DATED_FIRST = re.compile(rf"^(?:In|On|By) {MARK},? ")
_DID_MORE = re.compile(r"(?:then |there |later )?(?P<verb>[a-z]+) ")
_FEW = frozenset(("two", "three", "four", "five", "several", "various", "certain", "following"))
_AND_A_NAME = re.compile(r" and [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*$")
_ASIDE = re.compile(r"(?:, [^,]{2,60},)? (?P<verb>[a-z]+)")
_CLOSED = re.compile(r"[;:.]")
_BEFORE_LAST = re.compile(r"(?:^|[,;:] )(?P<one>[^,;:\d]{3,60}), $")
"""What stands before "Choctaws and pirates" in a list of troops."""
_OPENER = re.compile(
    r"(?:In|On|At|When|After|Before|By|For|From|With|During|As|Since|While|Under|Although|Because|Until|Near|To|Despite)\b",
    re.IGNORECASE,
)
_OF_MANY = re.compile(r" of [a-z]+s$")
_MORE_OF_IT = re.compile(
    r", [a-z]+(?:ed|en|wn|ost|ung|unk)(?:, [a-z]+)* (?:and|or) [a-z]+(?:ed|en|wn|ost|ung|unk)\b(?! by\b)"
)
"""“Were killed, wounded or captured”."""
_WAR = re.compile(r"\b(?:declared?|ma[dk]e|beg[aiu]n|resumed?|ended) war$")
_ONE_WAR = re.compile(r"\bWar\b")
_LONG = 1500
"""Letters of a text that could tell more of somebody than the day of a death."""
_KNOWN_BY = 2
"""How often a text names somebody whose death matters to it."""


def is_severed(source: Source, candidate: Candidate) -> bool:
    """Does the question break off where its sentence went on, or ask for the life of somebody met only once?"""
    if candidate.template not in LIST_TEMPLATES and _cuts_a_list(source, candidate):
        return True
    return candidate.fact.kind == "date" and (
        _breaks_off(source, candidate)
        or _is_met_once(source, candidate)
        or _is_on_the_way(source, candidate)
        or _takes_a_subject(source, candidate)
        or _is_war_on_nobody(source, candidate)
    )


def _breaks_off(source: Source, candidate: Candidate) -> bool:
    """Did a quotation, or what was learned or said, follow the last words of the question?"""
    told = _END.sub("", candidate.stem).split()[-2:]
    sentence = " ".join(source.document[candidate.quote].split())
    at = sentence.rfind(" ".join(told)) if len(told) == 2 else -1
    if at < 0:
        return False
    after = sentence[at + len(" ".join(told)) :]
    for dated in (f" in {candidate.key}", f" on {candidate.key}"):
        after = after.removeprefix(dated)
    if after.startswith(":") and told[0] in _FEW:
        return True  # "with two goals: …"
    match = _WENT_ON.match(after)
    if match is None:
        return False
    return not (match["what"] == "that" and is_finite(match["first"]))


def _is_war_on_nobody(source: Source, candidate: Candidate) -> bool:
    """Is a war declared or made of which neither the question nor a title tells which it is?"""
    if _WAR.search(_END.sub("", candidate.stem)) is None:
        return False
    titles = (source.document.title, *source.document.sections[candidate.fact.section].path)
    return not any(_ONE_WAR.search(title) for title in titles)


def _cuts_a_list(source: Source, candidate: Candidate) -> bool:
    """Is the subject the last of several ("soldiers, sailors and pirates"), or what was done the first of several?"""
    sentence = " ".join(source.document[candidate.quote].split())
    line = _DATED_FIRST.sub("", candidate.line)
    parts = split(line)
    if parts is None:
        return False
    subject = parts.subject[1:]
    at = sentence.find(subject) if " and " in subject or " or " in subject else -1
    before = _BEFORE_LAST.search(sentence[: at - 1]) if at > 1 else None
    if before and (_OPENER.match(before["one"]) is None or _OF_MANY.search(before["one"])):
        return True
    if re.match(r"[Aa]n? ", parts.subject) and _is_beside_a_name(sentence, subject):
        return True
    last = " ".join(line.replace(MARK, "").rstrip(" .").split()[-2:])
    at = sentence.rfind(last)
    return at > 0 and _MORE_OF_IT.match(sentence, at + len(last)) is not None


def _is_beside_a_name(sentence: str, subject: str) -> bool:
    """Does the sentence begin with a name and a comma, of which the subject is only the rest ("The Life of X, a …")?"""
    at = sentence.find(subject)
    before = sentence[: at - 1].rstrip() if at > 1 else ""
    if not before.endswith(",") or before.count(",") > 1 or _OPENER.match(before):
        return False
    return not any(is_finite(word.strip(",")) for word in before.split() if word.islower())


def _takes_a_subject(source: Source, candidate: Candidate) -> bool:
    """Does the question end in a name that its sentence begins another clause with ("by Boston and Earl Lloyd")?"""
    match = _AND_A_NAME.search(_END.sub("", candidate.stem))
    if match is None:
        return False
    sentence = " ".join(source.document[candidate.quote].split())
    after = sentence.partition(match.group())[2]
    further = _ASIDE.match(after)
    return further is not None and is_finite(further["verb"])


def _is_on_the_way(source: Source, candidate: Candidate) -> bool:
    """Does somebody only ride or sail there, where the sentence goes on with what was done then?"""
    moved = _MOVES.search(candidate.stem)
    if moved is None:
        return False
    sentence = " ".join(source.document[candidate.quote].split())
    at = sentence.rfind(" ".join(_END.sub("", candidate.stem).split()[-2:]))
    went_on = _DID_MORE.match(sentence[at:].partition(" and ")[2]) if at >= 0 else None
    first = sentence[at:].partition(" and ")[0]
    return went_on is not None and is_finite(went_on["verb"]) and not _CLOSED.search(first)


def _is_met_once(source: Source, candidate: Candidate) -> bool:
    """Is somebody's birth or death asked whom no other sentence names, and who it was cut away?"""
    document, quote = source.document, candidate.quote
    if (struck := _STRUCK_DOWN.search(candidate.stem)) and _RANKED.search(struck["name"]) is None:
        return not _is_told_of(source, candidate, struck["name"])
    match = _LIVED.match(candidate.stem)
    if match is None:
        return False
    name = match["died"] or match["born"] or match["gone"]
    if f"{name}, " in document[quote] and not (match["gone"] and _RANKED.search(name)):
        return not _is_told_of(source, candidate, name)
    if match["born"] or name == source.names.topic or _RANKED.search(name) or len(document.text) < _LONG:
        return False
    if candidate.asked == "year":
        return True  # of who is not the text's own subject a bare year is nothing to keep
    titles = " ".join((document.title, *document.sections[candidate.fact.section].path))
    return not any(word in titles or document.text.count(word) >= _KNOWN_BY for word in name.split() if len(word) > 3)


def _is_told_of(source: Source, candidate: Candidate, name: str) -> bool:
    """Does the title or another sentence name somebody of that surname?"""
    document, quote, surname = source.document, candidate.quote, name.rsplit(maxsplit=1)[-1]
    return surname in document.title or surname in document.text[: quote.start] or surname in document.text[quote.end :]
