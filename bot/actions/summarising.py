"""What happens when a learner's week is over? One short message, at their hour, to those who have been learning.

It is planned at an answer and planned anew only for those who went on: the sleeping cost nothing, and hear nothing.
"""

from datetime import datetime, timedelta

from bot.weeks import first_weekday
from lessons.days import local
from lessons.enrollment import Learner
from lessons.errors import LearnerNotFound
from lessons.reminders import in_holiday, is_quiet
from lessons.weekly import LATE, after_quiet, next_summary, summary_at, week_begin
from storage.store import Store
from storage.summaries import Summary

BATCH = 100
"""How many summaries are claimed in one transaction."""
LATELY = timedelta(days=14)
"""Whoever has not answered for so long is left in peace."""
ACQUAINTED = timedelta(days=6)
"""Whoever came only just now has no week to be told about."""
IN_THE_MIDDLE = timedelta(minutes=10)
TOGETHER = timedelta(hours=1)
"""A summary and a reminder that would come within so short a time are one message."""


async def sweep(store: Store, now: datetime, limit: int = BATCH) -> int:
    """Claims the summaries whose moment has come and owes them to their learners; how many were claimed.

    Claim, note of the week and owed view are one transaction: after a crash all of it is done, or nothing.
    """
    claimed = await store.summaries.claim(now, limit)
    for one in claimed:
        await _tell(store, one, now)
    return len(claimed)


async def plan(store: Store, learner: Learner, now: datetime) -> None:
    """Plans the next summary by what is set now; none for whoever does not want it."""
    kept = learner.preferences
    at = None
    if kept.weekly:
        at = next_summary(kept, first_weekday(kept.zone, kept.language), learner.weekly_week, now=now)
    if at != learner.weekly_at:
        await store.summaries.plan(learner.id, at)


async def plan_first(store: Store, learner: Learner, now: datetime) -> None:
    """After an answer: plans a summary where none is planned."""
    if learner.weekly_at is None and learner.preferences.weekly:
        await plan(store, learner, now)


async def tell_with_reminder(store: Store, learner: Learner, now: datetime) -> bool:
    """Whether the reminder that goes out now is the summary's message, too: two at one hour are one too many."""
    at = learner.weekly_at
    if at is None or at > now + TOGETHER or not await _is_wanted(store, learner, now):
        return False
    return await _owe(store, learner, learner.weekly_week, now, due=True)


async def _tell(store: Store, one: Summary, now: datetime) -> None:
    try:
        learner = await store.learners.get(one.learner_id)
    except LearnerNotFound:
        return
    kept = learner.preferences
    if not await _is_wanted(store, learner, now):
        return
    reminder = learner.reminding.next_at
    if reminder is not None and reminder <= now + TOGETHER:
        await store.summaries.plan(learner.id, max(now, reminder))  # where that goes out, it tells of the week, too
        return
    if learner.last_active_at is not None and now - learner.last_active_at < IN_THE_MIDDLE:
        await store.summaries.plan(learner.id, now + IN_THE_MIDDLE)
        return
    if is_quiet(kept, local(now, kept.zone).time()):
        await store.summaries.plan(learner.id, after_quiet(now, kept))
        return
    if not await _owe(store, learner, one.week, now):
        first = first_weekday(kept.zone, kept.language)
        await store.summaries.plan(learner.id, next_summary(kept, first, one.week, now=now))


async def _is_wanted(store: Store, learner: Learner, now: datetime) -> bool:
    return learner.preferences.weekly and await store.progress.answered_since(learner.id, now - LATELY)


async def _owe(store: Store, learner: Learner, told: str | None, now: datetime, *, due: bool = False) -> bool:
    """Owes the summary and plans the next one, where this week's was not told and is to be told now."""
    kept = learner.preferences
    first = first_weekday(kept.zone, kept.language)
    begin = week_begin(now, kept, first)
    week = begin.isoformat()
    fresh = told is None or week > told
    early = TOGETHER if due else timedelta()
    if not (fresh and _may_tell(learner, now) and -early <= now - summary_at(begin, kept) < LATE):
        return False
    args = {"begin": week, "reminder": True} | ({"due": True} if due else {})
    await store.views.owe(learner.chat_id, "week", args, place="new", key="week")
    await store.summaries.plan(learner.id, next_summary(kept, first, week, now=now), told=week)
    return True


def _may_tell(learner: Learner, now: datetime) -> bool:
    """Not in a pause or on holiday, and not in the first days."""
    kept = learner.preferences
    paused = kept.paused_until is not None and now < kept.paused_until
    return not paused and not in_holiday(kept, now) and now - learner.joined_at >= ACQUAINTED
