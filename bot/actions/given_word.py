"""Who hears that their class was given something? Whoever no reminder reaches soon: once, outside their quiet hours."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions import assigned
from bot.actions.assigned import Mine
from lessons.days import at_local, local
from lessons.enrollment import Learner
from lessons.reminders import in_holiday, is_quiet
from storage.store import Store

SETTLING = timedelta(minutes=10)
"""So long a teacher is left to choose the deadline, and to give more: it is one message."""
SOON = timedelta(days=1)
"""A reminder that comes so soon says a word about it anyway."""
FRESH = timedelta(days=3)
"""What was given longer ago is no news."""


async def call(store: Store, class_id: int, now: datetime) -> None:
    """The class was given something: its learners' next moment is brought near where it is far, or there is none."""
    zone = (await store.classes.get(class_id)).zone
    for member in await store.classes.members(class_id):
        learner = await store.learners.get(member.learner_id)
        at, planned = moment(learner, zone, now + SETTLING), learner.reminding.next_at
        if at is not None and (planned is None or planned > at + SOON):
            await store.learners.set_next(learner.id, at)


def moment(learner: Learner, zone: str | None, earliest: datetime) -> datetime | None:
    """The first moment from then on that is not quiet, by the class's clock where the learner's is not known.

    None for whoever wants no reminders, or is on holiday.
    """
    kept = learner.preferences
    if kept.reminder_time is None or learner.blocked_at is not None:
        return None
    kept = replace(kept, zone=kept.zone or zone)
    at = max(earliest, kept.paused_until or earliest)
    here = local(at, kept.zone)
    if is_quiet(kept, here.time()):
        at = at_local(here.date() + timedelta(days=here.time() >= kept.quiet_to), kept.quiet_to, kept.zone)
    return None if in_holiday(kept, at) else at


async def tell(store: Store, learner: Learner, now: datetime) -> datetime | None:
    """Owes the word to a learner whose moment has come and to whom nothing is due; when to ask again, None: never."""
    news = await fresh(store, learner, now)
    if not news:
        return None
    at = moment(learner, news[0].given.zone, now)
    if at is None or at > now:
        return at
    await store.views.owe(learner.chat_id, "given", {"reminder": True}, place="new", key="given")
    return None


async def fresh(store: Store, learner: Learner, now: datetime) -> list[Mine]:
    """What was lately given to the learner and is not begun."""
    return [one for one in await assigned.mine(store, learner, now) if _is_fresh(one, now)]


def _is_fresh(one: Mine, now: datetime) -> bool:
    return one.is_open and not one.met and one.given.since > now - FRESH
