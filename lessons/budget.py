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
NEW_COST = 2.7
"""A new fact takes so many answers' time: its paragraph is read first."""
NEW_SHARE = 0.75
"""However much is due, new facts may take so much of the minutes: what was never met is not known at all."""
ENOUGH_RIGHT = 0.85
TOO_FEW_RIGHT = 0.6
LEAST_SHARE = 0.15
"""The fewer of the reviews are right, the smaller a part of that share: first things first."""
RECENT = 60
"""So many of the last reviews tell how it goes."""
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


def right_share(recent: Iterable[bool]) -> float:
    """How many of the last reviews were right, 0 to 1; taken for enough until there are ten."""
    answers = list(recent)[-RECENT:]
    return sum(answers) / len(answers) if len(answers) >= LEAST_MEASURED else ENOUGH_RIGHT


def intake_days(days_left: int) -> int:
    """Days on which new facts are met: none in the last sixth before the exam, and never in its last two days."""
    return max(1, days_left - max(2, days_left // 6)) if days_left > 0 else 0


def new_to_be_ready(unseen: int, days_left: int) -> int:
    """New facts a day with which all are met in time."""
    days = intake_days(days_left)
    return min(MOST_NEW, ceil(unseen / days)) if days else 0


def limits(
    kept: Preferences, *, secs: float, due: int, unseen: int, today: date, right: float = ENOUGH_RIGHT
) -> Limits:
    """The day's limits: the learner's own numbers, more new ones if an exam needs them, all within the minutes.

    `due` counts the reviews that wait today, `right` is the share of the last ones that were right. Where reviews alone
    would fill the minutes, new facts still get a part of them: a large one while reviews go well, a small one if not.
    """
    new, reviews = kept.new_per_day, kept.reviews_per_day
    is_exam_ahead = kept.exam_on is not None and today < kept.exam_on
    if kept.exam_on is not None and is_exam_ahead:
        new = max(new, new_to_be_ready(unseen, (kept.exam_on - today).days))
    if kept.minutes_per_day is None:
        return Limits(new, reviews)
    answers = max(1, int(kept.minutes_per_day * 60 / max(1.0, secs)))
    new = min(new, max(1, int(max(answers - due, answers * _share_for_new(right)) / NEW_COST)))
    used = int(min(new, unseen) * NEW_COST)
    return Limits(new, max(1, min(kept.reviews_per_day, answers - used)))


def _share_for_new(right: float) -> float:
    going = (right - TOO_FEW_RIGHT) / (ENOUGH_RIGHT - TOO_FEW_RIGHT)
    return NEW_SHARE * max(LEAST_SHARE, min(1.0, going))
