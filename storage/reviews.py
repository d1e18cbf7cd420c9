"""What does a learner remember, what is due, and what was answered?"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, func, insert, select, update

from lessons.attempt import Attempt
from lessons.errors import NothingToUndo
from lessons.grade import Verdict
from lessons.memory import Memory
from lessons.rating import Rating
from storage.link import Link
from storage.tables import attempts, items, memories

ASKED = and_(items.c.retired_at.is_(None), items.c.resting.is_(False))
"""Items that may be asked at all."""


class Reviews:
    """The memories' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def memory(self, learner_id: int, item_id: int) -> Memory | None:
        """What the learner remembers of the item; None before the first answer."""
        one = select(memories).where(_memory_key(learner_id, item_id))
        row = (await self._link.run(one)).first()
        return _memory(row) if row else None

    async def memories(self, learner_id: int, pack_id: int | None = None) -> dict[int, Memory]:
        """All memories by item, or those of one pack; retired items are left out."""
        join = memories.join(items, items.c.id == memories.c.item_id)
        mine = select(memories).select_from(join).where(memories.c.learner_id == learner_id)
        mine = mine.where(items.c.retired_at.is_(None))
        if pack_id is not None:
            mine = mine.where(items.c.pack_id == pack_id)
        return {row.item_id: _memory(row) for row in await self._link.run(mine)}

    async def due(self, learner_id: int, before: datetime, limit: int) -> list[tuple[int, datetime]]:
        """Items due by that moment, the longest due first; resting and retired ones are left out."""
        wanted = _due(learner_id, memories.c.item_id, memories.c.due).where(memories.c.due <= before)
        rows = await self._link.run(wanted.order_by(memories.c.due, memories.c.item_id).limit(limit))
        return [(row.item_id, row.due) for row in rows]

    async def count_due(self, learner_id: int, before: datetime) -> int:
        """How many items are due by that moment."""
        wanted = _due(learner_id, func.count()).where(memories.c.due <= before)
        return await self._link.count(wanted)

    async def dues(self, learner_id: int) -> list[datetime]:
        """The due moments of all that may be asked, for the outlook."""
        return list((await self._link.run(_due(learner_id, memories.c.due))).scalars())

    async def first_due(self, learner_id: int) -> datetime | None:
        """When the next item is (or was) due; None if nothing has been learnt yet."""
        wanted = _due(learner_id, memories.c.due).order_by(memories.c.due).limit(1)
        return (await self._link.run(wanted)).scalar()

    async def unseen(self, learner_id: int, pack_ids: Iterable[int], limit: int) -> list[int]:
        """Items of these packs never answered by the learner: pack after pack, in the order of teaching."""
        found: list[int] = []
        for pack_id in pack_ids:
            if len(found) >= limit:
                break
            seen = select(memories.c.item_id).where(_memory_key(learner_id, items.c.id)).exists()
            new = select(items.c.id).where(items.c.pack_id == pack_id, ASKED, ~seen)
            rows = await self._link.run(new.order_by(items.c.position).limit(limit - len(found)))
            found.extend(rows.scalars())
        return found

    async def seen_today_new(self, learner_id: int, since: datetime) -> int:
        """How many items the learner has answered for the first time since that moment."""
        first = select(func.count()).where(
            attempts.c.learner_id == learner_id,
            attempts.c.at >= since,
            attempts.c.before.is_(None),
            attempts.c.undone_at.is_(None),
        )
        return await self._link.count(first)

    async def answered_since(self, learner_id: int, since: datetime) -> int:
        """How many answers the learner has given since that moment."""
        given = select(func.count()).where(
            attempts.c.learner_id == learner_id, attempts.c.at >= since, attempts.c.undone_at.is_(None)
        )
        return await self._link.count(given)

    async def record(self, attempt: Attempt) -> Attempt:
        """Log an answer and keep the memory it leads to (`attempt.after`); the attempt comes back with its id.

        Raises IntegrityError if that step of the session has been answered: the session must be saved, or found
        stale, first.
        """
        values = _attempt_values(attempt)
        row = await self._link.run(insert(attempts).values(values).returning(attempts.c.id))
        await self.remember(attempt.learner_id, attempt.item_id, attempt.after)
        return _with_id(attempt, row.scalar_one())

    async def remember(self, learner_id: int, item_id: int, memory: Memory) -> None:
        """Keep a memory without an answer: when it is rebuilt from the log, or its due moment is put off."""
        state = _memory_values(memory)
        keep = self._link.insert(memories).values(learner_id=learner_id, item_id=item_id, **state)
        await self._link.run(keep.on_conflict_do_update(index_elements=["learner_id", "item_id"], set_=state))

    async def last_attempt(self, learner_id: int, session_id: int | None = None) -> Attempt | None:
        """The learner's last answer that stands, or the last of one session."""
        mine = select(attempts).where(attempts.c.learner_id == learner_id, attempts.c.undone_at.is_(None))
        if session_id is None:
            mine = mine.order_by(attempts.c.at.desc(), attempts.c.id.desc())
        else:
            mine = mine.where(attempts.c.session_id == session_id).order_by(attempts.c.step.desc())
        row = (await self._link.run(mine.limit(1))).first()
        return _attempt(row) if row else None

    async def undo(self, attempt_id: int, now: datetime) -> Attempt:
        """Take an answer back: the memory is again what it was, and the attempt, returned, is marked as undone.

        Raises NothingToUndo if it is undone already, or if the item has been answered again since.
        """
        mark = update(attempts).where(attempts.c.id == attempt_id, attempts.c.undone_at.is_(None))
        row = (await self._link.run(mark.values(undone_at=now).returning(attempts))).first()
        if row is None:
            raise NothingToUndo
        attempt = _attempt(row)
        if await self.memory(attempt.learner_id, attempt.item_id) != attempt.after:
            raise NothingToUndo
        if attempt.before:
            await self.remember(attempt.learner_id, attempt.item_id, attempt.before)
        else:
            gone = memories.delete().where(_memory_key(attempt.learner_id, attempt.item_id))
            await self._link.run(gone)
        return attempt

    async def attempts(
        self, learner_id: int, since: datetime | None = None, *, item_id: int | None = None, undone: bool = False
    ) -> list[Attempt]:
        """The log of a learner, oldest first; those taken back only where `undone` is asked for."""
        mine = select(attempts).where(attempts.c.learner_id == learner_id)
        if since is not None:
            mine = mine.where(attempts.c.at >= since)
        if item_id is not None:
            mine = mine.where(attempts.c.item_id == item_id)
        if not undone:
            mine = mine.where(attempts.c.undone_at.is_(None))
        rows = await self._link.run(mine.order_by(attempts.c.at, attempts.c.id))
        return [_attempt(row) for row in rows]


def _due(learner_id: int, *what: Any) -> Select[Any]:
    join = memories.join(items, items.c.id == memories.c.item_id)
    return select(*what).select_from(join).where(memories.c.learner_id == learner_id, ASKED)


def _memory_key(learner_id: int, item_id: Any) -> ColumnElement[bool]:
    return and_(memories.c.learner_id == learner_id, memories.c.item_id == item_id)


def _memory(row: Row[Any]) -> Memory:
    return Memory(row.stability, row.difficulty, row.due, row.last_review, row.reviews, row.lapses)


def _memory_values(memory: Memory) -> dict[str, Any]:
    return {name: getattr(memory, name) for name in Memory.__slots__}


def _attempt_values(attempt: Attempt) -> dict[str, Any]:
    values = {name: getattr(attempt, name) for name in Attempt.__slots__ if name != "id"}
    return values | {"verdict": attempt.verdict.value, "rating": attempt.rating.value}


def _attempt(row: Row[Any]) -> Attempt:
    values = dict(row._mapping)
    return Attempt(**values | {"verdict": Verdict(row.verdict), "rating": Rating(row.rating)})


def _with_id(attempt: Attempt, attempt_id: int) -> Attempt:
    from dataclasses import replace

    return replace(attempt, id=attempt_id)
