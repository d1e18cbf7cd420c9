"""Does an opening go on with what stood before, though no word of it points back ("Guerrillas did the rest.")?"""

import re
from functools import lru_cache

from content.candidates.nouns import MONTHS, singular
from content.candidates.verbs import is_finite
from content.dangling import words
from content.patterns import quick

_GOES_ON = quick(
    r"^(?:neither|nor|none|either|nobody else|no other|likewise|equally|elsewhere|nevertheless|nonetheless|accordingly"
    r"|consequently|hence|afterwards?|thereafter|rather|conversely|otherwise|indeed|at last|in the end|at first"
    r"|only then|now|by (?:now|noon|dawn|dusk|nightfall|evening|morning|midnight)|from (?:then|there|here) on|soon"
    r"|in (?:return|response|reply|revenge|exchange|turn)"
    r"|on the other (?:hand|side)|among (?:them|these|those|others)|not (?:all|everyone|everybody|every)|here"
    r"|there(?! (?:is|are|was|were|has|had)\b)"
    r"|what (?:can|could|was|is|remained|followed|had|[a-z]+ [^,.]{1,40} (?:was|were|is) (?:not|neither|no))"
    r"|even (?:this|that|then)|all this|apart from (?:this|these|that)"
    r"|(?:much|most|all|nothing|part) of (?:this|it|that)|with (?:this|that|these|those)|for (?:this|that|these)"
    r"|to (?:this|that|these|do so)|(?:of|from|after|before|under|against) (?:these|those|this|that|them|which))\b"
    r"(?! and (?:here|there)\b)",
    re.IGNORECASE,
)
_SET_OFF = quick(
    r"^[^.;:]{0,60}?\b(?:did the (?:rest|same)|(?:did|was|were|had|has|is|are|fared|followed) (?:not )?(?:so|otherwise"
    r"|different(?:ly)?|similar(?:ly)?|likewise)|the (?:others|rest) (?!of\b)|meanwhile|nonetheless|nevertheless"
    r"|the same (?!as\b|way as\b)[a-z]+(?! as\b)|instead(?! of\b)|as before|once again|as well|no longer|elsewhere"
    r"|by contrast|in return|the reverse|the opposite"
    r"|the contrary)\b",
    re.IGNORECASE,
)
_ELLIPTIC = re.compile(
    r"\b(?:did|had|was|were|could|would|has|does|is|are)(?: not)?\.$"
    r"|\b(?:across|over|through|inside|outside|above|below|behind|nearby|there|followed)\.$"
)
"""“Erwin Chargaff did not.” Did not what?"""
_MORE = quick(
    r"\b(?:more|less|fewer|better|worse|larger|smaller|greater|higher|lower|longer|shorter|stronger|weaker|richer"
    r"|poorer|cheaper|dearer|harder|easier|faster|slower|luckier|happier|bigger|wider|deeper)\b(?! and more\b)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\bthan\b|\b(?:ever|more and|no|once|any|far|even) (?:more|less)\b|\bmore or less\b|\bthe more\b"
)
_FIRST_CLAUSE = re.compile(r"[^,;:]*(?:, [^,;:]*)?")
_MONTH = "|".join(sorted(month.capitalize() for month in MONTHS if len(month) > 2))
_OF_MONTHS = re.compile(_MONTH)
_FIRST_LETTERS = "".join(sorted({month[0] for month in _MONTH.split("|")}))
_BEHIND = "|".join(f"(?<={month[0]}){month[1:]}" for month in _MONTH.split("|"))
_DAY = re.compile(
    rf"[\d{_FIRST_LETTERS}](?<!\w.)(?:(?<=\d)\d?(?:st|nd|rd|th)? (?:{_MONTH})|(?:{_BEHIND}) \d{{1,2}}(?:st|nd|rd|th)?)"
    r"\b(?!,? \d{3,4})"
)
"""Told by its first sign, a digit or a month's: so `re` looks at few places."""
_YEAR = re.compile(r"\b(?:1\d{3}|20\d{2}|\d{1,4} ?(?:BC|AD)|AD \d+)\b")
_ANOTHER = quick(
    r"\b(?:a second|a third|a fourth|the other(?! (?:way|side|hand|day|end)\b)|the others|the remaining"
    r"|the rest of the|the former|the latter|(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:second|third|fourth|next|other)"
    r"|the (?:two|three|four)(?! [a-z]+est\b)) ([a-z][a-z-]+)\b(?! (?:of|in|on|at|from|to|that|who|which|whom|where)\b)"
    r"|\bof the (two|three|four|five)\b(?! [a-z])"
)
_EVERY_YEAR = re.compile(r"\b(?:must|may|can|is|are|every|each|falls|begins|ends)\b")
_QUOTES = ('"', "“", "«", "‘")
_FEW_WORDS = 5
_HEADING_WORDS = 6


def goes_on(sentence: str) -> bool:
    """Does it take up what was told before: with its first word ("Neither side …"), or with "elsewhere"?"""
    return _GOES_ON.match(sentence) is not None or _SET_OFF.match(sentence) is not None


@lru_cache(maxsize=4096)
def trails(sentence: str) -> bool:
    """Does it take up what was told before: with "neither", with "more luck" and no "than", or in four words?

    So does what somebody says whom the sentence before names.
    """
    if sentence[:1] in _QUOTES or goes_on(sentence):
        return True
    if left_open(sentence):
        return True
    if len(sentence.split()) <= _FEW_WORDS and not sentence.endswith("?") and not any(map(str.isdigit, sentence)):
        return True
    return compares(sentence)


def compares(sentence: str) -> bool:
    """Does its first clause say "less favourable", and not than what?"""
    clause = _FIRST_CLAUSE.match(sentence)
    return clause is not None and _MORE.search(clause[0]) is not None and not _COMPARED.search(sentence)


def left_open(sentence: str) -> bool:
    """Does it break off where the reader has to know the rest ("… went across.", "Erwin Chargaff did not.")?"""
    return _ELLIPTIC.search(sentence) is not None


def is_run_in(sentence: str) -> bool:
    """Is it a heading printed as the first words of its paragraph ("Austria, 1866.")?"""
    words = sentence.rstrip(".:").split()
    return len(words) <= _HEADING_WORDS and not any(is_finite(word.lower()) for word in words)


def one_more(sentence: str, told: set[str]) -> int:
    """How many things are told as "a second" or "the other" of something that nothing was told of?"""
    return sum(one not in told and one not in words(sentence[:at]) for one, at in _others(sentence))


@lru_cache(maxsize=2048)
def _others(sentence: str) -> tuple[tuple[str, int], ...]:
    """What is told as "a second" or "the other", and where."""
    return tuple((singular(match[1] or match[2]), match.start()) for match in _ANOTHER.finditer(sentence))


@lru_cache(maxsize=2048)
def tells_month(text: str) -> bool:
    """Does it name a month, so that a day could stand in it?"""
    return _OF_MONTHS.search(text) is not None


def lacks_year(text: str) -> bool:
    """Does a day and month stand before any year?"""
    day = _DAY.search(text)
    if day is None or _YEAR.search(text, 0, day.end() + 8) is not None:
        return False
    begin = text.rfind(". ", 0, day.start()) + 1
    return _EVERY_YEAR.search(text[begin : text.find(". ", day.end())]) is None
