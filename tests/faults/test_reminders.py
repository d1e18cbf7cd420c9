"""A reminder is sent once, also where the tick that sends it is cut off again and again."""

import asyncio
import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.actions import shelving
from bot.clock import Clock
from bot.playground.world import World
from lessons.enrollment import Preferences
from lessons.memory import Memory
from lessons.session import SessionKind
from storage.database import Database
from storage.tables import owed_views, sessions
from tests.faults.process import Process
from tests.faults.town import served

pytestmark = pytest.mark.timeout(600)
PEOPLE = 150
SIGN = "Time to remember"


async def _asleep(world: World, database: Database, people: int) -> None:
    """So many learners whose reminder was due a minute ago, each with one fact that is due."""
    now = Clock().now()
    await database.migrate()
    await shelving.install_bundled(database, now)
    never = now.replace(minute=0, second=0, microsecond=0, tzinfo=None).time()
    async with database.begin() as store:
        [card, *_] = await store.packs.list()
        [item, *_] = await store.packs.askable(card.id)
        for number in range(people):
            person = world.person(f"P{number}").person
            world.private_chat(person).started = True
            learner = await store.learners.get_or_create(person.id, person.first_name, "en", now)
            kept = replace(Preferences(), zone="UTC", quiet_from=never, quiet_to=never)
            await store.learners.save(replace(learner, preferences=kept, last_active_at=now - timedelta(days=3)))
            due = now - timedelta(days=1)
            await store.reviews.remember(learner.id, item, Memory(3.0, 5.0, due, due - timedelta(days=3), 1, 0))
            await store.learners.set_next(learner.id, now - timedelta(minutes=1))


async def reminded(folder: Path, *, kills: int, seed: int, people: int = PEOPLE) -> list[int]:
    """How many reminders came to each."""
    world, rng = World(Clock()), random.Random(seed)
    async with served(world) as url:
        process = Process(world, url, folder, "polling")
        database = Database(process.database_url)
        await _asleep(world, database, people)
        await process.start()
        for _ in range(kills):
            await process.ready()
            await asyncio.sleep(rng.uniform(0.0, 0.25))
            await process.kill()
            await process.start()
        await process.ready()
        async with asyncio.timeout(300):
            while await _left(database):  # noqa: ASYNC110 - another process changes it
                await asyncio.sleep(0.1)
        assert await process.stop() == 0
        await _one_sitting_each(database, people)
        await database.close()
    return [
        sum("Time to remember" in m.get("text", "") for m in chat.messages.values()) for chat in world.chats.values()
    ]


async def _left(database: Database) -> int:
    async with database.read() as store:
        due = await store.learners._link.run(select(owed_views.c.id))
        return len(due.all()) + PEOPLE - len((await store.learners._link.run(select(sessions.c.id))).all())


async def _one_sitting_each(database: Database, people: int) -> None:
    async with database.read() as store:
        rows = (await store.sessions._link.run(select(sessions.c.learner_id, sessions.c.kind))).all()
    assert {row.kind for row in rows} == {SessionKind.REVIEW}
    assert len(rows) == len({row.learner_id for row in rows}) == people


async def test_a_reminder_cut_off_is_sent_once(tmp_path: Path) -> None:
    assert set(await reminded(tmp_path, kills=6, seed=1)) == {1}
