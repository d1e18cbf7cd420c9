"""What is one reading of a figure in an answer, and where does it stand?"""

from dataclasses import dataclass
from decimal import Decimal

from lessons.typed.numerals import Run


@dataclass(frozen=True, slots=True)
class Figure:
    """One reading of a figure in the answer. `high` is the upper end of a range. `units` are codes it may be in."""

    value: Decimal
    step: Decimal
    units: frozenset[str] = frozenset()
    scaled: bool = False
    slip: bool = False
    high: Decimal | None = None


Readings = tuple[Figure, ...]
"""All readings of one figure."""


@dataclass(frozen=True, slots=True)
class Place:
    """A run with the unit words around it."""

    run: Run
    before: frozenset[str]
    after: frozenset[str]
    after_bare: frozenset[str]
    until: int
    """The piece after the unit."""

    @property
    def units(self) -> frozenset[str]:
        """What it may be in, by the words on either side."""
        return self.before | self.after
