"""Who is "he" in the second of two joined statements? The person who is the subject of the first, and nobody else."""

import re

from content.candidates.mark import MARK, capital
from content.candidates.names import NAME
from content.candidates.nouns import singular
from content.candidates.people import INSTITUTION, gender, is_person
from content.candidates.plain import split

ANYBODY = "Xanthippe"
"""Any name will do to find the verb behind it."""

_HE_TOO = re.compile(rf"^(?P<first>[^{MARK}]+?),? and (?P<second>(?P<pronoun>he|she) [a-z]+ [^{MARK}]*{MARK}.*)$")


def named(clause: str) -> str:
    """The clause with any name in place of the pronoun that is its subject."""
    pronoun, _, rest = clause.partition(" ")
    return f"{ANYBODY} {rest}" if pronoun in ("He", "She", "It", "he", "she", "it") else clause


def and_he(line: str) -> str | None:
    """The second statement with the person who is the first one's subject in place of "he", if nobody else is named."""
    match = _HE_TOO.match(line)
    parts = split(named(match["first"])) if match else None
    if match is None or parts is None:
        return None
    others = NAME.findall(f"{parts.verb} {parts.rest}")
    if not all(singular(name.split()[-1]) in INSTITUTION for name in others):
        return None
    if parts.subject == ANYBODY:
        return capital(match["second"])
    person = NAME.fullmatch(parts.subject) is not None and is_person(parts.subject)
    if not person or gender(parts.subject) not in (None, match["pronoun"]):
        return None
    return f"{parts.subject}{match['second'][len(match['pronoun']) :]}"
