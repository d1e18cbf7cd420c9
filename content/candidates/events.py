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


def is_event(subject: str) -> bool:
    """Does the subject name one event ("the Crimean War", "the siege of Tolva"), and not a kind ("the war")?"""
    return bool(_NAMED.match(subject) or _OF.match(subject))
