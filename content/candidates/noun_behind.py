"""Do the words behind a noun say which it is: "the fortress at Tolva", "the act that set up the Board"?"""

import re

from content.candidates.nouns import MONTHS
from content.candidates.setting import Setting
from content.candidates.verbs import bases
from content.candidates.words import word_list

_BODIES = word_list("bodies")
ORDINALS = frozenset(("first", "second", "third", "fourth", "last", "next", "final"))
SIZES = frozenset(("great", "big", "small", "little", "large", "new", "old", "young", "long", "high"))
PLACE_KINDS = frozenset(
    ("country", "state", "nation", "city", "town", "islands", "province", "principality", "island", "territory")
) | {"colony", "kingdom", "republic", "region"}
"""“The province” under the bare title “Alberta”."""
OF_A_TIME = frozenset(("present", "original", "current", "former", "existing", "earlier"))
"""“The present building”: of all that stood there, but where?"""
SOLE = frozenset(("only", "sole", "next", "other"))
"""“The only agreement”: the only one about what?"""
OF_THE_THING = 0.3
_LAWS = frozenset(
    ("act", "law", "bill", "decree", "ordinance", "resolution", "amendment", "treaty", "agreement", "order")
)
"""“The act that set up the Authority” is told by what it did, wherever it stands."""
_AT_A_NAME = re.compile(r" (?P<how>at|near|under|outside|off|on|in|from) (?:the )?(?P<name>[A-Z][\w’'-]+)")
_SURELY_AT = frozenset(("at", "near", "outside", "off"))
_TO_DO = re.compile(r" to (?P<verb>[a-z]+) [^,;]")
_THAT = re.compile(r" that [a-zA-Z][\w’'-]+ [^,;]")
_OWNED = re.compile(r"(?P<kind>[a-z]+)[’']s$")
_ANY_ONE = _BODIES | word_list("roles") | {"city", "town", "village", "place", "people", "men", "women", "house", "war"}
"""“The company in Glasgow”, “the men at the gate”: a place does not say which."""


def told_behind(phrase: list[str], behind: str, opens: bool, setting: Setting) -> float | None:
    """What it costs to trust what stands behind the noun: a place, a clause with "that", or "to" and what was done.

    `opens`: the noun is the subject of its statement.
    """
    first, last = phrase[0], phrase[-1].lower()
    clause = _THAT.match(behind)
    if clause is not None and last in _LAWS and len(phrase) == 1:
        return OF_THE_THING
    if last in _ANY_ONE or first in ORDINALS | SOLE | OF_A_TIME | SIZES or not first.islower():
        return None
    if (owner := _OWNED.match(first)) is not None and owner["kind"] in PLACE_KINDS:
        return OF_THE_THING if setting.names.place_titled == setting.title else None
    place = _AT_A_NAME.match(behind)
    if place is not None and place["name"].lower() not in MONTHS and (opens or place["how"] in _SURELY_AT):
        return OF_THE_THING
    act = _TO_DO.match(behind)
    if act is not None:
        return OF_THE_THING if act["verb"] in bases() else None
    return OF_THE_THING if clause is not None and opens else None


def stands_at_a_name(phrase: list[str], behind: str) -> bool:
    """Does the place behind a noun tell which it is ("the massive French fortress at Louisbourg")?"""
    place = _AT_A_NAME.match(behind)
    return place is not None and place["how"] in _SURELY_AT and place["name"].lower() not in MONTHS and len(phrase) > 1
