"""What is a class about to forget? The facts with the lowest mean chance of recall a week from now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from lessons.memory import Memory
from lessons.schedule import Schedule

AHEAD_DAYS = 7


@dataclass(frozen=True, slots=True)
class Fading:
    """One item: its mean retrievability (0 to 1) over the n learners who have met it, if nobody reviews until then."""

    item_id: int
    n: int
    recall: float


def fading(memories: Iterable[tuple[int, Memory]], *, now: datetime, ahead_days: int = AHEAD_DAYS) -> list[Fading]:
    """All items met, the ones that will be remembered least first; `memories` are (item, one learner's memory)."""
    schedule = Schedule()
    chances: dict[int, list[float]] = {}
    for item, memory in memories:
        days = max(0.0, (now - memory.last_review).total_seconds() / 86400) + ahead_days
        chances.setdefault(item, []).append(schedule.recall_after(memory, days))
    means: Mapping[int, float] = {item: sum(each) / len(each) for item, each in chances.items()}
    found = [Fading(item, len(chances[item]), mean) for item, mean in means.items()]
    return sorted(found, key=lambda one: (one.recall, -one.n, one.item_id))
