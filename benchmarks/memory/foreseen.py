"""Does it come as the bot says? What was expected for the exam at the start and half way, and what was then known.

`python -m benchmarks.memory.foreseen [--seeds N]`
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from statistics import mean

from benchmarks.memory.__main__ import DAYS, FIRST_SEED, PACKS, interval
from benchmarks.memory.days import play
from benchmarks.memory.plans import LecternExam
from benchmarks.memory.truths import EPOCH, TRUTHS
from lessons.exam import forecast
from lessons.pace import pace_of

HALF = DAYS // 2


class Foreseeing(LecternExam):
    """The plan with an exam date, noting what it would tell the learner."""

    def __init__(self, minutes: float, days: int, facts: int) -> None:
        super().__init__(minutes, days)
        self._facts = facts
        self.told_at: dict[int, float] = {}

    def new(self, day: int, unseen: int) -> int:
        """As the plan; the first day, and the first one of the second half, a forecast is noted."""
        moment = 0 if day < HALF else HALF
        if moment not in self.told_at:
            left = range(self._facts - unseen, self._facts)
            now = EPOCH + timedelta(days=day)
            pace = replace(pace_of([], self._reviewed, len(self._days), day, self._schedule), secs=15.0)
            found = forecast(self._learner, self._memories, left, pace=pace, now=now)
            assert found is not None
            self.told_at[moment] = found.known
        return super().new(day, unseen)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory.foreseen", description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="so many learners for each model")
    seeds = parser.parse_args(arguments).seeds
    print(f"{'facts, minutes, memory':<34}{'told at first':>14}{'half way':>10}{'known':>16}{'off by, half way':>18}")
    for facts, minutes in PACKS:
        for truth in TRUTHS:
            told, known = [], []
            for seed in range(FIRST_SEED, FIRST_SEED + seeds):
                plan = Foreseeing(minutes, DAYS, facts)
                end = play(truth(seed, facts), plan, facts=facts, minutes=minutes, days=DAYS, seed=seed)
                told.append(plan.told_at)
                known.append(end.known)
            first, half = mean(each[0] for each in told), mean(each[HALF] for each in told)
            off = mean(abs(each[HALF] - real) for each, real in zip(told, known, strict=True))
            name = f"{facts}, {minutes}, {truth.name}"
            print(f"{name:<34}{first:>14.1f}{half:>10.1f}{interval(known):>16}{off:>18.1f}")


if __name__ == "__main__":
    main()
