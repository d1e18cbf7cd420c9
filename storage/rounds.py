"""Which rounds are under way in groups, who is in them, and what was answered?"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, Row, and_, bindparam, delete, select, update

from lessons.errors import RoundNotFound, StaleSession
from lessons.round import Given, Player, Round, RoundKind, Stage
from storage.link import Link
from storage.tables import round_answers, round_players, round_questions, rounds


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a round as it stands in the chat: its message, its poll, the message that tells the key; whether it
    counts for nobody.
    """

    position: int
    item_id: int
    message_id: int | None
    poll_id: str | None
    key_message_id: int | None
    void: bool


class Rounds:
    """The rounds' side of a transaction."""

    def __init__(self, link: Link) -> None:
        self._link = link

    async def create(self, fresh: Round, now: datetime) -> Round:
        """A new round, with its number."""
        given = _values(fresh) | {
            "group_id": fresh.group_id,
            "thread_id": fresh.thread_id,
            "kind": fresh.kind.value,
            "salt": fresh.salt,
            "touched_at": now,
        }
        row = await self._link.run(self._link.insert(rounds).values(given).returning(rounds.c.id))
        return await self.get(row.scalar_one())

    async def get(self, round_id: int) -> Round:
        """Raises RoundNotFound."""
        row = (await self._link.run(_BY_ID, {"row": round_id})).first()
        if row is None:
            raise RoundNotFound(round_id)
        return await self._round(row)

    async def open_in(self, group_id: int, thread_id: int | None) -> Round | None:
        """The round that goes on in that topic (or in a group without topics)."""
        here = rounds.c.thread_id.is_(None) if thread_id is None else rounds.c.thread_id == thread_id
        wanted = _OPEN.where(rounds.c.group_id == group_id, here).order_by(rounds.c.id.desc()).limit(1)
        row = (await self._link.run(wanted)).first()
        return await self._round(row) if row else None

    async def save(self, after: Round, before: Round, now: datetime) -> None:
        """Keep the round if it still stands where it was loaded; raises StaleSession if it has moved on."""
        here = update(rounds).where(
            rounds.c.id == before.id, rounds.c.stage == before.stage.value, rounds.c.position == before.position
        )
        if not (await self._link.run(here.values(_values(after) | {"touched_at": now}))).rowcount:
            raise StaleSession(before.id)
        same = [one == other for one, other in zip(before.items, after.items, strict=False)]
        from_here = same.index(False) if False in same else len(same)
        if from_here < len(before.items):  # questions to come were withdrawn
            to_come = round_questions.c.position >= from_here
            await self._link.run(delete(round_questions).where(round_questions.c.round_id == after.id, to_come))
        fresh = [
            {"round_id": after.id, "position": place, "item_id": item}
            for place, item in enumerate(after.items)
            if place >= from_here
        ]
        if fresh:
            await self._link.run(self._link.insert(round_questions), fresh)

    async def claim_due(self, now: datetime, limit: int) -> list[Round]:
        """Rounds whose moment has come; each is handed out once, and given its next moment by the caller."""
        rows = (await self._link.run(_CLAIM, {"now": now, "limit": limit})).all()
        return [await self._round(row) for row in rows]

    async def of_group(self, group_id: int) -> list[Round]:
        """All that goes on in a group, in whichever topic."""
        rows = (await self._link.run(_OPEN.where(rounds.c.group_id == group_id))).all()
        return [await self._round(row) for row in rows]

    async def end_all(self, group_id: int) -> None:
        """Nothing can be said in that group: what goes on there ends quietly."""
        here = update(rounds).where(rounds.c.group_id == group_id, rounds.c.stage != Stage.OVER.value)
        await self._link.run(here.values(stage=Stage.OVER.value, due_at=None))

    async def migrate(self, old_id: int, new_id: int) -> None:
        """The group is known under another number now; its messages are, too."""
        moved = update(rounds).where(rounds.c.group_id == old_id).values(group_id=new_id, message_id=None)
        ids = (await self._link.run(moved.returning(rounds.c.id))).scalars().all()
        here = update(round_questions).where(round_questions.c.round_id.in_(ids))
        await self._link.run(here.values(message_id=None, key_message_id=None))

    async def add_player(self, round_id: int, player: Player, now: datetime) -> None:
        """Somebody is in the round; who is in it already keeps their name unless they chose another."""
        values = {
            "round_id": round_id,
            "chat_id": player.chat_id,
            "name": player.name,
            "joined": player.joined,
            "starter": player.starter,
            "team": player.team,
            "at": now,
        }
        add = self._link.insert(round_players).values(values)
        anew = {"name": player.name, "joined": player.joined, "team": player.team}
        await self._link.run(add.on_conflict_do_update(index_elements=["round_id", "chat_id"], set_=anew))

    async def players(self, round_id: int) -> list[Player]:
        """Who is in the round, by when they came."""
        rows = await self._link.run(_PLAYERS, {"round": round_id})
        return [Player(row.chat_id, row.name, row.joined, row.starter, row.at, row.team) for row in rows]

    async def add_answer(self, round_id: int, given: Given, now: datetime) -> bool:
        """An answer; False if this person has answered that question: the first one counts."""
        values = {
            "round_id": round_id,
            "position": given.position,
            "chat_id": given.chat_id,
            "option": given.option,
            "is_right": given.right,
            "at": now,
        }
        add = self._link.insert(round_answers).values(values).on_conflict_do_nothing()
        return (await self._link.run(add.returning(round_answers.c.position))).first() is not None

    async def answers(self, round_id: int, position: int | None = None) -> list[Given]:
        """All answers of the round, or those to one question."""
        if position is None:
            rows = await self._link.run(_ANSWERS, {"round": round_id})
        else:
            rows = await self._link.run(_ANSWERS_TO, {"round": round_id, "position": position})
        return [Given(row.position, row.chat_id, row.option, row.is_right) for row in rows]

    async def asked(self, round_id: int, position: int) -> Asked | None:
        """Where that question stands in the chat."""
        row = (await self._link.run(_ASKED, {"round": round_id, "position": position})).first()
        if row is None:
            return None
        return Asked(row.position, row.item_id, row.message_id, row.poll_id, row.key_message_id, row.void)

    async def note_asked(self, round_id: int, position: int, **values: Any) -> None:
        """Sets `message_id`, `poll_id` or `key_message_id` of a question."""
        here = (round_questions.c.round_id == round_id, round_questions.c.position == position)
        await self._link.run(update(round_questions).where(*here).values(**values))

    async def void(self, round_id: int, position: int) -> None:
        """The question counts for nobody: what was answered to it is let go of."""
        here = (round_answers.c.round_id == round_id, round_answers.c.position == position)
        await self._link.run(delete(round_answers).where(*here))
        await self.note_asked(round_id, position, void=True)

    async def by_poll(self, poll_id: str) -> tuple[int, int] | None:
        """The round and the position of the question that was asked by that poll."""
        row = (await self._link.run(_BY_POLL, {"poll": poll_id})).first()
        return (row.round_id, row.position) if row else None

    async def message_id(self, round_id: int) -> int | None:
        """The message that invites to the round, or tells how it ended."""
        return (await self._link.run(select(rounds.c.message_id).where(rounds.c.id == round_id))).scalar()

    async def set_message(self, round_id: int, message_id: int | None) -> None:
        """The message that invites to the round, or tells how it ended."""
        await self._link.run(update(rounds).where(rounds.c.id == round_id).values(message_id=message_id))

    async def prune(self, older_than: datetime) -> None:
        """Let go of rounds that ended before then, and of answers to daily questions before then."""
        over = and_(rounds.c.stage == Stage.OVER.value, rounds.c.touched_at < older_than)
        await self._link.run(delete(rounds).where(over))
        await self._link.run(delete(round_answers).where(round_answers.c.at < older_than))

    async def _round(self, row: Row[Any]) -> Round:
        items = (await self._link.run(_ITEMS, {"round": row.id})).scalars()
        return Round(
            id=row.id,
            group_id=row.group_id,
            thread_id=row.thread_id,
            kind=RoundKind(row.kind),
            pack_id=row.pack_id,
            stage=Stage(row.stage),
            language=row.language,
            salt=row.salt,
            size=row.size,
            position=row.position,
            items=tuple(items),
            polls=row.polls,
            limit_secs=row.limit_secs,
            teams=row.teams,
            due_at=row.due_at,
            asked_at=row.asked_at,
        )


def _values(found: Round) -> dict[str, Any]:
    return {
        "pack_id": found.pack_id,
        "stage": found.stage.value,
        "language": found.language,
        "size": found.size,
        "position": found.position,
        "polls": found.polls,
        "limit_secs": found.limit_secs,
        "teams": found.teams,
        "due_at": found.due_at,
        "asked_at": found.asked_at,
    }


_BY_ID = select(rounds).where(rounds.c.id == bindparam("row"))
_OPEN = select(rounds).where(rounds.c.stage != Stage.OVER.value, rounds.c.kind == RoundKind.ROUND.value)
_ITEMS = (
    select(round_questions.c.item_id)
    .where(round_questions.c.round_id == bindparam("round"))
    .order_by(round_questions.c.position)
)
_PLAYERS = (
    select(round_players)
    .where(round_players.c.round_id == bindparam("round"))
    .order_by(round_players.c.at, round_players.c.chat_id)
)
_ANSWERS = select(round_answers).where(round_answers.c.round_id == bindparam("round"))
_ANSWERS_TO = _ANSWERS.where(round_answers.c.position == bindparam("position"))
_ASKED = select(round_questions).where(
    round_questions.c.round_id == bindparam("round"), round_questions.c.position == bindparam("position")
)
_BY_POLL = select(round_questions).where(round_questions.c.poll_id == bindparam("poll"))
_DUE = (
    select(rounds.c.id)
    .where(rounds.c.due_at <= bindparam("now"), rounds.c.due_at.is_not(None))
    .order_by(rounds.c.due_at)
    .limit(bindparam("limit", type_=Integer))
    .with_for_update(skip_locked=True)
)
_CLAIM = update(rounds).where(rounds.c.id.in_(_DUE)).values(due_at=None).returning(rounds)
