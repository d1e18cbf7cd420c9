"""What does a clause with "which" or "who" tell of a name that stands deeper in the sentence than its subject?"""

import re
from collections.abc import Iterator

from content.candidates.mark import MARK, capital
from content.candidates.people import is_person
from content.candidates.verbs import base_of_past, is_finite
from content.candidates.words import word_list

_NAME = r"(?:[Tt]he )?[A-Z][\w’'-]+(?: (?:(?:of|on|for|and|the) )*[A-Z][\w’'-]+)+"
_SOMEBODY = (
    r"(?:(?:the|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) )?"
    r"[A-Z][\w’'.-]*(?: (?:of )?[A-Z][\w’'.-]*)*"
    r"(?: [a-z]+s)?"
)
_BEHIND = r"(?:^(?:By|In|Under|With|Through) |(?<=ed|wn|en|ne) (?:by|in|under) |^)"
_DID_TO_IT = re.compile(
    rf"{_BEHIND}(?P<thing>{_NAME}), (?:which|whom) (?P<who>{_SOMEBODY}) (?:had )?(?P<verb>[a-z]+)"
    rf"(?P<more>(?: [^,{MARK}]{{1,40}})?) (?P<preposition>in|on) {MARK}(?=,|$)"
)
"""“This was done by the Claims Act, which Richard Nixon signed on …”: Nixon signed the Claims Act then."""
_BY_WHOM = re.compile(
    rf" by (?P<name>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)+(?: of [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)?), who "
    rf"(?:(?P<first>(?:in|on) {MARK},?) )?(?P<clause>[a-z]+ [^,]+)(?=,|$)"
)
"""“It was shown by William Cullen, who in … made ice”."""
_WHICH_BEGAN = re.compile(
    rf"(?:^| )(?P<event>the [a-z]+ of (?P<thing>(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]+)*)), which "
    r"(?P<clause>(?:began|started|ended|took place)"
    rf"(?P<object> (?!(?:in|on|at|near|with|under|during|as)\b)[^,{MARK}]*)?"
    rf"[^,{MARK}]* (?:in|on) {MARK})(?=,|$| and )"
)
"""“He ordered the burning of the Summer Palace, which began on …”; what began work is the thing itself."""
_THAT_DID = re.compile(
    rf"^(?P<subject>[Tt]he [a-z]+(?: [a-z]+)?) (?:that|which) (?P<verb>[a-z]+) (?P<rest>[^,{MARK}]*(?:in|on) {MARK})"
    r" (?:(?:soon|then|later|also) )?(?P<main>[a-z]+)\b"
)
"""“The republic that replaced the empire in … soon fell to pieces”."""
_IN_YEAR_DID = re.compile(
    rf"^(?P<subject>(?:The )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*) (?P<preposition>in|on) {MARK},? (?P<verb>[a-z]+) "
    r"(?P<rest>(?:the|an?|his|her|its|their|[A-Z])\b.*)$"
)
"""“Congress in 1871 created the committee”."""
_INTRANSITIVE = word_list("intransitive")


def told_beside(line: str) -> Iterator[tuple[str, str]]:
    """The statement that such a clause makes of the name before it, with its code."""
    if ", wh" in line:
        for match in _DID_TO_IT.finditer(line):
            if (told := _did_to_it(match)) is not None:
                yield "object", told
        by_whom = _BY_WHOM.search(line)
        if by_whom and MARK in by_whom.group() and (told := _by_whom(by_whom)) is not None:
            yield "whom", told
        if began := _WHICH_BEGAN.search(line):
            yield "object", capital(f"{began['thing' if began['object'] else 'event']} {began['clause']}")
    first = _IN_YEAR_DID.match(line)
    if first and first["verb"] not in ("was", "were", "had") and base_of_past(first["verb"]):
        subject = re.sub(r"^The ", "the ", first["subject"])
        yield "object", f"{capital(first['preposition'])} {MARK}, {subject} {first['verb']} {first['rest']}"
    did = _THAT_DID.match(line) if " that " in line or " which " in line else None
    if did and base_of_past(did["verb"]) and is_finite(did["main"]):
        yield "object", f"{did['subject']} {did['verb']} {did['rest']}"


def _did_to_it(match: re.Match[str]) -> str | None:
    """Who did it to the thing: nothing where the verb takes no object, or another one stands behind it."""
    verb, more, who = match["verb"], match["more"], match["who"]
    first = who.split()[0]
    if not (first[0].isupper() or any(word[0].isupper() for word in who.split())) or is_finite(who.split()[-1]):
        return None
    if base_of_past(verb) is None or verb in _INTRANSITIVE or verb in ("was", "were", "had"):
        return None
    if any(map(is_finite, more.split())) or re.match(r" (?:to|the|an?|his|her|its|their|[A-Z])\b", more):
        return None
    thing = re.sub(r"^The ", "the ", match["thing"])
    return capital(f"{who} {verb} {thing}{more} {match['preposition']} {MARK}")


def _by_whom(match: re.Match[str]) -> str | None:
    """What somebody did, of whom the sentence tells that something was done by them."""
    name, clause = match["name"], match["clause"]
    if not is_person(name.partition(" of ")[0]) or not is_finite(clause.partition(" ")[0]):
        return None
    return f"{capital(match['first'])} {name} {clause}" if match["first"] else f"{name} {clause}"
