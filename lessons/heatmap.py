"""On which days did somebody learn, and how much? The last weeks as a grid, and its sum in three figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

LEVELS = 4
"""Days with answers are told apart in so many steps."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Square:
    """A day of the grid: how many answers, and which step that is (0: none, up to `LEVELS`)."""

    day: date
    count: int
    level: int


@dataclass(frozen=True, slots=True)
class HeatMap:
    """`weeks` are columns of seven, None where the day is yet to come or before the first.

    `learned` of `total` days have answers; `longest` is the longest run of such days.
    """

    weeks: tuple[tuple[Square | None, ...], ...]
    learned: int
    total: int
    longest: int
    answers: int


def heat_map(counts: Mapping[date, int], today: date, *, days: int, first_weekday: int = 0) -> HeatMap:
    """The last `days` days up to today; weeks begin on `first_weekday` (0 is Monday)."""
    span = [today - timedelta(days=ago) for ago in reversed(range(days))]
    most = max((counts.get(day, 0) for day in span), default=0)
    squares = {day: Square(day, counts.get(day, 0), level(counts.get(day, 0), most)) for day in span}
    begin = span[0] - timedelta(days=(span[0].weekday() - first_weekday) % 7)
    columns = []
    while begin <= today:
        columns.append(tuple(squares.get(begin + timedelta(days=place)) for place in range(7)))
        begin += timedelta(days=7)
    return HeatMap(
        weeks=tuple(columns),
        learned=sum(1 for one in squares.values() if one.count),
        total=days,
        longest=longest_run([one.count for one in squares.values()]),
        answers=sum(one.count for one in squares.values()),
    )


def level(count: int, most: int) -> int:
    """0 for nothing, else 1 to `LEVELS` by the share of the fullest day."""
    if not count:
        return 0
    return min(LEVELS, 1 + (count - 1) * LEVELS // most)


def longest_run(counts: Sequence[int]) -> int:
    """The longest run of days with something in them."""
    best = run = 0
    for count in counts:
        run = run + 1 if count else 0
        best = max(best, run)
    return best
