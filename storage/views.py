"""What has each chat yet to be shown? Noted in the transaction that changed it, cleared once it has been sent."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Literal

from sqlalchemy import Executable, Integer, Row, bindparam, case, delete, func, or_, select, update

from storage.link import InsertInto, Link
from storage.tables import owed_views

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
Place = Literal["edit", "new"]
FAR = timedelta(minutes=10)
"""Nothing is put off for longer: a moment beyond that was noted by a clock that has been set back since."""


@dataclass(frozen=True, slots=True)
class OwedView:
    """A view owed to a chat: `kind` and `args` name it, what it says is made from the database when it is sent.

    `tries` counts sends that failed, `error` is of the last one, `not_before` when it may be tried again.
    """

    id: int
    chat_id: int
    kind: str
    args: Mapping[str, Any]
    place: Place
    version: int
    tries: int = 0
    not_before: datetime | None = None
    error: str | None = None


class Views:
    """The owed views' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self.chats: set[int] = set()
        """Who is owed something by this transaction: to be nudged once it has ended."""

    async def owe(
        self, chat_id: int, kind: str, args: Mapping[str, Any], *, place: Place = "edit", key: str = ""
    ) -> None:
        """The chat is owed that view. A view of the same non-empty key takes the old one's place in the line.

        A message that was to be a new one stays so, since nothing is there yet to be edited. A postponed view stays
        postponed: that is about the chat, not about what is said. One that was being sent stays noted so.
        """
        self.chats.add(chat_id)
        await self._link.run(
            _owe(self._link.insert),
            {
                "chat_id": chat_id,
                "key": key or None,
                "kind": kind,
                "args": _encode(args),
                "place": place,
                "version": 1,
                "tries": 0,
            },
        )

    async def owed(self, chat_id: int, now: datetime) -> list[OwedView]:
        """What the chat is owed, in order; nothing while the first in line is postponed."""
        views = [_view(row) for row in await self._link.run(_OF_CHAT, {"chat": chat_id})]
        if views and views[0].not_before and now < views[0].not_before <= now + FAR:
            return []
        return views

    async def claim(self, chat_id: int, now: datetime, until: datetime) -> list[OwedView]:
        """What the chat is owed, for the one sender who claims it: until then, or until all is settled, nobody else
        is given anything of that chat. Nothing while another's claim stands, or while the chat is postponed.
        """
        if (
            await self._link.run(_CLAIM, {"chat": chat_id, "now": now, "far": now + FAR, "until": until})
        ).first() is None:
            return []
        return [_view(row) for row in await self._link.run(_OF_CHAT, {"chat": chat_id})]

    async def unclaim(self, chat_id: int) -> None:
        """Let go of the claim on a chat: what it is still owed may be sent at once."""
        await self._link.run(_UNCLAIM, {"chat": chat_id})

    async def chats_owed(self, limit: int, now: datetime) -> list[int]:
        """Chats that something may be sent to now, those that have waited longest first."""
        return list((await self._link.run(_CHATS, {"limit": limit, "now": now, "far": now + FAR})).scalars())

    async def settle(self, view_id: int, version: int) -> bool:
        """The view of that version has been shown. False if it has been owed anew meanwhile: it stays owed."""
        return bool((await self._link.run(_SETTLE, {"row": view_id, "shown": version})).rowcount)

    async def postpone(self, view_id: int, not_before: datetime, error: str) -> None:
        """Sending failed: nothing is to be sent to that chat before then."""
        chat = select(owed_views.c.chat_id).where(owed_views.c.id == view_id).scalar_subquery()
        line = update(owed_views).where(owed_views.c.chat_id == chat)
        await self._link.run(line.values(not_before=not_before))
        failed = update(owed_views).where(owed_views.c.id == view_id)
        await self._link.run(failed.values(tries=owed_views.c.tries + 1, error=error))

    async def begun(self) -> set[int]:
        """The views whose sending was begun, and not noted as ended."""
        return set((await self._link.run(select(owed_views.c.id).where(_BEGUN))).scalars())

    async def drop_chat(self, chat_id: int) -> None:
        """Nothing can be sent to that chat any more (blocked, deleted): it is owed nothing."""
        await self._link.run(delete(owed_views).where(owed_views.c.chat_id == chat_id))

    async def move_chat(self, old_id: int, new_id: int) -> None:
        """A chat has another number now: it is owed there what it was owed here."""
        here, there = owed_views.c.chat_id == old_id, owed_views.alias()
        twice = select(there.c.key).where(there.c.chat_id == new_id, there.c.key.is_not(None))
        await self._link.run(delete(owed_views).where(here, owed_views.c.key.in_(twice)))
        await self._link.run(update(owed_views).where(here).values(chat_id=new_id))
        self.chats.add(new_id)

    async def count(self) -> int:
        """How many views are owed in all."""
        return await self._link.count(select(func.count()).select_from(owed_views))


def _view(row: Row[Any]) -> OwedView:
    return OwedView(
        row.id,
        row.chat_id,
        row.kind,
        json.loads(row.args),
        row.place,
        row.version,
        row.tries,
        row.not_before,
        row.error,
    )


@cache
def _owe(insert: InsertInto) -> Executable:
    add = insert(owed_views)
    anew = {
        "kind": add.excluded.kind,
        "args": add.excluded.args,
        "place": case((owed_views.c.place == "new", "new"), else_=add.excluded.place),
        "version": owed_views.c.version + 1,
        "tries": 0,
        "error": case((_BEGUN, owed_views.c.error), else_=None),
    }
    return add.on_conflict_do_update(index_elements=["chat_id", "key"], set_=anew)


_BEGUN = owed_views.c.error.like("sending%")
_OF_CHAT = select(owed_views).where(owed_views.c.chat_id == bindparam("chat")).order_by(owed_views.c.id)
_TIME = or_(
    owed_views.c.not_before.is_(None),
    owed_views.c.not_before <= bindparam("now"),
    owed_views.c.not_before > bindparam("far"),
)
_CHATS = (
    select(owed_views.c.chat_id)
    .where(_TIME)
    .group_by(owed_views.c.chat_id)
    .order_by(func.min(owed_views.c.id))
    .limit(bindparam("limit", type_=Integer))
)
_FIRST = (
    select(owed_views.c.id)
    .where(owed_views.c.chat_id == bindparam("chat"))
    .order_by(owed_views.c.id)
    .limit(1)
    .scalar_subquery()
)
_CLAIM = (
    update(owed_views)
    .where(owed_views.c.id == _FIRST, _TIME)
    .values(not_before=bindparam("until"))
    .returning(owed_views.c.id)
)
_UNCLAIM = update(owed_views).where(owed_views.c.chat_id == bindparam("chat")).values(not_before=None)
_SETTLE = delete(owed_views).where(owed_views.c.id == bindparam("row"), owed_views.c.version == bindparam("shown"))
