"""How well does the learner remember what?"""

from collections.abc import Mapping

from bot.views.showing import Showing
from lessons.mastery import mastery
from lessons.memory import Memory
from lessons.schedule import schedule_for


def known(showing: Showing, memories: Mapping[int, Memory]) -> set[int]:
    """The items of those that the learner would very likely recall now."""
    return {item for item, strength in strengths(showing, memories).items() if mastery([strength], 1).known}


def strengths(showing: Showing, memories: Mapping[int, Memory]) -> dict[int, float]:
    """The chance of recall now, of each item that has been met."""
    kept = showing.learner.preferences
    schedule = schedule_for(showing.learner)
    return {
        item: schedule.retrievability(memory, now=showing.now, zone=kept.zone, rollover_hour=kept.rollover_hour)
        for item, memory in memories.items()
    }
