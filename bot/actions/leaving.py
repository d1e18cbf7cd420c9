"""How does a sitting end that is left in the middle? An answer that waits in it is judged first: it is work done."""

from bot.actions import answering
from bot.actions.table import Table
from lessons import session as sessions
from lessons.errors import ItemNotFound
from lessons.session import Phase, Session


async def settled(at: Table) -> Session:
    """The sitting, an answer that waited for "How sure are you?" counted as if that had been passed over.

    As it was where nothing waits, or where what waits can be judged no more: its question was taken away or corrected.
    """
    session = at.session
    if session.phase is not Phase.SURE or session.step is None or session.held is None:
        return session
    try:
        item = await at.store.packs.item(session.step.ref)
    except ItemNotFound:
        return session
    return await answering.settle_held(at, item, session.held)


async def close(at: Table) -> Session:
    """Ends the sitting; as it was at the end, for what it counted last. No view is owed yet."""
    session = await settled(at)
    closed = sessions.close(session)
    await at.store.sessions.save(closed, expected_position=session.position, expected_phase=session.phase)
    return closed
