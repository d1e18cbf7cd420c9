"""What does this installation know of itself? Named values, and who may do what only one may do."""

from datetime import datetime

from sqlalchemy import delete, or_, select

from storage.link import Link
from storage.tables import leases, meta


class Meta:
    """The installation's side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def get(self, key: str) -> str | None:
        """The value of that name."""
        return (await self._link.run(select(meta.c.value).where(meta.c.key == key))).scalar()

    async def set(self, key: str, value: str | None) -> None:
        """Keep a value; None lets go of it."""
        if value is None:
            await self._link.run(delete(meta).where(meta.c.key == key))
            return
        add = self._link.insert(meta).values(key=key, value=value)
        await self._link.run(add.on_conflict_do_update(index_elements=["key"], set_={"value": value}))

    async def setdefault(self, key: str, value: str) -> str:
        """The value of that name, which is this one if there was none: of two replicas, one's stands."""
        await self._link.run(self._link.insert(meta).values(key=key, value=value).on_conflict_do_nothing())
        kept = await self.get(key)
        assert kept is not None
        return kept

    async def hold(self, name: str, holder: str, now: datetime, until: datetime) -> bool:
        """Whether `holder` holds the lease until then: it had it, or nobody did, or who did gave no sign of life."""
        free = or_(leases.c.holder == holder, leases.c.until <= now)
        values = {"holder": holder, "until": until}
        take = self._link.insert(leases).values(name=name, **values)
        take = take.on_conflict_do_update(index_elements=["name"], set_=values, where=free)
        return (await self._link.run(take.returning(leases.c.name))).first() is not None

    async def let_go(self, name: str, holder: str) -> None:
        """Give the lease up, if it is this holder's."""
        await self._link.run(delete(leases).where(leases.c.name == name, leases.c.holder == holder))
