"""What is left of a sentence when all that a question does not need is gone? The fact itself becomes one mark."""

import re

from content.candidates.verbs import base_of_participle, is_finite, surely_finite
from content.candidates.words import words_of
from content.patterns import quick

MARK = "\ue000"
"""Stands for the fact in a clause, wherever its words stood."""

_CITATION = re.compile(r"\s?\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]|\s?\[citation needed\]")
_PARENTHESES = re.compile(r"\s?\([^()]*\)")
_CONNECTIVE = quick(
    r"^(?:For comparison|By comparison|However|Moreover|Furthermore|In addition|Additionally|Finally|Indeed"
    r"|In fact|Thus|Therefore|Consequently|As a "
    r"result|Eventually|Ultimately|Meanwhile|For example|For instance|Nevertheless|Nonetheless|Similarly"
    r"|Notably|Still|"
    r"Importantly|Unfortunately|Interestingly|Remarkably|Surprisingly|Also|Instead|In total|In the end"
    r"|At first|Overall|"
    r"On the other hand|By contrast|In contrast|Likewise|Specifically|In turn|Of course|And|But|Yet|So"
    r"|Then),?\s+(?=\S)"
)
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
    rf", (?:(?:about|almost|nearly|some|just|only|well|slightly|far) )?(?:[^,{MARK}]{{1,40}} )?"
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
_HONOUR = re.compile(r" in (?:his|her|their|its) honou?r\b")
_THERE = re.compile(rf"(?<=died|born) there (?=(?:in|on) {MARK})|(?<=buried) there (?=(?:in|on) {MARK})")
_WHOSE_WE = re.compile(r" (?:whose [a-z]+|which|that|who) (?:we|I|you) (?:do|did|can|could|know|have|had)\b[^,]*$")
_AGED = re.compile(r",? (?:at the age of|aged) (?:only )?[a-z\d-]+(?= |$|,)")
_OPENED = re.compile(
    rf"^(?P<opening>(?:In|On) {MARK}), (?:(?:(?:his|her|its|their|the|an?|when|in|at|near|off|outside|after|before"
    rf"|since|while|as|with|despite|during) [^,{MARK}]*"
    rf"|(?:just|exactly|some) [^,{MARK}]*\b(?:after|before|later)\b[^,{MARK}]*), ){{1,3}}"
    r"(?=(?:[Tt]he |[Aa]n? |[A-Z]|he |she |it |they ))"
)
_NAMED_BESIDE = re.compile(
    rf"^(?P<opening>(?:In|On) {MARK}), (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}}), "
    r"(?=(?:was|were|had|[a-z]+ed|became|died|fell|came|went|took|won|left|made|gave|began|led|wrote|set|saw) )"
)
"""“On 6 July, Joseph Meister, was brought”: the name stood beside what was cut away."""
_AT_A_PLACE = re.compile(
    rf"^(?:At|In|Near|Outside|Off) [^,{MARK}\d]*,(?: (?:near|in|at|off) [^,{MARK}]*,)? (?P<preposition>in"
    rf"|on) (?={MARK},)"
)
_WHERE_IT_WAS = re.compile(
    rf"(?:^|{MARK}, )(?P<place>(?:[Aa]t|[Ii]n|[Nn]ear|[Oo]utside|[Oo]ff|[Dd]uring) [^,{MARK}\d]*\b[A-Z][^,{MARK}\d]*), "
)
"""Where or on what occasion, told beside the date at the head of the statement."""
_SUBORDINATE = frozenset(("when", "while", "as", "after", "before", "since"))
_DATED_FIRST = re.compile(rf"(?:In|On) {MARK},? ")
_AND = re.compile(r" and ")
_HELD_APART = re.compile(r"\b(?:who|which|whose|that|when|while|where|because|although|until)\b")
_SOON_AFTER = re.compile(
    r"^(?:[A-Z][a-z]+|\d+) (?:years?|months?|weeks?|days?|decades?) (?:later|afterwards?|earlier),? (?=the |[A-Z])"
)
"""A time from another moment, where the date itself is told as well."""

_LATER = re.compile(
    rf"^(?:[A-Z][a-z]+|\d+) (?:years?|months?|weeks?|days?|hours?|decades?) (?:later|earlier|before|after)"
    rf"(?: that)?, (?P<preposition>in|on) (?={MARK})"
)
_ALSO = re.compile(r"(?<!but) also (?=[a-z])")
"""“He also received …”: beside what else, no question need tell."""
_WHEN = re.compile(
    rf"^(?:When|After|Before|While|As) (?P<clause>(?:the |[A-Z])[^,{MARK}]*(?:, [^,{MARK}]{{3,40}}, [^,{MARK}]*)?{MARK}"
    r"(?: (?:in|at|on|by|with|from|to|near|off|of|after|for) [^,]*)?), .*$"
)
"""In front of the main clause, with the fact in it: "When the Moselle exploded in 1838, …"."""

_A_PEOPLE = re.compile(r"the [A-Z][a-z]+(?:s|ish|ese|ch) [a-z]")
"""“When the Germans came …, the chemist hid his gold”: what somebody did then is told, not that they came."""
_OPENING = re.compile(r"^(?:In|On|At|By|After|Before|When|For|From|During|With|Since|Under|Until|As|While) [^,]*,")
_OPENED_BY_PARTICIPLE = re.compile(r"(?:In|On|At|By|After|Before|With|Under|Through) [^,]*, (?P<part>[a-z]+) [^,]*$")
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

_BEFORE_ELSE = re.compile(
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
_PARTS = re.compile(r"[;:] ")
_LEADS = (f"In {MARK}, ", f"On {MARK}, ")
_BEFORE_DATE = (f", in {MARK}", f", on {MARK}")
_PLACING = ("At ", "In ", "Near ", "Outside ", "Off ")
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
    if _TWO_RELATIVES.search(line):
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
    line = _without_remarks(_opened_plainly(_without_circumstances(line)))
    if "," in line:
        line = _without_asides(line)
    return capital(line.strip(" ,"))


def _own_part(line: str) -> str | None:
    """What stands between semicolons and colons with the fact; None where that is no statement by itself."""
    if "; " not in line and ": " not in line:
        return line
    parts = _PARTS.split(line)
    line = next(part for part in parts if MARK in part)
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
    if " also " in line and "not only" not in line:
        line = _ALSO.sub(" ", line)
    if "hono" in line:
        line = _HONOUR.sub("", line)
    if " at " in line or " hour" in line:
        line = _AT_THE_HOUR.sub("", line)
    if f"{MARK} " in line:
        line = _BEFORE_SOME.sub("", line)
    if " there " in line:
        line = _THERE.sub(" ", line)
    return line


def _opened_plainly(line: str) -> str:
    """The statement that opens with its subject or with its date, and with nothing else."""
    if line.startswith(_PLACING):
        line = _with_place(_AT_A_PLACE.sub(_opening, line), line)
    if f"in {MARK}" in line or f"on {MARK}" in line:
        line = capital(_SOON_AFTER.sub("", line))
    if any(place in line for place in _BEFORE_DATE):
        line = _LATER.sub(_opening, line)
    if line.startswith(_LEADS):
        line = _with_place(_OPENED.sub(_date_alone, line), line)
        line = _NAMED_BESIDE.sub(r"\g<opening> \g<name> ", line)
    if line.startswith(("When ", "After ", "Before ", "While ", "As ")) and (match := _WHEN.match(line)):
        somebody = line[match.end("clause") :].startswith((", he ", ", they "))
        if not (somebody and match["clause"].startswith("the ")) and not _A_PEOPLE.match(match["clause"]):
            line = capital(match["clause"])
    return line


def _with_place(shorter: str, line: str) -> str:
    """The shortened statement with the place or occasion that opened the longer one behind its verb.

    "At the dedication of X, on 3 May, Lincoln spoke and …" is nothing to ask without the dedication.
    """
    gone = _WHERE_IT_WAS.search(line) if shorter != line else None
    opened = _DATED_FIRST.match(shorter)
    if gone is None or opened is None or any(is_finite(word) for word in gone["place"].split()):
        return shorter
    main = shorter[opened.end() :]
    joint = next((at for at in _AND.finditer(main) if is_finite(main[at.end() :].partition(" ")[0])), None)
    first = main[: joint.start()] if joint else main
    if "," in first or _HELD_APART.search(first) or gone["place"] in main:
        return shorter
    place = gone["place"][:1].lower() + gone["place"][1:]
    return f"{opened.group()}{first} {place}{main[joint.start() :] if joint else ''}"


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


def _day(match: re.Match[str]) -> str:
    """The day without its hour; "on" stands before it once."""
    return MARK if match.group().startswith(MARK) else f"on {MARK}"


def _opening(match: re.Match[str]) -> str:
    """What remains of "Two days later, on 3 May": the date alone."""
    return capital(match["preposition"]) + " "


def _no_verb_of_its_own(match: re.Match[str]) -> str:
    """Nothing in place of a comparison, unless it opens with the verb of the statement (", struck the largest")."""
    return match.group() if is_finite(match.group()[2:].partition(" ")[0]) else ""


def _date_alone(match: re.Match[str]) -> str:
    """The date without what stands between it and the subject, unless that is the subject with its verb."""
    between = match.group()[len(match["opening"]) + 2 :].split(", ")
    told = [part for part in between if part and part.split()[0].lower() not in _SUBORDINATE]
    states = any(surely_finite(word) for part in told for word in part.split())
    return match.group() if states else f"{match['opening']}, "


def _drop(pattern: re.Pattern[str], line: str) -> str:
    """The line without what the pattern finds, unless the fact stands in it."""
    return pattern.sub(lambda match: match.group() if MARK in match.group() else "", line)


def _cut(pattern: re.Pattern[str], line: str) -> str:
    """The line without the end that the pattern finds, unless that is the main clause of a sentence with an opening."""
    shorter = pattern.sub("", line)
    opened = _OPENED_BY_PARTICIPLE.match(shorter) if shorter != line else None
    return line if opened and base_of_participle(opened["part"]) is not None else shorter


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


def capital(line: str) -> str:
    """The line with a capital at its start."""
    return line[:1].upper() + line[1:]
