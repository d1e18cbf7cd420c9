"""Whose answers are yet to be scored again after a key was corrected, and how do they count now?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from lessons.attempt import Attempt
from storage.link import Link
from storage.tables import regrades, rescoring


@dataclass(frozen=True, slots=True)
class Rescoring:
    """A learner's answers to that item wait; `was` is the key that they were told."""

    learner_id: int
    item_id: int
    was: str
    at: datetime


class Corrections:
    """The corrections' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def waiting(self, learners: int) -> list[Rescoring]:
        """All that waits of the first so many learners; of two replicas each gets others, or nothing."""
        first = select(rescoring.c.learner_id).distinct().order_by(rescoring.c.learner_id).limit(learners)
        ids = list((await self._link.run(first)).scalars())
        mine = select(rescoring).where(rescoring.c.learner_id.in_(ids)).with_for_update(skip_locked=True)
        rows = await self._link.run(mine.order_by(rescoring.c.learner_id, rescoring.c.item_id))
        return [Rescoring(row.learner_id, row.item_id, row.was, row.at) for row in rows]

    async def record(self, attempts: Iterable[Attempt], now: datetime) -> None:
        """How these attempts count from now on; the log itself is not changed."""
        rows = [
            {
                "learner_id": one.learner_id,
                "item_id": one.item_id,
                "attempt_id": one.id,
                "verdict": one.verdict.value,
                "fraction": one.fraction,
                "rating": one.rating.value,
                "at": now,
            }
            for one in attempts
        ]
        if rows:
            await self._link.run(insert(regrades), rows)

    async def done(self, learner_id: int, item_id: int) -> None:
        """Those answers are scored."""
        mine = delete(rescoring).where(rescoring.c.learner_id == learner_id, rescoring.c.item_id == item_id)
        await self._link.run(mine)

    async def fractions(self, learner_id: int, item_id: int) -> dict[int, float]:
        """By attempt, how much of those that were scored again counts as right now."""
        mine = select(regrades.c.attempt_id, regrades.c.fraction).where(
            regrades.c.learner_id == learner_id, regrades.c.item_id == item_id
        )
        rows = await self._link.run(mine.order_by(regrades.c.id))
        return {row.attempt_id: row.fraction for row in rows}
