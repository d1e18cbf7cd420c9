"""How many, how much, how long? Questions for a figure in the few places where turning the clause about is safe."""

import re
from collections.abc import Iterator

from content.candidates import amounts
from content.candidates.dates import lowered
from content.candidates.mark import MARK
from content.candidates.names import Names
from content.candidates.people import is_person
from content.candidates.plain import Split, another_clause, split
from content.candidates.verbs import base_of_participle, base_of_past, is_finite, surely_finite
from content.candidates.words import word_list

_THERE = re.compile(
    rf"^There (?P<verb>were|are) {MARK} (?P<noun>[A-Za-z -]+?)(?P<rest> (?:in|on|at|along|aboard|across"
    rf"|from|under|within|throughout) [^,]+)?$"
)
_HAVE = re.compile(
    rf"^(?P<subject>[^,]+) (?P<verb>has|had|have) {MARK} (?P<noun>[A-Za-z-]+(?: [a-z-]+)?)(?P<rest> (?:in"
    rf"|on|at|along|by(?= \d)) [^,]+)?$"
)
_COST = re.compile(rf"^(?P<subject>[^,]+) cost {MARK}(?P<rest> to [^,]+)?$")
_LONG = re.compile(
    rf"^(?P<subject>[^,]+) (?P<verb>is|was|are|were) {MARK} (?P<how>long|tall|high|wide|deep"
    rf"|thick)(?P<rest> (?:at|from|in|and) [^,]+)?$"
)
_SECOND_MEASURE = re.compile(r" and (?:about )?\d")
_FRONTED = re.compile(
    r"^(?P<when>(?:In|On|By) (?:(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}, )?\d{4})"
    r"|Between \d{4} and \d{4}|From \d{4} to \d{4}),? (?P<rest>[^,]+)$"
)
"""A date that opens the statement stands at its end in a question."""
_AFTER_VERB = word_list("prepositions") | {"", "the", "a", "an", "their", "his", "her", "its", "again", "together"}
_NAMED = re.compile(r"(?:^(?!The )|(?<= ))[A-Z]")
_AREA_OF = re.compile(r"How large an area (?:does|did) (?P<subject>.+?) (?:cover|occupy)\b")
"""What somebody covers is a way: "Harold covered two hundred miles in four days"."""
_WEIGH = re.compile(rf"^(?P<subject>[^,]+) (?P<verb>weighs|weighed) {MARK}$")


def questions(line: str, what: amounts.Counted, names: Names) -> Iterator[tuple[str, str]]:
    """Template and stem of each safe question for the figure, by what it is."""
    if fronted := _FRONTED.match(line):
        line = f"{fronted['rest']} {fronted['when'][0].lower()}{fronted['when'][1:]}"
    for template, stem in amounts.questions(line, what, lambda subject: _plain(subject, names)):
        marched = _AREA_OF.match(stem)
        if marched is None or not is_person(marched["subject"]):
            yield template, stem
    if what == "count":
        yield from _how_many(line, names)
    elif what == "money" and (match := _COST.match(line)) and (subject := _plain(match["subject"], names)):
        yield "cost", f"How much did {subject} cost{match['rest'] or ''}?"
    if (match := _LONG.match(line)) and (subject := _plain(match["subject"], names)):
        rest = match["rest"] or ""
        if not rest.startswith(" and") and _SECOND_MEASURE.search(rest) is None:
            yield "dimension", f"How {match['how']} {match['verb']} {subject}{rest}?"
    if (
        (match := _WEIGH.match(line))
        and not is_person(match["subject"])
        and (subject := _plain(match["subject"], names))
    ):
        verb = "does" if match["verb"] == "weighs" else "did"
        yield "dimension", f"How much {verb} {subject} weigh?"


def _how_many(line: str, names: Names) -> Iterator[tuple[str, str]]:
    if line.startswith(MARK + " ") and "," not in line:
        parts = split(line)
        body = line[len(MARK) + 1 :]
        if (
            parts
            and parts.subject != MARK
            and len(parts.subject.split()) <= 8
            and _acts(parts)
            and " and " not in parts.subject
            and not another_clause(parts.rest)
        ):
            yield "figure_subject", f"How many {body}?"
    if match := _THERE.match(line):
        yield "there_were", f"How many {match['noun']} {match['verb']} there{match['rest'] or ''}?"
    match = _HAVE.match(line)
    if match and base_of_participle(match["noun"].rpartition(" ")[2]) is not None:
        return  # "men stationed"
    if match and match["verb"] == "had" and (is_person(match["subject"]) or not _NAMED.search(match["subject"])):
        return
    if match and (subject := _plain(match["subject"], names)):
        auxiliary = {"has": "does", "had": "did", "have": "do"}[match["verb"]]
        rest = match["rest"] or ""
        yield "have", f"How many {match['noun']} {auxiliary} {subject} have{rest}?"


def _acts(parts: Split) -> bool:
    """Is it a verb, and no "armoured" before its noun? One that no list knows has an end or a preposition behind it."""
    following = parts.rest.partition(" ")[0]
    return surely_finite(parts.verb) or base_of_past(parts.verb) is not None or following in _AFTER_VERB


def _plain(subject: str, names: Names) -> str | None:
    """The subject as it stands in a question; None where it is not one plain noun phrase."""
    words = subject.split()
    if (
        words[0] in ("In", "On", "By", "At", "After", "Before", "From", "During")
        or words[-1] in ("No", "St", "Mr", "Dr")
        or len(words) > 9
        or any(
            word in ("who", "which", "that", "where", "and") or (word.islower() and is_finite(word)) for word in words
        )
    ):
        return None
    return lowered(subject, names)
