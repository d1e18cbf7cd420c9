"""Which sittings are under way? Saved with the step they were loaded at, so that of two presses one wins."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update

from lessons.errors import SessionNotFound, StaleSession
from lessons.session import Phase, Session, SessionKind, Step, open_session
from storage.link import Link
from storage.session_json import session_of, state_of
from storage.tables import sessions

COLUMNS = (
    sessions.c.id,
    sessions.c.learner_id,
    sessions.c.kind,
    sessions.c.phase,
    sessions.c.position,
    sessions.c.started_at,
    sessions.c.state,
)


class Sessions:
    """The sittings' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def create(
        self,
        learner_id: int,
        kind: SessionKind,
        steps: Sequence[Step],
        now: datetime,
        *,
        pack_id: int | None = None,
        lesson: str | None = None,
    ) -> Session:
        """A new sitting with its first step shown. Others of this learner stay as they are: close them first."""
        fresh = open_session(0, learner_id, kind, tuple(steps), now, pack_id=pack_id, lesson=lesson)
        values = _values(fresh) | {"learner_id": learner_id, "kind": kind.value, "started_at": now}
        row = await self._link.run(_CREATE, values)
        return open_session(row.scalar_one(), learner_id, kind, tuple(steps), now, pack_id=pack_id, lesson=lesson)

    async def get(self, session_id: int) -> Session:
        """Raises SessionNotFound. Whose it is must be looked at by the caller."""
        return (await self.shown(session_id))[0]

    async def shown(self, session_id: int) -> tuple[Session, int | None]:
        """The sitting, and the message that shows it: None until one has been sent. Raises SessionNotFound."""
        found = await self._link.made(_SHOWN, {"row": session_id}, _shown)
        if found is None:
            raise SessionNotFound(session_id)
        return found

    async def active(self, learner_id: int) -> Session | None:
        """The learner's newest sitting that is not closed."""
        row = (await self._link.run(_NEWEST, {"learner": learner_id})).first()
        return session_of(row) if row else None

    async def open_of(self, learner_id: int) -> list[Session]:
        """All sittings that are not closed; first the one whose message stands lowest in the chat, or is yet to come.

        What the learner types answers the first of them that asks.
        """
        return [session_of(row) for row in await self._link.run(_LOWEST_FIRST, {"learner": learner_id})]

    async def save(self, session: Session, *, expected_position: int, expected_phase: Phase) -> None:
        """Keep the session if it still stands where it was loaded; raises StaleSession if it has moved on."""
        loaded = {"row": session.id, "was_position": expected_position, "was_phase": expected_phase.value}
        done = await self._link.run(_SAVE, loaded | _values(session))
        if not done.rowcount:
            raise StaleSession(session.id)

    async def close_all(self, learner_id: int) -> None:
        """Close every sitting of the learner, as they stand."""
        mine = update(sessions).where(sessions.c.learner_id == learner_id, sessions.c.is_open)
        await self._link.run(mine.values(phase=Phase.CLOSED.value, is_open=False))

    async def message_id(self, session_id: int) -> int | None:
        """The message that shows the sitting; None until one has been sent."""
        return (await self._link.run(_MESSAGE, {"row": session_id})).scalar()

    async def set_message(self, session_id: int, message_id: int | None) -> None:
        """From now on that message shows the sitting."""
        await self._link.run(_SET, {"row": session_id, "message_id": message_id})

    async def newest_message(self) -> int | None:
        """About the highest number that a message of ours has: the highest among the last sittings."""
        return (await self._link.run(_NEWEST_MESSAGE)).scalar()


def _shown(row: Row[Any]) -> tuple[Session, int | None]:
    return session_of(row), row.message_id


def _values(session: Session) -> dict[str, Any]:
    return {
        "phase": session.phase.value,
        "position": session.position,
        "is_open": session.phase is not Phase.CLOSED,
        "state": state_of(session),
    }


_ROW = sessions.c.id == bindparam("row")
_OPEN = select(*COLUMNS).where(sessions.c.learner_id == bindparam("learner"), sessions.c.is_open)
_SHOWN = select(*COLUMNS, sessions.c.message_id).where(_ROW)
_NEWEST = _OPEN.order_by(sessions.c.id.desc()).limit(1)
_LOWEST_FIRST = _OPEN.order_by(sessions.c.message_id.is_not(None), sessions.c.message_id.desc(), sessions.c.id.desc())
_MESSAGE = select(sessions.c.message_id).where(_ROW)
_CREATE = insert(sessions).returning(sessions.c.id)
_SET = update(sessions).where(_ROW)
_SAVE = _SET.where(sessions.c.position == bindparam("was_position"), sessions.c.phase == bindparam("was_phase"))
_NEWEST_MESSAGE = select(func.max(sessions.c.message_id)).where(
    sessions.c.id > select(func.max(sessions.c.id)).scalar_subquery() - 5000
)
"""No index leads to it, and none is worth its cost: it is asked once a process, of so many rows."""
