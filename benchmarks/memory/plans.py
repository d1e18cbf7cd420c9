"""Which fact next? Lectern's plan and five that people use, each told only what an answer was, never the true memory.

A plan names the facts that are due today, in its order, and how many new ones it would begin; the day's minutes decide
how far it comes.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Protocol

from benchmarks.memory.costs import RIGHT_SECS, WRONG_SECS
from benchmarks.memory.truths import EPOCH
from lessons.budget import KEY_SECS, Limits, limits, right_share, seconds_per_answer
from lessons.enrollment import Learner, Preferences
from lessons.memory import Memory
from lessons.pace import Reviewed
from lessons.rating import Rating
from lessons.schedule import schedule_for, seed_of
from lessons.worth import chosen

NEW_A_DAY = 10
FIXED = (1, 3, 7, 14, 30)


class Plan(Protocol):
    """One learner's plan."""

    new_first: bool

    def due(self, day: int, unseen: int) -> list[int]:
        """The facts to ask today, the first one first."""

    def new(self, day: int, unseen: int) -> int:
        """How many new facts to begin today."""

    def early(self, day: int) -> list[int]:
        """What to ask with the minutes that are left then."""

    def told(self, fact: int, day: int, right: bool) -> None:
        """An answer; the first one to a fact begins it."""


class Lectern:
    """The plan of this program as the bot follows it: what is due, then new facts, then what would soon be due."""

    name = "Lectern"
    new_first = False
    exam: int | None = None

    def __init__(self, minutes: float, days: int) -> None:
        exam_on = EPOCH.date() + timedelta(days=days) if self.exam else None
        self._kept = replace(Preferences(), minutes_per_day=int(minutes), exam_on=exam_on)
        self._learner = Learner(1, 1, "", EPOCH, self._kept)
        self._schedule = schedule_for(self._learner)
        self._memories: dict[int, Memory] = {}
        self._asked: list[int] = []
        self._reviewed: list[Reviewed] = []
        self._elapsed: list[float] = []
        self._days: set[int] = set()

    def due(self, day: int, unseen: int) -> list[int]:
        """What is due, by what a question adds, within the limits."""
        now = EPOCH + timedelta(days=day)
        self._asked = chosen(self._learner, self._memories, self._limits(day, unseen).reviews, now=now)
        return [fact for fact in self._asked if self._memories[fact].due <= now]

    def new(self, day: int, unseen: int) -> int:
        """What the limits leave beside the reviews."""
        return self._limits(day, unseen).new

    def early(self, day: int) -> list[int]:
        """What would soon be due, within the limits."""
        now = EPOCH + timedelta(days=day)
        return [fact for fact in self._asked if self._memories[fact].due > now]

    def told(self, fact: int, day: int, right: bool) -> None:
        """As when a learner answers."""
        now, rating = EPOCH + timedelta(days=day), Rating.GOOD if right else Rating.AGAIN
        before = self._memories.get(fact)
        if before is not None:
            self._reviewed.append(Reviewed(before.stability, (now - before.last_review).days, right))
        self._days.add(day)
        self._elapsed.append((RIGHT_SECS if right else WRONG_SECS) - KEY_SECS)  # the key is not measured
        self._memories[fact] = self._schedule.review(
            before, rating, now=now, zone=None, rollover_hour=4, seed=seed_of(1, fact)
        )

    def _limits(self, day: int, unseen: int) -> Limits:
        now = EPOCH + timedelta(days=day)
        waiting = sum(memory.due <= now for memory in self._memories.values())
        right, secs = right_share(each.right for each in self._reviewed), seconds_per_answer(self._elapsed[-100:])
        return limits(self._kept, secs=secs, due=waiting, unseen=unseen, today=now.date(), right=right)


class LecternExam(Lectern):
    """The same, told that the exam is on the last day."""

    name = "Lectern, exam date set"
    exam = 1


class LecternPlain(Lectern):
    """As it is set for a newcomer, whatever the minutes that they really have."""

    name = "Lectern, as set out"

    def __init__(self, minutes: float, days: int) -> None:
        super().__init__(minutes, days)
        self._kept = Preferences()
        self._learner = Learner(1, 1, "", EPOCH, self._kept)


class _Dated:
    """Plans that keep a day for each fact."""

    new_first = False

    def __init__(self, minutes: float, days: int) -> None:
        self._due: dict[int, int] = {}

    def due(self, day: int, unseen: int) -> list[int]:
        """The longest due first."""
        return [fact for when, fact in sorted((when, fact) for fact, when in self._due.items()) if when <= day]

    def new(self, day: int, unseen: int) -> int:
        """The same number for everybody."""
        return NEW_A_DAY

    def early(self, day: int) -> list[int]:
        """Nothing before its day."""
        return []


class Fixed(_Dated):
    """After 1, 3, 7, 14 and 30 days; a wrong answer begins anew."""

    name = "fixed 1-3-7-14-30"

    def __init__(self, minutes: float, days: int) -> None:
        super().__init__(minutes, days)
        self._step: dict[int, int] = {}

    def told(self, fact: int, day: int, right: bool) -> None:
        """A step further, or back to the first."""
        step = self._step.get(fact, -1) + 1 if right else 0
        self._step[fact] = min(step, len(FIXED) - 1)
        self._due[fact] = day + FIXED[self._step[fact]]


class SM2(_Dated):
    """SuperMemo 2 of 1987: 1 day, 6 days, then the ease factor; right is quality 4, wrong is quality 2."""

    name = "SM-2"

    def __init__(self, minutes: float, days: int) -> None:
        super().__init__(minutes, days)
        self._state: dict[int, tuple[int, float, float]] = {}

    def told(self, fact: int, day: int, right: bool) -> None:
        """The published rule."""
        times, ease, interval = self._state.get(fact, (0, 2.5, 0.0))
        quality = 4 if right else 2
        if right:
            interval = 1.0 if times == 0 else 6.0 if times == 1 else interval * ease
            times += 1
        else:
            times, interval = 0, 1.0
        ease = max(1.3, ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02))
        self._state[fact] = (times, ease, interval)
        self._due[fact] = day + max(1, round(interval))


class Daily(_Dated):
    """Everything met so far, every day, as far as the minutes go; the one not seen for longest first."""

    name = "everything daily"
    new_first = True

    def told(self, fact: int, day: int, right: bool) -> None:
        """Again tomorrow."""
        self._due[fact] = day + 1


class NoReview(_Dated):
    """Each fact once."""

    name = "no review"

    def told(self, fact: int, day: int, right: bool) -> None:
        """Never again."""


PLANS = (Lectern, LecternExam, LecternPlain, Fixed, SM2, Daily, NoReview)
