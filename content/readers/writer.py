"""How does marked-up text become plain text with blocks? Pieces are written in order; offsets come by themselves."""

import re
from dataclasses import dataclass, field

from content.document import Block, BlockKind, Span
from content.errors import TooLong
from content.limits import CHARACTERS
from content.readers.signs import fit

SPACES = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")
RAISED = str.maketrans("0123456789+-−–=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
ORDINALS = frozenset({"st", "nd", "rd", "th"})
MOST_ASIDE = 200
"""Lines kept of each kind that is left out; the rest is counted."""


def raised(words: str) -> str:
    """Superscript as Unicode where all characters have one, ordinal endings as they are, else "^(…)"."""
    plain = words.strip()
    if not plain or plain.lower() in ORDINALS:
        return plain
    return plain.translate(RAISED) if all(ord(mark) in RAISED for mark in plain) else f"^({plain})"


def lowered(words: str) -> str:
    """Subscript as Unicode where all characters have one, else the words."""
    plain = words.strip()
    return plain.translate(LOWERED) if plain and all(ord(mark) in LOWERED for mark in plain) else plain


@dataclass(slots=True)
class Writer:
    """Collects blocks and the text they stand in; what is left out is gathered and stands behind the rest."""

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    size: int = 0
    page: int | None = None
    """The page or part that is being written."""
    aside: dict[str, list[str]] = field(default_factory=dict)
    aside_counts: dict[str, int] = field(default_factory=dict)

    def add(
        self,
        kind: BlockKind,
        words: str,
        level: int = 0,
        why_junk: str | None = None,
    ) -> None:
        """A block of those words, white space folded; nothing where there are none."""
        plain = folded(words)
        if not plain:
            return
        if self.pieces:
            self._write("\n" if kind in {"bullet", "row"} and self.blocks[-1].kind == kind else "\n\n")
        start = self.size
        self._write(plain)
        self.blocks.append(Block(kind, Span(start, self.size), level, self.page, why_junk))

    def add_junk(self, lines: list[str], why: str) -> None:
        """Lines that are left out of the prose, as one block."""
        words = "\n".join(line for line in map(folded, lines) if line)
        if not words:
            return
        if self.pieces:
            self._write("\n\n")
        start = self.size
        self._write(words)
        self.blocks.append(Block("junk", Span(start, self.size), page=self.page, why_junk=why))

    def leave_out(self, lines: list[str], why: str) -> None:
        """Lines that belong to no place in the prose: told at the end, each once."""
        kept = self.aside.setdefault(why, [])
        for line in filter(None, dict.fromkeys(map(folded, lines))):
            if not any(map(str.isalpha if why == "running_head" else str.isalnum, line)):
                continue  # a page's number, a rule
            self.aside_counts[why] = self.aside_counts.get(why, 0) + 1
            if line not in kept and len(kept) < MOST_ASIDE:
                kept.append(line[:1000])

    def finish(self) -> tuple[tuple[str, str], ...]:
        """Writes what was left out behind the rest; the warnings that tell of it."""
        if not self.blocks:  # nothing but what is left out: there are no words in it
            return ()
        self.page = None
        for why, lines in self.aside.items():
            self.add_junk(lines, why)
        return tuple((why, str(count)) for why, count in self.aside_counts.items())

    def _write(self, words: str) -> None:
        self.pieces.append(words)
        self.size += len(words)
        if self.size > CHARACTERS:
            raise TooLong(limit=CHARACTERS)

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self.pieces)


def folded(words: str) -> str:
    """The words on one line, fit to be read."""
    if words.isascii() and words.isprintable() and "  " not in words:
        return words.strip(" ")
    return SPACES.sub(" ", fit(words)).strip()
