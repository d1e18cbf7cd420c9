"""Which stretches make one line, and which lines are notes? What stands beside, above and below is put together."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from content.readers.marks import superscript
from content.readers.pdf.glyphs import CELL_GAP, WORD_GAP, Stretch
from content.readers.writer import lowered

NOTE = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[.)]?(?=\s|$)")
SMALL = 0.93
"""Of the usual size: notes are set smaller than this."""
CAPITAL = 0.72
"""The height of a capital, of the letter size."""
MOST_COMPARED = 3000


@dataclass(slots=True)
class Line:
    """One line of a region. `cells` are its stretches, more than one where wide gaps part them."""

    page: int
    region: int
    cells: list[Stretch]
    edge_left: float = 0.0
    edge_right: float = 0.0
    pitch: float = 0.0
    """The usual way from line to line in the region."""
    notes: frozenset[str] = field(default=frozenset())

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(cell.right for cell in self.cells)

    @property
    def base(self) -> float:
        """Its height on the page."""
        return self.cells[0].base

    @property
    def size(self) -> float:
        """Of most of its letters."""
        return max(self.cells, key=lambda cell: len(cell.text)).size

    @property
    def bold(self) -> bool:
        """All of it is bold."""
        return all(cell.bold for cell in self.cells)

    def words(self) -> list[str]:
        """Each cell's words, superscripts kept, marks of notes dropped."""
        return [_words(cell.pieces, self.notes) for cell in self.cells]

    def text(self) -> str:
        """The whole line."""
        return " ".join(word for word in self.words() if word)


def _words(pieces: list[tuple[str, int]], notes: frozenset[str]) -> str:
    found: list[str] = []
    for words, shift in pieces:
        if shift > 0:
            found.append(superscript("".join(found)[-40:], words, notes))
            if words.endswith(" "):
                found.append(" ")
        else:
            found.append(lowered(words) + (" " if words.endswith(" ") else "") if shift < 0 else words)
    return "".join(found).strip()


def mended(stretches: list[Stretch], size: float) -> list[Stretch]:
    """Raised letters and large initials that stand alone, put to the words that they belong to."""
    if len(stretches) > MOST_COMPARED:
        return stretches
    kept = []
    for each in stretches:
        words = each.text.strip()
        if len(words) == 1 and words.isalpha() and each.size >= 1.7 * size and _lead(each, stretches, size):
            continue
        if len(words) <= 6 and each.size <= 0.88 * size and _attach(each, stretches):
            continue
        kept.append(each)
    return kept


def _lead(initial: Stretch, others: list[Stretch], size: float) -> bool:
    top = initial.base + CAPITAL * initial.size
    near = [
        (abs(other.base + CAPITAL * other.size - top), at)
        for at, other in enumerate(others)
        if other.size < initial.size and -0.3 * size < other.left - initial.right < 1.2 * size
    ]
    away, at = min(near, default=(size, 0))
    if away >= 0.8 * size:
        return False
    others[at].pieces = [(initial.text.strip(), 0), *others[at].pieces]
    return True


def _attach(small: Stretch, others: list[Stretch]) -> bool:
    for other in others:
        rise = small.base - other.base
        if (
            other is not small
            and other.size > 1.1 * small.size
            and -0.2 * other.size < small.left - other.right < 0.35 * other.size
            and 0.12 * other.size < abs(rise) < 0.75 * other.size
        ):
            other.pieces.append((small.text.strip(), 1 if rise > 0 else -1))
            other.right = small.right
            return True
    return False


def lines_of(region: list[Stretch], page: int, number: int) -> list[Line]:
    """The lines of a region from the top, with its edges and its usual pitch."""
    lines = [Line(page, number, _joined(row)) for row in rows(region)]
    if not lines:
        return []
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    steps = [one.base - other.base for one, other in pairwise(lines)]
    near = [step for step, line in zip(steps, lines, strict=False) if 0 < step < 2.2 * line.size]
    pitch = median(near) if near else 0.0
    for line in lines:
        line.edge_left, line.edge_right, line.pitch = left, right, pitch
    return lines


def rows(stretches: list[Stretch]) -> list[list[Stretch]]:
    """The stretches that stand on one height together, from the top, each row from the left."""
    found: list[list[Stretch]] = []
    for each in sorted(stretches, key=lambda each: -each.base):
        if found and abs(found[-1][0].base - each.base) < 0.35 * max(each.size, found[-1][0].size):
            found[-1].append(each)
        else:
            found.append([each])
    return [sorted(row, key=lambda each: each.left) for row in found]


def _joined(row: list[Stretch]) -> list[Stretch]:
    """Neighbours with a word's gap between them become one stretch."""
    cells = [row[0]]
    for each in row[1:]:
        last = cells[-1]
        gap = each.left - last.right
        if gap > CELL_GAP * max(last.size, each.size):
            cells.append(each)
            continue
        space = [(" ", 0)] if gap > WORD_GAP * last.size else []
        size = last.size if len(last.text) >= len(each.text) else each.size
        cells[-1] = Stretch(
            last.left,
            max(last.right, each.right),
            last.base,
            size,
            [*last.pieces, *space, *each.pieces],
            last.bold and each.bold,
        )
    return cells


def parted_notes(lines: list[Line], size: float, raised: frozenset[str]) -> tuple[list[Line], list[Line]]:
    """The lines of one region without the notes at its foot, and those notes; `raised` are the marks on the page."""
    start = len(lines)
    while start and lines[start - 1].size <= SMALL * size:
        start -= 1
    for at in range(start, len(lines)):
        if note_mark(lines[at], raised) is not None:
            return lines[:at], lines[at:]
    return lines, []


def note_mark(line: Line, raised: frozenset[str]) -> str | None:
    """The mark that a note begins with; None for any other line. One that is not raised must be met above, raised."""
    words, shift = line.cells[0].pieces[0]
    match = NOTE.match(words.strip() if shift > 0 else line.cells[0].text.lstrip())
    mark = match.group().rstrip(".)") if match else None
    return mark if shift > 0 or mark in raised else None
