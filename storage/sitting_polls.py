"""Which question of which sitting was asked by this poll? A poll's answer names neither chat nor message."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select

from storage.link import Link
from storage.tables import sitting_polls


@dataclass(frozen=True, slots=True)
class SittingPoll:
    """A poll in a private chat: the step of the sitting that it asks."""

    poll_id: str
    chat_id: int
    session_id: int
    position: int
    message_id: int


class SittingPolls:
    """The private polls' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def add(self, poll: SittingPoll, now: datetime) -> None:
        """The step was asked by that poll."""
        values = {name: getattr(poll, name) for name in SittingPoll.__slots__} | {"at": now}
        await self._link.run(self._link.insert(sitting_polls).values(values).on_conflict_do_nothing())

    async def get(self, poll_id: str) -> SittingPoll | None:
        """The step that was asked by that poll."""
        row = (await self._link.run(_BY_ID, {"poll": poll_id})).first()
        return _poll(row) if row else None

    async def in_message(self, chat_id: int, message_id: int) -> SittingPoll | None:
        """The poll of that message, if it is one."""
        here = (sitting_polls.c.chat_id == chat_id, sitting_polls.c.message_id == message_id)
        row = (await self._link.run(select(sitting_polls).where(*here))).first()
        return _poll(row) if row else None

    async def prune(self, older_than: datetime) -> None:
        """Let go of polls that nobody answers any more."""
        await self._link.run(delete(sitting_polls).where(sitting_polls.c.at < older_than))


def _poll(row: Row[Any]) -> SittingPoll:
    return SittingPoll(row.poll_id, row.chat_id, row.session_id, row.position, row.message_id)


_BY_ID = select(sitting_polls).where(sitting_polls.c.poll_id == bindparam("poll"))
