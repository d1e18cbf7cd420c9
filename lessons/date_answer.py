"""What is a date answer? An EDTF date, how the author wrote it and how far off still counts."""

from dataclasses import dataclass
from typing import Literal

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

    @property
    def shown(self) -> str:
        """As the author wrote it, else in EDTF."""
        return self.written or self.edtf


@dataclass(frozen=True, slots=True)
class WrongDate:
    """A date that learners give for a known reason, with the words that help."""

    date: DateAnswer
    feedback: str | None = None
