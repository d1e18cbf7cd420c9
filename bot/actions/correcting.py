"""What happens to those who had learned a key that was wrong? Scored again, told once, asked again within a day."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from lessons.enrollment import Learner
from lessons.errors import ItemNotFound, LearnerNotFound
from lessons.regrading import regraded
from lessons.reminders import next_reminder
from lessons.schedule import rebuild, schedule_for
from storage.corrections import Rescoring
from storage.install import SOON
from storage.store import Store

LEARNERS_AT_ONCE = 20
"""So many in one transaction: others' updates are worked off in between."""
TOLD = 5
"""So many questions are named in one message."""


@dataclass(frozen=True, slots=True)
class Rescored:
    """How many learners were worked off, and the chats that are owed a word."""

    learners: int
    chats: tuple[int, ...]


async def rescore(store: Store, now: datetime) -> Rescored:
    """Works off the answers of some learners; a learner is told in the same transaction, so once."""
    waiting: dict[int, list[Rescoring]] = defaultdict(list)
    for one in await store.corrections.waiting(LEARNERS_AT_ONCE):
        waiting[one.learner_id].append(one)
    chats = []
    for learner_id, theirs in waiting.items():
        try:
            learner = await store.learners.get(learner_id)
        except LearnerNotFound:  # forgotten meanwhile, and with them the rows
            continue
        told = [line for one in theirs if (line := await _rescored(store, learner, one, now)) is not None]
        if told:
            await _replan(store, learner, now)
            # like a reminder it is not sent twice: whoever finds it half sent does not know whether it arrived
            args = {"items": told[:TOLD], "more": max(0, len(told) - TOLD), "reminder": True}
            await store.views.owe(learner.chat_id, "corrected", args, place="new")
            chats.append(learner.chat_id)
    return Rescored(len(waiting), tuple(chats))


async def _rescored(store: Store, learner: Learner, one: Rescoring, now: datetime) -> dict[str, Any] | None:
    """One learner's answers to one item; what they are told of it. None where nothing of theirs stands."""
    await store.corrections.done(learner.id, one.item_id)
    try:
        stored = await store.packs.item(one.item_id)
    except ItemNotFound:
        return None
    attempts = await store.reviews.attempts(learner.id, item_id=one.item_id)
    if not attempts or stored.retired:
        return None
    again = [regraded(stored.item, attempt, learner.preferences.language)[0] for attempt in attempts]
    await store.corrections.record(again, now)
    kept = learner.preferences
    memory = rebuild(again, schedule=schedule_for(learner), zone=kept.zone, rollover_hour=kept.rollover_hour)
    if memory is not None:
        soon = one.at + SOON
        await store.reviews.remember(learner.id, one.item_id, replace(memory, due=min(memory.due, soon)))
    return {
        "item": one.item_id,
        "was": one.was,
        "said": attempts[-1].said,
        "before": attempts[-1].fraction,
        "after": again[-1].fraction,
    }


async def _replan(store: Store, learner: Learner, now: datetime) -> None:
    """The next reminder, where something comes back sooner than it was planned for."""
    first_due = await store.reviews.first_due(learner.id)
    planned = learner.reminding.next_at
    moment = next_reminder(learner.preferences, learner.reminding, first_due, now=now)
    if moment is not None and (planned is None or moment < planned):
        await store.learners.set_next(learner.id, moment)
