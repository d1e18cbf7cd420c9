"""In which order is a page read? Columns are found where many lines begin below each other, with a gap before them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from content.readers.pdf.glyphs import Stretch
from content.readers.pdf.lines import rows

GAP = 0.7
"""Of the letter size: a narrower gap parts no columns."""
FEWEST = 3
"""Lines on either side, and lines that begin at the same place."""
SHORTEST = 14
"""Signs of a usual line in a column; shorter ones are cells of a table."""
PROSE = 0.6
"""Share of letters among the signs of prose; a table of figures has fewer."""
WIDE = 1.6
"""From line to line, of the letter size: rows of a table stand further apart than lines of prose."""
LEVEL = 0.8
"""Points between two lines on the same height, at most."""
UNLEVEL = 0.34
"""Share of lines on the same height up to which the sides have nothing to do with each other: a box beside a text."""
DEEPEST = 8
MOST_EDGES = 12


@dataclass(frozen=True, slots=True)
class _Band:
    """A stretch of the page from the top downwards; `parted` where it has text on both sides of the gap."""

    parted: bool
    stretches: list[Stretch]


def regions(stretches: list[Stretch], size: float, depth: int = 0) -> list[list[Stretch]]:
    """The stretches in regions, in reading order; within a region from the top."""
    ordered = sorted(stretches, key=lambda each: (-each.base, each.left))
    best: tuple[int, float, list[_Band]] | None = None
    for edge in _edges(ordered, size) if depth < DEEPEST else ():
        bands = list(_bands(ordered, edge, size))
        weight = sum(_lesser(band.stretches, edge) for band in bands if band.parted)
        if weight and (best is None or weight > best[0]):
            best = (weight, edge, bands)
    if best is None:
        return [ordered] if ordered else []
    found: list[list[Stretch]] = []
    for band in best[2]:
        if band.parted:
            for side in _sides(band.stretches, best[1]):
                found += regions(side, size, depth + 1)
        else:
            found += regions(band.stretches, size, depth + 1)
    return found


def _edges(stretches: list[Stretch], size: float) -> list[float]:
    """Where several lines begin, but for the leftmost place."""
    if len(stretches) < 2 * FEWEST:
        return []
    first = min(each.left for each in stretches) + 2 * size
    counts = Counter(round(each.left) for each in stretches if each.left > first)
    near = {place: counts[place] + counts[place + 1] for place in counts}
    return [float(place) for place, count in sorted(near.items(), key=_by_count) if count >= FEWEST][:MOST_EDGES]


def _by_count(entry: tuple[int, int]) -> tuple[int, int]:
    return -entry[1], entry[0]


def _bands(ordered: list[Stretch], edge: float, size: float) -> Iterator[_Band]:
    """The page in bands: such as keep to the two sides of that place, and such as do not."""
    run: list[Stretch] = []
    whole: list[Stretch] = []
    for each in [*ordered, None]:
        crosses = each is None or (each.left < edge - 1.5 and each.right > edge - GAP * size)
        if not crosses and each is not None:
            run.append(each)
            continue
        above, run, below = _trimmed(run, edge, size, ended=each is not None)
        if run and _is_prose(run, edge):
            if whole or above:
                yield _Band(False, whole + above)
            yield _Band(True, run)
            whole = below
        else:
            whole += above + run + below
        run = []
        if each is not None:
            whole.append(each)
    if whole:
        yield _Band(False, whole)


def _trimmed(
    run: list[Stretch], edge: float, size: float, *, ended: bool
) -> tuple[list[Stretch], list[Stretch], list[Stretch]]:
    """What stands above both columns, the columns, and a heading below them where the next band comes."""
    left, right = _sides(run, edge)
    if not left or not right:
        return run, [], []
    top, foot = min(_title_foot(run, size), right[0].base + 0.5 * size), right[-1].base - 0.5 * size
    above = [each for each in run if each.base > top]
    within = run[len(above) :]
    tail = [each for each in within if each.base < foot]
    gap = within[-len(tail) - 1].base - tail[0].base if tail and len(tail) < len(within) else 0.0
    if ended and 0 < len(tail) <= 2 and gap > 1.6 * size:
        return above, within[: -len(tail)], tail
    return above, within, []


def _title_foot(run: list[Stretch], size: float) -> float:
    """The height below a title that stands in the middle above the columns, a wide gap below it."""
    for one, other in pairwise(run[:4]):
        if one.base - other.base > 1.8 * max(size, one.size):
            return one.base - 0.5 * size
    return float("inf")


def _sides(stretches: list[Stretch], edge: float) -> tuple[list[Stretch], list[Stretch]]:
    left = [each for each in stretches if each.left < edge - 1.5]
    return left, [each for each in stretches if each.left >= edge - 1.5]


def _lesser(stretches: list[Stretch], edge: float) -> int:
    """How many lines stand on the side that has fewer."""
    left, right = _sides(stretches, edge)
    return min(len(left), len(right))


@dataclass(frozen=True, slots=True)
class _Row:
    """All that stands on one height on one side of the gap."""

    base: float
    width: float
    size: float
    signs: int
    letters: int


def _rows(side: list[Stretch]) -> list[_Row]:
    """The side's rows, from the top; a loosely set line comes in many stretches."""
    return [
        _Row(
            row[0].base,
            row[-1].right - row[0].left,
            row[0].size,
            sum(len(each.text) for each in row) + len(row) - 1,
            sum(sign.isalpha() for each in row for sign in each.text),
        )
        for row in rows(side)
    ]


def _is_prose(stretches: list[Stretch], edge: float) -> bool:
    """Both sides hold lines of prose that stand beside each other, not cells of a table."""
    sides = [_rows(side) for side in _sides(stretches, edge)]
    lowest = max((side[-1].base for side in sides if side), default=0.0)
    beside = [[row for row in side if row.base >= lowest - 1] for side in sides]
    if min(map(len, beside)) >= FEWEST and _level(*beside) <= UNLEVEL:
        return min(side[0].base for side in sides) > lowest
    for side in beside:
        if len(side) < FEWEST or median(row.signs for row in side) < SHORTEST:
            return False
        if sum(row.letters for row in side) < PROSE * sum(row.signs for row in side):
            return False
    if _is_table(beside[0], beside[1]):
        return False
    return min(side[0].base for side in sides) > lowest


def _is_table(left: list[_Row], right: list[_Row]) -> bool:
    """Nearly every line has one beside it on the same height, and they are set wide or of very unlike lengths."""
    if _level(left, right) * min(len(left), len(right)) < 0.8 * max(len(left), len(right)):
        return False
    steps = [one.base - other.base for one, other in pairwise(left)]
    wide = median(steps) > WIDE * median(row.size for row in left)
    return wide or min(_filled(left), _filled(right)) < 0.5


def _level(left: list[_Row], right: list[_Row]) -> float:
    """The share of lines that stand on the same height as one on the other side; counted on the side with fewer."""
    fewer, more = sorted((left, right), key=len)
    return sum(any(abs(row.base - other.base) < LEVEL for other in more) for row in fewer) / len(fewer)


def _filled(side: list[_Row]) -> float:
    """The share of lines that come near the longest."""
    longest = max(row.width for row in side)
    return sum(row.width > 0.75 * longest for row in side) / len(side)
