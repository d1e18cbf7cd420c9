"""How does this learner go about it? Seconds an answer, reviews that are right, days kept, and how fast it fades.

Each begins at what is usual and moves to the learner's own as answers come in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lessons.budget import ENOUGH_RIGHT, RECENT, USUAL_SECS, right_share, seconds_per_answer
from lessons.schedule import Schedule

USUAL_PRESENCE = 0.75
PRIOR_DAYS = 4
"""So many usual days are counted beside the learner's own."""
PRIOR_REVIEWS = 10
USUAL_HASTE = 2.0
"""Most memories fade somewhat faster than the model says: it was fitted to people with more practice."""
SLOWEST, FASTEST = 0.25, 30.0


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One review: the stability before it, the days since the answer before, and whether it was remembered."""

    stability: float
    days: float
    right: bool


@dataclass(frozen=True, slots=True)
class Pace:
    """`presence` is the share of days with answers; `haste` 2 means that all fades in half the time the model says."""

    secs: float = USUAL_SECS
    right: float = ENOUGH_RIGHT
    presence: float = USUAL_PRESENCE
    haste: float = USUAL_HASTE


def pace_of(
    elapsed: Iterable[float], reviews: Sequence[Reviewed], days_present: int, days: int, schedule: Schedule
) -> Pace:
    """The pace of a learner, from the last answers, oldest first, and from the days since the beginning."""
    return Pace(
        seconds_per_answer(elapsed),
        right_share(each.right for each in reviews),
        (days_present + PRIOR_DAYS * USUAL_PRESENCE) / (max(days, days_present) + PRIOR_DAYS),
        haste(reviews, schedule),
    )


def haste(reviews: Sequence[Reviewed], schedule: Schedule) -> float:
    """How many times as fast as the model says things fade, so that it would have foreseen as many right answers."""
    recent = [each for each in reviews if each.days >= 1][-RECENT:]
    prior = [Reviewed(5.0, 5.0, True)] * PRIOR_REVIEWS
    right = sum(each.right for each in recent) + sum(schedule.curve(5.0, 5.0 * USUAL_HASTE) for _ in prior)

    def foreseen(times: float) -> float:
        return sum(schedule.curve(each.stability, each.days * times) for each in (*recent, *prior))

    low, high = SLOWEST, FASTEST
    for _ in range(24):
        middle = (low * high) ** 0.5
        low, high = (middle, high) if foreseen(middle) > right else (low, middle)
    return float((low * high) ** 0.5)
