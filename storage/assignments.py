"""What has a class been given to learn, until when, and who has more time or tries?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, select, update

from lessons.classroom import Accommodation, Assignment
from lessons.errors import AssignmentNotFound
from storage.link import Link
from storage.tables import accommodations, assignments, class_members, classes


@dataclass(frozen=True, slots=True)
class Given:
    """An assignment as one learner has it: from which class, with what extra, and since when."""

    assignment: Assignment
    class_name: str
    zone: str | None
    extra: Accommodation
    since: datetime

    @property
    def deadline(self) -> datetime | None:
        """The learner's own."""
        return self.assignment.deadline + self.extra.extra_time if self.assignment.deadline else None


class Assignments:
    """The assignments' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def add(self, class_id: int, pack_id: int, lesson: str | None, now: datetime) -> Assignment:
        """Gives the pack, or that lesson of it, to the class; what is given already is found again."""
        same = (assignments.c.class_id == class_id, assignments.c.pack_id == pack_id, assignments.c.lesson == lesson)
        known = (await self._link.run(select(assignments).where(*same))).first()
        if known:
            return _assignment(known)
        values = {"class_id": class_id, "pack_id": pack_id, "lesson": lesson, "given_at": now, "sealed": False}
        add = self._link.insert(assignments).values(values)
        return _assignment((await self._link.run(add.returning(assignments))).one())

    async def get(self, assignment_id: int) -> Assignment:
        """Raises AssignmentNotFound."""
        row = (await self._link.run(_BY_ID, {"row": assignment_id})).first()
        if row is None:
            raise AssignmentNotFound(assignment_id)
        return _assignment(row)

    async def of_class(self, class_id: int) -> list[Assignment]:
        """All of a class, in the order given."""
        return [_assignment(row) for row in await self._link.run(_OF_CLASS, {"class": class_id})]

    async def change(self, assignment_id: int, **values: Any) -> None:
        """Sets `deadline`, `tries`, `draw` or `sealed`."""
        await self._link.run(update(assignments).where(assignments.c.id == assignment_id).values(**values))

    async def remove(self, assignment_id: int) -> None:
        """Takes it back; what was learned stays learned."""
        await self._link.run(delete(assignments).where(assignments.c.id == assignment_id))

    async def accommodate(self, assignment_id: int, learner_id: int, extra: Accommodation) -> None:
        """What the learner has beyond the others, from now on; nothing extra lets go of the row."""
        here = (accommodations.c.assignment_id == assignment_id, accommodations.c.learner_id == learner_id)
        await self._link.run(delete(accommodations).where(*here))
        if extra != Accommodation():
            secs = int(extra.extra_time.total_seconds())
            values = {"assignment_id": assignment_id, "learner_id": learner_id, "extra_secs": secs}
            await self._link.run(self._link.insert(accommodations).values(values | {"extra_tries": extra.extra_tries}))

    async def extras(self, assignment_ids: Iterable[int]) -> dict[tuple[int, int], Accommodation]:
        """By assignment and learner."""
        rows = await self._link.run(_EXTRAS, {"rows": list(assignment_ids)})
        return {(row.assignment_id, row.learner_id): _extra(row) for row in rows}

    async def of_learner(self, learner_id: int) -> list[Given]:
        """What the learner has been given in classes that are not archived; the nearest deadline first."""
        rows = await self._link.run(_OF_LEARNER, {"learner": learner_id})
        given = [
            Given(_assignment(row), row.class_name, row.zone, _extra(row), max(row.given_at, row.joined_at))
            for row in rows
        ]
        return sorted(given, key=lambda one: (one.deadline is None, one.deadline, one.assignment.id))


def _assignment(row: Row[Any]) -> Assignment:
    return Assignment(**{name: getattr(row, name) for name in Assignment.__slots__})


def _extra(row: Row[Any]) -> Accommodation:
    return Accommodation(timedelta(seconds=row.extra_secs or 0), row.extra_tries or 0)


_BY_ID = select(assignments).where(assignments.c.id == bindparam("row"))
_OF_CLASS = select(assignments).where(assignments.c.class_id == bindparam("class")).order_by(assignments.c.id)
_EXTRAS = select(accommodations).where(accommodations.c.assignment_id.in_(bindparam("rows", expanding=True)))
_EXTRA_OF_MINE = and_(
    accommodations.c.assignment_id == assignments.c.id, accommodations.c.learner_id == class_members.c.learner_id
)
_OF_LEARNER = (
    select(
        assignments,
        classes.c.name.label("class_name"),
        classes.c.zone,
        class_members.c.joined_at,
        accommodations.c.extra_secs,
        accommodations.c.extra_tries,
    )
    .select_from(class_members)
    .join(classes, classes.c.id == class_members.c.class_id)
    .join(assignments, assignments.c.class_id == classes.c.id)
    .outerjoin(accommodations, _EXTRA_OF_MINE)
    .where(class_members.c.learner_id == bindparam("learner"), classes.c.archived_at.is_(None))
)
