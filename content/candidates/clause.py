"""What is left of a sentence when all that a question does not need is gone? The fact itself becomes one mark."""

import re

from content.candidates.mark import MARK, capital
from content.candidates.opened import opened_plainly
from content.candidates.plain import split
from content.candidates.verbs import base_of_participle, is_finite, surely_finite
from content.candidates.words import words_of
from content.patterns import quick

_CITATION = re.compile(r"\s?\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]|\s?\[citation needed\]")
_PARENTHESES = re.compile(r"\s?\([^()]*\)")
CONNECTIVES = (
    "For comparison|By comparison|However|Moreover|Furthermore|In addition|Additionally|Finally|Indeed|In fact|Thus"
    "|Therefore|Consequently|As a result|Eventually|Ultimately|Meanwhile|For example|For instance|Nevertheless"
    "|Nonetheless|Similarly|Notably|Still|Importantly|Unfortunately|Interestingly|Remarkably|Surprisingly|Also|Instead"
    "|In total|In the end|At first|Overall|On the other hand|By contrast|In contrast|Likewise|Specifically|In turn"
    "|Of course"
)
"""What joins a sentence to the one before and tells nothing itself."""
_CONNECTIVE = quick(rf"^(?:{CONNECTIVES}|In response|In return|And|But|Yet|So|Then),?\s+(?!(?:of|to|with)\b)(?=\S)")
_REBASED = re.compile(
    r",? ?(?:equivalent to|worth|equal to|or) (?:about |approximately |roughly |around |some |over "
    r"|more than )?[^,.;]*"
    r"\b(?:today|in (?:today’s|today's|current|\d{4}) (?:dollars|money|pounds|prices|terms))"
)
_ASIDE = re.compile(
    r", (?:(?:on|in|of|from|for|to|with|by|at|under|through) )?(?:who|which|whose|where|when|whom)\b[^,]*,(?= )"
    r"|, (?:known|called|named|led|born|also) [^,]*(?:, (?:[A-Z][\w’'-]+ ?){1,4})?,(?= [a-z])"
    r"|, (?:known|called|named|led|born|also) [^,]*,(?= )"
)
_AFTER_ASIDE = frozenset(("and", "but", "in", "on", "at", "to", "from", "by", "for", "with", "into", "as", "until"))
_PARTICIPLE = re.compile(r", (?:first |originally )?(?P<part>[a-z]+) [^,]*, (?=(?:was|were|is|are|had|has|[a-z]+ed)\b)")
_TRAILING = re.compile(
    r", (?:(?:in|of|for|by|from|to|under|on|at|with|through) (?:which|whom|whose)|of these|who|whom|which|whose|where"
    r"|when|although|though|while|because|making"
    r"|giving|leaving|allowing|causing|bringing|"
    r"reflecting|marking|ending|but|so|leading|creating|with the|thus|thereby|suggesting|showing|forcing"
    r"|helping|turning)\b.*$"
)
_CARRYING = re.compile(
    rf", (?!including|during|according|regarding|concerning|being|beginning|starting)[a-z]{{3,}}ing "
    rf"(?:the|an?|his|her|its|their|some|all|most|many|more|about|[A-Z$£€\d])[^{MARK}]*$"
)
"""What the main clause brought with it: ", killing the caliph and ending his rule"."""

_DAY_OF = re.compile(
    rf"(?:(?:[Aa]t|[Aa]bout|[Tt]owards) [\w.:’' -]{{2,24}} )?(?<=\b)(?:[Ii]n|[Oo]n) the (?:early )?"
    rf"(?:night|morning|evening|afternoon"
    rf"|day|hours) of {MARK}|(?<=[Oo]n ){MARK} of (?:that|the same) year\b"
)
"""What stands around a day and adds nothing to it."""

_COMPARED = re.compile(
    rf", (?:(?:about|almost|nearly|some|just|only|well|slightly|far) )?(?:(?:[^,{MARK}]|,(?=\d)){{1,40}} )?"
    rf"(?:(?:more|less|fewer|higher|lower|larger|smaller|greater|better|worse) than|compared (?:with|to)|as against"
    rf"|against"
    rf"|(?:up|down) (?:from|by|on)|as opposed to|the (?:highest|lowest|best|worst|largest|smallest)) [^,{MARK}]*$"
)
"""What a figure is measured against: ", 7 per cent more than in the previous year"."""

_NTH_CHILD = re.compile(
    rf", (?:the|an?) (?:[a-z]+ )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|youngest|eldest"
    rf"|oldest|only|elder|younger|son|daughter|child)\b[^{MARK}]*$"
)
"""Among whose children somebody was born."""

_DATED_BESIDE = re.compile(rf", (?:which was )?[a-z]+ (?:[a-z]+ )?(?:in|on) {MARK}, [a-z]+ed ")
"""“…: the manifesto, published on 17 October, promised freedom”: the verb stands behind the second comma."""
_AT_THE_HOUR = re.compile(
    rf" at \d{{1,2}}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?|o’clock|o'clock)(?=,? (?:on|in) {MARK})"
    rf"| (?:at|(?:[a-z]+|an) hours? (?:before|after)) (?:noon|midnight|dawn|daybreak|dusk|sunrise|sunset)"
    rf"(?=,? (?:on|in) {MARK})"
)
_JUST_AFTER = re.compile(
    r"^(?:Just|Shortly|Soon|Early) (?:before|after) (?:noon|midnight|dawn|daybreak|dusk|sunrise) "
    rf"(?P<on>on|in) (?={MARK})"
)
_HONOUR = re.compile(r" in (?:his|her|their|its) honou?r\b")
_THERE = re.compile(rf"(?<=died|born) there (?=(?:in|on) {MARK})|(?<=buried) there (?=(?:in|on) {MARK})")
_THERE_AT = re.compile(r"\b(?P<place>in the (?:[A-Z][\w’'-]+ )*[A-Z][\w’'-]+) there (?=(?:at|on|in|by|with|for|to) )")
"""“Met in the Wesleyan Chapel there at the call of …”."""
_WHOSE_WE = re.compile(r" (?:whose [a-z]+|which|that|who) (?:we|I|you) (?:do|did|can|could|know|have|had)\b[^,]*$")
_AGED = re.compile(r",? (?:at the age of|aged) (?:only )?[a-z\d-]+(?= |$|,)")
_ALSO = re.compile(r"(?<!but) also (?=[a-z])")
"""“He also received …”: beside what else, no question need tell."""
_OPENING = re.compile(r"^(?:In|On|At|By|After|Before|When|For|From|During|With|Since|Under|Until|As|While) [^,]*,")
_OPENED_BY_PARTICIPLE = re.compile(r"(?:In|On|At|By|After|Before|With|Under|Through) [^,]*, (?P<part>[a-z]+) [^,]*$")
_DATED = re.compile(rf"(?:In|On|By) {MARK}")
_PAUSE = re.compile(r",(?!\d)")
_WITH_PRONOUN = re.compile(
    rf", (?:an?|the|his|her|their|then|later) (?=[^,{MARK}]*\b(?:he|she|his|her|him|they|their|it|its)\b)[^,{MARK}]*$"
)
"""Who or what the object was, told by a pronoun: ", a pupil of her stepfather's"."""

_SEGMENT = re.compile(
    rf", (?=(?:at|in|on|with|from|for|under|after|before|as|near|by|through|the|an?|his|her|its|their|who|which"
    rf"|whose|where"
    rf"|when|while|though|although|because|so|but|and|[\w.,]+ of (?:them|it|whom|which|these))\b)[^,{MARK}]*"
    rf"\b(?:he|she|it|they|him|them|this|these|those|there|whom)\b[^,{MARK}]*$"
)
"""The end of a statement that speaks of somebody by a pronoun and can go."""

_SAID_AGAIN = frozenset(("he", "she", "it", "they", "him", "them", "this", "these", "those", "there", "whom"))
_SELF = re.compile(r"\b(?P<name>[A-Z][\w’-]+) (?:himself|herself|itself)(?= [a-z]|,)")
_TWO_RELATIVES = re.compile(r", (?:which|who|whom|whose) [^;.]*\band (?:which|who|whom|whose) ")
"""Two clauses beside one noun: what is left when one is cut away is no sentence."""

_BEFORE_ELSE = quick(
    rf", (?:just |only |exactly |some |about |nearly |almost )?(?:[a-z-]+|\d+) "
    rf"(?:days?|weeks?|months?|years?|decades?|centur(?:y|ies)|hours?) (?:before|after|later|earlier)\b[^,{MARK}]*"
    rf"(?:, (?:and|but) [^{MARK}]*)?$"
)
"""“… on 17 November, five days before she was launched”: what the day stands beside."""

_BEFORE_SOME = re.compile(
    rf"(?<={MARK}) (?:before (?:a crowd|an audience|thousands|hundreds)"
    rf"|(?:before|after|when|while|until|because|although|though|so that|where)"
    rf" (?:he|she|it|they|his|her|its|their|there)\b)[^{MARK}]*$"
)
"""What a date stands beside, and who looked on: "in 1527 before he had ever seen one"."""

_VERY_DAY = re.compile(
    rf", the (?:very |same )?(?:day|year|month) (?:on which|in which|that|when|after|before) [^{MARK}]*$"
)
_PRICED = ("today", "dollars", "money", "pounds", "prices", "terms")
_STOP_IN_QUOTES = re.compile(r"\.([”\"]?)$")
_DATED_CLAUSE = re.compile(rf"^(?:in|on) {MARK},? (?=[A-Z]|the |an? )")
"""“…; in 1915, Wilson authorized …”."""
_PARTS = re.compile(r"[;:] ")
_SIGNS = re.compile(r"[()\[\]{}|•*#<>=\\_→⇒≈]")


def marked(text: str, start: int, end: int) -> str | None:
    """The sentence with the fact marked, on one line, without citation marks and asides in brackets.

    None where the fact itself stands in brackets or in a quotation, or the brackets and quotes do not match.
    """
    line = " ".join(f"{text[:start]}{MARK}{text[end:]}".split())
    if "[" in line:
        line = _CITATION.sub("", line)
    if _inside_quotes(line):
        return None
    for _ in range(3 if "(" in line else 0):
        shorter = _PARENTHESES.sub(lambda match: match.group() if MARK in match.group() else "", line)
        if shorter == line:
            break
        line = shorter
    if _SIGNS.search(line):
        return None
    return line


def _inside_quotes(line: str) -> bool:
    """Does the fact stand inside quotation marks, or is a mark left open?"""
    place = line.index(MARK)
    if line.count("“") != line.count("”") or line.count('"') % 2:
        return True
    before = line[:place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def statement(line: str) -> str | None:
    """The part of a marked sentence that states the fact, without its full stop; None for questions and fragments."""
    if (two := _TWO_RELATIVES.search(line)) and two.start() < line.index(MARK):
        return None
    if not line.endswith((".", ".”", '."')) and not line.endswith(MARK):
        return None
    line = line[:-1] if line.endswith(".") else _STOP_IN_QUOTES.sub(r"\1", line)
    part = _own_part(line)
    if part is None:
        return None
    line = part
    while match := _CONNECTIVE.match(line):
        if MARK in match.group():
            break
        line = line[match.end() :]
    line = _without_remarks(opened_plainly(_without_circumstances(line)))
    if "," in line:
        line = _without_asides(line)
    return capital(line.strip(" ,"))


def _own_part(line: str) -> str | None:
    """What stands between semicolons and colons with the fact; None where that is no statement by itself."""
    if "; " not in line and ": " not in line:
        return line
    parts = _PARTS.split(line)
    line = next(part for part in parts if MARK in part)
    if line is not parts[0] and _DATED_CLAUSE.match(line) and split(capital(_DATED_CLAUSE.sub("", line))) is not None:
        return capital(line)
    if line is not parts[0] and line.split(" ")[0].lower() not in ("the", "a", "an") and not line[:1].isupper():
        return None
    if line is not parts[0] and not (
        any(surely_finite(word.strip(",")) for word in line.split()) or _DATED_BESIDE.search(line)
    ):
        return None
    return line


def _without_circumstances(line: str) -> str:
    """The statement without the hour, the honour and the crowd, and what the figure is measured against."""
    line = _DAY_OF.sub(_day, line) if f"of {MARK}" in line or f"{MARK} of" in line else line
    if "," in line:
        line = _COMPARED.sub(_no_verb_of_its_own, line)
    if "ing " in line:
        line = _CARRYING.sub("", line)
    line = line.replace(f"{MARK} alone", MARK)
    if ", however," in line:
        line = line.replace(", however,", "," if line.startswith(("In ", "On ")) else "")
    if " also " in line and "not only" not in line:
        line = _ALSO.sub(" ", line)
    if "hono" in line:
        line = _HONOUR.sub("", line)
    if " at " in line or " hour" in line:
        line = _AT_THE_HOUR.sub("", line)
    if line.startswith(("Shortly ", "Just ", "Soon ", "Early ")):
        line = _JUST_AFTER.sub(_on_the_day, line)
    if f"{MARK} " in line:
        line = _BEFORE_SOME.sub("", line)
    if " there " in line:
        line = _THERE_AT.sub(r"\g<place> ", _THERE.sub(" ", line))
    return line


def _without_remarks(line: str) -> str:
    """The statement without ages, the worth of old money and what "we" know."""
    if " we " in line or " I " in line or " you " in line:
        line = _drop(_WHOSE_WE, line)
    if " age" in line:
        line = _drop(_AGED, line)
    if "sel" in line:
        line = _SELF.sub(r"\g<name>", line)
    if any(word in line for word in _PRICED):
        line = _drop(_REBASED, line)
    return line


def _without_asides(line: str) -> str:
    """The statement without what stands between or behind commas and tells of other things."""
    line = _drop(_NTH_CHILD, _VERY_DAY.sub("", _BEFORE_ELSE.sub("", line)))
    if line.count(", ") > 1:
        line = _ASIDE.sub(_without_aside, line)
        line = _PARTICIPLE.sub(_without_participle, line, count=1)
    line = _cut(_WITH_PRONOUN, _drop(_TRAILING, line))
    if not _SAID_AGAIN.isdisjoint(words_of(line)):
        line = _cut(_SEGMENT, _cut(_SEGMENT, line))
    return line


def _on_the_day(match: re.Match[str]) -> str:
    """What is left of "Shortly after midnight on"."""
    return f"{match['on'].capitalize()} "


def _day(match: re.Match[str]) -> str:
    """The day without its hour; "on" stands before it once."""
    return MARK if match.group().startswith(MARK) else f"on {MARK}"


def _no_verb_of_its_own(match: re.Match[str]) -> str:
    """Nothing in place of a comparison, unless it holds the statement itself (", Luxembourg lost more than half")."""
    told = match.group()[2:].split()[:3]
    return match.group() if any(map(is_finite, told)) and told[0] not in ("which", "who", "where") else ""


def _drop(pattern: re.Pattern[str], line: str) -> str:
    """The line without what the pattern finds, unless the fact stands in it."""
    return pattern.sub(lambda match: match.group() if MARK in match.group() else "", line)


def _cut(pattern: re.Pattern[str], line: str) -> str:
    """The line without the end that the pattern finds, unless that is the main clause of a sentence with an opening."""
    shorter = pattern.sub("", line)
    if shorter == line:
        return line
    if not any(is_finite(word.strip(",")) for word in shorter.split() if word.islower()):
        return line  # what was cut was the main clause
    opened = _OPENED_BY_PARTICIPLE.match(shorter)
    if opened and base_of_participle(opened["part"]) is not None:
        return line
    told = split(capital(line[len(shorter) + 2 :]))
    main = told is not None and surely_finite(told.verb) and split(shorter.replace(MARK, "9")) is None
    return line if main and not _DATED.match(shorter) else shorter


def _without_aside(match: re.Match[str]) -> str:
    """Nothing in place of an aside, or the comma that closes another one before it ("the station, at Brod,")."""
    if MARK in match.group() or not _may_follow(match):
        return match.group()
    before = _OPENING.sub("", match.string[: match.start()])
    return "," if len(_PAUSE.findall(before)) % 2 else ""


def _may_follow(match: re.Match[str]) -> bool:
    """Can the sentence go on where this aside is cut out? What stands beside the aside's last noun goes with it."""
    word = next(iter(match.string[match.end() :].split(maxsplit=1)), "")
    if word[:1].isupper():  # the subject behind an opening, or a name that explains the aside's last noun
        return not any(surely_finite(before) for before in match.string[: match.start()].split())
    return word[:1] == MARK or word in _AFTER_ASIDE or is_finite(word.strip(",")) or word.endswith("ly")


def _without_participle(match: re.Match[str]) -> str:
    """Nothing in place of ", enacted in 1941, " where the fact stands elsewhere."""
    if MARK in match.group() or base_of_participle(match["part"]) is None:
        return match.group()
    before = _OPENING.sub("", match.string[: match.start()])
    return ", " if len(_PAUSE.findall(before)) % 2 else " "
