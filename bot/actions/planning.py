"""What does the learner's day hold, and what does the plan expect? The limits and the forecast, from what is kept."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from lessons.budget import RECENT, Limits, limits, right_share, seconds_per_answer
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


@dataclass(frozen=True, slots=True)
class SoFar:
    """What the limits of a day are made of, asked for once: `new` and `reviews` are today's answers until now."""

    new: int
    reviews: int
    due: int
    secs: float
    right: float


async def so_far(store: Store, learner: Learner, now: datetime) -> SoFar:
    """How the learner's day stands. `pace` knows more, and takes ten times as long: a thousand may be due at once."""
    kept = learner.preferences
    since = start_of_day(study_day(now, kept.zone, kept.rollover_hour), kept.zone, kept.rollover_hour)
    new = await store.reviews.seen_today_new(learner.id, since)
    return SoFar(
        new=new,
        reviews=await store.reviews.answered_since(learner.id, since) - new,
        due=await store.reviews.count_due(learner.id, now),
        secs=seconds_per_answer(await store.reviews.elapsed(learner.id)),
        right=right_share(each.right for each in await store.reviews.last_reviews(learner.id, RECENT)),
    )


async def day_limits(
    store: Store, learner: Learner, pack_id: int | None, now: datetime, known: SoFar | None = None
) -> Limits:
    """New facts and reviews of the learner's whole day, what was done today included."""
    kept = learner.preferences
    if kept.exam_on is None and kept.minutes_per_day is None:
        return Limits(kept.new_per_day, kept.reviews_per_day)
    day = known or await so_far(store, learner, now)
    unseen = len(await store.reviews.unseen(learner.id, [pack_id], MANY)) if pack_id else 0
    return limits(
        kept,
        secs=day.secs,
        right=day.right,
        due=day.due + max(0, day.reviews),
        unseen=unseen + day.new,
        today=study_day(now, kept.zone, kept.rollover_hour),
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
    day = await so_far(store, learner, now)
    limit = (await day_limits(store, learner, None, now, day)).reviews
    memories = await store.reviews.askable(learner.id)
    due_only = {item: memory for item, memory in memories.items() if memory.due <= now}
    if kept.minutes_per_day is not None and limit > day.reviews:
        first = due_only if due_only and await _new_waits(store, learner, now, day) else memories
        return chosen(learner, first, limit - day.reviews, now=now)
    return chosen(learner, due_only, limit, now=now)


async def _new_waits(store: Store, learner: Learner, now: datetime, day: SoFar) -> bool:
    """Whether today has room for a new fact, and there is one in what the learner has begun."""
    packs = await store.enrollments.of(learner.id)
    if not await store.reviews.unseen(learner.id, packs, 1):
        return False
    return (await day_limits(store, learner, packs[0], now, day)).new > day.new


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
