"""What does a learner hold of a pack, fact by fact? Nothing that a class keeps closed until its deadline."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from lessons.enrollment import Learner
from lessons.items import Item
from lessons.schedule import schedule_for
from lessons.strength import Held, Strength
from storage.packs import StoredPack
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Knowing:
    """A pack as a learner holds it: the facts met by row id, and the rows of all that is asked."""

    stored: StoredPack
    held: Mapping[int, Held]
    asked: Collection[int]
    items: Mapping[int, Item]

    def count(self, strength: Strength) -> int:
        """How many facts are held so."""
        return sum(one.strength is strength for one in self.held.values())

    @property
    def unseen(self) -> int:
        """How many facts were not met yet."""
        return len(self.asked) - len(self.held)


async def knowing(store: Store, learner: Learner, pack_id: int, now: datetime) -> Knowing:
    """The pack as the learner holds it now; what is closed is left out altogether. Raises PackNotFound."""
    stored = await store.packs.get(pack_id)
    shut = await closed_lessons(store, learner, now)
    rows = {
        stored.items[item.id]: item
        for lesson, item in stored.pack.items()
        if item.id in stored.items and not {(pack_id, None), (pack_id, lesson.id)} & shut
    }
    asked = [row for row in await store.packs.askable(pack_id) if row in rows]
    kept, schedule = learner.preferences, schedule_for(learner)
    held = {}
    memories = await store.reviews.memories(learner.id, pack_id)
    missed = await store.progress.missed(learner.id, pack_id)
    for row in asked:
        if (memory := memories.get(row)) is not None:
            chance = schedule.retrievability(memory, now=now, zone=kept.zone, rollover_hour=kept.rollover_hour)
            held[row] = Held(row, chance, memory.stability, memory.lapses, row in missed)
    return Knowing(stored, held, asked, rows)


async def closed_lessons(store: Store, learner: Learner, now: datetime) -> set[tuple[int, str | None]]:
    """(pack, lesson) of what is not told right or wrong yet; lesson None: all of the pack."""
    return {
        (one.assignment.pack_id, one.assignment.lesson)
        for one in await store.assignments.of_learner(learner.id)
        if one.assignment.sealed and one.deadline is not None and one.deadline > now
    }
