"""Which updates have been worked off, and which could not be?"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Executable, bindparam, delete, func, select

from storage.link import InsertInto, Link
from storage.tables import aside_updates, seen_updates


@dataclass(frozen=True, slots=True)
class AsideUpdate:
    """An update that was set aside; `body` is its raw JSON, `error` the name of what went wrong."""

    update_id: int
    chat_id: int | None
    body: str
    error: str
    at: datetime


class Updates:
    """The updates' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def seen(self, update_id: int, now: datetime) -> bool:
        """Whether the update has been worked off before; if not, it is noted as worked off with this transaction."""
        note = await self._link.run(_note(self._link.insert), {"update_id": update_id, "at": now})
        return note.first() is None

    async def prune(self, older_than: datetime, *, aside_older_than: datetime | None = None) -> int:
        """Let go of notes that Telegram can no longer ask for; how many they were.

        Updates set aside go too where they are older than `aside_older_than`, which may be longer ago.
        """
        await self._link.run(_PRUNE_ASIDE, {"before": aside_older_than or older_than})
        return int((await self._link.run(_PRUNE_SEEN, {"before": older_than})).rowcount)

    async def set_aside(
        self, update_id: int, body: str, error: str, now: datetime, *, chat_id: int | None = None
    ) -> None:
        """Keep an update that cannot be worked off, so that those behind it can."""
        values = {"update_id": update_id, "chat_id": chat_id, "body": body, "error": error, "at": now}
        await self._link.run(self._link.insert(aside_updates).values(values).on_conflict_do_nothing())

    async def aside(self, limit: int = 100) -> list[AsideUpdate]:
        """Updates set aside, newest first."""
        newest = select(aside_updates).order_by(aside_updates.c.at.desc()).limit(limit)
        rows = await self._link.run(newest)
        return [AsideUpdate(row.update_id, row.chat_id, row.body, row.error, row.at) for row in rows]

    async def count_aside(self) -> int:
        """How many updates have been set aside."""
        return await self._link.count(select(func.count()).select_from(aside_updates))

    async def last(self) -> int | None:
        """The id of the update worked off last; only for show: ids start anew after a quiet week."""
        newest = select(seen_updates.c.update_id).order_by(seen_updates.c.at.desc()).limit(1)
        return (await self._link.run(newest)).scalar()


_PRUNE_SEEN = delete(seen_updates).where(seen_updates.c.at < bindparam("before"))
_PRUNE_ASIDE = delete(aside_updates).where(aside_updates.c.at < bindparam("before"))


@cache
def _note(insert: InsertInto) -> Executable:
    return insert(seen_updates).on_conflict_do_nothing().returning(seen_updates.c.update_id)
