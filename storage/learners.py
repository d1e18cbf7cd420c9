"""Who are our learners, and who is to be reminded now?"""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, Row, and_, bindparam, delete, func, or_, select, text, update

from lessons.enrollment import Learner, Preferences, Reminding
from lessons.errors import LearnerNotFound
from storage.export import everything_of, tables_about
from storage.link import Link
from storage.tables import attempts, enrollments, learners, packs
from storage.weekly import let_go_of_classes


class Learners:
    """The learners' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def get_or_create(self, chat_id: int, name: str, language: str, now: datetime) -> Learner:
        """The learner of that private chat; a newcomer gets a row, with the language and the usual preferences.

        Nothing is written for somebody known: names are changed by `save`.
        """
        known = await self.by_chat(chat_id)
        if known:
            return known
        newcomer = Learner(0, chat_id, name, now, Preferences(language=language))
        values = _values(newcomer) | {"chat_id": chat_id, "joined_at": now}
        insert = self._link.insert(learners).values(values).on_conflict_do_nothing()
        await self._link.run(insert)  # another replica may have been quicker: then its row stands
        found = await self.by_chat(chat_id)
        assert found
        return found

    async def get(self, learner_id: int) -> Learner:
        """Raises LearnerNotFound, for instance after that learner asked to be forgotten."""
        learner = await self._link.made(_BY_ID, {"row": learner_id}, _learner)
        if learner is None:
            raise LearnerNotFound(learner_id)
        return learner

    async def by_chat(self, chat_id: int) -> Learner | None:
        """The learner of that private chat."""
        return await self._link.made(_BY_CHAT, {"chat": chat_id}, _learner)

    async def save(self, learner: Learner) -> None:
        """Keep all that the learner may change: name, preferences, reminding, what they are expected to type."""
        await self._set(learner.id, **_values(learner))

    async def touch(self, learner_id: int, now: datetime) -> None:
        """The learner did something: no reminder counts as ignored any more, and the bot is not blocked."""
        await self._set(learner_id, last_active_at=now, ignored=0, blocked_at=None)

    async def mark_blocked(self, learner_id: int, now: datetime | None) -> None:
        """The learner blocked the bot (a moment), or let it in again (None). No reminder is claimed meanwhile."""
        await self._set(learner_id, blocked_at=now)

    async def set_next(self, learner_id: int, at: datetime | None) -> None:
        """When the learner is next to be reminded; None: not."""
        await self._set(learner_id, next_at=at)

    async def claim_reminders(self, now: datetime, limit: int) -> list[Learner]:
        """Learners whose moment has come, the earliest first; each is handed out once, however many replicas ask.

        A claimed one has `next_at` None, `last_at` now, and one more ignored reminder until they do something.
        """
        rows = await self._link.run(_CLAIM, {"now": now, "limit": limit, "last_at": now})
        return [_learner(row) for row in rows]

    async def to_fit(self, tried_before: datetime, least: int, beyond: int, limit: int) -> tuple[list[int], int | None]:
        """Learners with so many answers whose own parameters were not looked for since that moment.

        Of the `limit` learners beyond that number, and the last of these numbers; None: there are no more.
        """
        last = (await self._link.run(_LAST_OF, {"beyond": beyond, "limit": limit})).scalar()
        if last is None:
            return [], None
        wanted = {"before": tried_before, "least": least, "beyond": beyond, "last": last}
        return list((await self._link.run(_TO_FIT, wanted)).scalars()), last

    async def keep_fit(
        self, learner_id: int, parameters: tuple[float, ...] | None, told: dict[str, Any] | None, now: datetime
    ) -> None:
        """The parameters of the learner's own memory (None: the usual ones), and what was measured."""
        await self._set(
            learner_id,
            memory_parameters=json.dumps(parameters) if parameters else None,
            memory_fit=json.dumps(told) if told else None,
            memory_tried_at=now,
        )

    async def count_due(self, now: datetime) -> int:
        """How many reminders are due and not yet claimed."""
        return await self._link.count(_COUNT_DUE, {"now": now})

    async def count(self) -> int:
        """How many learners there are."""
        return await self._link.count(text("SELECT count(*) FROM learners"))

    async def export(self, learner_id: int) -> dict[str, Any]:
        """All that is kept about the learner, as JSON; a list of rows for each table."""
        return await everything_of(self._link, await self.get(learner_id))

    async def forget(self, learner_id: int) -> None:
        """Delete every row about the learner. Packs that others learn from stay, and belong to nobody."""
        learner = await self.get(learner_id)
        await self._let_go_of_packs(learner_id)
        await let_go_of_classes(self._link, learner_id)
        for table, mine in tables_about(learner):
            await self._link.run(delete(table).where(mine))

    async def _let_go_of_packs(self, learner_id: int) -> None:
        owned = packs.c.owner_id == learner_id
        others = select(enrollments.c.pack_id).where(
            enrollments.c.pack_id == packs.c.id, enrollments.c.learner_id != learner_id
        )
        await self._link.run(delete(packs).where(owned, packs.c.status != "public", ~others.exists()))
        ids = (await self._link.run(select(packs.c.id).where(owned))).scalars().all()
        for pack_id in ids:
            values = {"owner_id": None, "shelf": f"left-{pack_id}"}
            await self._link.run(update(packs).where(packs.c.id == pack_id).values(values))

    async def _set(self, learner_id: int, **values: Any) -> None:
        await self._link.run(_SET, {"row": learner_id, **values})


def _learner(row: Row[Any]) -> Learner:
    return Learner(
        id=row.id,
        chat_id=row.chat_id,
        name=row.name,
        joined_at=row.joined_at,
        preferences=Preferences(
            language=row.language,
            zone=row.zone,
            rollover_hour=row.rollover_hour,
            reminder_time=row.reminder_time,
            quiet_from=row.quiet_from,
            quiet_to=row.quiet_to,
            new_per_day=row.new_per_day,
            reviews_per_day=row.reviews_per_day,
            paused_until=row.paused_until,
            exam_on=row.exam_on,
            holiday_from=row.holiday_from,
            holiday_to=row.holiday_to,
            minutes_per_day=row.minutes_per_day,
            pictures=row.pictures,
            weekly=row.weekly,
            quiz_polls=row.quiz_polls,
            ask_confidence=row.ask_confidence,
            days_off=row.days_off,
        ),
        reminding=Reminding(row.next_at, row.last_at, row.ignored),
        last_active_at=row.last_active_at,
        blocked_at=row.blocked_at,
        expecting=row.expecting,
        parameters=tuple(json.loads(row.memory_parameters)) if row.memory_parameters else None,
        weekly_at=row.weekly_at,
        weekly_week=row.weekly_week,
    )


def _values(learner: Learner) -> dict[str, Any]:
    """The columns that `save` writes."""
    wishes, reminding = learner.preferences, learner.reminding
    return {
        "name": learner.name,
        "language": wishes.language,
        "zone": wishes.zone,
        "rollover_hour": wishes.rollover_hour,
        "reminder_time": wishes.reminder_time,
        "quiet_from": wishes.quiet_from,
        "quiet_to": wishes.quiet_to,
        "new_per_day": wishes.new_per_day,
        "reviews_per_day": wishes.reviews_per_day,
        "paused_until": wishes.paused_until,
        "exam_on": wishes.exam_on,
        "holiday_from": wishes.holiday_from,
        "holiday_to": wishes.holiday_to,
        "minutes_per_day": wishes.minutes_per_day,
        "pictures": wishes.pictures,
        "weekly": wishes.weekly,
        "quiz_polls": wishes.quiz_polls,
        "ask_confidence": wishes.ask_confidence,
        "days_off": wishes.days_off,
        "next_at": reminding.next_at,
        "last_at": reminding.last_at,
        "ignored": reminding.ignored,
        "last_active_at": learner.last_active_at,
        "blocked_at": learner.blocked_at,
        "expecting": learner.expecting,
    }


_BY_ID = select(learners).where(learners.c.id == bindparam("row"))
_BY_CHAT = select(learners).where(learners.c.chat_id == bindparam("chat"))
_some = (
    select(learners.c.id)
    .where(learners.c.id > bindparam("beyond"))
    .order_by(learners.c.id)
    .limit(bindparam("limit", type_=Integer))
    .subquery()
)
_LAST_OF = select(func.max(_some.c.id))
_enough = (  # stops counting there
    select(attempts.c.id)
    .where(attempts.c.learner_id == learners.c.id, attempts.c.undone_at.is_(None), attempts.c.drill.is_(False))
    .correlate(learners)
    .limit(1)
    .offset(bindparam("least", type_=Integer) - 1)
)
_TO_FIT = (
    select(learners.c.id)
    .where(learners.c.id > bindparam("beyond"), learners.c.id <= bindparam("last"))
    .where(or_(learners.c.memory_tried_at.is_(None), learners.c.memory_tried_at < bindparam("before")))
    .where(_enough.exists())
    .order_by(learners.c.id)
)
_SET = update(learners).where(learners.c.id == bindparam("row"))
_IS_DUE = and_(learners.c.next_at <= bindparam("now"), learners.c.next_at.is_not(None), learners.c.blocked_at.is_(None))
_COUNT_DUE = select(func.count()).select_from(learners).where(_IS_DUE)
_DUE = (
    select(learners.c.id)
    .where(_IS_DUE)
    .order_by(learners.c.next_at)
    .limit(bindparam("limit", type_=Integer))
    .with_for_update(skip_locked=True)
)
_CLAIM = (
    update(learners)
    .where(learners.c.id.in_(_DUE))
    .values(next_at=None, last_at=bindparam("last_at"), ignored=learners.c.ignored + 1)
    .returning(learners)
)
