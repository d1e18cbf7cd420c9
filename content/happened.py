"""What does an entry of one word tell of the thing that its list stands under? "Opened: 3 May 1826" below a bridge."""

import re
from functools import lru_cache

from content.candidates.candidate import Asked
from content.candidates.dates import WHEN
from content.candidates.names import NAME
from content.candidates.people import is_person
from content.candidates.verbs import base_of_participle
from content.entries import named_thing

_OF_A_LIFE = {"born": "was {} born", "died": "did {} die", "baptised": "was {} baptised", "buried": "was {} buried"}
_DONE = re.compile(
    r"(?:built|rebuilt|begun|opened|reopened|founded|completed|finished|launched|closed|established|published|dissolved"
    r"|inaugurated|consecrated|demolished|destroyed|restored|electrified|abolished|signed|ratified|discovered|patented"
    r"|introduced|commissioned|decommissioned|scrapped|sunk|wrecked|lit|first lit|first published|first performed)"
)
_IN_WORD = re.compile(r"\w")


def happened(heading: str, label: str, kind: Asked, text: str) -> str | None:
    """The question when that happened to what the heading names; None where the heading may be no name of a thing."""
    word = label.lower().strip()
    thing = _thing(heading, text)
    if thing is None or kind not in WHEN:
        return None
    if is_person(thing):
        said = _OF_A_LIFE.get(word)
        asked = said.format(thing) if said else None
    else:
        done = _DONE.fullmatch(word) is not None and base_of_participle(word.removeprefix("first ")) is not None
        asked = f"was {thing} {word}" if done else None
    preposition, what = WHEN[kind]
    return f"{preposition} {what} {asked}?" if asked else None


@lru_cache(maxsize=256)
def _thing(heading: str, text: str) -> str | None:
    """The heading as the subject of a sentence, where it names somebody, or something that the text names elsewhere."""
    bare = re.sub(r"^[Tt]he ", "", heading)
    if NAME.fullmatch(bare) is None or len(bare.split()) < 2:
        return None
    named = named_thing(bare)
    if named != bare:
        return bare if f"the {bare}" not in text and _is_told_again(bare, text) else f"the {bare}"
    if is_person(bare):
        return bare if heading == bare or _is_told_again(bare, text) else None
    return (f"the {bare}" if bare != heading else bare) if _is_told_again(bare, text) else None


def _is_told_again(name: str, text: str) -> bool:
    """Does the text print the name more than once?"""
    count, at = 0, text.find(name)
    while at >= 0 and count < 2:
        end = at + len(name)
        count += not (_IN_WORD.match(text, at - 1) if at else None) and not _IN_WORD.match(text, end)
        at = text.find(name, end)
    return count > 1
