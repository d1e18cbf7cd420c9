"""What do answers look like in JSON? Figures, dates, words, options, entries and pairs."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field

from lessons import items as values
from lessons.canonical.limits import LIMITS
from lessons.canonical.model import Edtf, Feedback, Line, Model, OptionText

Number = Annotated[str, Field(pattern=r"^-?[0-9]+(\.[0-9]+)?(e-?[0-9]{1,4})?$", max_length=100)]
Unit = Annotated[str, Field(min_length=1, max_length=60)] | None


class ToleranceModel(Model):
    """How far off is still right."""

    kind: Literal["exact", "absolute", "relative", "range", "figures"]
    value: Number | None = None
    unit: Unit = None
    low: Number | None = None
    high: Number | None = None

    def make(self) -> values.Tolerance:
        """The value in the domain's own type."""
        return values.Tolerance(self.kind, _decimal(self.value), self.unit, _decimal(self.low), _decimal(self.high))


class QuantityModel(Model):
    """A figure; `value` is in plain units, `scale` the power of ten in which it was written."""

    value: Number
    unit: Unit = None
    tolerance: ToleranceModel | None = None
    written: Annotated[str, Field(max_length=LIMITS.answer)] = ""
    scale: Annotated[int, Field(ge=-400, le=400)] = 0
    approximate: bool = False

    def make(self) -> Any:
        """The value in the domain's own type."""
        return values.Quantity(
            Decimal(self.value),
            self.unit,
            self.tolerance.make() if self.tolerance else None,
            self.written,
            self.scale,
            self.approximate,
        )


class WrongQuantityModel(QuantityModel):
    """A figure that is given for a known reason."""

    feedback: Feedback = None

    def make(self) -> values.WrongQuantity:
        """The value in the domain's own type."""
        return values.WrongQuantity(super().make(), self.feedback)


class DateModel(Model):
    """A date; `edtf` by ISO 8601-2."""

    edtf: Edtf
    written: Annotated[str, Field(max_length=LIMITS.answer)] = ""
    calendar: Literal["gregorian", "julian"] = "gregorian"
    plus_minus: Annotated[int, Field(ge=0, le=99_999)] = 0
    plus_minus_unit: Literal["years", "months", "days"] = "years"

    def make(self) -> Any:
        """The value in the domain's own type."""
        return values.DateAnswer(self.edtf, self.written, self.calendar, self.plus_minus, self.plus_minus_unit)


class WrongDateModel(DateModel):
    """A date that is given for a known reason."""

    feedback: Feedback = None

    def make(self) -> values.WrongDate:
        """The value in the domain's own type."""
        return values.WrongDate(super().make(), self.feedback)


class WrongTextModel(Model):
    """Words that are given for a known reason."""

    MAKES = values.WrongText
    text: Annotated[str, Field(min_length=1, max_length=LIMITS.answer)]
    feedback: Feedback = None


class OptionModel(Model):
    """One answer to choose."""

    MAKES = values.Option
    text: OptionText
    right: bool = False
    feedback: Feedback = None


class EntryModel(Model):
    """One thing to place in time."""

    MAKES = values.Entry
    text: OptionText
    date: Edtf | None = None


class ClaimModel(Model):
    """What a source says: what it is called, its words, and its key among the pack's sources."""

    MAKES = values.Claim
    left: OptionText
    right: OptionText
    source: Line


class PairModel(Model):
    """Two things that belong together."""

    MAKES = values.Pair
    left: OptionText
    right: OptionText


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
