"""How does marked-up text become plain text with blocks? Pieces are written in order; offsets come by themselves."""

import re
from dataclasses import dataclass, field

from content.document import Block, BlockKind, Span

SPACES = re.compile(r"[ \t\r\n\f\u200b]+")
RAISED = str.maketrans("0123456789+-−–=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
ORDINALS = frozenset({"st", "nd", "rd", "th"})


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
    """Collects blocks and the text they stand in."""

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    size: int = 0

    def add(self, kind: BlockKind, words: str, level: int = 0, why_junk: str | None = None) -> None:
        """A block of those words, white space folded; nothing where there are none."""
        plain = SPACES.sub(" ", words).strip()
        if not plain:
            return
        if self.pieces:
            self._write("\n" if kind in {"bullet", "row"} and self.blocks[-1].kind == kind else "\n\n")
        start = self.size
        self._write(plain)
        self.blocks.append(Block(kind, Span(start, self.size), level, why_junk=why_junk))

    def add_junk(self, lines: list[str], why: str) -> None:
        """Lines that are left out of the prose, as one block."""
        plain = [SPACES.sub(" ", line).strip() for line in lines]
        words = "\n".join(line for line in plain if line)
        if not words:
            return
        if self.pieces:
            self._write("\n\n")
        start = self.size
        self._write(words)
        self.blocks.append(Block("junk", Span(start, self.size), why_junk=why))

    def _write(self, words: str) -> None:
        self.pieces.append(words)
        self.size += len(words)

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self.pieces)
