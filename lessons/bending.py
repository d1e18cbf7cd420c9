"""Which day does a fact come back on, where there is an exam ahead or a holiday?"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

FINAL_DAYS = 7
"""In the last days before an exam every fact is seen once more; it is spread over so many."""
SPREAD_DAYS = 7
"""What would have come back in a holiday is spread over at most so many days after it."""


@dataclass(frozen=True, slots=True)
class Bend:
    """The dates that a plan bends to. Without any, every interval stays as it is.

    A holiday is its first and its last day. The day of the exam is no day of learning.
    """

    exam_on: date | None = None
    holiday: tuple[date, date] | None = None

    def days(self, today: date, days: int, *, seed: str) -> int:
        """The interval from today, bent: before the exam, never in the holiday, never less than one day."""
        chance = random.Random(seed).random()  # noqa: S311 - nothing secret hangs on it
        day = self._before_exam(today, today + timedelta(days=days), chance)
        day = self._outside_holiday(today, day, chance)
        return max(1, (day - today).days)

    def day(self, last: date, days: int, today: date, *, seed: str) -> date:
        """The day for a memory of that last review, where the dates were set later: not what is past already.

        What would not be due yet but for an exam so near that its day is past is spread over the days that are left.
        """
        day = last + timedelta(days=self.days(last, days, seed=seed))
        natural = last + timedelta(days=days)
        if self.exam_on is None or day > today or natural <= today or self.exam_on <= today:
            return day
        chance = random.Random(seed).random()  # noqa: S311 - nothing secret hangs on it
        return today + timedelta(days=int(chance * (self.exam_on - today).days))

    def _before_exam(self, today: date, day: date, chance: float) -> date:
        """A day of the last week for what would come back too late; within that week nothing is moved."""
        exam = self.exam_on
        if exam is None or day < exam or (exam - today).days <= FINAL_DAYS:
            return day
        return exam - timedelta(days=1 + int(chance * FINAL_DAYS))

    def _outside_holiday(self, today: date, day: date, chance: float) -> date:
        """A day after the holiday; the last one before it where after it is too late for the exam."""
        if self.holiday is None:
            return day
        first, last = self.holiday
        if not first <= day <= last:
            return day
        after = last + timedelta(days=1 + int(chance * min(SPREAD_DAYS, (last - first).days + 1)))
        eve = first - timedelta(days=1)
        too_late = self.exam_on is not None and day < self.exam_on <= after
        return eve if too_late and eve > today else after
