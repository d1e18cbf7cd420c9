"""How is a point or stretch of time written down? Moments and their EDTF (ISO 8601-2)."""

from calendar import monthrange
from dataclasses import replace
from typing import Literal

from content.record import record

Grain = Literal["day", "month", "season", "year", "decade", "century", "millennium"]
FINEST: tuple[Grain, ...] = ("day", "month", "season", "year", "decade", "century", "millennium")


@record
class Moment:
    """A day, month, year and so on; `year` is astronomical (480 BC is -479) and None where it is not said.

    For a decade or century `year` is its first year as printed (1930, 1700); `before` counts it backwards (BC). A
    season, quarter or half keeps its EDTF code (21-41) in `month`.
    """

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    before: bool = False
    ambiguous: bool = False

    @property
    def valid(self) -> bool:
        """Such a day exists in some calendar year."""
        if self.day is None or self.month is None:
            return True
        year = self.year if self.year and 1 <= self.year <= 9999 else 2000
        return 1 <= self.month <= 12 and 1 <= self.day <= monthrange(year, self.month)[1]

    def in_year(self, year: int) -> "Moment":
        """The same with that year."""
        return replace(self, year=year)

    @property
    def edtf(self) -> str | None:
        """The EDTF string; None without a year."""
        if self.year is None:
            return None
        if self.grain == "decade":
            return ("-" if self.before else "") + f"{self.year // 10:03d}X"
        if self.grain == "century":
            return ("-" if self.before else "") + f"{self.year // 100:02d}XX"
        if self.grain == "millennium":
            return ("-" if self.before else "") + f"{self.year // 1000:01d}XXX"
        text = f"-{-self.year:04d}" if self.year < 0 else f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text


def interval(low: Moment | None, high: Moment | None) -> str | None:
    """The EDTF of a stretch; an end of None is open. None where an end has no year."""
    first = ".." if low is None else low.edtf
    last = ".." if high is None else high.edtf
    return f"{first}/{last}" if first and last else None
