"""What happens to what piled up while somebody was away? If they wish, it comes back little by little."""

from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil

from bot.actions import leaving, sitting
from bot.actions.table import Table
from lessons.days import start_of_day, study_day
from lessons.enrollment import Learner
from lessons.session import Phase, Session, SessionKind, Step
from lessons.worth import chosen
from storage.store import Store

AWAY = timedelta(days=14)
"""After so long without an answer the offer is made."""
MUCH = 12
"""With fewer facts due than this there is nothing to spread."""
DAYS = 7


async def is_offered(store: Store, learner: Learner, session: Session, now: datetime) -> bool:
    """Whether the review that begins is the first one after a long absence, and a large one."""
    if session.kind is not SessionKind.REVIEW or session.position or session.phase is not Phase.ASKING:
        return False
    last = await store.reviews.last_attempt(learner.id)
    if last is None or now - last.at < AWAY:
        return False
    return await store.reviews.count_due(learner.id, now) >= MUCH


async def spread(store: Store, learner: Learner, now: datetime, days: int = DAYS) -> None:
    """What is due is dealt out over so many days, the most useful first; today's share is asked at once.

    The memories stay as they are: only their due moments move, and no answer is made up.
    """
    for session in await store.sessions.open_of(learner.id):
        if session.kind is SessionKind.REVIEW and session.step is not None:
            await leaving.close(Table(store, learner, session, now))
            await sitting.owe(store, learner, session.id)
    kept = learner.preferences
    memories = await store.reviews.askable(learner.id)
    due = {item: memory for item, memory in memories.items() if memory.due <= now}
    order = chosen(learner, due, len(due) - 1, now=now) if len(due) > 1 else list(due)
    order += sorted(set(due) - set(order))
    today, a_day = study_day(now, kept.zone, kept.rollover_hour), max(1, ceil(len(order) / days))
    for place, item in enumerate(order[a_day:], a_day):
        moment = start_of_day(today + timedelta(days=place // a_day), kept.zone, kept.rollover_hour)
        await store.reviews.remember(learner.id, item, replace(due[item], due=moment))
    if not order:
        await sitting.page(store, learner, "nothing_due")
        return
    await sitting.say(store, learner, "spread_out", count=a_day)
    steps = tuple(Step("question", item) for item in order[:a_day])
    await sitting.begin(store, learner, SessionKind.REVIEW, steps, now)
