"""What happens when somebody's hour comes? The first due question is sent to them, once."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.actions import given_word, leaving, planning, preferring, sitting, summarising
from bot.actions.studying import Table
from lessons.enrollment import Learner
from lessons.reminders import may_remind, next_reminder
from lessons.session import SessionKind
from storage.store import Store

IN_THE_MIDDLE = timedelta(minutes=10)
"""Whoever did something so recently is not interrupted; the reminder comes so much later."""
BATCH = 100
"""How many reminders are claimed in one transaction."""


async def sweep(store: Store, now: datetime, limit: int = BATCH) -> int:
    """Claims the learners whose moment has come and owes each their reminder; how many were claimed."""
    claimed = await store.learners.claim_reminders(now, limit)
    for learner in claimed:
        await _remind(store, learner, now)
    return len(claimed)


async def _remind(store: Store, learner: Learner, now: datetime) -> None:
    """One message with the first due question in it, once a week with the summary instead; or, where nothing is due,
    only the next moment.
    """
    kept = learner.preferences
    if learner.last_active_at is not None and now - learner.last_active_at < IN_THE_MIDDLE:
        await store.learners.save(_not_sent(learner))
        await store.learners.set_next(learner.id, now + IN_THE_MIDDLE)
        return
    waits = may_remind(learner, now=now) and await store.reviews.count_due(learner.id, now)
    due = await planning.to_review(store, learner, now) if waits else []
    first_due = await store.reviews.first_due(learner.id)
    later = None
    if due:
        judged = await _replace_open_review(store, learner, now)
        due = [item for item in due if item not in judged]
    if due:
        if not await summarising.tell_with_reminder(store, learner, now):
            await sitting.begin_reminder(store, learner, due, now)
    else:
        learner = _not_sent(learner)
        await store.learners.save(learner)
        later = await given_word.tell(store, learner, now)
    planned = next_reminder(kept, learner.reminding, first_due, now=now)
    await store.learners.set_next(learner.id, min(filter(None, (later, planned)), default=None))


def _not_sent(learner: Learner) -> Learner:
    """The claim counted a reminder as ignored that was not sent at all."""
    return replace(learner, reminding=replace(learner.reminding, ignored=max(0, learner.reminding.ignored - 1)))


async def _replace_open_review(store: Store, learner: Learner, now: datetime) -> set[int]:
    """A reminder that was not answered gives way to the new one: never a row of them.

    The items answered there that were judged only now.
    """
    judged: set[int] = set()
    for session in await store.sessions.open_of(learner.id):
        if session.kind is SessionKind.REVIEW and session.step is not None:
            closed = await leaving.close(Table(store, learner, session, now))
            judged |= {result.item for result in closed.results[len(session.results) :]}
            await sitting.owe(store, learner, session.id)
    return judged


async def snooze(at: Table, minutes: int) -> None:
    """Later: in so many minutes, or (0) not today. The sitting ends; what is due stays due."""
    await leaving.close(at)
    await sitting.owe(at.store, at.learner, at.session.id)
    if minutes:
        moment = at.now + timedelta(minutes=min(minutes, 24 * 60))
        await at.store.learners.set_next(at.learner.id, moment)
        await sitting.say(at.store, at.learner, "snoozed", minutes=minutes)
        return
    await preferring.keep(at.store, at.learner, at.now)
    await sitting.say(at.store, at.learner, "not_today")
