"""Which question is worth the next minute? The one that adds most to what will be known later, for the time it takes.

Asking what has been due for longest first is right while there is time for all of it. Where there is not, hard facts
that are lost again and again would take the time of all others; where there is time left, something not yet due may be
asked before its time. Both are decided by the same figure.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from math import exp, log

from lessons.days import study_day
from lessons.enrollment import Learner
from lessons.memory import Memory
from lessons.rating import Rating
from lessons.schedule import Schedule, schedule_for

AHEAD_DAYS = 30
"""Without an exam, what counts is what will be known so many days from now."""
WRONG_COST = 1.6
"""A wrong answer takes so many times as long as a right one, its key being read with care."""
FIRST_RIGHT = 0.7
"""How often a new fact is answered rightly just after its paragraph."""
LEAST_EARLY = 0.004
"""What adds less than this is not asked before its time."""

Worth = Callable[[Memory], float]


def worth(
    schedule: Schedule, *, now: datetime, zone: str | None, rollover_hour: int, exam_on: date | None = None
) -> Worth:
    """How much a question on a memory adds, in facts known at the exam, or in a month, by one answer's time."""
    today = study_day(now, zone, rollover_hour)
    ahead = (exam_on - today).days if exam_on and exam_on > today else AHEAD_DAYS

    def of(memory: Memory) -> float:
        days = (today - study_day(memory.last_review, zone, rollover_hour)).days
        if days <= 0:
            return 0.0
        return _gain(schedule, round(log(memory.stability) * 20), round(memory.difficulty * 4), days, ahead)

    return of


def in_order(memories: Mapping[int, Memory], worth_of: Worth, *, least: float = 0.0) -> list[int]:
    """The items by what a question adds, the most first; those that add less than `least` are left out."""
    scored: Iterable[tuple[float, int]] = ((-worth_of(memory), item) for item, memory in memories.items())
    return [item for score, item in sorted(scored) if -score >= least]


def chosen(learner: Learner, memories: Mapping[int, Memory], room: int, *, now: datetime) -> list[int]:
    """The facts of a review, at most `room`: what is due, then, for who has set minutes, what would soon be.

    In the order in which they fell due where there is room for all; else what adds most comes first.
    """
    due = {item: memory for item, memory in memories.items() if memory.due <= now}
    is_timed = learner.preferences.minutes_per_day is not None
    if len(due) == room or (len(due) < room and not is_timed):
        return sorted(due, key=lambda item: (due[item].due, item))
    kept = learner.preferences
    worth_of = worth(
        schedule_for(learner), now=now, zone=kept.zone, rollover_hour=kept.rollover_hour, exam_on=kept.exam_on
    )
    early = {item: memory for item, memory in memories.items() if memory.due > now} if is_timed else {}
    return (in_order(due, worth_of) + in_order(early, worth_of, least=LEAST_EARLY))[: max(0, room)]


@lru_cache(maxsize=100_000)
def _gain(schedule: Schedule, stability_step: int, difficulty_step: int, days: int, ahead: int) -> float:
    """In steps of 5 % of stability and a quarter of difficulty, so that like memories are reckoned once."""
    stability, difficulty = exp(stability_step / 20), difficulty_step / 4
    chance = schedule.curve(stability, days)
    good = schedule.curve(schedule.stability_after(stability, difficulty, Rating.GOOD, days), ahead)
    again = schedule.curve(schedule.stability_after(stability, difficulty, Rating.AGAIN, days), ahead)
    gained = chance * good + (1 - chance) * again - schedule.curve(stability, days + ahead)
    return gained / (chance + WRONG_COST * (1 - chance))
