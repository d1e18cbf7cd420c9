"""Which sentence do cited words stand in? Learners are shown the whole of it, with the words marked."""

import re

from lessons.pack import Reading
from lessons.remembering import remembered
from lessons.rich import plain

_END = re.compile(
    r"(?<![\s.(][A-Z])(?<!\b[A-Z])(?<!\bNo)(?<!\bDr)(?<!\bMr)(?<!\bSt)[.!?][\"”’)\]]*\s+(?=[\"“‘(]?[A-Z0-9А-Я])"
)
"""Where a sentence ends: not after an initial or a title."""


@remembered
def sentence_of(reading: Reading, exact: str) -> tuple[str, str, str]:
    """The sentence around the words: what stands before them, the words, what follows; only the words if not found.

    A list entry is a sentence. Words that cross a sentence's end keep both.
    """
    wanted = _fold(exact)
    for block in reading.blocks:
        text = _fold(plain(block.text))
        at = text.find(wanted)
        if at >= 0:
            start = max((found.end() for found in _END.finditer(text) if found.end() <= at), default=0)
            after = at + len(wanted)
            found = _END.search(text, max(0, after - 1))
            end = found.start() + 1 if found else len(text)
            return text[start:at], text[at:after], text[after : max(end, after)]
    return "", exact, ""


def _fold(text: str) -> str:
    return " ".join(text.split())
