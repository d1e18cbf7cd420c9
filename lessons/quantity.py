"""What is a figure? A value with its unit, how it was written and how far off still counts."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far off still counts as right.

    `exact`: nothing. `absolute`: `value` in `unit` (None: the answer's unit). `relative`: `value` percent.
    `range`: from `low` to `high`, both included. `figures`: agrees when rounded to `value` significant figures.
    """

    kind: Literal["exact", "absolute", "relative", "range", "figures"]
    value: Decimal | None = None
    unit: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: `value` in plain units (11.3 billion is 11300000000), `written` as the author wrote it.

    `unit` is a code of the unit table (`USD`, `t`, `km`, `%`) or the counted noun; None for a bare number. `scale` is
    the power of ten in which it was written (9 for "billion"). `tolerance` None means the kind's default.
    """

    value: Decimal
    unit: str | None = None
    tolerance: Tolerance | None = None
    written: str = ""
    scale: int = 0
    approximate: bool = False

    @property
    def shown(self) -> str:
        """As the author wrote it, else the plain figure with its unit."""
        if self.written:
            return self.written
        figure = f"{self.value:,f}"
        figure = figure.rstrip("0").rstrip(".") if "." in figure else figure
        return figure + (f" {self.unit}" if self.unit and self.unit != "%" else self.unit or "")


@dataclass(frozen=True, slots=True)
class WrongQuantity:
    """A figure that learners give for a known reason, with the words that help."""

    quantity: Quantity
    feedback: str | None = None
