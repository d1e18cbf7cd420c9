"""What do the answers say about questions and classes? Read from the log by index, never by walking through it."""

import asyncio
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, Integer, Row, ScalarSelect, and_, bindparam, func, select

from lessons.classroom import Answer
from lessons.grade import Verdict
from lessons.item_statistics import First, ItemStatistics, item_statistics
from lessons.memory import Memory
from storage.link import Link
from storage.tables import attempts, class_members, items, memories, regrades

SAMPLE = 500
"""A question's statistics over all learners rest on its newest so many first answers."""
CHUNK = 500
"""So many answers of a class are read at a stretch."""
RIGHT = (Verdict.EXACT.value, Verdict.CLOSE.value)


class Statistics:
    """The statistics' side of a transaction; it only reads."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def item_statistics(self, pack_id: int, class_id: int | None = None) -> dict[int, ItemStatistics]:
        """Of the pack's items by row id: over a class, or over the newest answers of all learners.

        Retired items are left out, and so are items nobody has answered.
        """
        ids = list((await self._link.run(_ITEMS, {"pack": pack_id})).scalars())
        if class_id is not None:
            answers = await self.answers(class_id, ids)
            return item_statistics(First(one.learner_id, one.item_id, one.right) for one in answers)
        firsts: list[First] = []
        for item_id in ids:
            rows = await self._link.run(_FIRSTS, {"item": item_id, "limit": SAMPLE})
            firsts += [First(row.learner_id, item_id, _right(row)) for row in rows]
            await asyncio.sleep(0)
        return await asyncio.to_thread(item_statistics, firsts)

    async def answers(self, class_id: int, item_ids: Iterable[int]) -> list[Answer]:
        """What the class's members have answered to these items, oldest first; nothing of what they typed."""
        rows = await self._link.run(_ANSWERS, {"class": class_id, "rows": list(item_ids)})
        found: list[Answer] = []
        for some in rows.partitions(CHUNK):
            found += [_answer(row) for row in some]
            await asyncio.sleep(0)  # a large class has many answers, and other chats wait for theirs
        return found

    async def answers_of(self, learner_id: int, item_ids: Iterable[int]) -> list[Answer]:
        """One learner's answers to these items, oldest first."""
        rows = await self._link.run(_OWN_ANSWERS, {"learner": learner_id, "rows": list(item_ids)})
        return [_answer(row) for row in rows]

    async def memories(self, class_id: int, item_ids: Iterable[int]) -> list[tuple[int, Memory]]:
        """What the class's members remember of these items: (item, one member's memory)."""
        rows = await self._link.run(_MEMORIES, {"class": class_id, "rows": list(item_ids)})
        found: list[tuple[int, Memory]] = []
        for some in rows.partitions(CHUNK):
            found += [(row.item_id, Memory(*(getattr(row, name) for name in Memory.__slots__))) for row in some]
            await asyncio.sleep(0)
        return found


def _answer(row: Row[Any]) -> Answer:
    return Answer(row.learner_id, row.item_id, _right(row), row.at)


def _right(row: Row[Any]) -> bool:
    return row.verdict in RIGHT and not row.hinted


def regraded(column: Column[Any]) -> ScalarSelect[Any]:
    """What an attempt's last regrading says in that column of `regrades`; null where its key was never corrected."""
    return (
        select(column)
        .where(
            regrades.c.learner_id == attempts.c.learner_id,
            regrades.c.item_id == attempts.c.item_id,
            regrades.c.attempt_id == attempts.c.id,
        )
        .order_by(regrades.c.id.desc())
        .limit(1)
        .correlate(attempts)
        .scalar_subquery()
    )


NOW_COUNTS = regraded(regrades.c.verdict)
"""The verdict after the key was corrected, where it was."""
_SAID = select(
    attempts.c.learner_id,
    attempts.c.item_id,
    func.coalesce(NOW_COUNTS, attempts.c.verdict).label("verdict"),
    attempts.c.hinted,
    attempts.c.at,
)
_STANDS = and_(attempts.c.undone_at.is_(None), attempts.c.drill.is_(False))
"""Answers that count: what was taken back, and practice over what was just missed, tell nothing of a question."""
_ITEMS = (
    select(items.c.id).where(items.c.pack_id == bindparam("pack"), items.c.retired_at.is_(None)).order_by(items.c.id)
)
_FIRSTS = (
    _SAID.where(attempts.c.item_id == bindparam("item"), attempts.c.before.is_(None), _STANDS)
    .order_by(attempts.c.at.desc())
    .limit(bindparam("limit", type_=Integer))
)
_THESE = attempts.c.item_id.in_(bindparam("rows", expanding=True))
_ANSWERS = (
    _SAID.select_from(class_members.join(attempts, attempts.c.learner_id == class_members.c.learner_id))
    .where(class_members.c.class_id == bindparam("class"), _STANDS, _THESE)
    .order_by(attempts.c.at, attempts.c.id)
)
_OWN_ANSWERS = _SAID.where(attempts.c.learner_id == bindparam("learner"), _STANDS, _THESE).order_by(attempts.c.at)
_MINE = and_(
    memories.c.learner_id == class_members.c.learner_id, memories.c.item_id.in_(bindparam("rows", expanding=True))
)
_MEMORIES = (
    select(memories)
    .select_from(class_members.join(memories, _MINE))
    .where(class_members.c.class_id == bindparam("class"))
)
