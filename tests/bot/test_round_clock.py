"""The count of answers is shown soon, once for many, and not where a group has had much already."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.delivery.pace import Pace
from bot.round_clock import ROOM, RoundClock
from lessons import round as rules
from lessons.round import Round
from storage.database import Database
from tests.storage.makers import a_round, pack

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


class Sends:
    """A sender that has sent so many lately, and notes whom it is to look after."""

    def __init__(self, lately: int = 0) -> None:
        self.lately = lately
        self.nudged: list[int] = []

    def sent_lately(self, chat_id: int) -> int:
        return self.lately

    def nudge(self, chat_id: int) -> None:
        self.nudged.append(chat_id)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite:///{tmp_path / 'lectern.db'}")
    await database.migrate()
    yield database
    await database.close()


async def asked(database: Database) -> Round:
    async with database.begin() as store:
        pack_id = (await store.packs.install(pack(), now=NOW)).pack_id
        found = await store.rounds.create(a_round(pack_id), NOW)
        await store.rounds.save(rules.begin(found, (1, 2), NOW), found, NOW)
        return await store.rounds.get(found.id)


async def until(rounds: RoundClock, sends: Sends) -> None:
    for _ in range(400):
        if sends.nudged:
            return
        await asyncio.sleep(0.005)
    await rounds.idle()


async def test_many_answers_are_one_count(database: Database) -> None:
    found, sends = await asked(database), Sends()
    rounds = RoundClock(database, MovableClock(NOW), sends, least_secs=0.02)  # type: ignore[arg-type]
    for _ in range(30):
        rounds.count(found)
    await until(rounds, sends)
    await rounds.close()
    assert sends.nudged == [-100]
    async with database.read() as store:
        [view] = await store.views.owed(-100, NOW)
    assert (view.kind, view.place, view.args["position"]) == ("round_question", "edit", 0)


async def test_a_group_that_had_much_waits_for_its_count(database: Database) -> None:
    found, sends = await asked(database), Sends(ROOM)
    rounds = RoundClock(database, MovableClock(NOW), sends, least_secs=0.01)  # type: ignore[arg-type]
    rounds.count(found)
    for _ in range(20):
        await asyncio.sleep(0.005)
    assert sends.nudged == []
    async with database.read() as store:
        assert await store.views.count() == 0
    sends.lately = ROOM - 1
    await until(rounds, sends)
    await rounds.close()
    assert sends.nudged == [-100]


async def test_no_count_for_a_question_that_is_closed(database: Database) -> None:
    found, sends = await asked(database), Sends()
    rounds = RoundClock(database, MovableClock(NOW), sends, least_secs=0.01)  # type: ignore[arg-type]
    rounds.count(found)
    async with database.begin() as store:
        await store.rounds.save(rules.close(found, NOW), found, NOW)
    for _ in range(20):
        await asyncio.sleep(0.005)
    await rounds.close()
    assert sends.nudged == []


async def test_a_round_with_a_limit_is_moved_on(database: Database) -> None:
    found, sends = await asked(database), Sends()
    clock = MovableClock(NOW)
    async with database.begin() as store:
        timed = replace(found, limit_secs=30, due_at=clock.now())
        await store.rounds.save(timed, found, NOW)
    rounds = RoundClock(database, clock, sends)  # type: ignore[arg-type]
    rounds.follow(found)
    rounds.follow(timed)
    await until(rounds, sends)
    await rounds.close()
    assert sends.nudged == [-100]
    async with database.read() as store:
        assert (await store.rounds.get(found.id)).stage is rules.Stage.SHOWN


def test_the_pace_knows_what_a_group_had_in_the_last_minute() -> None:
    now = 0.0
    pace = Pace(rate=30, timer=lambda: now)
    for _ in range(3):
        assert pace._take(-100, live=True)
    assert pace.in_last_minute(-100) == 3
    assert pace.in_last_minute(-200) == 0
    now = 61.0
    assert pace.in_last_minute(-100) == 0
