"""What do learners find wrong?"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update

from storage.link import Link
from storage.tables import items, reports


@dataclass(frozen=True, slots=True)
class Report:
    """One learner's word on one item."""

    learner_id: int
    item_id: int
    reason: str
    at: datetime


class Reports:
    """The reports' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def add(self, learner_id: int, item_id: int, reason: str, now: datetime) -> bool:
        """Note a report; False if this learner's last one still waits. After a decision one may say it again."""
        values = {"learner_id": learner_id, "item_id": item_id, "reason": reason, "at": now}
        anew = {"reason": reason, "at": now, "decided_at": None, "decision": None}
        add = self._link.insert(reports).values(values)
        add = add.on_conflict_do_update(
            index_elements=["learner_id", "item_id"], set_=anew, where=reports.c.decided_at.is_not(None)
        )
        return (await self._link.run(add.returning(reports.c.item_id))).first() is not None

    async def waiting(self, pack_id: int) -> int:
        """How many reports on a pack's questions nobody has decided about."""
        join = reports.join(items, items.c.id == reports.c.item_id)
        mine = select(func.count()).select_from(join).where(items.c.pack_id == pack_id, reports.c.decided_at.is_(None))
        return await self._link.count(mine)

    async def open_of(self, item_id: int) -> list[Report]:
        """The reports on the item that nobody has decided about, oldest first."""
        mine = select(reports).where(reports.c.item_id == item_id, reports.c.decided_at.is_(None))
        rows = await self._link.run(mine.order_by(reports.c.at, reports.c.learner_id))
        return [Report(row.learner_id, row.item_id, row.reason, row.at) for row in rows]

    async def decide(self, item_id: int, decision: str, now: datetime) -> list[int]:
        """What was decided about the item; who is to be told."""
        waiting = update(reports).where(reports.c.item_id == item_id, reports.c.decided_at.is_(None))
        told = waiting.values(decided_at=now, decision=decision).returning(reports.c.learner_id)
        return sorted((await self._link.run(told)).scalars())

    async def of_pack(self, pack_id: int, *, waiting: bool = False) -> list[Report]:
        """All reports on a pack's items, newest first; or only those that nobody has decided about."""
        join = reports.join(items, items.c.id == reports.c.item_id)
        mine = select(reports).select_from(join).where(items.c.pack_id == pack_id)
        mine = mine.where(reports.c.decided_at.is_(None)) if waiting else mine
        rows = await self._link.run(mine.order_by(reports.c.at.desc(), reports.c.learner_id))
        return [Report(row.learner_id, row.item_id, row.reason, row.at) for row in rows]

    async def count(self, item_id: int) -> int:
        """How many learners have reported the item."""
        mine = select(func.count()).select_from(reports).where(reports.c.item_id == item_id)
        return await self._link.count(mine)
