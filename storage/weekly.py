"""Which teachers are to be told about their class now? Claimed in one statement, so that nobody is told twice."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, bindparam, delete, func, select, tuple_, update

from storage.link import Link
from storage.tables import class_teachers, classes


@dataclass(frozen=True, slots=True)
class Weekly:
    """A teacher's weekly message about a class; `week` is the ISO week of the last one sent."""

    class_id: int
    learner_id: int
    week: str | None


class WeeklyMessages:
    """The weekly messages' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def claim(self, now: datetime, limit: int) -> list[Weekly]:
        """Those whose moment has come; each is handed out once, and planned anew by the caller."""
        rows = await self._link.run(_CLAIM, {"now": now, "limit": limit})
        return [Weekly(row.class_id, row.learner_id, row.weekly_week) for row in rows]

    async def plan(self, class_id: int, learner_id: int, at: datetime | None, *, sent_week: str | None = None) -> None:
        """When the next one is due, None for not; `sent_week` notes that one went out in that week."""
        values: dict[str, Any] = {"weekly_at": at} | ({"weekly_week": sent_week} if sent_week else {})
        await self._link.run(update(class_teachers).where(*_row(class_id, learner_id)).values(**values))

    async def wish(self, class_id: int, learner_id: int, wanted: bool) -> None:
        """Whether this teacher wants the message."""
        await self._link.run(update(class_teachers).where(*_row(class_id, learner_id)).values(weekly=wanted))

    async def of_class(self, class_id: int) -> list[Weekly]:
        """Those who want the message."""
        wanted = select(class_teachers.c.class_id, class_teachers.c.learner_id, class_teachers.c.weekly_week)
        rows = await self._link.run(wanted.where(class_teachers.c.class_id == class_id, class_teachers.c.weekly))
        return [Weekly(row.class_id, row.learner_id, row.weekly_week) for row in rows]

    async def earliest(self) -> datetime | None:
        """When the next one of all is due."""
        first = select(func.min(class_teachers.c.weekly_at)).where(class_teachers.c.weekly_at.is_not(None))
        return (await self._link.run(first)).scalar()


async def let_go_of_classes(link: Link, learner_id: int) -> None:
    """Before a teacher is forgotten: a class with others who lead it passes to the first of them, another goes."""
    led = select(class_teachers.c.class_id).where(class_teachers.c.learner_id == learner_id)
    for class_id in (await link.run(led)).scalars().all():
        others = select(class_teachers.c.learner_id).where(
            class_teachers.c.class_id == class_id, class_teachers.c.learner_id != learner_id
        )
        heir = (await link.run(others.order_by(class_teachers.c.is_owner.desc(), class_teachers.c.since))).scalar()
        if heir is None:
            await link.run(delete(classes).where(classes.c.id == class_id))
        else:
            await link.run(update(class_teachers).where(*_row(class_id, heir)).values(is_owner=True))


def _row(class_id: int, learner_id: int) -> tuple[Any, Any]:
    return class_teachers.c.class_id == class_id, class_teachers.c.learner_id == learner_id


_KEY = tuple_(class_teachers.c.class_id, class_teachers.c.learner_id)
_DUE = (
    select(class_teachers.c.class_id, class_teachers.c.learner_id)
    .where(class_teachers.c.weekly_at <= bindparam("now"), class_teachers.c.weekly_at.is_not(None))
    .order_by(class_teachers.c.weekly_at)
    .limit(bindparam("limit", type_=Integer))
    .with_for_update(skip_locked=True)
)
_CLAIM = update(class_teachers).where(_KEY.in_(_DUE)).values(weekly_at=None).returning(class_teachers)
