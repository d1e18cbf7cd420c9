"""What does a learner remember, what is due, and what was answered?"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Executable, Integer, Row, and_, bindparam, delete, func, select, update

from lessons.attempt import Attempt
from lessons.confidence import Confidence
from lessons.errors import NothingToUndo, StaleSession
from lessons.grade import Verdict
from lessons.memory import Memory
from lessons.pace import Reviewed
from lessons.rating import Rating
from storage.link import InsertInto, Link
from storage.tables import attempts, items, memories

DAY = timedelta(days=1)
ASKED = and_(items.c.retired_at.is_(None), items.c.resting.is_(False))
"""Items that may be asked at all."""
RIGHT = (Verdict.EXACT.value, Verdict.CLOSE.value)


class Reviews:
    """The memories' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def memory(self, learner_id: int, item_id: int) -> Memory | None:
        """What the learner remembers of the item; None before the first answer."""
        row = (await self._link.run(_ONE, {"learner": learner_id, "item": item_id})).first()
        return _memory(row) if row else None

    async def memories(self, learner_id: int, pack_id: int | None = None) -> dict[int, Memory]:
        """All memories by item, or those of one pack; retired items are left out."""
        wanted = {"learner": learner_id} | ({"pack": pack_id} if pack_id is not None else {})
        rows = await self._link.run(_ALL if pack_id is None else _OF_PACK, wanted)
        return {row.item_id: _memory(row) for row in rows}

    async def askable(self, learner_id: int) -> dict[int, Memory]:
        """All memories of items that may be asked, by item; resting and retired ones are left out."""
        return {row.item_id: _memory(row) for row in await self._link.run(_ASKABLE, {"learner": learner_id})}

    async def due(self, learner_id: int, before: datetime, limit: int) -> list[tuple[int, datetime]]:
        """Items due by that moment, the longest due first; resting and retired ones are left out."""
        rows = await self._link.run(_DUE, {"learner": learner_id, "before": before, "limit": limit})
        return [(row.item_id, row.due) for row in rows]

    async def count_due(self, learner_id: int, before: datetime) -> int:
        """How many items are due by that moment."""
        return await self._link.count(_COUNT_DUE, {"learner": learner_id, "before": before})

    async def dues(self, learner_id: int) -> list[datetime]:
        """The due moments of all that may be asked, for the outlook."""
        return list((await self._link.run(_DUES, {"learner": learner_id})).scalars())

    async def first_due(self, learner_id: int) -> datetime | None:
        """When the next item is (or was) due; None if nothing has been learnt yet."""
        return (await self._link.run(_FIRST_DUE, {"learner": learner_id})).scalar()

    async def unseen(self, learner_id: int, pack_ids: Iterable[int], limit: int) -> list[int]:
        """Items of these packs never answered by the learner: pack after pack, in the order of teaching."""
        found: list[int] = []
        for pack_id in pack_ids:
            if len(found) >= limit:
                break
            wanted = {"learner": learner_id, "pack": pack_id, "limit": limit - len(found)}
            found.extend((await self._link.run(_UNSEEN, wanted)).scalars())
        return found

    async def seen_today_new(self, learner_id: int, since: datetime) -> int:
        """How many items the learner has answered for the first time since that moment."""
        return await self._link.count(_COUNT_NEW, {"learner": learner_id, "since": since})

    async def answered_since(self, learner_id: int, since: datetime) -> int:
        """How many answers the learner has given since that moment."""
        return await self._link.count(_COUNT_GIVEN, {"learner": learner_id, "since": since})

    async def elapsed(self, learner_id: int, limit: int = 100) -> list[float]:
        """The seconds of the learner's last answers, where they were measured."""
        return list((await self._link.run(_ELAPSED, {"learner": learner_id, "limit": limit})).scalars())

    async def last_reviews(self, learner_id: int, limit: int) -> list[Reviewed]:
        """The learner's last reviews, oldest first; first meetings do not count."""
        rows = list(await self._link.run(_RECENT, {"learner": learner_id, "limit": limit}))
        return [
            Reviewed(row.before.stability, (row.at - row.before.last_review) / DAY, row.rating != Rating.AGAIN.value)
            for row in reversed(rows)
        ]

    async def record(self, attempt: Attempt) -> Attempt:
        """Log an answer and keep the memory it leads to (`attempt.after`); the attempt comes back with its id.

        Raises StaleSession if that step of the session has been answered: an answer counts once.
        """
        attempt_id = (await self._link.run(_record(self._link.insert), _attempt_values(attempt))).scalar()
        if attempt_id is None:
            raise StaleSession(attempt.session_id)
        await self.remember(attempt.learner_id, attempt.item_id, attempt.after)
        return replace(attempt, id=attempt_id)

    async def practised(self, attempt: Attempt) -> None:
        """Log an answer of mere practice: no memory changes. Raises StaleSession as `record` does."""
        if (await self._link.run(_record(self._link.insert), _attempt_values(attempt))).scalar() is None:
            raise StaleSession(attempt.session_id)

    async def remember(self, learner_id: int, item_id: int, memory: Memory) -> None:
        """Keep a memory without an answer: when it is rebuilt from the log, or its due moment is put off."""
        values = {"learner_id": learner_id, "item_id": item_id, **_memory_values(memory)}
        await self._link.run(_remember(self._link.insert), values)

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
        row = (await self._link.run(_STANDING, {"row": attempt_id})).first()
        attempt = _attempt(row) if row else None
        if attempt is not None and attempt.drill:  # it changed no memory
            await self._link.run(_UNDO, {"row": attempt_id, "undone_at": now})
            return replace(attempt, undone_at=now)
        if attempt is None or await self.memory(attempt.learner_id, attempt.item_id) != attempt.after:
            raise NothingToUndo
        if not (await self._link.run(_UNDO, {"row": attempt_id, "undone_at": now})).rowcount:
            raise NothingToUndo
        if attempt.before:
            await self.remember(attempt.learner_id, attempt.item_id, attempt.before)
        else:
            await self._link.run(_FORGET, {"learner": attempt.learner_id, "item": attempt.item_id})
        return replace(attempt, undone_at=now)

    async def practised_since(self, learner_id: int, since: datetime) -> int:
        """How many answers since that moment were practice over what had been missed."""
        return await self._link.count(_COUNT_DRILLS, {"learner": learner_id, "since": since})

    async def confidences(self, learner_id: int, limit: int = 500) -> list[tuple[Confidence, bool]]:
        """The learner's last answers for which they said how sure they were, and whether each was right."""
        rows = await self._link.run(_CONFIDENCES, {"learner": learner_id, "limit": limit})
        return [(Confidence(row.confidence), row.verdict in RIGHT) for row in rows]

    async def attempts(
        self,
        learner_id: int,
        since: datetime | None = None,
        *,
        item_id: int | None = None,
        undone: bool = False,
        drills: bool = False,
    ) -> list[Attempt]:
        """The log of a learner, oldest first; those taken back, and mere practice, only where asked for."""
        mine = select(attempts).where(attempts.c.learner_id == learner_id)
        if since is not None:
            mine = mine.where(attempts.c.at >= since)
        if item_id is not None:
            mine = mine.where(attempts.c.item_id == item_id)
        if not undone:
            mine = mine.where(attempts.c.undone_at.is_(None))
        if not drills:
            mine = mine.where(attempts.c.drill.is_(False))
        rows = await self._link.run(mine.order_by(attempts.c.at, attempts.c.id))
        return [_attempt(row) for row in rows]


def _memory(row: Row[Any]) -> Memory:
    return Memory(row.stability, row.difficulty, row.due, row.last_review, row.reviews, row.lapses)


def _memory_values(memory: Memory) -> dict[str, Any]:
    return {name: getattr(memory, name) for name in Memory.__slots__}


def _attempt_values(attempt: Attempt) -> dict[str, Any]:
    values = {name: getattr(attempt, name) for name in Attempt.__slots__ if name != "id"}
    confidence = attempt.confidence.value if attempt.confidence else None
    return values | {"verdict": attempt.verdict.value, "rating": attempt.rating.value, "confidence": confidence}


def _attempt(row: Row[Any]) -> Attempt:
    values = dict(row._mapping)
    confidence = Confidence(row.confidence) if row.confidence else None
    kinds = {"verdict": Verdict(row.verdict), "rating": Rating(row.rating), "confidence": confidence}
    return Attempt(**values | kinds)


@cache
def _record(insert: InsertInto) -> Executable:
    return insert(attempts).on_conflict_do_nothing().returning(attempts.c.id)


@cache
def _remember(insert: InsertInto) -> Executable:
    keep = insert(memories)
    state = {name: keep.excluded[name] for name in Memory.__slots__}
    return keep.on_conflict_do_update(index_elements=["learner_id", "item_id"], set_=state)


_MINE = memories.c.learner_id == bindparam("learner")
_ONE = select(memories).where(_MINE, memories.c.item_id == bindparam("item"))
_FORGET = delete(memories).where(_MINE, memories.c.item_id == bindparam("item"))
_JOINED = memories.join(items, items.c.id == memories.c.item_id)
_ALL = select(memories).select_from(_JOINED).where(_MINE, items.c.retired_at.is_(None))
_ASKABLE = _ALL.where(items.c.resting.is_(False))
_OF_PACK = _ALL.where(items.c.pack_id == bindparam("pack"))

_DUES = select(memories.c.due).select_from(_JOINED).where(_MINE, ASKED)
_FIRST_DUE = _DUES.order_by(memories.c.due).limit(1)
_BEFORE = memories.c.due <= bindparam("before")
_COUNT_DUE = select(func.count()).select_from(_JOINED).where(_MINE, ASKED, _BEFORE)
_DUE = (
    select(memories.c.item_id, memories.c.due)
    .select_from(_JOINED)
    .where(_MINE, ASKED, _BEFORE)
    .order_by(memories.c.due, memories.c.item_id)
    .limit(bindparam("limit", type_=Integer))
)
_UNSEEN = (
    select(items.c.id)
    .where(items.c.pack_id == bindparam("pack"), ASKED)
    .where(~select(memories.c.item_id).where(_MINE, memories.c.item_id == items.c.id).exists())
    .order_by(items.c.position)
    .limit(bindparam("limit", type_=Integer))
)
_COUNT_EVERY = select(func.count()).where(
    attempts.c.learner_id == bindparam("learner"),
    attempts.c.at >= bindparam("since"),
    attempts.c.undone_at.is_(None),
)
_COUNT_GIVEN = _COUNT_EVERY.where(attempts.c.drill.is_(False))
_COUNT_DRILLS = _COUNT_EVERY.where(attempts.c.drill.is_(True))
_CONFIDENCES = (
    select(attempts.c.confidence, attempts.c.verdict)
    .where(
        attempts.c.learner_id == bindparam("learner"),
        attempts.c.undone_at.is_(None),
        attempts.c.drill.is_(False),
        attempts.c.confidence.is_not(None),
    )
    .order_by(attempts.c.at.desc())
    .limit(bindparam("limit", type_=Integer))
)
_ELAPSED = (
    select(attempts.c.elapsed_secs)
    .where(
        attempts.c.learner_id == bindparam("learner"),
        attempts.c.elapsed_secs.is_not(None),
        attempts.c.drill.is_(False),
    )
    .order_by(attempts.c.at.desc(), attempts.c.id.desc())
    .limit(bindparam("limit", type_=Integer))
)
_RECENT = (
    select(attempts.c.before, attempts.c.at, attempts.c.rating)
    .where(
        attempts.c.learner_id == bindparam("learner"),
        attempts.c.before.is_not(None),
        attempts.c.undone_at.is_(None),
        attempts.c.drill.is_(False),
    )
    .order_by(attempts.c.at.desc(), attempts.c.id.desc())
    .limit(bindparam("limit", type_=Integer))
)
_COUNT_NEW = _COUNT_EVERY.where(attempts.c.before.is_(None))
_IS_STANDING = and_(attempts.c.id == bindparam("row"), attempts.c.undone_at.is_(None))
_STANDING = select(attempts).where(_IS_STANDING)
_UNDO = update(attempts).where(_IS_STANDING)
