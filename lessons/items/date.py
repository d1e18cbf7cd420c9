"""Date: a typed date in any common form, as exact as the source gives it."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from lessons.items.base import ItemBase, Mode

Precision = Literal["century", "decade", "year", "month", "day"]


@dataclass(frozen=True, slots=True)
class DateAnswer:
    """An EDTF date (ISO 8601-2): `1942-06-11`, `1942-06`, `1941`, `193X`, `1939-09/1945-09`, `-0479` for 480 BC.

    A day of no known year is `XXXX-06-11`. `written` is how the author wrote it. `plus_minus` widens by so many
    `plus_minus_unit`.
    """

    edtf: str
    written: str = ""
    calendar: Literal["gregorian", "julian"] = "gregorian"
    plus_minus: int = 0
    plus_minus_unit: Literal["years", "months", "days"] = "years"


@dataclass(frozen=True, slots=True)
class WrongDate:
    """A date that learners give for a known reason, with the words that help."""

    date: DateAnswer
    feedback: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateItem(ItemBase):
    """Typed, or tapped where there are `decoys`. `precision` says what is enough; None: all that the answer gives."""

    kind: ClassVar[str] = "date"
    answer: DateAnswer
    precision: Precision | None = None
    accept: tuple[DateAnswer, ...] = ()
    partly: tuple[WrongDate, ...] = ()
    wrong: tuple[WrongDate, ...] = ()
    decoys: tuple[str, ...] = ()

    @property
    def mode(self) -> Mode:
        return "one" if self.decoys else "typed"
