"""What does a sitting hold? Readings and questions, put in order within a day's room."""

import hashlib
from collections.abc import Collection, Mapping, Sequence

from lessons.session import Step

SPILL = 2
"""So many questions more than the day's room may be asked, rather than parting a reading from its own."""

Taught = tuple[int | None, Sequence[int]]
"""A reading's row id and the row ids of the items it teaches; None for items that no reading teaches."""


def lesson_plan(taught: Sequence[Taught], seen: Collection[int], room: int) -> tuple[Step, ...]:
    """The next readings of a lesson, each followed by its unseen items; stops before `room` is exceeded
    by more than `SPILL`.

    The first reading with something unseen is always taken whole: a reading is never parted from its questions.
    Readings that teach nothing stand before the next one that does. Empty when nothing is unseen.
    """
    steps: list[Step] = []
    waiting: list[Step] = []
    asked = 0
    for reading, items in taught:
        unseen = [Step("question", item) for item in items if item not in seen]
        shown = [Step("reading", reading)] if reading is not None else []
        if not items:
            waiting += shown
            continue
        if not unseen:
            waiting = []
            continue
        if asked and asked + len(unseen) > room + SPILL:
            break
        steps += [*waiting, *shown, *unseen]
        waiting = []
        asked += len(unseen)
    return tuple(steps)


def quiz_plan(items: Sequence[int], strength: Mapping[int, float], *, size: int, seed: int) -> tuple[Step, ...]:
    """`size` questions of `items`: those that were met and are weakest first, then new ones; the order is mixed.

    `strength` is the retrievability (0 to 1) of the items that were met. The same seed gives the same quiz.
    """
    met = sorted((item for item in items if item in strength), key=lambda item: (strength[item], item))
    new = sorted((item for item in items if item not in strength), key=lambda item: _mix(seed, item))
    chosen = (met + new)[:size] if len(met) >= size else met + new[: size - len(met)]
    return tuple(Step("question", item) for item in sorted(chosen, key=lambda item: _mix(seed + 1, item)))


def draw(items: Sequence[int], count: int | None, *, seed: int) -> tuple[int, ...]:
    """`count` of the items, in their order; another seed draws others. All of them for None."""
    if count is None or count >= len(items):
        return tuple(items)
    chosen = set(sorted(items, key=lambda item: _mix(seed, item))[: max(0, count)])
    return tuple(item for item in items if item in chosen)


def _mix(seed: int, item: int) -> bytes:
    return hashlib.blake2b(f"{seed}:{item}".encode(), digest_size=8).digest()
