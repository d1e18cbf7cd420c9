"""Is it an event that has a name, so that the day it began or ended can be asked without more being said?"""

import re

from content.candidates.words import word_list

_WORDS = sorted(word_list("events"))
_NAMED = re.compile(
    rf"^(?:the )?(?:[A-Z][\w’'-]*(?: of(?: the)?)? )+(?:{'|'.join(word.capitalize() for word in _WORDS)})s?"
    r"(?: (?:of|in|at) (?:the )?(?:[A-Z][\w’'-]+ ?)+)?$"
)
_OF = re.compile(
    rf"^the (?:[A-Z][A-Za-z.]+ )?(?:[a-z]+ )?(?:{'|'.join(_WORDS)}) "
    r"(?:of|between|against|at|in|on|for) (?:the )?[A-Z].*$"
)


_WORK = re.compile(
    r"^(?:the )?(?:work|construction|building|digging|drilling|excavation|demolition|restoration) (?:on|of) "
    r"(?:the (?:[A-Z][\w’'-]*|[a-z]+ (?:of|at|in|for) (?:the )?[A-Z]|foundations\b)|[A-Z])"
)
"""“Work on the foundations”, “construction of the Tolva Canal”."""


def is_event(subject: str) -> bool:
    """Does the subject name one event ("the Crimean War", "the siege of Tolva"), and not a kind ("the war")?"""
    return bool(_NAMED.match(subject) or _OF.match(subject) or _WORK.match(subject))
