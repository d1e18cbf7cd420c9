"""How much fits into a day? So many minutes, by the seconds that this learner's answers take."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil
from statistics import median

from lessons.enrollment import Preferences

USUAL_SECS = 15.0
"""Seconds an answer takes, its key included, until enough of the learner's own were measured."""
LEAST_MEASURED = 10
TOO_LONG_SECS = 180.0
"""Whoever took longer was away."""
KEY_SECS = 4.0
"""To read the key after an answer; not measured."""
NEW_COST = 2.0
"""A new fact takes so many answers' time: its paragraph is read first."""
MOST_NEW = 60
"""No exam makes more new facts a day than this."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many new facts, and how many reviews, a day holds."""

    new: int
    reviews: int


def seconds_per_answer(elapsed: Iterable[float]) -> float:
    """The usual seconds of one answer, from those measured."""
    measured = [secs for secs in elapsed if 0.0 < secs <= TOO_LONG_SECS]
    return median(measured) + KEY_SECS if len(measured) >= LEAST_MEASURED else USUAL_SECS


def intake_days(days_left: int) -> int:
    """Days on which new facts are met: none in the last sixth before the exam, and never in its last two days."""
    return max(1, days_left - max(2, days_left // 6)) if days_left > 0 else 0


def new_to_be_ready(unseen: int, days_left: int) -> int:
    """New facts a day with which all are met in time."""
    days = intake_days(days_left)
    return min(MOST_NEW, ceil(unseen / days)) if days else 0


def limits(kept: Preferences, *, secs: float, due: int, unseen: int, today: date) -> Limits:
    """The day's limits: the learner's own numbers, more new ones if an exam needs them, all within the minutes.

    `due` counts the reviews that wait today. They come first; where they alone fill the minutes, an exam still gets a
    quarter of the time for facts that were never met.
    """
    new, reviews = kept.new_per_day, kept.reviews_per_day
    is_exam_ahead = kept.exam_on is not None and today < kept.exam_on
    if kept.exam_on is not None and is_exam_ahead:
        new = max(new, new_to_be_ready(unseen, (kept.exam_on - today).days))
    if kept.minutes_per_day is None:
        return Limits(new, reviews)
    answers = max(1, int(kept.minutes_per_day * 60 / max(1.0, secs)))
    left = max(0, answers - due)
    if is_exam_ahead and unseen:
        left = max(left, answers // 4)
    fitting = int(left / NEW_COST)
    if new and not due and unseen:
        fitting = max(1, fitting)
    new = min(new, fitting)
    used = int(min(new, unseen) * NEW_COST)
    return Limits(new, max(1, answers - used))
