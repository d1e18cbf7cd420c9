"""How does a learner go back? An answer taken back, the paragraph read again, a fault of the question reported."""

from datetime import datetime

from bot.actions import flagging, sitting
from bot.actions.table import Table, table
from lessons import session as sessions
from lessons.enrollment import Learner
from lessons.errors import NothingToUndo
from lessons.session import Phase
from lessons.source import READING
from storage.store import Store
from storage.views import Place


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
