"""What will be known on the day of the exam? The plan is played forward, day by day, with the learner's own memory.

Nothing is promised that this learner's pace does not bear out: days are missed as they were so far, facts fade as fast
as the last reviews say, and what counts in the end is the chance of recall on the day of the exam.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from lessons.budget import limits
from lessons.days import start_of_day, study_day
from lessons.enrollment import Learner, Preferences
from lessons.memory import Memory
from lessons.pace import Pace
from lessons.rating import Rating
from lessons.schedule import Schedule, schedule_for, seed_of
from lessons.worth import chosen

MOST_FACTS = 300
"""A larger pack is judged by so many of its facts, drawn by a seed, with limits and minutes cut alike."""
MOST_DAYS = 400
RUNS = 3
FIRST_TIME_RIGHT = 0.7
"""How often a new fact is answered rightly just after its paragraph."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """On the day of the exam: facts expected known of all, those never met by then, and new facts a day until then."""

    exam_on: date
    known: float
    unmet: float
    total: int
    new_per_day: int

    @property
    def share(self) -> float:
        """The expected share of facts known, 0 to 1."""
        return self.known / self.total if self.total else 0.0


def forecast(
    learner: Learner,
    memories: Mapping[int, Memory],
    unseen: Sequence[int],
    *,
    pace: Pace,
    now: datetime,
) -> Forecast | None:
    """What the plan expects of these facts; None where no exam is ahead."""
    kept = learner.preferences
    today = study_day(now, kept.zone, kept.rollover_hour)
    total = len(memories) + len(unseen)
    exam = kept.exam_on
    if exam is None or not 0 < (exam - today).days <= MOST_DAYS or not total:
        return None
    first = limits(kept, secs=pace.secs, due=_due(memories, now), unseen=len(unseen), today=today, right=pace.right)
    facts, share = _drawn([*memories, *unseen], learner.id)
    kept = _scaled(kept, share) if share < 1 else kept
    runs = 1 if len(facts) > 60 else RUNS
    ends = [
        _Run({i: memories[i] for i in facts if i in memories}, [i for i in facts if i not in memories], run).play(
            replace(learner, preferences=kept), replace(pace, secs=pace.secs / share), now
        )
        for run in range(runs)
    ]
    known, unmet = sum(end[0] for end in ends) / runs, sum(end[1] for end in ends) / runs
    return Forecast(exam, known / share, unmet / share, total, first.new)


class _Run:
    """One run of the days to come."""

    def __init__(self, memories: dict[int, Memory], unseen: list[int], run: int) -> None:
        self._memories, self._unseen = memories, unseen
        self._random = random.Random(run)  # noqa: S311 - nothing secret hangs on it

    def play(self, learner: Learner, pace: Pace, now: datetime) -> tuple[float, int]:
        """Facts known, and never met, on the day of the exam."""
        kept, schedule = learner.preferences, schedule_for(learner)
        exam = kept.exam_on
        assert exam is not None
        today = study_day(now, kept.zone, kept.rollover_hour)
        while today < exam:
            is_away = kept.holiday is not None and kept.holiday[0] <= today <= kept.holiday[1]
            if not is_away and self._random.random() < pace.presence:
                at = max(now, start_of_day(today, kept.zone, kept.rollover_hour) + timedelta(hours=8))
                self._day(learner, schedule, pace, at)
            today += timedelta(days=1)
        at = start_of_day(exam, kept.zone, kept.rollover_hour) + timedelta(hours=8)
        return sum(_chance(schedule, each, at, pace) for each in self._memories.values()), len(self._unseen)

    def _day(self, learner: Learner, schedule: Schedule, pace: Pace, at: datetime) -> None:
        kept = learner.preferences
        due = _due(self._memories, at)
        today = study_day(at, kept.zone, kept.rollover_hour)
        room = limits(kept, secs=pace.secs, due=due, unseen=len(self._unseen), today=today, right=pace.right)
        for item in chosen(learner, self._memories, room.reviews, now=at):
            self._answer(learner, schedule, item, _chance(schedule, self._memories[item], at, pace), at)
        for item in self._unseen[: room.new]:
            self._answer(learner, schedule, item, FIRST_TIME_RIGHT, at)
        del self._unseen[: room.new]

    def _answer(self, learner: Learner, schedule: Schedule, item: int, chance: float, at: datetime) -> None:
        kept = learner.preferences
        rating = Rating.GOOD if self._random.random() < chance else Rating.AGAIN
        self._memories[item] = schedule.review(
            self._memories.get(item),
            rating,
            now=at,
            zone=kept.zone,
            rollover_hour=kept.rollover_hour,
            seed=seed_of(learner.id, item),
        )


def _chance(schedule: Schedule, memory: Memory, at: datetime, pace: Pace) -> float:
    """The chance of recall as this learner forgets."""
    return schedule.recall_after(memory, pace.haste * (at - memory.last_review) / timedelta(days=1))


def _due(memories: Mapping[int, Memory], now: datetime) -> int:
    return sum(memory.due <= now for memory in memories.values())


def _drawn(facts: list[int], seed: int) -> tuple[list[int], float]:
    """At most `MOST_FACTS` of them in their order, and which share of all that is."""
    if len(facts) <= MOST_FACTS:
        return facts, 1.0
    chosen = sorted(random.Random(seed).sample(range(len(facts)), MOST_FACTS))  # noqa: S311 - nothing secret
    return [facts[place] for place in chosen], MOST_FACTS / len(facts)


def _scaled(kept: Preferences, share: float) -> Preferences:
    """The learner's limits for that share of the facts."""
    return replace(
        kept,
        new_per_day=max(1, round(kept.new_per_day * share)),
        reviews_per_day=max(1, round(kept.reviews_per_day * share)),
    )
