"""How do the days go? The same minutes, the same missed days, the same luck for every plan."""

import random
from dataclasses import dataclass

from benchmarks.memory.costs import NEW_SECS, RIGHT_SECS, WRONG_SECS
from benchmarks.memory.plans import Plan
from benchmarks.memory.truths import Truth

MISSED = 0.15
GAP_DAYS = 10
FIRST_RIGHT = 0.7


@dataclass(frozen=True, slots=True)
class End:
    """After the last day: facts known (chances of recall summed), right in a test, met at all; minutes spent a day."""

    known: float
    tested: int
    met: int
    minutes: float


def missed_days(seed: int, days: int) -> set[int]:
    """A day in seven or so, and ten days in a row."""
    chance = random.Random(f"missed:{seed}")
    gap = chance.randrange(10, max(11, days - 20))
    return {day for day in range(1, days) if chance.random() < MISSED} | set(range(gap, gap + GAP_DAYS))


def play(truth: Truth, plan: Plan, *, facts: int, minutes: float, days: int, seed: int) -> End:
    """The days from the first to the last, and the morning after."""
    missed, luck = missed_days(seed, days), _Luck(seed)
    unseen, spent = list(range(facts)), 0.0
    for day in range(days):
        if day in missed:
            continue
        left = minutes * 60.0
        order = plan.due(day, len(unseen))
        new = [unseen.pop(0) for _ in range(min(plan.new(day, len(unseen)), len(unseen), int(left // NEW_SECS)))]
        rounds = (new, order) if plan.new_first else (order, new, plan.early(day))
        for facts_of_round in rounds:
            for place, fact in enumerate(facts_of_round):
                cost = NEW_SECS if facts_of_round is new else RIGHT_SECS
                if left < cost:
                    if facts_of_round is new:
                        unseen = facts_of_round[place:] + unseen
                    break
                left -= _asked(truth, plan, fact, day, luck, is_new=facts_of_round is new)
        spent += minutes * 60.0 - max(0.0, left)
    chances = [truth.recall(fact, days) for fact in range(facts)]
    tested = sum(luck.of(fact, days) < chance for fact, chance in enumerate(chances))
    return End(sum(chances), tested, facts - len(unseen), spent / 60.0 / days)


def _asked(truth: Truth, plan: Plan, fact: int, day: int, luck: "_Luck", *, is_new: bool) -> float:
    """One question; the seconds it took."""
    chance = FIRST_RIGHT if is_new else truth.recall(fact, day)
    right = luck.of(fact, day) < chance
    if is_new:
        truth.meet(fact, day)
    else:
        truth.answer(fact, day, right)
    plan.told(fact, day, right)
    return NEW_SECS if is_new else RIGHT_SECS if right else WRONG_SECS


class _Luck:
    """A number between 0 and 1 for each fact and day, the same whatever the plan."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def of(self, fact: int, day: int) -> float:
        """Two rounds of mixing: cheap, and even enough for a benchmark."""
        mixed = (self._seed * 1_000_003 + fact * 9_176 + day) * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & 0xFFFFFFFFFFFFFFFF
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & 0xFFFFFFFFFFFFFFFF
        return (mixed ^ mixed >> 31) / 2**64
