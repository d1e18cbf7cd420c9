"""Which figures stand beside the one of a cell? Other cells of its size, or made-up ones beside a sum and a peak."""

from collections.abc import Collection
from decimal import Decimal

from content.candidates.candidate import Candidate
from content.distractors import Limits, around, figures
from content.document import Document
from content.looks import Look, look
from content.pools import decimal
from content.source import Source
from content.sums import near

_SPREAD = Decimal("0.08")
"""The smallest and the largest option of a cell lie at least this share apart."""
_WHOLE = Decimal(95)
"""Per cent that no share of several parts reaches."""
_FARTHEST = Decimal("1.8")
"""No figure that is made up for a cell is larger than it by more."""


def cell_decoys(candidate: Candidate, shape: Look, luck: int, source: Source) -> tuple[str, ...]:
    """Two or three wrong figures in ascending order; () where two believable ones cannot be had."""
    return _cells(candidate, shape, luck, source.document) or _made_up(candidate, shape, luck, source)


def _cells(candidate: Candidate, shape: Look, luck: int, document: Document) -> tuple[str, ...]:
    """Other cells of the column, the nearest in size first; their words as they are printed."""
    told: dict[Decimal, str] = {}
    for sibling in candidate.siblings:
        other = look(document[sibling.span])
        if other is None or abs(other.decimals - shape.decimals) > 1:
            continue
        if other.value != shape.value and near(float(other.value), float(shape.value)):
            told.setdefault(other.value, document[sibling.span])
    nearest = sorted(told, key=lambda value: (abs(value - shape.value), value))
    apart: list[Decimal] = []
    for value in nearest:
        if all(near(float(value), float(other)) or value > 2 * other or other > 2 * value for other in apart):
            apart.append(value)
    picked = around(shape.value, apart, luck)
    if len(picked) < 2 or not _spread((shape.value, *picked)):
        return ()
    return tuple(told[value] for value in sorted(picked))


def _made_up(candidate: Candidate, shape: Look, luck: int, source: Source) -> tuple[str, ...]:
    """Figures beside a column's sum or its peak, which no other comes near; a sum exceeds all of its parts."""
    at = source.outline.at(candidate.quote.start) or 0
    table = source.tables[at]
    row, column = at - table.first, source.document.text.count("|", candidate.quote.start, candidate.span.start)
    parts = [decimal(str(part)) or Decimal(0) for part in table.parts_of(column)]
    cells, summed = table.rows[row], table.is_total(row)
    shares = table.in_shares(column) or (candidate.measure is not None and candidate.measure.unit == "%")
    if not parts or (shape.value < max(parts) and not summed) or (shares and summed):
        return ()
    years = [told.value for at, cell in enumerate(cells) if table.is_of_a_period(at) and (told := look(cell))]
    pool = years if summed else sorted(set(parts) - {shape.value}, reverse=True)
    never = frozenset(told.value for cell in cells if (told := look(cell))) - {shape.value, *pool}
    least = sum(sorted(parts)[-2:], Decimal(0))
    least = least if least < shape.value else max(parts)
    most = min(shape.value * _FARTHEST, _WHOLE) if shares else shape.value * _FARTHEST
    limits = Limits(least if summed and shape.value > least else None, most, never)
    return figures(shape, pool, limits, luck, kin=pool)


def _spread(values: Collection[Decimal]) -> bool:
    """Do the options of a cell lie apart, so that not all are nearly the same figure?"""
    return max(values) - min(values) >= _SPREAD * max(values)
