"""Which classes are there, who leads them, and who learns in them?"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, select, update

from lessons.classroom import MOST_MEMBERS, Class, Member
from lessons.errors import ClassFull, ClassNotFound
from lessons.pseudonyms import pseudonym
from storage.link import Link
from storage.tables import class_members, class_teachers, classes, learners


@dataclass(frozen=True, slots=True)
class ClassCard:
    """A class as it stands in its teacher's list."""

    id: int
    name: str
    members: int
    archived_at: datetime | None


@dataclass(frozen=True, slots=True)
class ClassTeacher:
    """Somebody who leads a class; the owner made it, the others came by a link of the owner's."""

    learner_id: int
    name: str
    is_owner: bool
    weekly: bool


class Classes:
    """The classes' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def create(self, name: str, code: str, owner_id: int, zone: str | None, now: datetime) -> Class:
        """A new class, led by its owner; the weekly message is planned by the caller."""
        values = {"name": name, "code": code, "zone": zone, "joined": 0, "created_at": now, "board": False}
        row = (await self._link.run(self._link.insert(classes).values(values).returning(classes))).one()
        await self.add_teacher(row.id, owner_id, now, is_owner=True)
        return _class(row)

    async def get(self, class_id: int) -> Class:
        """Raises ClassNotFound."""
        row = (await self._link.run(_BY_ID, {"row": class_id})).first()
        if row is None:
            raise ClassNotFound(class_id)
        return _class(row)

    async def by_code(self, code: str) -> Class | None:
        """The class whose link carries the code now."""
        row = (await self._link.run(_BY_CODE, {"code": code})).first()
        return _class(row) if row else None

    async def change(self, class_id: int, **values: Any) -> None:
        """Sets `name`, `code`, `zone`, `archived_at` or `board`."""
        await self._link.run(update(classes).where(classes.c.id == class_id).values(**values))

    async def of_teacher(self, learner_id: int) -> list[ClassCard]:
        """The classes that the learner leads, by name."""
        return [ClassCard(**row._mapping) for row in await self._link.run(_OF_TEACHER, {"learner": learner_id})]

    async def teachers(self, class_id: int) -> list[ClassTeacher]:
        """Who leads the class, the owner first."""
        return [ClassTeacher(**row._mapping) for row in await self._link.run(_TEACHERS, {"class": class_id})]

    async def leads(self, learner_id: int, class_id: int) -> bool:
        """Whether the learner leads the class."""
        return (await self._link.run(_LEADS, {"learner": learner_id, "class": class_id})).first() is not None

    async def add_teacher(self, class_id: int, learner_id: int, now: datetime, *, is_owner: bool = False) -> bool:
        """One more who leads the class; False if they do already."""
        values = {"class_id": class_id, "learner_id": learner_id, "is_owner": is_owner, "since": now, "weekly": True}
        add = self._link.insert(class_teachers).values(values).on_conflict_do_nothing()
        return (await self._link.run(add.returning(class_teachers.c.class_id))).first() is not None

    async def remove_teacher(self, class_id: int, learner_id: int) -> None:
        """They lead the class no more."""
        here = (class_teachers.c.class_id == class_id, class_teachers.c.learner_id == learner_id)
        await self._link.run(delete(class_teachers).where(*here))

    async def join(self, class_id: int, learner_id: int, now: datetime, *, named: bool) -> Member:
        """The learner's place in the class, made at the first call; `named` False gives (or keeps) a pseudonym.

        Raises ClassFull, ClassNotFound.
        """
        count = update(classes).where(classes.c.id == class_id).values(joined=classes.c.joined + 1)
        row = (await self._link.run(count.returning(classes.c.code, classes.c.joined))).first()  # and the class waits
        if row is None:
            raise ClassNotFound(class_id)
        known = await self.member(class_id, learner_id)
        if known is None and await self.count(class_id) >= MOST_MEMBERS:
            raise ClassFull(class_id)
        shown = None if named else known.pseudonym if known and known.pseudonym else None
        if not named and shown is None:
            shown = await self._free_pseudonym(class_id, row.code, learner_id)
        values = {"class_id": class_id, "learner_id": learner_id, "number": row.joined, "pseudonym": shown}
        add = self._link.insert(class_members).values(values | {"joined_at": now, "board": "alias"})
        here = ["class_id", "learner_id"]
        await self._link.run(add.on_conflict_do_update(index_elements=here, set_={"pseudonym": shown}))
        member = await self.member(class_id, learner_id)
        assert member
        return member

    async def leave(self, class_id: int, learner_id: int) -> bool:
        """The learner is in the class no more; False if they were not."""
        here = (class_members.c.class_id == class_id, class_members.c.learner_id == learner_id)
        return bool((await self._link.run(delete(class_members).where(*here))).rowcount)

    async def stand(self, class_id: int, learner_id: int, how: str) -> None:
        """How the learner stands on the class's board: "alias", "name" or "off"."""
        here = (class_members.c.class_id == class_id, class_members.c.learner_id == learner_id)
        await self._link.run(update(class_members).where(*here).values(board=how))

    async def count(self, class_id: int) -> int:
        """How many learn in the class."""
        return await self._link.count(_COUNT, {"class": class_id})

    async def members(self, class_id: int) -> list[Member]:
        """Who learns in the class, by the name shown."""
        found = [Member(**row._mapping) for row in await self._link.run(_MEMBERS, {"class": class_id})]
        return sorted(found, key=lambda member: (member.name.casefold(), member.number))

    async def member(self, class_id: int, learner_id: int) -> Member | None:
        """The learner's place in the class."""
        row = (await self._link.run(_MEMBER, {"class": class_id, "learner": learner_id})).first()
        return Member(**row._mapping) if row else None

    async def member_of_number(self, class_id: int, number: int) -> Member | None:
        """The member whom a teacher's button means."""
        row = (await self._link.run(_NUMBERED, {"class": class_id, "number": number})).first()
        return Member(**row._mapping) if row else None

    async def of_learner(self, learner_id: int) -> list[Class]:
        """The classes that the learner is in and that are not archived, the last joined first."""
        return [_class(row) for row in await self._link.run(_OF_LEARNER, {"learner": learner_id})]

    async def _free_pseudonym(self, class_id: int, code: str, learner_id: int) -> str:
        taken = {member.pseudonym for member in await self.members(class_id)}
        return next(name for again in range(10_000) if (name := pseudonym(code, learner_id, again)) not in taken)


def _class(row: Row[Any]) -> Class:
    return Class(row.id, row.name, row.code, row.zone, row.created_at, row.archived_at, row.board)


_COUNT = select(func.count()).select_from(class_members).where(class_members.c.class_id == bindparam("class"))
_BY_ID = select(classes).where(classes.c.id == bindparam("row"))
_BY_CODE = select(classes).where(classes.c.code == bindparam("code"))
_OF_TEACHER = (
    select(
        classes.c.id,
        classes.c.name,
        select(func.count()).where(class_members.c.class_id == classes.c.id).scalar_subquery().label("members"),
        classes.c.archived_at,
    )
    .join(class_teachers, class_teachers.c.class_id == classes.c.id)
    .where(class_teachers.c.learner_id == bindparam("learner"))
    .order_by(classes.c.name, classes.c.id)
)
_LEADS = select(class_teachers.c.class_id).where(
    class_teachers.c.learner_id == bindparam("learner"), class_teachers.c.class_id == bindparam("class")
)
_TEACHERS = (
    select(class_teachers.c.learner_id, learners.c.name, class_teachers.c.is_owner, class_teachers.c.weekly)
    .join(learners, learners.c.id == class_teachers.c.learner_id)
    .where(class_teachers.c.class_id == bindparam("class"))
    .order_by(class_teachers.c.is_owner.desc(), class_teachers.c.since)
)
_MEMBERS = (
    select(
        class_members.c.class_id,
        class_members.c.learner_id,
        class_members.c.number,
        func.coalesce(class_members.c.pseudonym, learners.c.name).label("name"),
        class_members.c.joined_at,
        class_members.c.pseudonym,
        class_members.c.board,
    )
    .join(learners, learners.c.id == class_members.c.learner_id)
    .where(class_members.c.class_id == bindparam("class"))
)
_MEMBER = _MEMBERS.where(class_members.c.learner_id == bindparam("learner"))
_NUMBERED = _MEMBERS.where(class_members.c.number == bindparam("number"))
_OF_LEARNER = (
    select(classes)
    .join(class_members, class_members.c.class_id == classes.c.id)
    .where(class_members.c.learner_id == bindparam("learner"), classes.c.archived_at.is_(None))
    .order_by(class_members.c.joined_at.desc())
)
