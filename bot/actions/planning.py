"""What does the learner's day hold, and what does the plan expect? The limits and the forecast, from what is kept."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from lessons.budget import RECENT, Limits, limits
from lessons.days import start_of_day, study_day
from lessons.enrollment import Learner
from lessons.exam import Forecast, forecast
from lessons.memory import Memory
from lessons.pace import Pace, pace_of
from lessons.schedule import schedule_for, seed_of
from lessons.worth import LEAST_EARLY, chosen, in_order, worth
from storage.store import Store

MANY = 100_000
PRESENCE_DAYS = timedelta(days=28)


async def day_limits(store: Store, learner: Learner, pack_id: int | None, now: datetime) -> Limits:
    """New facts and reviews of the learner's whole day, what was done today included."""
    kept = learner.preferences
    if kept.exam_on is None and kept.minutes_per_day is None:
        return Limits(kept.new_per_day, kept.reviews_per_day)
    today = study_day(now, kept.zone, kept.rollover_hour)
    since = start_of_day(today, kept.zone, kept.rollover_hour)
    done_new = await store.reviews.seen_today_new(learner.id, since)
    done = await store.reviews.answered_since(learner.id, since) - done_new
    unseen = len(await store.reviews.unseen(learner.id, [pack_id], MANY)) if pack_id else 0
    found = await pace(store, learner, now)
    return limits(
        kept,
        secs=found.secs,
        right=found.right,
        due=await store.reviews.count_due(learner.id, now) + max(0, done),
        unseen=unseen + done_new,
        today=today,
    )


async def to_review(store: Store, learner: Learner, now: datetime) -> list[int]:
    """The items of a review now: what is due within the day's limit, and, by the minutes, what would soon be.

    What would soon be due waits until the day's new facts are met, unless nothing else is due. Whoever has used up the
    minutes and comes all the same gets what is due.
    """
    kept = learner.preferences
    if kept.minutes_per_day is None:
        due = await store.reviews.due(learner.id, now, kept.reviews_per_day + 1)
        if len(due) <= kept.reviews_per_day:
            return [item for item, _ in due]
    today = start_of_day(study_day(now, kept.zone, kept.rollover_hour), kept.zone, kept.rollover_hour)
    given = await store.reviews.answered_since(learner.id, today)
    done = given - await store.reviews.seen_today_new(learner.id, today)
    limit = (await day_limits(store, learner, None, now)).reviews
    is_timed = kept.minutes_per_day is not None
    memories = await store.reviews.askable(learner.id)
    due_only = {item: memory for item, memory in memories.items() if memory.due <= now}
    if is_timed and limit > done:
        first = due_only if due_only and await _new_waits(store, learner, now) else memories
        return chosen(learner, first, limit - done, now=now)
    return chosen(learner, due_only, limit, now=now)


async def _new_waits(store: Store, learner: Learner, now: datetime) -> bool:
    """Whether today has room for a new fact, and there is one in what the learner has begun."""
    kept = learner.preferences
    packs = await store.enrollments.of(learner.id)
    if not await store.reviews.unseen(learner.id, packs, 1):
        return False
    since = start_of_day(study_day(now, kept.zone, kept.rollover_hour), kept.zone, kept.rollover_hour)
    room = (await day_limits(store, learner, packs[0], now)).new
    return room > await store.reviews.seen_today_new(learner.id, since)


def early(learner: Learner, memories: Mapping[int, Memory], now: datetime) -> list[int]:
    """What is not due yet but worth a question already, the most useful first."""
    kept, schedule = learner.preferences, schedule_for(learner)
    worth_of = worth(schedule, now=now, zone=kept.zone, rollover_hour=kept.rollover_hour, exam_on=kept.exam_on)
    waiting = {item: memory for item, memory in memories.items() if memory.due > now}
    return in_order(waiting, worth_of, least=LEAST_EARLY)


async def expectation(store: Store, learner: Learner, pack_id: int | None, now: datetime) -> Forecast | None:
    """What of the pack will be known on the day of the exam; None without an exam ahead."""
    if learner.preferences.exam_on is None or pack_id is None:
        return None
    memories = await store.reviews.memories(learner.id, pack_id)
    askable = set(await store.packs.askable(pack_id))
    unseen = await store.reviews.unseen(learner.id, [pack_id], MANY)
    found = await pace(store, learner, now)
    asked: Mapping[int, Memory] = {item: memory for item, memory in memories.items() if item in askable}
    return await asyncio.to_thread(forecast, learner, asked, unseen, pace=found, now=now)


async def bend(store: Store, learner: Learner, now: datetime) -> None:
    """Every due moment ahead anew, by the exam and the holiday that are set now. What is overdue stays so."""
    kept, schedule = learner.preferences, schedule_for(learner)
    for item, memory in (await store.reviews.memories(learner.id)).items():
        seed = seed_of(learner.id, item)
        due = schedule.due(memory, now=now, zone=kept.zone, rollover_hour=kept.rollover_hour, seed=seed)
        if due != memory.due:
            await store.reviews.remember(learner.id, item, replace(memory, due=due))


async def pace(store: Store, learner: Learner, now: datetime) -> Pace:
    """How the learner goes about it, by the last answers and the last days."""
    kept = learner.preferences
    today = study_day(now, kept.zone, kept.rollover_hour)
    first = max(today - PRESENCE_DAYS, study_day(learner.joined_at, kept.zone, kept.rollover_hour))
    since = start_of_day(first, kept.zone, kept.rollover_hour)
    present = await store.progress.days(learner.id, learner.preferences, since)
    return pace_of(
        await store.reviews.elapsed(learner.id),
        await store.reviews.last_reviews(learner.id, RECENT),
        len(present),
        (today - first).days + 1,
        schedule_for(learner),
    )


def is_sensible(first: date, last: date, today: date) -> bool:
    """Whether a holiday with these days can be kept: not over, not backwards, at most half a year."""
    return today <= last and first <= last and (last - first).days <= 183
