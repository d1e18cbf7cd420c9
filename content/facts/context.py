"""Which year is meant where none is printed? The last year that governs the place, the heading, the document's date."""

from dataclasses import dataclass, replace

from content.facts.hit import DateHit
from content.facts.moment import Moment

AUTUMN, LATE_WINTER = 23, 3
LATELY = 20
"""So many years back a report may look by a year alone without the story moving there."""


@dataclass(slots=True)
class Anchor:
    """The moment that dates what follows. `heading` and `document` are where to fall back."""

    document: Moment | None = None
    heading: Moment | None = None
    last: Moment | None = None
    last_block: int = -1
    stretch: tuple[Moment, Moment] | None = None
    """The two ends of the stretch heard last, if they are days or months of different years."""
    era_block: int = -1
    """Where a year BC was the last one heard."""

    def enter_section(self, years: list[Moment]) -> None:
        """A heading that prints a year governs its section."""
        self.heading = years[-1] if years else self.heading
        if years:
            self.last = None

    def heard(self, hit: DateHit, block: int, *, borrowed: bool) -> None:
        """A date was read in running text; one whose year was `borrowed` carries the story on by months."""
        moment = hit.moment if hit.high is None or hit.high.year == hit.moment.year else hit.high
        if not borrowed and moment.year is not None:
            self.era_block = block if moment.year < 0 or moment.before else -1
            self.stretch = (hit.moment, hit.high) if hit.high and _dated(hit.moment, hit.high) else None
        if borrowed:
            if moment.year is not None and self.last is not None:
                self.last, self.last_block = moment, block
            return
        if moment.year is None or moment.grain in {"decade", "century", "millennium"} or moment.year < 0:
            return
        if hit.strength == 0 and (self.last is not None or self.document is not None):
            return
        if hit.strength == 1 and self.last is not None and moment.year < (self.last.year or 0):
            return
        far_back = moment.grain == "year" and self.last is not None and moment.year < (self.last.year or 0) - 10
        if far_back and self.last_block == block:
            return
        self.last, self.last_block = moment, block

    def month_for(self) -> Moment | None:
        """The month in which the story stands, for a day that prints none."""
        last = self.last
        return (
            last if last is not None and last.year is not None and last.month is not None and last.month <= 12 else None
        )

    def year_for(self, moment: Moment, look: str | None, ahead: Moment | None, *, future: bool) -> int | None:
        """The year of a month or day without one; None where nothing says it."""
        base = self.last or ahead or self.heading or None
        if base is None or self._written_now(base, look, future=future):
            return self._from_document(moment, look, future=future)
        inside = self._within_stretch(moment)
        if inside is not None and base is self.last:
            return inside
        year = base.year or 0
        if base.month == AUTUMN and base is self.last and (moment.month or 12) <= LATE_WINTER:
            year += 1
        if base.month and base.month <= 12 and moment.month and moment.month <= 12 and base is self.last:
            if look != "last" and base.month - moment.month > 6:
                year += 1
            elif look == "last" and moment.month >= base.month:
                year -= 1
            elif look == "next" and moment.month <= base.month:
                year += 1
        return year

    def _within_stretch(self, moment: Moment) -> int | None:
        """The year in which alone the moment falls inside the stretch that was told last."""
        if self.stretch is None or moment.month is None:
            return None
        low, high = self.stretch
        if low.year is None or high.year is None or not 0 < high.year - low.year <= LATELY:
            return None
        first, last = (low.year, low.month or 1, low.day or 1), (high.year, high.month or 12, high.day or 31)
        fits = [
            year for year in range(low.year, high.year + 1) if first <= (year, moment.month, moment.day or 15) <= last
        ]
        return fits[0] if len(fits) == 1 else None

    def era_for(self, moment: Moment, block: int) -> Moment | None:
        """The year BC that "in 479" means behind "480 BC" in the same paragraph."""
        year = moment.year
        if self.era_block != block or moment.grain != "year" or year is None or not 0 < year < 1000:
            return None
        return moment.in_year(1 - year)

    def _written_now(self, base: Moment, look: str | None, *, future: bool) -> bool:
        """A report of the day: its own date tells the year sooner than a bare year of late, or one still to come."""
        written = self.document
        if written is None or written.year is None or base.year is None or self.heading is not None:
            return False
        if look in {"last", "next"} or (future and abs(written.year - base.year) <= LATELY):
            return True
        return base.year > written.year or (base.month is None and written.year - base.year <= LATELY)

    def _from_document(self, moment: Moment, look: str | None, *, future: bool) -> int | None:
        base = self.document
        if base is None or base.year is None:
            return None
        if base.month is None or moment.month is None or moment.month > 12:
            return base.year + (1 if look == "next" else -1 if look == "last" else 0)
        after = (moment.month, moment.day or 0) > (base.month, base.day or 31)
        if future or look == "next":
            before = (moment.month, moment.day or 31) < (base.month, base.day or 0)
            return base.year + int(before)
        return base.year - int(after)


def _dated(low: Moment, high: Moment) -> bool:
    """Both ends are days or months."""
    return all(0 < (moment.month or 0) <= 12 for moment in (low, high))


def with_year(hit: DateHit, year: int) -> DateHit:
    """The hit in that year."""
    moment = hit.moment.in_year(year) if hit.moment.year is None else hit.moment
    high = hit.high
    if high and high.year is None:
        later = high.month is not None and moment.month is not None and high.month < moment.month
        high = high.in_year(year + later)
    return replace(hit, moment=moment, high=high)
