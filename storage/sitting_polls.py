"""Which question of which sitting was asked by this poll? A poll's answer names neither chat nor message."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select

from storage.group_tables import sitting_polls
from storage.link import Link


@dataclass(frozen=True, slots=True)
class SittingPoll:
    """A poll in a private chat: the step of the sitting that it asks."""

    poll_id: str
    chat_id: int
    session_id: int
    position: int


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
        return SittingPoll(row.poll_id, row.chat_id, row.session_id, row.position) if row else None

    async def prune(self, older_than: datetime) -> None:
        """Let go of polls that nobody answers any more."""
        await self._link.run(delete(sitting_polls).where(sitting_polls.c.at < older_than))


_BY_ID = select(sitting_polls).where(sitting_polls.c.poll_id == bindparam("poll"))
