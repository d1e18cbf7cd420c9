"""Which clauses of a long sentence, as textbooks write them, state the fact by themselves?"""

import re
from collections.abc import Iterator

from content.candidates.mark import MARK, capital
from content.candidates.plain import split
from content.candidates.subjects_shared import (
    begins_with_verb,
    both_of,
    by_the_later,
    by_the_same,
    done_to,
    is_another,
    of_participle,
    predicate_of,
    verb_follows,
    without_beside,
)
from content.candidates.verbs import is_finite, surely_finite

_LONGEST = 900
"""Characters of a sentence that somebody wrote; what is longer is a list or ill will."""
_ASIDE = re.compile(r" ?[—–](?!\d)(?P<aside>[^—–]*)(?:[—–](?!\d) ?| [—–] )")
_LAST_DASH = re.compile(rf"(?: ?—| –)(?! ?\d)[^—–{MARK}]*$")
_SAID = re.compile(
    r", (?:however|though|too|therefore|moreover|nevertheless|nonetheless|in fact|for example|for instance|of course"
    r"|in turn|meanwhile|as well)(?:,(?= )|(?=$))"
)
_CONNECTIVE = re.compile(
    r"^(?!(?:Only|Early|Daily|Weekly|Italy|Nearly|Roughly|Approximately|July|Sicily)\b)(?:(?:And|But|Yet|So|Even so) )?"
    r"(?:[A-Z][a-z]+ly|Nearby|Elsewhere|However|Later|Soon|Afterwards?|Again|Once again|In response|In addition"
    r"|As a result|For that reason|For this reason|(?:[A-Z][a-z]+ly|Equally|More|Most) (?:important(?:ly)?|[a-z]+ly)"
    r"|On several occasions|Not surprisingly|In fact|In the end|At last|In time|By contrast|At first), (?=\S)"
    r"|^(?:And|But|Yet|So),? (?=\S)"
)
_PART = re.compile(r"[;:] ")
_COMMA = re.compile(r",(?!\d) ?")
_DATE_ALONE = re.compile(rf"(?:[Ii]n|[Oo]n|[Bb]y) {MARK}")
_DATED = re.compile(
    r"(?:[Ii]n|[Oo]n|[Bb]y) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}, )?\d{4}|[Bb]etween \d{4} and \d{4}"
    r"|[Ff]rom \d{4} to \d{4}"
)
_TIMED = re.compile(
    r"^(?:[Ww]hen|[Aa]fter|[Bb]efore|[Aa]s|[Ww]hile|[Ss]ince|[Uu]ntil|[Oo]nce|[Dd]uring|[Ff]ollowing|[Ww]ithin)\b|\d"
    r"|\b(?:time|day|days|week|weeks|month|months|year|years|century|decade|morning|evening|night|afternoon|spring"
    r"|summer|autumn|fall|winter|then|moment|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"
)
"""What says when a figure was so: without it nobody could answer."""
_MEASURED_TIME = re.compile(
    r"(?:[\w-]+|\d+) (?:hour|day|week|month|year)s? (?:after|before|later|earlier)\b", re.IGNORECASE
)
_DOING = re.compile(r"(?!including|according|regarding|concerning|being)[a-z]{3,}ing ")
_DOING_SO = re.compile(r"[a-z]+ly [a-z]+ing ")
_AFTER_DOING = re.compile(rf"(?<={MARK}) (?:after|before|while|when) [a-z]+ing .*$")
_AND_STILL = re.compile(
    rf"(?<={MARK}) and (?:still|now|also|later|then|soon|again|never|[a-z]+ly) (?P<verb>[a-z]+) .*$"
)
"""“… opened its doors in MARK and still remains …”."""
_WHEN = re.compile(r"(?<=[a-z]) when (?P<clause>[^,]+)$")
_INNER = re.compile(rf"(?<=[a-z]) (?:when|before|after|until) (?P<clause>[^,{MARK}]+ (?:in|on) {MARK})$")
_OF_ANOTHER = re.compile(r"\b(?:him|them)\b|\bher(?= (?:[a-z]+ly|to|in|on|at|from|as|for|by|with|into)\b|$)")
"""Somebody whom only the rest of the sentence tells."""
_DATE_FIRST = re.compile(rf"^(?:in|on) {MARK} (?=[A-Z]|the |an? )", re.IGNORECASE)
"""A date that opens the clause without a comma behind it."""
_PRONOUNS = frozenset(("he", "she", "it", "they", "there", "this", "these", "those", "that", "who", "which"))
_CLEFT = re.compile(
    rf"^It (?:was|would be|was not|would not be) (?:not )?(?:only )?(?:(?P<when>in|on)|until) {MARK}"
    r" that (?P<clause>.+)$"
)
"""“It was not until 1924 that citizenship was granted”."""
_ALSO_CALLED = re.compile(r"(?:better|also|now|then|later|popularly|commonly)? ?(?:known|called|named)\b")
_OTHER_DATE = re.compile(r"\b(?:on|in) (?:[A-Z][a-z]+ \d|\d)")
_AT_AN_HOUR = re.compile(
    r"^(?:[A-Z][a-z]+ )?(?:[Aa]fter|[Bb]efore|[Aa]t|[Tt]owards) "
    r"(?:midnight|noon|dawn|daybreak|dusk|sunrise|sunset|\d[\d.:]*"
    rf" ?[ap]\.?m\.?),? (?:on|of) {MARK}"
)
_DATE_THEN = re.compile(rf"^(?P<date>(?:In|On) {MARK}) (?=(?:the|an?|[A-Z][\w’'-]*) [^,]*,)")
"""A date that opens the sentence without a comma, and a subject with something beside it."""
_OPENS = re.compile(rf"(?:^| (?:and|but|so|yet|when|while|that)) (?:[Ii]n|[Oo]n|[Bb]y) {MARK}$")
"""“… all the year and in MARK, …”: the date opens what follows."""
_YEAR = re.compile(r"\b\d{4}\b")
_AND_ANOTHER = re.compile(r" (?:he|she|it|they|we) [a-z]+")
"""“Bavaria opened its universities to women she enrolled”: two clauses without a comma."""
_THEN_ANOTHER = re.compile(rf"{MARK} (?:the|an?|his|her|its|their|[A-Z][\w’'-]*) ")
"""“When he had visited Burma in 1793 his ship had been taken”."""
_DATED_END = re.compile(rf" (?P<preposition>in|on) {MARK}$")
_THERE = re.compile(r"[Tt]here (?:was|were) ")
_PLACE = re.compile(r"(?:In|At|Near|Outside) (?:the )?(?:[A-Z][\w’'.-]+ ?)+")
_CLAUSE_OPENERS = frozenset(
    ("when", "after", "before", "as", "while", "since", "because", "although", "though", "until", "once", "whereas")
)
"""What opens a clause with a subject and a verb of its own."""
_OF_BEFORE = frozenset(("who", "whom", "whose", "which", "where", "that"))
_PHRASE_OPENERS = frozenset(
    ("despite", "amid", "amidst", "upon", "throughout", "under", "through", "without", "among", "following", "during")
) | {"with", "to", "in", "at", "on", "by", "for", "from"}
_KEPT_OPENINGS = re.compile(
    r"(?:if|unless|according|under|in (?:theory|legend|principle|his|her|their|its|the (?:book|novel|film|story|poem))"
    r"|by (?:some|most|other|one)|for (?:example|instance)|on paper|to (?:his|her|its|this) (?:knowledge|day))\b",
    re.IGNORECASE,
)
"""What the rest is true under, or who says so: it is never dropped."""
_MAY_FOLLOW = re.compile(
    r"(?:despite|in spite of|although|though|even (?:though|as|if)|while|whereas|because|since|as|after|before|when"
    r"|where|who|whom|which|whose|with|without|half|intent on|eager to|determined to|anxious to|hoping|and|but|so|yet"
    r"|thus"
    r"|in order to|to [a-z]+|nearly|almost|just|only|about|or (?:about|roughly|nearly)|less than|more than"
    r"|the (?:first|last|only|largest|smallest|most|same)|an?|one of|part of|both|all|an event|a move"
    r"|[a-z]+ing|[a-z]+ed|[a-z]+ly)\b"
)
_JOINED = re.compile(rf"^(?:and|but|so|yet) (?P<opening>(?:in|on) {MARK},? )?(?P<pronoun>he|she|it|they) (?P<rest>.+)$")
_PARTICIPLE_FIRST = re.compile(
    rf"^(?P<early>First |Originally )?(?P<part>[A-Za-z]+) (?P<rest>[^,]*?(?:in|on) {MARK}[^,]*), (?P<main>[^,]+)"
)
_DONE = re.compile(
    r"(?:signed|finali[sz]ed|concluded|ratified|passed|enacted|adopted|approved|repealed|established|founded|created"
    r"|formed|opened|completed|launched|introduced|annexed|captured|occupied|liberated|conquered|seized"
    r"|purchased|acquired|published|issued|proclaimed|abolished|dissolved|banned|destroyed"
    r"|recaptured|released|unveiled|patented|chartered|renamed|incorporated|commissioned|outlawed)"
)
"""What is done to a thing with a name, so that the thing can be asked about without who did it."""
_NAME = r"(?:the )?[A-Z][\w’'-]+(?: (?:(?:of|on|for|and|the|de|du|la) )*[A-Z][\w’'-]+)*"
_DONE_TO = re.compile(
    rf"^(?P<by>(?:(?:In|On) {MARK},? )?[^,{MARK}]+?) (?:[a-z]+ly )?(?P<done>{_DONE.pattern}) "
    rf"(?!Congress|Parliament|the (?:House|Senate|Commons|Lords)\b)(?P<name>{_NAME})"
    rf"(?P<when> (?:in|on) {MARK})?(?=$|[,.]| (?:to|which|that|and|as|by|with|at|in|for)\b)"
)


def clauses(sentence: str, dated: bool) -> Iterator[str]:
    """The statements inside a marked sentence that hold the mark, each a sentence with its full stop.

    A date says when by itself; what is `dated` by other words keeps them, or is not told at all.
    """
    line = sentence.rstrip(". ").replace(" -- ", " — ") if MARK in sentence and len(sentence) <= _LONGEST else ""
    seen: set[str] = set()
    for plain in _without_dashes(line) if line else ():
        halves = _PART.split(plain)
        part = _SAID.sub("", next(part for part in halves if MARK in part))
        if part is not halves[0] and not any(map(surely_finite, part.replace(",", "").split())):
            continue
        for told in _stated(capital(part), dated):
            made = told.strip(" ,")
            if made in seen or made == line or MARK not in made or _OF_ANOTHER.search(made):
                continue
            if dated or not _OTHER_DATE.search(made):
                seen.add(made)
                yield f"{made}."


def _without_dashes(line: str) -> Iterator[str]:
    """The line without what stands between dashes, with nothing or with a comma in its place."""
    if "—" not in line and " – " not in line:
        yield line
        return
    bare = _LAST_DASH.sub("", _ASIDE.sub(lambda m: m.group() if MARK in m["aside"] else " ", line))
    yield bare
    yield _LAST_DASH.sub("", _ASIDE.sub(lambda m: m.group() if MARK in m["aside"] else ", ", line))


def _stated(line: str, dated: bool) -> Iterator[str]:
    """The main clause with the date that opens it; a clause before or behind it that holds the mark."""
    while match := _CONNECTIVE.match(line):
        if MARK in match.group():
            break
        line = capital(line[match.end() :])
    if cleft := _CLEFT.match(line):
        yield f"{(cleft['when'] or 'In').capitalize()} {MARK}, {cleft['clause']}"
        return
    if (first := _PARTICIPLE_FIRST.match(line)) and (told := of_participle(first)):
        yield told
    line = _AT_AN_HOUR.sub(_on_that_day, line)
    line = _DATE_THEN.sub(r"\g<date>, ", line)
    if " also " in line and " but also " not in line:
        line = line.replace(" also ", " ")
    parts = without_beside(_with_date(_COMMA.split(line)))
    at = _main(parts)
    if at is None:
        yield from _beside(parts, 0, len(parts), dated) if MARK in parts[0] else ()
        yield from _inner(line)
        if (done := _DONE_TO.match(", ".join(parts))) and (of := done_to(done)):
            yield of
        return
    for index, part in enumerate(parts):
        if MARK in part and index != at:
            yield from _beside(parts, index, at, dated)
    date = next((part for part in parts[:at] if _DATE_ALONE.fullmatch(part)), None)
    behind = parts[at + 1] if at + 1 < len(parts) and _DOING.match(parts[at + 1]) else ""
    if MARK not in parts[at] and date is None and MARK not in behind:
        return
    places = [part for part in parts[:at] if _PLACE.fullmatch(part)]
    told = date or next((part for part in parts[:at] if _DATED.fullmatch(part)), None)
    gone = [part for part in parts[:at] if part != told]
    if any(_KEPT_OPENINGS.match(part) or (dated and _TIMED.search(part)) for part in gone):
        return
    main = _ended(parts, at, dated)
    if told is not None:
        yield f"{capital(told)}, {main}"
        if date is not None and (when := _WHEN.search(main)) and _is_told(when["clause"]):
            yield f"{capital(date)}, {when['clause']}"
        return
    if opened := _DATE_FIRST.match(main):
        yield f"{capital(opened.group().strip())}, {main[opened.end() :]}"
        return
    main = capital(main)
    yield from _then(main, parts[at + 1] if at + 1 < len(parts) else "")
    yield from _inner(main)
    yield _placed(main, places[0]) if len(places) == 1 else main
    if (done := _DONE_TO.match(main)) and (told := done_to(done)):
        yield told


def _on_that_day(match: re.Match[str]) -> str:
    """ "Shortly after midnight on MARK": on that day."""
    return f"{'On' if match.group()[0].isupper() else 'on'} {MARK}"


def _goes_on(parts: list[str]) -> bool:
    """Is nothing told between but other things that the subject did?"""
    told = [re.sub(r"^(?:and|but|then) ", "", part) for part in parts]
    return all(begins_with_verb(part, 1) or not any(map(is_finite, part.split())) for part in told)


def _with_date(parts: list[str]) -> list[str]:
    """The parts with a date and its clause in one, where another name stood between them: "…, called Y, on MARK"."""
    for at in range(1, len(parts)):
        if _DATE_ALONE.fullmatch(parts[at]) and parts[at][0].islower():
            start = at - 2 if at > 1 and _ALSO_CALLED.match(parts[at - 1]) else at - 1
            if split(capital(parts[start])) is not None or start < at - 1:
                return [*parts[:start], f"{parts[start]} {parts[at]}", *parts[at + 1 :]]
    return parts


def _then(main: str, behind: str) -> Iterator[str]:
    """ "The worst came on MARK, when a ship fired on Brod": the ship fired on Brod then."""
    ended = _DATED_END.search(main)
    if ended and behind.startswith("when ") and _is_told(behind[5:]):
        yield f"{ended['preposition'].capitalize()} {MARK}, {behind[5:]}"


def _inner(line: str) -> Iterator[str]:
    """The clause that ends the line with the mark: "it took months before Paris was liberated on MARK"."""
    if (inner := _INNER.search(line)) and _is_told(inner["clause"]):
        yield capital(inner["clause"])


def _is_told(clause: str) -> bool:
    """Is it a statement of its own, by a subject that is no pronoun and in a tense that needs no other time?"""
    told = split(capital(clause))
    if told is None or told.verb == "had" or not told.rest:
        return False
    opener = told.subject.partition(" ")[0].lower()
    return opener not in _PRONOUNS and not opener.endswith("ing")


def _main(parts: list[str]) -> int | None:
    """The first part that has a subject and a verb of its own and is not opened as a clause beside another."""
    for index, part in enumerate(parts):
        first = part.split(" ", 1)[0].lower() if part else ""
        if (
            not first
            or first in _CLAUSE_OPENERS
            or first in _OF_BEFORE
            or _DATE_ALONE.fullmatch(part)
            or _DOING_SO.match(part)
        ):
            continue
        if (opened := _DATE_FIRST.match(part)) and index and _is_told(part[opened.end() :]):
            return index
        if index == 0 and (first in _PHRASE_OPENERS or first.endswith("ing")) and len(parts) > 1:
            continue
        if _THERE.match(part):
            return index
        if _MEASURED_TIME.match(part) or begins_with_verb(part, index):
            continue
        told = split(capital(part).replace(MARK, "9"))
        if told is not None:
            # "released, in 2003, a set of …" has its object farther on; a participle, its verb
            whole = told.rest or index == len(parts) - 1
            return index if whole and (surely_finite(told.verb) or not verb_follows(parts[index + 1 :])) else None
    return None


def _ended(parts: list[str], at: int, dated: bool) -> str:
    """The main clause and what follows it up to the first part that can go."""
    kept, whole = [parts[at]], not dated and MARK in parts[at] and not _OPENS.search(parts[at])
    for part in parts[at + 1 :]:
        if MARK not in kept[0] and MARK not in "".join(kept) and MARK in part:
            kept.append(part)
            continue
        if _MAY_FOLLOW.match(part) or (whole and is_another(part)):
            break
        kept.append(part)
    main = _AFTER_DOING.sub("", ", ".join(kept)).removesuffix(" and")
    more = _AND_STILL.search(main)
    return main[: more.start()] if more and is_finite(more["verb"]) else main


def _beside(parts: list[str], index: int, at: int, dated: bool) -> Iterator[str]:
    """The clause with the mark that stands before or behind the main one, told as a sentence."""
    part = parts[index]
    first, _, rest = part.partition(" ")
    if dated and first.lower() in _CLAUSE_OPENERS and _YEAR.search(rest) is None:
        return  # when it was so stands in the main clause
    if first.lower() in _CLAUSE_OPENERS and index < at < len(parts) and (same := by_the_later(rest, parts[at])):
        yield same
        return
    if first.lower() in _CLAUSE_OPENERS and (told := split(capital(rest))) is not None:
        if _AND_ANOTHER.search(told.rest) or _THEN_ANOTHER.search(told.rest):
            return
        opener = told.subject.partition(" ")[0].lower()
        if not opener.endswith("ing") and opener not in _PRONOUNS - {"he", "she", "it"}:
            yield capital(rest)
        return
    if index > at and _goes_on(parts[at + 1 : index]) and (shared := predicate_of(parts[at], part)):
        yield shared
        return
    if (
        index > at
        and (done := _DONE_TO.match(capital(re.sub(r"^(?:and|but|so) ", "", part))))
        and (of := done_to(done))
    ):
        yield of
    if index > at and first in ("and", "but") and not begins_with_verb(rest, 1) and _is_told(rest.replace(MARK, "9")):
        yield capital(rest)
    if index > at and (joined := _JOINED.match(", ".join(parts[index : index + 2]) if part[-2:] in (MARK,) else part)):
        yield from by_the_same(parts[at], joined)
    if index > at and (two := both_of(parts[index - 1], part)):
        yield two
    if index > at and re.fullmatch(rf"and (?:in|on) {MARK}", part) and index + 1 < len(parts):
        told_next = parts[index + 1]
        if joined := _JOINED.match(f"{part}, {told_next}"):
            yield from by_the_same(parts[at], joined)
        elif split(capital(told_next)) is not None:
            yield f"{capital(part[4:])}, {told_next}"


def _placed(main: str, place: str) -> str:
    """The clause with the place that opened the sentence before its date: "built the hall in Tolva in MARK"."""
    where = place[0].lower() + place[1:]
    for ending in (f" in {MARK}", f" on {MARK}"):
        if main.endswith(ending):
            return f"{main.removesuffix(ending)} {where}{ending}"
    return main
