"""Number: a typed figure with its unit and tolerance."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from lessons.items.base import ItemBase, Mode


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


@dataclass(frozen=True, slots=True)
class WrongQuantity:
    """A figure that learners give for a known reason, with the words that help."""

    quantity: Quantity
    feedback: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberItem(ItemBase):
    """Typed, or tapped where there are `decoys` (wrong figures as they are shown)."""

    kind: ClassVar[str] = "number"
    answer: Quantity
    accept: tuple[Quantity, ...] = ()
    partly: tuple[WrongQuantity, ...] = ()
    wrong: tuple[WrongQuantity, ...] = ()
    decoys: tuple[str, ...] = ()
    unit_only: bool = False
    """True: answers in another unit of the same dimension are not converted."""

    @property
    def mode(self) -> Mode:
        return "one" if self.decoys else "typed"


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateItem(ItemBase):
    """A guess at a figure, scored by how close it is in proportion."""

    kind: ClassVar[str] = "estimate"
    mode: ClassVar[Mode] = "typed"
    answer: Quantity
