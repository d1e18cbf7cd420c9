"""What has somebody learned, day by day and fact by fact? Counted by the database, from the log by its index."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import BigInteger, bindparam, case, func, literal, select, type_coerce

from lessons.days import study_day
from lessons.enrollment import Preferences
from lessons.rating import Rating
from storage.columns import micros, moment
from storage.link import Link
from storage.statistics import NOW_COUNTS, RIGHT, regraded
from storage.tables import attempts, class_members, items, memories, regrades

QUARTER = 15 * 60 * 1_000_000
"""Microseconds of a quarter of an hour: no clock in use is set by less, so no study day begins inside of one."""
DAY = 24 * 3600 * 1_000_000


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers to one item: how many, and how many of them right without a hint."""

    right: int
    answers: int


class Progress:
    """The progress' side of a transaction; it only reads."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def days(self, learner_id: int, kept: Preferences, since: datetime) -> dict[date, int]:
        """How many answers were given on each study day since then, oldest first; days without are left out."""
        rows = await self._link.run(_QUARTERS, {"learner": learner_id, "since": since})
        counts: Counter[date] = Counter()
        for row in rows:
            counts[study_day(moment(row.quarter * QUARTER), kept.zone, kept.rollover_hour)] += row.answers
        return dict(sorted(counts.items()))

    async def tallies(self, learner_id: int, since: datetime) -> dict[int, Tally]:
        """The answers since then, by item; those taken back are left out."""
        rows = await self._link.run(_TALLIES, {"learner": learner_id, "since": since})
        return {row.item_id: Tally(int(row.right or 0), row.answers) for row in rows}

    async def missed(self, learner_id: int, pack_id: int) -> set[int]:
        """The pack's items that the learner got wrong the last time; practice over what was missed does not count."""
        return set((await self._link.run(_MISSED, {"learner": learner_id, "pack": pack_id})).scalars())

    async def answered_since(self, learner_id: int, since: datetime) -> bool:
        """Whether there was any answer since then."""
        return (await self._link.run(_ANY, {"learner": learner_id, "since": since})).first() is not None

    async def first_answer(self, learner_id: int, pack_id: int) -> datetime | None:
        """When the learner first answered a question of the pack."""
        return (await self._link.run(_FIRST_OF_PACK, {"learner": learner_id, "pack": pack_id})).scalar()

    async def held(
        self, class_id: int, item_ids: Iterable[int], now: datetime, among: Collection[int]
    ) -> dict[int, int]:
        """How many of these items each of those members holds now, by learner: recalled in nine of ten cases.

        That is what stability means: so many days after the last review the chance has fallen to nine in ten.
        """
        wanted = {"class": class_id, "rows": list(item_ids), "moment": micros(now)}
        rows = await self._link.run(_HELD, wanted)
        found = {row.learner_id: row.held for row in rows}
        return {who: found.get(who, 0) for who in among}


_AT = type_coerce(attempts.c.at, BigInteger)
_QUARTER = (_AT // literal(QUARTER, BigInteger)).label("quarter")
_MINE = (
    attempts.c.learner_id == bindparam("learner"),
    attempts.c.at >= bindparam("since"),
    attempts.c.undone_at.is_(None),
)
_QUARTERS = select(_QUARTER, func.count().label("answers")).where(*_MINE).group_by(_QUARTER)
_VERDICT = func.coalesce(NOW_COUNTS, attempts.c.verdict)
_IS_RIGHT = case((_VERDICT.in_(RIGHT) & attempts.c.hinted.is_(False), 1), else_=0)
_TALLIES = (
    select(attempts.c.item_id, func.count().label("answers"), func.sum(_IS_RIGHT).label("right"))
    .where(*_MINE, attempts.c.drill.is_(False))
    .group_by(attempts.c.item_id)
)
_LAST = (
    select(func.max(attempts.c.id))
    .select_from(attempts.join(items, items.c.id == attempts.c.item_id))
    .where(attempts.c.learner_id == bindparam("learner"), items.c.pack_id == bindparam("pack"))
    .where(attempts.c.undone_at.is_(None), attempts.c.drill.is_(False))
    .group_by(attempts.c.item_id)
)
_RATED = func.coalesce(regraded(regrades.c.rating), attempts.c.rating)
_MISSED = select(attempts.c.item_id).where(attempts.c.id.in_(_LAST), literal(Rating.AGAIN.value) == _RATED)
_ANY = select(attempts.c.id).where(*_MINE).limit(1)
_FIRST_OF_PACK = (
    select(attempts.c.at)
    .select_from(attempts.join(items, items.c.id == attempts.c.item_id))
    .where(
        attempts.c.learner_id == bindparam("learner"),
        items.c.pack_id == bindparam("pack"),
        attempts.c.before.is_(None),
        attempts.c.undone_at.is_(None),
        attempts.c.drill.is_(False),
    )
    .order_by(attempts.c.at)
    .limit(1)
)
_UNTIL = type_coerce(memories.c.last_review, BigInteger) + memories.c.stability * literal(float(DAY))
_HELD = (
    select(memories.c.learner_id, func.count().label("held"))
    .select_from(class_members.join(memories, memories.c.learner_id == class_members.c.learner_id))
    .where(class_members.c.class_id == bindparam("class"), memories.c.item_id.in_(bindparam("rows", expanding=True)))
    .where(bindparam("moment", type_=BigInteger) <= _UNTIL)
    .group_by(memories.c.learner_id)
)
