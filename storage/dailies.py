"""Which groups get a question a day, and whose moment has come?"""

from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import Integer, bindparam, delete, func, select, update

from storage.link import Link
from storage.tables import dailies


@dataclass(frozen=True, slots=True)
class Daily:
    """A group's question of the day: its round, the time of day, the zone whose clock is meant."""

    group_id: int
    round_id: int
    at: time
    zone: str
    next_at: datetime | None


class Dailies:
    """The daily questions' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def put(self, wanted: Daily) -> None:
        """The group's question of the day; a group has one."""
        values = {name: getattr(wanted, name) for name in Daily.__slots__}
        add = self._link.insert(dailies).values(values)
        anew = {name: value for name, value in values.items() if name != "group_id"}
        await self._link.run(add.on_conflict_do_update(index_elements=["group_id"], set_=anew))

    async def get(self, group_id: int) -> Daily | None:
        """The group's question of the day."""
        row = (await self._link.run(select(dailies).where(dailies.c.group_id == group_id))).first()
        return Daily(**row._mapping) if row else None

    async def off(self, group_id: int) -> bool:
        """No more of it; False if there was none."""
        return bool((await self._link.run(delete(dailies).where(dailies.c.group_id == group_id))).rowcount)

    async def claim(self, now: datetime, limit: int) -> list[Daily]:
        """Those whose moment has come; each is handed out once, and planned anew by the caller."""
        return [Daily(**row._mapping) for row in await self._link.run(_CLAIM, {"now": now, "limit": limit})]

    async def plan(self, group_id: int, at: datetime) -> None:
        """When the next question is due."""
        await self._link.run(update(dailies).where(dailies.c.group_id == group_id).values(next_at=at))

    async def migrate(self, old_id: int, new_id: int) -> None:
        """The group is known under another number now."""
        if await self.get(new_id) is None:
            await self._link.run(update(dailies).where(dailies.c.group_id == old_id).values(group_id=new_id))

    async def earliest(self) -> datetime | None:
        """When the next one of all is due."""
        first = select(func.min(dailies.c.next_at)).where(dailies.c.next_at.is_not(None))
        return (await self._link.run(first)).scalar()


_DUE = (
    select(dailies.c.group_id)
    .where(dailies.c.next_at <= bindparam("now"), dailies.c.next_at.is_not(None))
    .order_by(dailies.c.next_at)
    .limit(bindparam("limit", type_=Integer))
    .with_for_update(skip_locked=True)
)
_CLAIM = update(dailies).where(dailies.c.group_id.in_(_DUE)).values(next_at=None).returning(dailies)
