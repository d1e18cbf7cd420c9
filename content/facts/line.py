"""Which words, numbers and marks stand in a stretch of text? Tokens in parallel lists, with offsets into the text."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from content.facts.tongue import ENGLISH, Tongue

SKIPPED = r"https?://\S{1,2000}|www\.\S{1,2000}|\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,20}\]"
NUMBERS = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f'’]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*"
WORD = r"[^\W\d_]+(?:[’'][^\W\d_]+)*"
REST = r"[^\s\w]|_"
TOKEN = re.compile(rf"(?P<x>{SKIPPED})|(?P<n>{NUMBERS})|(?P<w>{WORD})|(?P<p>{REST})")
"""Addresses and citation marks (never read), numbers, words, single marks. Every branch is linear."""
_QUICK = re.compile(rf" ?(?:([a-zA-Z]++)(?= )|({SKIPPED})|({NUMBERS})|({WORD})|({REST}))")
"""The same with the space before, and with what most tokens are, letters before a space, tried first."""
_KINDS = ("", "w", "x", "n", "w", "p")
"""What the groups of `_QUICK` hold."""


MARGIN = [""] * 64
"""Empty tokens after the last one; a negative index meets them too."""


@dataclass(slots=True)
class Line:
    """The tokens of `text[start:end]`. `kinds` are "n", "w", "p" or "x"; `words` are lower case."""

    text: str
    start: int
    end: int
    kinds: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    tongue: Tongue = ENGLISH
    size: int = 0
    word: Callable[[int], str] = field(init=False, repr=False, compare=False)
    """The token there in lower case; empty outside the line (as far as `MARGIN` tokens)."""
    kind: Callable[[int], str] = field(init=False, repr=False, compare=False)
    """The token's kind; empty outside the line."""

    def __len__(self) -> int:
        return self.size

    def close(self) -> "Line":
        """The line once all tokens are in: empty ones stand around it, so that a look past an end is a plain look."""
        self.size = len(self.words)
        self.words += MARGIN
        self.kinds += MARGIN
        self.word, self.kind = self.words.__getitem__, self.kinds.__getitem__
        return self

    def touches(self, index: int) -> bool:
        """Nothing stands between this token and the one before it."""
        return 0 < index < self.size and self.starts[index] == self.ends[index - 1]

    def raw(self, index: int) -> str:
        """The token as printed; empty outside the line."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < self.size else ""

    def upper(self, index: int) -> bool:
        """The token begins with a capital letter."""
        return 0 <= index < self.size and self.text[self.starts[index]].isupper()

    def named(self, index: int) -> bool:
        """The token is printed as this language prints a month or an era."""
        if self.tongue.small_names:
            return not self.upper(index) or self.opens_sentence(index)
        return self.upper(index)

    def printed(self, index: int) -> str:
        """The token as printed, in small letters; unlike `word` it is no role."""
        return self.tongue.fold(self.raw(index))

    def opens_sentence(self, index: int) -> bool:
        """The token is the first of the line or follows a full stop, a colon or an opening quote or bracket."""
        return index == 0 or self.words[index - 1] in OPENERS

    def gap(self, index: int) -> str:
        """What stands between this token and the one before it."""
        return self.text[self.ends[index - 1] : self.starts[index]] if 0 < index < self.size else ""


OPENERS = frozenset('.!?:;"“‘([•*—–')


def tokenise(text: str, start: int = 0, end: int | None = None, tongue: Tongue = ENGLISH) -> Line:
    """The tokens of that stretch."""
    end = len(text) if end is None else end
    line = Line(text, start, end, tongue=tongue)
    if tongue.token:
        return _told(line, tongue.token)
    found = list(_QUICK.finditer(text, start, end))
    groups = [match.lastindex or 0 for match in found]
    line.kinds = kinds = [_KINDS[group] for group in groups]
    line.starts = starts = [match.start(group) for match, group in zip(found, groups, strict=True)]
    line.ends = ends = [match.end() for match in found]
    low = text[start:end].lower().replace("’", "'")
    if len(low) != end - start or "σ" in low or "ς" in low:  # letters that grow, or heed their neighbours
        told = [text[one:other] for one, other in zip(starts, ends, strict=True)]
        line.words = [_word(word) if kind == "w" else word for kind, word in zip(kinds, told, strict=True)]
        return line.close()
    line.words = [
        low[one - start : other - start] if kind == "w" else text[one:other]
        for kind, one, other in zip(kinds, starts, ends, strict=True)
    ]
    return line.close()


def _word(printed: str) -> str:
    return printed.lower().replace("’", "'")


def _told(line: Line, token: re.Pattern[str]) -> Line:
    """The tokens of a language with a tongue of its own."""
    for match in token.finditer(line.text, line.start, line.end):
        kind = match.lastgroup or "p"
        line.kinds.append(kind)
        line.words.append(line.tongue.tell(kind, match.group()))
        line.starts.append(match.start())
        line.ends.append(match.end())
    return line.close()
