"""Which learners are to be told about their week now? Claimed in one statement, so that nobody is told twice.

Whoever sleeps costs nothing: a summary is planned at an answer, and planned anew only for those who went on learning.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, and_, bindparam, func, select, update

from storage.link import Link
from storage.tables import learners


@dataclass(frozen=True, slots=True)
class Summary:
    """A learner's summary whose moment has come; `week` is the first day of the week last told of."""

    learner_id: int
    week: str | None


class Summaries:
    """The weekly summaries' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def claim(self, now: datetime, limit: int) -> list[Summary]:
        """Those whose moment has come; each is handed out once, and planned anew by the caller."""
        rows = await self._link.run(_CLAIM, {"now": now, "limit": limit})
        return [Summary(row.id, row.weekly_week) for row in rows]

    async def plan(self, learner_id: int, at: datetime | None, *, told: str | None = None) -> None:
        """When the next one is due, None for not; `told` notes the week that one went out about."""
        values: dict[str, Any] = {"row": learner_id, "weekly_at": at} | ({"weekly_week": told} if told else {})
        await self._link.run(_PLAN, values)

    async def earliest(self) -> datetime | None:
        """When the next one of all is due."""
        first = select(func.min(learners.c.weekly_at)).where(learners.c.weekly_at.is_not(None))
        return (await self._link.run(first.where(learners.c.blocked_at.is_(None)))).scalar()


_PLAN = update(learners).where(learners.c.id == bindparam("row"))
_IS_DUE = and_(
    learners.c.weekly_at <= bindparam("now"), learners.c.weekly_at.is_not(None), learners.c.blocked_at.is_(None)
)
_DUE = (
    select(learners.c.id)
    .where(_IS_DUE)
    .order_by(learners.c.weekly_at)
    .limit(bindparam("limit", type_=Integer))
    .with_for_update(skip_locked=True)
)
_CLAIM = (
    update(learners)
    .where(learners.c.id.in_(_DUE))
    .values(weekly_at=None)
    .returning(learners.c.id, learners.c.weekly_week)
)
