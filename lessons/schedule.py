"""What will be remembered, and when is it due? The one file that wraps fsrs.

FSRS counts in periods of 24 hours; learners count in days. Every moment is therefore given to fsrs as noon UTC of the
learner's study day, so that an answer on the next study day counts as a day later even when only 12 hours have passed.
"""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

import fsrs

from lessons.attempt import Attempt
from lessons.bending import Bend
from lessons.days import start_of_day, study_day
from lessons.enrollment import Learner
from lessons.memory import Memory
from lessons.rating import Rating

__all__ = ["BOUNDS", "USUAL", "Memory", "Schedule", "outlook", "rebuild", "schedule_for", "seed_of", "spread"]

RATINGS = {
    Rating.AGAIN: fsrs.Rating.Again,
    Rating.HARD: fsrs.Rating.Hard,
    Rating.GOOD: fsrs.Rating.Good,
    Rating.EASY: fsrs.Rating.Easy,
}
USUAL = tuple(fsrs.scheduler.DEFAULT_PARAMETERS)
"""The parameters for a learner of whom nothing is known yet."""
BOUNDS = tuple(zip(fsrs.scheduler.LOWER_BOUNDS_PARAMETERS, fsrs.scheduler.UPPER_BOUNDS_PARAMETERS, strict=True))
"""The least and the most that each parameter may be."""
FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
"""Days from, days to, share of the stretch between by which an interval may vary (as in Anki and fsrs)."""


class Schedule:
    """FSRS-6 with the learner's days and a fuzz of our own: the same arguments give the same memory, always."""

    def __init__(
        self,
        desired_retention: float = 0.9,
        parameters: Sequence[float] | None = None,
        maximum_interval_days: int = 3650,
        bend: Bend | None = None,
    ) -> None:
        self.maximum_interval_days = maximum_interval_days
        self.bend = bend or Bend()
        self._fsrs = fsrs.Scheduler(
            parameters=tuple(parameters) if parameters else USUAL,
            desired_retention=desired_retention,
            learning_steps=(),
            relearning_steps=(),
            maximum_interval=maximum_interval_days,
            enable_fuzzing=False,
        )

    @property
    def parameters(self) -> tuple[float, ...]:
        """The numbers of the memory model."""
        return tuple(self._fsrs.parameters)

    def review(
        self,
        memory: Memory | None,
        rating: Rating,
        *,
        now: datetime,
        zone: str | None,
        rollover_hour: int,
        seed: int,
    ) -> Memory:
        """The memory after an answer of that rating; due at the start of a later study day, never the same one.

        A second answer on the same study day can lower stability, not raise it: having just seen the key proves little.
        """
        today = study_day(now, zone, rollover_hour)
        last = study_day(memory.last_review, zone, rollover_hour) if memory else None
        lapsed = memory is not None and rating is Rating.AGAIN
        if memory and last and last >= today and rating is not Rating.AGAIN:
            return replace(memory, last_review=max(now, memory.last_review), reviews=memory.reviews + 1)
        card, _ = self._fsrs.review_card(_card(memory, last), RATINGS[rating], _noon(max(today, last or today)))
        assert card.stability is not None
        assert card.difficulty is not None
        reviews = memory.reviews if memory else 0
        days = self._planned(today, (card.due.date() - max(today, last or today)).days, seed, reviews)
        return Memory(
            stability=card.stability,
            difficulty=card.difficulty,
            due=start_of_day(today + timedelta(days=days), zone, rollover_hour),
            last_review=now,
            reviews=reviews + 1,
            lapses=(memory.lapses if memory else 0) + lapsed,
        )

    def due(self, memory: Memory, *, now: datetime, zone: str | None, rollover_hour: int, seed: int) -> datetime:
        """When a memory comes back by the dates set now: after an exam or a holiday was set, changed or dropped."""
        today = study_day(now, zone, rollover_hour)
        last = study_day(memory.last_review, zone, rollover_hour)
        decay = -self._fsrs.parameters[20]
        factor = 0.9 ** (1 / decay) - 1
        natural = round(memory.stability / factor * (self._fsrs.desired_retention ** (1 / decay) - 1))
        natural = self._fuzzed(natural, seed, memory.reviews - 1)
        day = self.bend.day(last, natural, today, seed=f"{seed}:{memory.reviews - 1}:bend")
        return start_of_day(day, zone, rollover_hour)

    def retrievability(self, memory: Memory, *, now: datetime, zone: str | None, rollover_hour: int) -> float:
        """The chance, 0 to 1, that the learner would know it today."""
        last = study_day(memory.last_review, zone, rollover_hour)
        today = max(study_day(now, zone, rollover_hour), last)
        return self._fsrs.get_card_retrievability(_card(memory, last), _noon(today))

    def recall_after(self, memory: Memory, days: float) -> float:
        """The chance of recall so many days after the last review: the same curve for many memories at once."""
        return self.curve(memory.stability, days)

    def curve(self, stability: float, days: float) -> float:
        """The chance of recall so many days after a review that left that stability."""
        decay = -self._fsrs.parameters[20]
        factor = 0.9 ** (1 / decay) - 1
        return float((1 + factor * max(0.0, days) / stability) ** decay)

    def stability_after(self, stability: float, difficulty: float, rating: Rating, days: int) -> float:
        """What an answer would leave, so many days after the last one."""
        return self.state_after((stability, difficulty), rating, days)[0]

    def state_after(self, state: tuple[float, float] | None, rating: Rating, days: int) -> tuple[float, float]:
        """Stability and difficulty after an answer, so many days after the last one; None before the first."""
        last = date(2000, 1, 1)
        card = _state(state[0], min(10.0, max(1.0, state[1])), last) if state else _card(None, None)
        after, _ = self._fsrs.review_card(card, RATINGS[rating], _noon(last + timedelta(days=days)))
        assert after.stability is not None
        assert after.difficulty is not None
        return after.stability, after.difficulty

    def _planned(self, today: date, days: int, seed: int, reviews: int) -> int:
        """The interval with its fuzz, bent to the learner's exam and holiday."""
        return self.bend.days(today, self._fuzzed(days, seed, reviews), seed=f"{seed}:{reviews}:bend")

    def _fuzzed(self, days: int, seed: int, reviews: int) -> int:
        """The interval moved a little, so that what was learnt together does not come back together for ever."""
        days = max(1, min(days, self.maximum_interval_days))
        if days < 3:
            return days
        delta = 1.0 + sum(share * max(0.0, min(days, end) - start) for start, end, share in FUZZ)
        low = max(2, round(days - delta))
        high = min(round(days + delta), self.maximum_interval_days)
        # Chance from the seed alone; the same for all ratings, so that a better answer is never due sooner.
        chance = random.Random(f"{seed}:{reviews}").random()  # noqa: S311 - nothing secret hangs on it
        return min(high, low + int(chance * (high - low + 1)))


@lru_cache(maxsize=512)
def _made(parameters: tuple[float, ...] | None, bend: Bend) -> Schedule:
    return Schedule(parameters=parameters, bend=bend)


def schedule_for(learner: Learner) -> Schedule:
    """The schedule of that learner: their own parameters if they have some, their exam, their holiday."""
    kept = learner.preferences
    return _made(learner.parameters, Bend(kept.exam_on, kept.holiday))


def seed_of(learner_id: int, item_id: int) -> int:
    """The seed of one learner's reviews of one item; `rebuild` uses the same."""
    return learner_id * 1_000_003 + item_id


def rebuild(attempts: Iterable[Attempt], *, schedule: Schedule, zone: str | None, rollover_hour: int) -> Memory | None:
    """The memory that one learner's attempts at one item, oldest first, lead to; None if all were taken back."""
    memory: Memory | None = None
    for attempt in attempts:
        if attempt.undone_at is None:
            memory = schedule.review(
                memory,
                attempt.rating,
                now=attempt.at,
                zone=zone,
                rollover_hour=rollover_hour,
                seed=seed_of(attempt.learner_id, attempt.item_id),
            )
    return memory


def outlook(
    dues: Iterable[datetime], *, now: datetime, zone: str | None, rollover_hour: int, days: int = 14
) -> tuple[int, ...]:
    """How many reviews fall on each of the coming study days, today first; what is overdue counts today."""
    today = study_day(now, zone, rollover_hour)
    counts = Counter(max(0, (study_day(due, zone, rollover_hour) - today).days) for due in dues)
    return tuple(counts[day] for day in range(days))


def spread(count_due: int, per_day: int) -> tuple[int, ...]:
    """A backlog cut into days of at most `per_day`: 70 by 30 is (30, 30, 10)."""
    per_day = max(1, per_day)
    full, rest = divmod(max(0, count_due), per_day)
    return (per_day,) * full + ((rest,) if rest else ())


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def _card(memory: Memory | None, last: date | None) -> fsrs.Card:
    # Without a card_id the constructor sleeps a millisecond to make one from the clock.
    if memory is None or last is None:
        return fsrs.Card(card_id=1, due=_noon(date(2000, 1, 1)))
    return _state(memory.stability, memory.difficulty, last)


def _state(stability: float, difficulty: float, last: date) -> fsrs.Card:
    return fsrs.Card(
        card_id=1,
        state=fsrs.State.Review,
        stability=stability,
        difficulty=difficulty,
        due=_noon(last),
        last_review=_noon(last),
    )
