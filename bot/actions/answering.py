"""What becomes of an answer? Graded, remembered, logged and shown, or held until it is known how sure it was."""

from dataclasses import replace

from bot.actions import sitting, summarising, sureness
from bot.actions.table import Table, seed_of
from lessons import session as sessions
from lessons.attempt import Attempt
from lessons.errors import StepAlreadyAnswered
from lessons.grade import Verdict
from lessons.memory import Memory
from lessons.rating import Rating
from lessons.reminders import next_reminder
from lessons.response import Response
from lessons.schedule import schedule_for
from lessons.schedule import seed_of as schedule_seed
from lessons.session import Outcome, Phase, Session
from storage.packs import StoredItem
from storage.views import Place


async def answer(at: Table, item: StoredItem, response: Response, key: str, *, place: Place = "edit") -> None:
    """The answer to the question that waits: asked again where it is not understood, held, or judged and shown."""
    try:
        outcome = sessions.answer(at.session, item.item, response, now=at.now, seed=seed_of(at.session), key=key)
    except StepAlreadyAnswered:
        await at.show_again(place)
        return
    if not outcome.counted:
        await _ask_again(at, outcome)
        return
    if sureness.is_asked(at.learner.preferences.ask_confidence, at.session, item.item, outcome):
        await at.save(sessions.hold(at.session, response, key), place=place)
        return
    await _settle(at, item, outcome, key, place)


async def sure(at: Table, step: int, level: str, key: str, *, place: Place = "edit") -> None:
    """How sure the learner is of the answer that waits; it is judged now."""
    session = at.session
    if session.phase is not Phase.SURE or session.position != step or session.step is None or session.held is None:
        await at.show_again(place)
        return
    item = await at.store.packs.item(session.step.ref)
    outcome = sessions.answer(
        session,
        item.item,
        session.held,
        now=at.now,
        seed=seed_of(session),
        key=key,
        confidence=sureness.LEVELS.get(level),
    )
    if not outcome.counted:  # the question was corrected meanwhile
        await _ask_again(at, outcome)
        return
    await _settle(at, item, outcome, key, place)


async def settle_held(at: Table, item: StoredItem, held: Response) -> Session:
    """The sitting once the answer that waits is judged without a word on how sure it was; as it was if it cannot be."""
    session, key = at.session, at.session.response_key or ""
    outcome = sessions.answer(session, item.item, held, now=at.now, seed=seed_of(session), key=key)
    if not outcome.counted:
        return session
    await _settle(at, item, outcome, key, "edit")
    return outcome.session


async def _settle(at: Table, item: StoredItem, outcome: Outcome, key: str, place: Place) -> None:
    """A counted answer: remembered, or only logged where it is practice, and shown."""
    if outcome.rating is None:
        await _log_drill(at, item.id, outcome, key)
    else:
        memory = await _remember(at, item.id, outcome, outcome.rating, key)
        await _plan_reminder(at, memory)
        await summarising.plan_first(at.store, at.learner, at.now)
    await at.save(outcome.session, place=place)


async def _ask_again(at: Table, outcome: Outcome) -> None:
    """Not understood, or its size word missing: said once, and the question stands."""
    session = at.session
    await at.store.sessions.save(outcome.session, expected_position=session.position, expected_phase=session.phase)
    if outcome.grade.verdict is Verdict.MISSING_SCALE:
        await sitting.say(at.store, at.learner, "missing_scale", said=outcome.session.said_before)
    else:
        await sitting.say(at.store, at.learner, f"reason:{outcome.grade.reason}", **outcome.grade.data)


async def _remember(at: Table, item_id: int, outcome: Outcome, rating: Rating, key: str) -> Memory:
    """The answer in the log and what it did to memory."""
    kept = at.learner.preferences
    before = await at.store.reviews.memory(at.learner.id, item_id)
    after = schedule_for(at.learner).review(
        before,
        rating,
        now=at.now,
        zone=kept.zone,
        rollover_hour=kept.rollover_hour,
        seed=schedule_seed(at.learner.id, item_id),
    )
    await at.store.reviews.record(replace(_attempt(at, item_id, outcome, key, after), rating=rating, before=before))
    return after


async def _log_drill(at: Table, item_id: int, outcome: Outcome, key: str) -> None:
    """Practice over what was just missed stands in the log as such.

    The key was seen a minute ago: a right answer proves little, and the first, wrong one has set the memory already.
    """
    memory = await at.store.reviews.memory(at.learner.id, item_id)
    if memory is not None:
        await at.store.reviews.practised(
            replace(_attempt(at, item_id, outcome, key, memory), before=memory, drill=True)
        )


def _attempt(at: Table, item_id: int, outcome: Outcome, key: str, after: Memory) -> Attempt:
    """The line of the log for the answer just counted."""
    session, result = at.session, outcome.session.results[-1]
    return Attempt(
        learner_id=at.learner.id,
        item_id=item_id,
        session_id=session.id,
        step=result.step,
        said=result.said,
        verdict=result.verdict,
        fraction=result.fraction,
        rating=result.rating,
        at=at.now,
        after=after,
        elapsed_secs=(at.now - session.asked_at).total_seconds() if session.asked_at else None,
        hinted=result.hints > 0,
        response_key=key,
        confidence=result.confidence,
    )


async def _plan_reminder(at: Table, memory: Memory) -> None:
    """The next reminder, where this answer makes one due earlier than the one planned."""
    planned = at.learner.reminding.next_at
    moment = next_reminder(at.learner.preferences, at.learner.reminding, memory.due, now=at.now)
    if moment is not None and (planned is None or moment < planned):
        await at.store.learners.set_next(at.learner.id, moment)
