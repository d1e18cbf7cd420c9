"""What do learners find wrong?"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

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
        """Note a report; False if this learner has reported this item before: the first word stands."""
        values = {"learner_id": learner_id, "item_id": item_id, "reason": reason, "at": now}
        add = self._link.insert(reports).values(values).on_conflict_do_nothing().returning(reports.c.item_id)
        return (await self._link.run(add)).first() is not None

    async def of_pack(self, pack_id: int) -> list[Report]:
        """All reports on a pack's items, newest first."""
        join = reports.join(items, items.c.id == reports.c.item_id)
        mine = select(reports).select_from(join).where(items.c.pack_id == pack_id)
        rows = await self._link.run(mine.order_by(reports.c.at.desc(), reports.c.learner_id))
        return [Report(row.learner_id, row.item_id, row.reason, row.at) for row in rows]

    async def count(self, item_id: int) -> int:
        """How many learners have reported the item."""
        mine = select(func.count()).select_from(reports).where(reports.c.item_id == item_id)
        return await self._link.count(mine)
