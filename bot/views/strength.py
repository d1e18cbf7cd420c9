"""How well does the learner remember what?"""

from bot.views.showing import Showing
from lessons.mastery import mastery
from lessons.schedule import schedule_for


async def known(showing: Showing, pack_id: int) -> set[int]:
    """The pack's items that the learner would very likely recall now, and did the last time."""
    found = await strengths(showing, pack_id)
    return {item for item, strength in found.items() if mastery([strength], 1).known}


async def strengths(showing: Showing, pack_id: int) -> dict[int, float]:
    """The chance of recall now, of each of the pack's items that has been met; 0 of one missed the last time.

    Whoever has just read the right answer would recall it, which says little.
    """
    kept, schedule = showing.learner.preferences, schedule_for(showing.learner)
    missed = await showing.store.progress.missed(showing.learner.id, pack_id)
    memories = await showing.store.reviews.memories(showing.learner.id, pack_id)
    return {
        item: 0.0
        if item in missed
        else schedule.retrievability(memory, now=showing.now, zone=kept.zone, rollover_hour=kept.rollover_hour)
        for item, memory in memories.items()
    }
