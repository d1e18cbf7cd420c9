"""With what may a statement open? With its subject or its date; a place or an occasion is told behind the verb."""

import re

from content.candidates.mark import MARK, capital
from content.candidates.plain import split
from content.candidates.verbs import is_finite, surely_finite

_OPENED = re.compile(
    rf"^(?P<opening>(?:In|On) {MARK}), (?:(?:(?:his|her|its|their|the|an?|when|in|at|near|off|outside|after|before"
    rf"|since|while|as|with|despite|during) [^,{MARK}]*"
    rf"|(?:just|exactly|some) [^,{MARK}]*\b(?:after|before|later)\b[^,{MARK}]*), ){{1,3}}"
    r"(?=(?:[Tt]he |[Aa]n? |[A-Z]|he |she |it |they ))"
)
_NAMED_BESIDE = re.compile(
    rf"^(?P<opening>(?:In|On) {MARK}), (?P<name>(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}}), "
    r"(?=(?:was|were|had|[a-z]+ed|became|died|fell|came|went|took|won|left|made|gave|began|led|wrote|set|saw) )"
)
"""“On 6 July, Joseph Meister, was brought”: the name stood beside what was cut away."""
_LISTED = re.compile(r"(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*,?(?: and|, (?:the )?[A-Z][\w’' -]*,? and) ")
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
_WHEN = re.compile(
    rf"^(?:When|After|Before|While|As) (?P<clause>(?:the |[A-Z])[^,{MARK}]*(?:, [^,{MARK}]{{3,40}}, [^,{MARK}]*)?{MARK}"
    r"(?: (?:in|at|on|by|with|from|to|near|off|of|after|for) [^,]*)?), .*$"
)
"""In front of the main clause, with the fact in it: "When the Moselle exploded in 1838, …"."""

_A_PEOPLE = re.compile(r"the [A-Z][a-z]+(?:s|ish|ese|ch) [a-z]")
"""“When the Germans came …, the chemist hid his gold”: what somebody did then is told, not that they came."""
_OBJECT = re.compile(r"(?:the|an?|his|her|its|their|[A-Z][\w’'-]*)\b")
_LEADS = (f"In {MARK}, ", f"On {MARK}, ")
_BEFORE_DATE = (f", in {MARK}", f", on {MARK}")
_PLACING = ("At ", "In ", "Near ", "Outside ", "Off ")


def opened_plainly(line: str) -> str:
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


def _opening(match: re.Match[str]) -> str:
    """What remains of "Two days later, on 3 May": the date alone."""
    return capital(match["preposition"]) + " "


def _does_it(part: str) -> bool:
    """Has the part a verb with its object ("the French forced Washington to …")?"""
    told = split(capital(part))
    return told is not None and _OBJECT.match(told.rest) is not None


def _date_alone(match: re.Match[str]) -> str:
    """The date without what stands between it and the subject, unless that is the subject with its verb."""
    between = match.group()[len(match["opening"]) + 2 :].split(", ")
    if between[-2].startswith(("the ", "a ", "an ")) and _LISTED.match(match.string, match.end()):
        return match.group()  # "the Iroquois, Delaware, and Shawnee signed"
    told = [part for part in between if part and part.split()[0].lower() not in _SUBORDINATE]
    states = any(surely_finite(word) for part in told for word in part.split()) or any(map(_does_it, told))
    return match.group() if states else f"{match['opening']}, "
