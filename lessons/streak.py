"""How many days in a row has somebody learned? Counted kindly: free days are earned by learning, and never sold."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

EARNED_EVERY = 2
"""So many days learned earn a free day: five days a week keep a streak alive."""
MOST_FREE = 3
"""So many free days are kept at most."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Streak:
    """`length` counts days learned; `free` are the free days in hand, `spared` those that this streak has used."""

    length: int = 0
    free: int = 0
    spared: int = 0


def streak(learned: Collection[date], today: date, away: tuple[date, date] | None = None) -> Streak:
    """The streak that stands today. Today still counts as open; days `away` (first and last) cost nothing.

    A day without learning takes a free day; where there is none, the next day learned begins anew.
    """
    days = set(learned)
    day = min(days, default=today)
    now = Streak()
    while day <= today:
        if day in days:
            now = _learned(now)
        elif day < today and not _within(day, away):
            now = Streak(now.length, now.free - 1, now.spared + 1) if now.free else Streak()
        day += DAY
    return now


def _learned(now: Streak) -> Streak:
    length = now.length + 1
    earned = length % EARNED_EVERY == 0
    return Streak(length, min(MOST_FREE, now.free + earned), now.spared)


def _within(day: date, away: tuple[date, date] | None) -> bool:
    return away is not None and away[0] <= day <= away[1]
