"""What happens when a learner answers? Load, grade, remember, log, and owe the new view: one transaction."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.actions import expecting, flagging, sitting, summarising, sureness
from lessons import session as sessions
from lessons.attempt import Attempt
from lessons.enrollment import Learner
from lessons.errors import NothingToUndo, SessionNotFound, StepAlreadyAnswered
from lessons.grade import Verdict
from lessons.items import Item, MatchItem
from lessons.memory import Memory
from lessons.rating import Rating
from lessons.reminders import next_reminder
from lessons.response import Response, Tap, Typed
from lessons.schedule import schedule_for
from lessons.schedule import seed_of as schedule_seed
from lessons.session import Outcome, Phase, Session
from lessons.source import READING
from storage.packs import StoredItem
from storage.store import Store
from storage.views import Place

GAVE_UP = "?"
"""What is graded when the learner presses "I don't know"."""


@dataclass(frozen=True, slots=True)
class Table:
    """A learner at a sitting: what every move below needs.

    `below`: the move was typed, or made on another message, so that what it leads to is a new message at the bottom.
    """

    store: Store
    learner: Learner
    session: Session
    now: datetime
    below: bool = False

    async def save(self, after: Session, *, place: Place = "edit") -> None:
        """Keeps the session as it now is, if nobody moved it meanwhile, and owes its view."""
        before = self.session
        await self.store.sessions.save(after, expected_position=before.position, expected_phase=before.phase)
        await sitting.owe(self.store, self.learner, after.id, place="new" if self.below else place)

    async def show_again(self, place: Place = "edit") -> None:
        """Owes the view of what stands: an old or a second press changes nothing."""
        await sitting.owe(self.store, self.learner, self.session.id, place=place)


async def table(store: Store, learner: Learner, session_id: int, now: datetime) -> Table:
    """The learner's own sitting of that id; anybody else's is not there for them."""
    session = await store.sessions.get(session_id)
    if session.learner_id != learner.id:
        raise SessionNotFound(session_id)
    return Table(store, learner, session, now)


def seed_of(session: Session) -> int:
    """The seed that fixes the order of a question's options: the same at every showing, another at the next sitting."""
    return session.id * 1009 + session.position


async def press(at: Table, step: int, option: int, key: str) -> None:
    """An option tapped: the answer itself, or one part of an answer that takes several."""
    item = await _asked(at, step)
    if item is None or not 0 <= option < len(item.item.options(seed_of(at.session))):
        await at.show_again()
        return
    if item.item.mode == "one":
        await _answer(at, item, Tap((option,)), key)
        return
    after = sessions.pick(at.session, option)
    if item.item.mode != "many" and len(after.picked) == _needed(item.item, seed_of(at.session)):
        await _answer(at, item, Tap(after.picked), key)
        return
    await at.save(after)


async def done(at: Table, step: int, key: str) -> None:
    """All that is right has been ticked."""
    item = await _asked(at, step)
    if item is None or not at.session.picked:
        await at.show_again()
        return
    await _answer(at, item, Tap(at.session.picked), key)


async def clear(at: Table, step: int) -> None:
    """The parts tapped so far are dropped."""
    if await _asked(at, step) is None:
        await at.show_again()
        return
    await at.save(replace(at.session, picked=()))


async def give_up(at: Table, step: int, key: str) -> None:
    """The learner does not know: the key is shown, the fact comes back soon."""
    item = await _asked(at, step)
    if item is None:
        await at.show_again()
        return
    await _answer(at, item, Typed(GAVE_UP), key)


async def typed(at: Table, text: str, key: str) -> None:
    """An answer in words; it is shown under what was typed, so its view is a new message."""
    if at.session.response_key == key:
        await at.show_again("new")
        return
    if at.session.phase is Phase.SURE:
        level = sureness.read(text, at.learner.preferences.language)
        if level is None:
            await sitting.say(at.store, at.learner, "how_sure")
            return
        await sure(at, at.session.position, level, key, place="new")
        return
    item = await _asked(at, at.session.position)
    if item is None:
        await at.show_again("new")
        return
    await _answer(at, item, Typed(text, at.learner.preferences.language), key, place="new")


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


async def hint(at: Table, step: int) -> None:
    """One more hint."""
    item = await _asked(at, step)
    if item is None or item.item.hint(at.session.hints) is None:
        await at.show_again()
        return
    await at.save(sessions.hint(at.session))


async def go_on(at: Table, step: int) -> None:
    """On to the next step. A reading stays in the chat, so what follows it is a new message."""
    session = at.session
    if session.position != step or session.phase not in (Phase.READING, Phase.ANSWERED):
        await at.show_again()
        return
    after = sessions.show(session, at.now)
    fresh = session.phase is Phase.READING or after.phase in (Phase.READING, Phase.SUMMARY)
    await at.save(after, place="new" if fresh else "edit")
    if after.phase is not Phase.SUMMARY:
        return
    await _replan(at)
    if at.learner.preferences.zone is None and session.results:
        await expecting.expect(at.store, at.learner, "zone")
        await sitting.page(at.store, at.learner, "zone")


async def missed(at: Table) -> None:
    """Once more, only what was missed; it is practice and does not change memory."""
    if at.session.phase is not Phase.SUMMARY or not at.session.missed:
        await at.show_again()
        return
    await at.save(sessions.retry_missed(at.session, at.now), place="new")


async def enough(at: Table, step: int) -> None:
    """Leaves behind the answer to that step; a press on an older message changes nothing."""
    if at.session.position != step or at.session.phase is not Phase.ANSWERED:
        await at.show_again()
        return
    await leave(at)


async def leave(at: Table) -> None:
    """To the summary of what was answered so far; what was answered is kept."""
    await at.save(sessions.skip_to_end(at.session), place="new")
    await _replan(at)


async def take_back(at: Table, step: int) -> bool:
    """The answer to that step taken back; a second press would mean the answer before it, and changes nothing."""
    if not at.session.results or at.session.results[-1].step != step:
        await at.show_again()
        return False
    await undo(at.store, at.learner, at.now, at.session.id, place="new" if at.below else "edit")
    return True


async def undo(
    store: Store, learner: Learner, now: datetime, session_id: int | None = None, *, place: Place = "edit"
) -> None:
    """Takes the learner's last answer back and restores the schedule exactly.

    With a session: that sitting's last answer. Raises NothingToUndo where there is none of these days.
    """
    if session_id is None:
        latest = await store.sessions.open_of(learner.id)
        session_id = next((session.id for session in latest if session.results), None)
    if session_id is None:
        raise NothingToUndo
    at = await table(store, learner, session_id, now)
    if not at.session.results or not sitting.is_fresh(at.session, now) or at.session.phase is Phase.CLOSED:
        raise NothingToUndo
    attempt = await store.reviews.last_attempt(learner.id, session_id)
    counted = attempt is not None and attempt.step == at.session.results[-1].step
    if attempt is not None and attempt.id is not None and counted:
        await store.reviews.undo(attempt.id, now)
    await at.save(sessions.undo(at.session), place=place)


async def reread(at: Table, step: int) -> None:
    """The reading that holds the answer, under the outcome."""
    session = at.session
    ref = session.steps[step].ref if 0 <= step < len(session.steps) else None
    if ref is None or session.steps[step].kind != "question":
        await at.show_again()
        return
    item = await at.store.packs.item(ref)
    if item.reading_id is not None:
        told = session.position > step or session.phase not in (Phase.ASKING, Phase.SURE)
        exact = next((cited.exact for cited in item.item.sources if cited.ref == READING and cited.exact), None)
        await sitting.page(
            at.store,
            at.learner,
            "paragraph",
            reading=item.reading_id,
            words=exact if told else None,
            at=[session.id, step] if told and session.phase is Phase.ANSWERED and session.position == step else None,
        )


async def report(at: Table, step: int, reason: str) -> bool:
    """Notes that something is wrong with that step's question; False if this learner had said so before."""
    ref = at.session.steps[step].ref
    return await flagging.reported(at.store, at.learner, ref, reason, at.now)


async def _asked(at: Table, step: int) -> StoredItem | None:
    """The item that waits for an answer at that step; None for an old or a second press."""
    session = at.session
    if session.position != step or session.phase is not Phase.ASKING or session.step is None:
        return None
    return await at.store.packs.item(session.step.ref)


def _needed(item: Item, seed: int) -> int:
    """How many taps make the answer whole."""
    return len(item.answer) if isinstance(item, MatchItem) else len(item.options(seed))


async def _answer(at: Table, item: StoredItem, response: Response, key: str, *, place: Place = "edit") -> None:
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


async def _replan(at: Table) -> None:
    """The next reminder by what is due after this sitting: what was planned at its start may have been answered."""
    first_due = await at.store.reviews.first_due(at.learner.id)
    moment = next_reminder(at.learner.preferences, at.learner.reminding, first_due, now=at.now)
    await at.store.learners.set_next(at.learner.id, moment)


async def _plan_reminder(at: Table, memory: Memory) -> None:
    """The next reminder, where this answer makes one due earlier than the one planned."""
    planned = at.learner.reminding.next_at
    moment = next_reminder(at.learner.preferences, at.learner.reminding, memory.due, now=at.now)
    if moment is not None and (planned is None or moment < planned):
        await at.store.learners.set_next(at.learner.id, moment)
