"""What an operator's watch is told: alive, ready and the numbers, and each stops being so where it is not."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace

import aiohttp
import pytest

from bot import jobs
from bot.clock import Clock
from bot.commands.run import _web
from bot.delivery.doors import STALE_SECS, PollingDoor
from bot.delivery.metrics import Metrics
from bot.jobs import Ticker
from bot.settings import load
from storage.database import Database
from storage.errors import DatabaseUnreachable


class Gone:
    """A database that cannot be had."""

    @asynccontextmanager
    async def read(self) -> AsyncIterator[None]:
        raise DatabaseUnreachable("postgresql://db/lectern", "connect")
        yield


async def quiet() -> None:
    pass


@pytest.fixture
async def watched(tmp_path):
    """A bot's web server with nothing but what it looks at; `ask` tells a path's status and words."""
    database = Database(f"sqlite:///{tmp_path}/lectern.db")
    await database.migrate()
    lectern = SimpleNamespace(database=database, clock=Clock(), sender=SimpleNamespace(waiting=0))
    poller = SimpleNamespace(polled_at=time.monotonic())
    door, ticker = PollingDoor(SimpleNamespace(bot=None), poller), Ticker(quiet)
    server = _web(load(LECTERN_LISTEN="127.0.0.1:0"), lectern, Metrics(), door, ticker)
    await server.start()

    async def ask(path):
        async with session.get(f"http://127.0.0.1:{server.port}{path}") as answer:
            return answer.status, await answer.text()

    async with aiohttp.ClientSession() as session:
        yield SimpleNamespace(ask=ask, lectern=lectern, poller=poller, ticker=ticker)
    await server.stop()
    await database.close()


async def test_all_is_well(watched):
    assert await watched.ask("/healthz") == (200, '{"ok":true,"faults":{}}')
    assert await watched.ask("/readyz") == (200, '{"ok":true,"faults":{}}')
    status, page = await watched.ask("/metrics")
    assert status == 200
    assert "\nlectern_views_owed 0\n" in page
    assert "\nlectern_reminders_due 0\n" in page


async def test_a_database_that_cannot_be_had_is_not_ready_and_its_numbers_are_not_those_of_before(watched):
    await watched.ask("/metrics")
    watched.lectern.database = Gone()
    assert await watched.ask("/readyz") == (503, '{"ok":false,"faults":{"database":"DatabaseUnreachable"}}')
    assert (await watched.ask("/healthz"))[0] == 200, "a restart would not bring it back"
    assert "\nlectern_views_owed " not in (await watched.ask("/metrics"))[1]


async def test_telegram_that_has_not_answered_for_long_is_not_ready(watched):
    watched.poller.polled_at = time.monotonic() - STALE_SECS - 1
    status, page = await watched.ask("/readyz")
    assert status == 503
    assert "Telegram has not answered lately" in page
    assert (await watched.ask("/healthz"))[0] == 200


async def test_a_clock_that_stands_still_is_worth_a_restart(watched, monkeypatch):
    monkeypatch.setattr(jobs, "STUCK_SECS", -1.0)
    assert await watched.ask("/healthz") == (503, '{"ok":false,"faults":{"clock":"the clock stands still"}}')
    assert (await watched.ask("/readyz"))[0] == 503
