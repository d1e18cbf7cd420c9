"""Who studies which packs, and which lessons are done?"""

from datetime import datetime
from functools import cache

from sqlalchemy import Executable, bindparam, delete, func, select, update

from storage.link import InsertInto, Link
from storage.tables import enrollments, lessons_done


class Enrollments:
    """The enrollments' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def enroll(self, learner_id: int, pack_id: int, now: datetime) -> bool:
        """The learner studies the pack, and from now on it is the current one. False if enrolled before."""
        values = {"learner_id": learner_id, "pack_id": pack_id, "joined_at": now, "chosen_at": now}
        fresh = (await self._link.run(_enroll(self._link.insert), values)).first() is not None
        if not fresh:
            await self._link.run(_CHOOSE, {"learner": learner_id, "pack": pack_id, "chosen_at": now})
        return fresh

    async def leave(self, learner_id: int, pack_id: int) -> None:
        """The learner studies the pack no more; memories stay for the day they come back."""
        mine = (enrollments.c.learner_id == learner_id, enrollments.c.pack_id == pack_id)
        await self._link.run(delete(enrollments).where(*mine))

    async def of(self, learner_id: int) -> list[int]:
        """Ids of the packs that the learner studies, the current one first."""
        return list((await self._link.run(_NEWEST, {"learner": learner_id})).scalars())

    async def current(self, learner_id: int) -> int | None:
        """The pack chosen last; None before the first."""
        mine = await self.of(learner_id)
        return mine[0] if mine else None

    async def chosen(self, learner_id: int) -> tuple[int, datetime] | None:
        """The pack chosen last, and when; None before the first."""
        mine = select(enrollments.c.pack_id, enrollments.c.chosen_at).where(enrollments.c.learner_id == learner_id)
        newest = mine.order_by(enrollments.c.chosen_at.desc(), enrollments.c.pack_id).limit(1)
        row = (await self._link.run(newest)).first()
        return (row.pack_id, row.chosen_at) if row else None

    async def count(self, pack_id: int) -> int:
        """How many learners study the pack."""
        theirs = select(func.count()).select_from(enrollments).where(enrollments.c.pack_id == pack_id)
        return await self._link.count(theirs)

    async def lesson_done(self, learner_id: int, pack_id: int, lesson: str, now: datetime) -> bool:
        """The learner has been through the lesson; False if so before."""
        values = {"learner_id": learner_id, "pack_id": pack_id, "lesson": lesson, "done_at": now}
        add = self._link.insert(lessons_done).values(values).on_conflict_do_nothing()
        return (await self._link.run(add.returning(lessons_done.c.lesson))).first() is not None

    async def done(self, learner_id: int) -> set[tuple[int, str]]:
        """The lessons that the learner has been through, as (pack id, lesson id)."""
        mine = select(lessons_done.c.pack_id, lessons_done.c.lesson)
        rows = await self._link.run(mine.where(lessons_done.c.learner_id == learner_id))
        return {(row.pack_id, row.lesson) for row in rows}


@cache
def _enroll(insert: InsertInto) -> Executable:
    return insert(enrollments).on_conflict_do_nothing().returning(enrollments.c.pack_id)


_MINE = enrollments.c.learner_id == bindparam("learner")
_CHOOSE = update(enrollments).where(_MINE, enrollments.c.pack_id == bindparam("pack"))
_NEWEST = select(enrollments.c.pack_id).where(_MINE).order_by(enrollments.c.chosen_at.desc(), enrollments.c.pack_id)
