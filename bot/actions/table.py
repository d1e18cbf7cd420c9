"""Who sits at which sitting? What every move of a learner needs, and what it may rely on."""

from dataclasses import dataclass
from datetime import datetime

from bot.actions import sitting
from lessons.enrollment import Learner
from lessons.errors import SessionNotFound
from lessons.session import Phase, Session
from storage.packs import StoredItem
from storage.store import Store
from storage.views import Place


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


async def asked(at: Table, step: int) -> StoredItem | None:
    """The item that waits for an answer at that step; None for an old or a second press."""
    session = at.session
    if session.position != step or session.phase is not Phase.ASKING or session.step is None:
        return None
    return await at.store.packs.item(session.step.ref)
