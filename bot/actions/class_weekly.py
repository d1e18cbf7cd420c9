"""What happens when a teacher's Monday comes? One message about the class, once a week, never at night."""

from datetime import datetime

from bot.actions import rights
from lessons.days import local
from lessons.enrollment import Learner
from lessons.errors import LearnerNotFound
from lessons.reminders import is_quiet
from lessons.weekly import after_quiet, next_weekly, week_of
from storage.store import Store
from storage.weekly import Weekly

BATCH = 50
"""How many messages are claimed in one transaction."""


async def sweep(store: Store, now: datetime, limit: int = BATCH) -> int:
    """Claims the messages whose moment has come and owes them to their teachers; how many were claimed.

    Claim, note of the week and owed view are one transaction: after a crash all of it is done, or nothing.
    """
    claimed = await store.weekly.claim(now, limit)
    for one in claimed:
        await _tell(store, one, now)
    return len(claimed)


async def _tell(store: Store, one: Weekly, now: datetime) -> None:
    try:
        teacher = await store.learners.get(one.learner_id)
    except LearnerNotFound:
        return
    group = await store.classes.get(one.class_id)
    if group.archived_at is not None:
        return
    kept, week = teacher.preferences, week_of(now, group.zone)
    if is_quiet(kept, local(now, kept.zone).time()):
        await store.weekly.plan(group.id, teacher.id, after_quiet(now, kept))
        return
    fresh = one.week is None or week > one.week
    following = next_weekly(group.zone, kept, max(week, one.week or ""), now=now)
    if fresh and await _worth_telling(store, teacher, group.id):
        args = {"group": group.id, "week": week, "reminder": True}
        key = f"weekly:{group.id}"
        await store.views.owe(teacher.chat_id, "class_weekly", args, place="new", key=key)
        await store.weekly.plan(group.id, teacher.id, following, sent_week=week)
    else:
        await store.weekly.plan(group.id, teacher.id, following)


async def _worth_telling(store: Store, teacher: Learner, group: int) -> bool:
    """Not about an empty class or one without work, not to whoever cannot be reached or leads it no more."""
    if teacher.blocked_at is not None or not await rights.may_lead(store, teacher, group):
        return False
    return bool(await store.classes.count(group)) and bool(await store.assignments.of_class(group))
