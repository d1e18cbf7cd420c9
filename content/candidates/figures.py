"""How many, how much, how long? Questions for a figure in the few places where turning the clause about is safe."""

import re
from collections.abc import Iterator

from content.candidates.clause import MARK
from content.candidates.dates import another_clause, lowered, split
from content.candidates.names import Names
from content.candidates.verbs import is_finite

_THERE = re.compile(
    rf"^There (?P<verb>were|are) {MARK} (?P<noun>[A-Za-z -]+?)(?P<rest> (?:in|on|at|along|aboard|across|from|under) .+)?$"
)
_HAVE = re.compile(
    rf"^(?P<subject>[^,]+) (?P<verb>has|had|have) {MARK} (?P<noun>[A-Za-z-]+(?: [a-z-]+)?)(?P<rest> (?:in|on|at|along|by) [^,]+)?$"
)
_COST = re.compile(rf"^(?P<subject>[^,]+) cost {MARK}(?P<rest> to [^,]+)?$")
_LONG = re.compile(
    rf"^(?P<subject>[^,]+) (?P<verb>is|was|are|were) {MARK} (?P<how>long|tall|high|wide|deep|thick)(?P<rest> (?:at|from|in|and) [^,]+)?$"
)
_WEIGH = re.compile(rf"^(?P<subject>[^,]+) (?P<verb>weighs|weighed) {MARK}$")


def questions(line: str, counted: bool, money: bool, names: Names) -> Iterator[tuple[str, str]]:
    """Template and stem of each safe question for the figure; `counted` when nouns follow it, `money` for amounts."""
    if counted:
        yield from _how_many(line, names)
    elif money and (match := _COST.match(line)) and _plain(match["subject"]):
        yield "cost", f"How much did {lowered(match['subject'], names)} cost{match['rest'] or ''}?"
    if (match := _LONG.match(line)) and _plain(match["subject"]) and not (match["rest"] or "").startswith(" and"):
        yield (
            "dimension",
            f"How {match['how']} {match['verb']} {lowered(match['subject'], names)}{match['rest'] or ''}?",
        )
    if (match := _WEIGH.match(line)) and _plain(match["subject"]):
        verb = "does" if match["verb"] == "weighs" else "did"
        yield "dimension", f"How much {verb} {lowered(match['subject'], names)} weigh?"


def _how_many(line: str, names: Names) -> Iterator[tuple[str, str]]:
    if line.startswith(MARK + " ") and "," not in line:
        parts = split(line)
        body = line[len(MARK) + 1 :]
        if parts and len(parts.subject.split()) <= 8 and not another_clause(parts.rest):
            yield "figure_subject", f"How many {body}?"
    if match := _THERE.match(line):
        yield "there_were", f"How many {match['noun']} {match['verb']} there{match['rest'] or ''}?"
    if (match := _HAVE.match(line)) and _plain(match["subject"]):
        auxiliary = {"has": "does", "had": "did", "have": "do"}[match["verb"]]
        rest = match["rest"] or ""
        yield "have", f"How many {match['noun']} {auxiliary} {lowered(match['subject'], names)} have{rest}?"


def _plain(subject: str) -> bool:
    """Is the subject one noun phrase without a verb or a relative clause?"""
    words = subject.split()
    return len(words) <= 9 and not any(
        word in ("who", "which", "that", "where", "and") or (word.islower() and is_finite(word)) for word in words
    )
