"""How do the simulated learners forget? Four models of memory, none of them the scheduler's own with its own numbers.

Each model is one learner's memory of many facts: `recall(fact, day)` is the true chance of recall, `meet` reads the
paragraph and answers for the first time, `answer` is a later question, right or wrong, after which the key is read.
Learners differ, and facts differ within a learner; both are drawn from the seed.
"""

import math
import random
from datetime import UTC, datetime, timedelta
from typing import Protocol

from lessons.memory import Memory
from lessons.rating import Rating
from lessons.schedule import BOUNDS, USUAL, Schedule

EPOCH = datetime(2026, 1, 1, 9, tzinfo=UTC)


class Truth(Protocol):
    """One learner's memory."""

    def recall(self, fact: int, day: float) -> float:
        """The true chance of recall; 0 for a fact that was never met."""

    def meet(self, fact: int, day: float) -> None:
        """The fact is read and asked for the first time."""

    def answer(self, fact: int, day: float, right: bool) -> None:
        """A question answered, and its key read."""


class PowerLaw:
    """Recall falls with a power of time. Each answer makes the fall gentler, the more so the nearer it was to lost."""

    name = "power law"

    def __init__(self, seed: int, facts: int) -> None:
        chance = random.Random(f"power:{seed}")
        learner = chance.lognormvariate(0.0, 0.25)
        self._gain = chance.lognormvariate(math.log(3.0), 0.25)
        self._first = [0.20 * learner * chance.lognormvariate(0.0, 0.35) for _ in range(facts)]
        self._fall: dict[int, float] = {}
        self._last: dict[int, float] = {}

    def recall(self, fact: int, day: float) -> float:
        """(1 + days) to the power of minus the fact's fall."""
        if fact not in self._fall:
            return 0.0
        return float((1.0 + day - self._last[fact]) ** -self._fall[fact])

    def meet(self, fact: int, day: float) -> None:
        """Begins at the fact's own fall."""
        self._fall[fact], self._last[fact] = self._first[fact], day

    def answer(self, fact: int, day: float, right: bool) -> None:
        """A hard-won answer helps most; the key after a wrong one helps a little."""
        gain = self._gain * (1.0 - self.recall(fact, day)) if right else 0.05 * self._gain
        self._fall[fact] = max(0.01, self._fall[fact] / (1.0 + gain))
        self._last[fact] = day


class HalfLife:
    """Recall halves in every half-life: an exponential, which falls faster in the end than the scheduler believes."""

    name = "half-life"

    def __init__(self, seed: int, facts: int) -> None:
        chance = random.Random(f"half:{seed}")
        learner = chance.lognormvariate(0.0, 0.3)
        self._growth = chance.lognormvariate(math.log(2.2), 0.2)
        self._first = [2.5 * learner * chance.lognormvariate(0.0, 0.5) for _ in range(facts)]
        self._life: dict[int, float] = {}
        self._last: dict[int, float] = {}

    def recall(self, fact: int, day: float) -> float:
        """Two to the power of minus the half-lives gone by."""
        if fact not in self._life:
            return 0.0
        return float(2.0 ** (-(day - self._last[fact]) / self._life[fact]))

    def meet(self, fact: int, day: float) -> None:
        """Begins at the fact's own half-life."""
        self._life[fact], self._last[fact] = self._first[fact], day

    def answer(self, fact: int, day: float, right: bool) -> None:
        """A right answer lengthens the half-life, the more of it had gone by; a wrong one shortens it.

        What is read again is never weaker than when it was read first.
        """
        gone = min(1.0, (day - self._last[fact]) / self._life[fact] * 2.0)
        factor = 1.0 + self._growth * gone if right else 0.7
        self._life[fact] = max(self._first[fact], self._life[fact] * factor)
        self._last[fact] = day


class Activation:
    """Every time a fact is seen leaves a trace; traces fade by powers of time, and faster if laid while much is left.

    The model of practice and spacing by Pavlik and Anderson (2005), with their decay numbers; thresholds are drawn.
    """

    name = "activation"

    def __init__(self, seed: int, facts: int) -> None:
        chance = random.Random(f"activation:{seed}")
        learner = chance.gauss(-1.4, 0.12)
        self._threshold = [learner + chance.gauss(0.0, 0.15) for _ in range(facts)]
        self._traces: dict[int, list[tuple[float, float]]] = {}

    def recall(self, fact: int, day: float) -> float:
        """The chance that the activation is over the threshold."""
        if fact not in self._traces:
            return 0.0
        return 1.0 / (1.0 + math.exp((self._threshold[fact] - self._activation(fact, day)) / 0.255))

    def meet(self, fact: int, day: float) -> None:
        """Two traces: the paragraph and, a little later, the key."""
        self._traces[fact] = [(day, 0.177)]
        self._lay(fact, day + 0.002)

    def answer(self, fact: int, day: float, right: bool) -> None:
        """A trace more, right or wrong: the key is read in any case."""
        self._lay(fact, day)

    def _lay(self, fact: int, day: float) -> None:
        decay = 0.217 * math.exp(self._activation(fact, day)) + 0.177
        self._traces[fact].append((day, decay))

    def _activation(self, fact: int, day: float) -> float:
        # Time between sittings counts for a fortieth of itself, as in the paper.
        gone = ((max(1.0, (day - at) * 86400 * 0.025), decay) for at, decay in self._traces[fact])
        return math.log(sum(secs**-decay for secs, decay in gone))


class OtherNumbers:
    """FSRS, but with parameters drawn for this learner, and facts that are harder or easier than it is told."""

    name = "FSRS, other numbers"

    def __init__(self, seed: int, facts: int) -> None:
        chance = random.Random(f"fsrs:{seed}")
        self._schedule = Schedule(parameters=_other_numbers(chance))
        self._ease = [chance.lognormvariate(0.0, 0.4) for _ in range(facts)]
        self._memories: dict[int, Memory] = {}

    def recall(self, fact: int, day: float) -> float:
        """The curve, stretched by the fact's own ease."""
        memory = self._memories.get(fact)
        if memory is None:
            return 0.0
        gone = (EPOCH + timedelta(days=day) - memory.last_review) / timedelta(days=1)
        return self._schedule.recall_after(memory, gone / self._ease[fact])

    def meet(self, fact: int, day: float) -> None:
        """As after a good first answer."""
        self._review(fact, day, Rating.GOOD)

    def answer(self, fact: int, day: float, right: bool) -> None:
        """As FSRS says, with this learner's parameters."""
        self._review(fact, day, Rating.GOOD if right else Rating.AGAIN)

    def _review(self, fact: int, day: float, rating: Rating) -> None:
        now = EPOCH + timedelta(days=int(day))
        self._memories[fact] = self._schedule.review(
            self._memories.get(fact), rating, now=now, zone=None, rollover_hour=4, seed=fact
        )


TRUTHS = (PowerLaw, HalfLife, Activation, OtherNumbers)


def _other_numbers(chance: random.Random) -> list[float]:
    """The usual parameters, each moved by about a quarter within what FSRS allows."""
    moved = [usual * chance.lognormvariate(0.0, 0.25) for usual in USUAL]
    return [min(high, max(low, one)) for one, (low, high) in zip(moved, BOUNDS, strict=True)]
