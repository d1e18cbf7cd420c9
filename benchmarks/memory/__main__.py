"""How much is remembered after 60 days under which plan? `python -m benchmarks.memory [--seeds N]`

Prints a table for each pack and each model of memory: facts known, with the 95 % interval of the mean over learners,
right answers in a test nobody expected, facts met, minutes really spent a day; and how far Lectern is ahead of the best
of the others, learner by learner.
"""

import argparse
from collections.abc import Sequence
from math import sqrt
from statistics import mean, stdev

from benchmarks.memory.days import End, play
from benchmarks.memory.plans import PLANS, Lectern, LecternExam, LecternPlain
from benchmarks.memory.truths import TRUTHS

PACKS = ((56, 3), (200, 6), (200, 10), (200, 12))
"""Facts, and minutes a day."""
DAYS = 60
FIRST_SEED = 1000
"""The plan's own numbers were chosen with the learners below this one; these it has not met."""
OURS = (Lectern, LecternExam, LecternPlain)


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__)
    parser.add_argument("--seeds", type=int, default=40, help="so many learners for each model")
    options = parser.parse_args(arguments)
    for facts, minutes in PACKS:
        print(f"\n{facts} facts, {minutes} minutes a day, {DAYS} days, {options.seeds} learners for each memory")
        over_all: dict[str, list[float]] = {plan.name: [] for plan in PLANS}
        for truth in TRUTHS:
            ends = {
                plan.name: [
                    play(truth(seed, facts), plan(minutes, DAYS), facts=facts, minutes=minutes, days=DAYS, seed=seed)
                    for seed in range(FIRST_SEED, FIRST_SEED + options.seeds)
                ]
                for plan in PLANS
            }
            print("\n".join(table(truth.name, ends)))
            for name, each in ends.items():
                over_all[name] += [end.known for end in each]
        print("\nall four memories together")
        print("\n".join(f"  {name:<22}{interval(known):>20}" for name, known in over_all.items()))


def table(truth: str, ends: dict[str, list[End]]) -> list[str]:
    """The rows of one model of memory."""
    lines = [f"\n{truth:<24}{'known at day 60':>20}{'test':>8}{'met':>8}{'minutes':>9}"]
    for name, each in ends.items():
        known = interval([end.known for end in each])
        tested, met = mean(end.tested for end in each), mean(end.met for end in each)
        spent = mean(end.minutes for end in each)
        lines.append(f"  {name:<22}{known:>20}{tested:>8.1f}{met:>8.1f}{spent:>9.2f}")
    ours = {plan.name for plan in OURS}
    rival = max((name for name in ends if name not in ours), key=lambda name: mean(end.known for end in ends[name]))
    for plan in OURS:
        ahead = [a.known - b.known for a, b in zip(ends[plan.name], ends[rival], strict=True)]
        lines.append(f"  {plan.name} is ahead of {rival} by {interval(ahead)}")
    return lines


def interval(values: Sequence[float]) -> str:
    """The mean and half the width of its 95 % interval."""
    width = 1.96 * stdev(values) / sqrt(len(values)) if len(values) > 1 else 0.0
    return f"{mean(values):.1f} ± {width:.1f}"


if __name__ == "__main__":
    main()
