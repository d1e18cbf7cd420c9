"""A refusal is part of its update's transaction: nothing of the action is left, and nobody comes in between."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from telegram import Update

from bot.app import build
from bot.clock import MovableClock
from bot.context import Context, Work
from bot.playground.request import PlaygroundRequest
from bot.playground.world import World
from lessons.errors import NothingToUndo
from storage.database import Database
from tests.storage.makers import NOW

CHAT = 77


class Replica:
    """One bot on the database; its sender says nothing, so that what is owed can be looked at."""

    def __init__(self, database: Database, clock: MovableClock) -> None:
        world = World(clock)
        self.lectern = build(world.token, database, clock, PlaygroundRequest(world))
        self.lectern.sender._closed = True

    async def work(self, number: int, action: Callable[[Work], Awaitable[str | None]]) -> str | None:
        chat, who = {"id": CHAT, "type": "private"}, {"id": CHAT, "is_bot": False, "first_name": "Ada"}
        message = {"message_id": number, "date": int(NOW.timestamp()), "chat": chat, "from": who, "text": "/undo"}
        update = Update.de_json({"update_id": number, "message": message}, self.lectern.application.bot)
        return await Context.from_update(update, self.lectern.application).work(update, action)


async def refusing(work: Work) -> str | None:
    """Does something, and is refused."""
    await work.store.meta.set("left", "over")
    await asyncio.sleep(0.02)
    raise NothingToUndo


async def test_another_replica_finds_the_refusal_noted(database: Database) -> None:
    clock, found, begun = MovableClock(NOW), [], asyncio.Event()

    async def refused_later(work: Work) -> str | None:
        begun.set()
        return await refusing(work)

    async def looking(work: Work) -> str | None:
        found.append([view.args["code"] for view in await work.store.views.owed(CHAT, work.now)])
        return None

    first, second = Replica(database, clock), Replica(database, clock)
    refused = asyncio.create_task(first.work(1, refused_later))
    await begun.wait()
    await asyncio.gather(refused, second.work(2, looking))
    assert found == [["nothing_to_undo"]], "the refusal is noted when the other's turn comes"


async def test_nothing_is_left_of_what_was_refused(database: Database) -> None:
    replica = Replica(database, MovableClock(NOW))
    assert await replica.work(1, refusing) is None
    async with database.read() as store:
        assert await store.meta.get("left") is None
        assert await store.updates.last() == 1
        assert await store.learners.by_chat(CHAT) is not None
        assert len(await store.views.owed(CHAT, NOW)) == 1


async def test_a_refusal_in_a_shared_commit_takes_nothing_of_others(database: Database) -> None:
    replica = Replica(database, MovableClock(NOW))

    async def counted(work: Work) -> str | None:
        await work.store.meta.set("others", str(int(await work.store.meta.get("others") or 0) + 1))
        return None

    await asyncio.gather(*(replica.work(n, counted if n % 2 else refusing) for n in range(1, 21)))
    async with database.read() as store:
        assert await store.meta.get("others") == "10"
        assert await store.meta.get("left") is None


async def test_a_fault_of_the_action_undoes_the_note_too(database: Database) -> None:
    replica = Replica(database, MovableClock(NOW))

    async def broken(work: Work) -> str | None:
        await work.store.meta.set("left", "over")
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        await replica.work(1, broken)
    async with database.read() as store:
        assert await store.updates.last() is None
        assert await store.meta.get("left") is None
