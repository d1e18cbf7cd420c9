"""Where a sentence was cut, were two parted that "and" joins, or did a preposition pass for "after" and "before"?"""

import re

from content.candidates.mark import MARK
from content.candidates.verbs import is_finite
from content.candidates.words import words_of

_DATED = re.compile(rf"^(?:In|On|By|Until) {MARK},? ")
_OPENER = r"when|after|before|while|since|because|although|though|until|once|where|which|who|whose|whereas|that|if"
_PAUSE = re.compile(rf"[,;:—–](?!\d)|(?:^|(?<= ))(?:{_OPENER})(?= )", re.IGNORECASE)
_COMMA = re.compile(r"[,;:—–](?!\d)")
_AND = re.compile(r"\b(?:and|or)\b")
_JOINED = re.compile(r"(?:^|[ ,])(?:and|or) (?:the |an? )?$")
_EITHER_WAY = re.compile(r"(?P<told>.*?)\b(?:after|before|since|until) (?:the |an? )?$", re.IGNORECASE)
_WHEN_ENOUGH = re.compile(
    r"(?:ly|hours?|days?|weeks?|months?|years?|decades?|time|moment|soon|long|just|even|only|ever|not|and|but)\W*$"
)
"""Before "after Germany fell": "shortly", "two years"."""
_JOINS_MORE = re.compile(r"(?:, (?:an?|the) [^,;:.]*(?=,))?(?P<pause>,?) (?:and|or|as well as) (?P<more>[^,;:.]+)")
_LETTER = re.compile(r"[^\W\d_]{2}")
_GOES_ON = re.compile(r"(?P<pause>,) (?:an?|the|[A-Z][\w’'-]*) [^,;:.]*?,? (?:and|or) (?P<more>[^,;:.]+)")
"""“… on the centre in Reck | , a tower in Brod and a hall in Tolva”."""
_SIGNS_OF_IT = frozenset(("and", "or", "after", "before", "since", "until"))
_SIGNS = 24
"""As many letters of a clause tell where in the sentence it begins."""


def is_parted(line: str, sentence: str) -> bool:
    """Is the line's first or last noun one of several that the sentence joins, or no subject in the sentence at all?

    "The coup in Mali and Chad shook the union": "Chad shook the union" is none of its statements. "Decolonization after
    the war led to it": the war did not.
    """
    if words_of(sentence).isdisjoint(_SIGNS_OF_IT):
        return False
    body = _DATED.sub("", line).rstrip(". ")
    start = sentence.find(body[1 : 1 + _SIGNS]) - 1
    ended = body[-_SIGNS:].lstrip()
    end = sentence.rfind(ended) + len(ended)
    after = sentence[end:] if end >= len(ended) else ", "
    if start > 0 and sentence[start].lower() == body[0].lower() and _begins_amid(sentence[:start], after):
        return True
    return _ends_amid(body, after)


def _begins_amid(before: str, after: str) -> bool:
    """Does the subject stand behind "and" and a noun, or behind "after" that only a noun governs?"""
    if (joined := _JOINED.search(before)) is not None:
        told = before[: joined.start()].rstrip(" ")
        pieces = (_COMMA if told.endswith(",") else _PAUSE).split(told)
        last = next((piece for piece in reversed(pieces) if _LETTER.search(_AND.sub("", piece))), None)
        return last is not None and not _has_verb(last)
    either = _EITHER_WAY.match(before)
    if either is None:
        return False
    told = _PAUSE.split(either["told"])[-1].strip()
    if told.endswith((" and", " but")) and "," not in after:
        return True  # "landed in May and after hard fighting forced a surrender"
    return bool(told) and not _has_verb(told) and _WHEN_ENOUGH.search(told) is None


def _ends_amid(body: str, after: str) -> bool:
    """Does the sentence go on with "and" and another noun that belongs to the line's last one?"""
    more = _JOINS_MORE.match(after) or _GOES_ON.match(after)
    if more is None or (more.re is _GOES_ON and _has_verb(more.group())):
        return False
    pauses = list(_PAUSE.finditer(body))
    last = body[pauses[-1].end() :] if pauses else body
    if " between " in f" {last}" and " and " not in last:
        return not _has_verb(more["more"])
    if not pauses or _has_verb(last) or is_finite(more["more"].partition(" ")[0]):
        return False
    if pauses[-1].group() in ",;:—–":
        return not _has_verb(more["more"])
    return not more["pause"] and _LETTER.search(last) is not None and _has_verb(more["more"])


def _has_verb(words: str) -> bool:
    return any(word.islower() and is_finite(word) for word in words.split())
