"""What happens in a run? People use the bot while it is killed, its updates come twice, and what it leans on fails."""

import asyncio
import contextlib
import random
import sqlite3
import ssl
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from starlette.applications import Starlette

from bot.clock import Clock
from bot.delivery.web import WebServer
from bot.playground.server import api_routes
from bot.playground.updates import Queued
from bot.playground.webhooks import WebhookDelivery
from bot.playground.world import World
from content import packfile, packs
from storage.database import Database
from tests.faults.ledger import Ledger
from tests.faults.people import Somebody
from tests.faults.process import Process
from tests.faults.staged import TOWN, Staged
from tests.faults.verdict import Verdict, judge

SOON = (0.0, 0.05, 0.2, 0.5)
"""Telegram's pauses before it posts an update again, shortened: they grow to a minute."""
METHODS = ("sendMessage", "editMessageText", "answerCallbackQuery", "getUpdates", "editMessageReplyMarkup")


@dataclass(frozen=True, slots=True)
class Plan:
    """How a run goes. `locked_secs`: how long another program keeps the database for itself, once."""

    door: str = "polling"
    kills: int = 10
    people: int = 10
    seed: int = 1
    duplicates: bool = True
    faults: bool = False
    timeouts: bool = False
    locked_secs: float = 0.0
    full_secs: float = 0.0
    """How long the disk has no room left, once; the folder given to `run` is then to be a small disk of its own."""
    calm_secs: float = 0.0
    """How long people go on after the last kill, and after the last trouble that ends."""
    answers: int = 0
    """People go on until the log has so many more answers than at the last kill and the end of the last trouble."""
    minutes: float = 0.0
    """No kill after so long, where it is given: on a busy machine a start takes its time."""
    haste: float = 1.0
    """The pause between a person's acts, in times of a fifth of a second."""


@contextlib.asynccontextmanager
async def served(world: World, trusted: ssl.SSLContext | None = None) -> AsyncIterator[str]:
    """The world as a Bot API server over HTTP; its address. `trusted`: who vouches for webhooks behind TLS."""
    server = WebServer(Starlette(routes=api_routes(world)), "127.0.0.1", 0)
    await server.start()
    delivering = asyncio.create_task(WebhookDelivery(world, SOON, trusted=trusted).run())
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        delivering.cancel()
        await asyncio.gather(delivering, return_exceptions=True)
        await server.stop()


async def run(plan: Plan, folder: Path, tell: Callable[[str], None] = lambda _: None) -> Verdict:
    """One run from an empty database to the verdict."""
    world = World(Clock())
    ledger, rng = Ledger(world), random.Random(plan.seed)
    counts: dict[str, int] = {"duplicates": 0, "faults": 0}
    async with _opened(plan, world, folder) as process:
        _watch(world, ledger)
        try:
            await _use(plan, process, ledger, rng, counts, tell)
            status = await process.stop()
        finally:
            await process.kill()
    assert status == 0, f"SIGTERM ended it with {status}"
    database = Database(process.database_url)
    try:
        verdict = await judge(world, ledger, database)
    finally:
        await database.close()
    return replace(verdict, kills=process.kills, deaths=process.deaths, **counts)


@contextlib.asynccontextmanager
async def _opened(plan: Plan, world: World, folder: Path) -> AsyncIterator[Process | Staged]:
    """The bot, not started yet: beside us, or a process that our Bot API is served to over HTTP."""
    if plan.door == "playground":
        yield Staged(world, folder)
        return
    async with served(world) as url:
        yield Process(world, url, folder, plan.door)


def _watch(world: World, ledger: Ledger) -> None:
    """Note which presses Telegram itself gives up: it keeps them for 150 seconds."""
    ready = world.updates.ready

    def watching(limit: int = 100) -> list[Queued]:
        before = [queued for queued in world.updates.waiting if not queued.again]
        found = ready(limit)
        ledger.expired |= {queued.id for queued in before} - {queued.id for queued in world.updates.waiting}
        return found

    world.updates.ready = watching  # type: ignore[method-assign]


async def _use(
    plan: Plan,
    process: Process | Staged,
    ledger: Ledger,
    rng: random.Random,
    counts: dict[str, int],
    tell: Callable[[str], None],
) -> None:
    """People live while it is killed and troubled; then all that is left is worked off."""
    world, folder, stop = process.world, process.folder, asyncio.Event()
    await process.start()
    await process.ready()
    living = [asyncio.create_task(one.live(stop), name=TOWN) for one in _everybody(world, ledger, plan)]
    troubles = [asyncio.create_task(work, name=TOWN) for work in _endless(plan, world, ledger, rng, counts)]
    passing = [asyncio.create_task(work, name=TOWN) for work in _passing(plan, folder)]
    try:
        await _kill(plan, process, rng, tell)
        await asyncio.gather(*passing)
        enough = _answers(folder / "lectern.db") + plan.answers
        await asyncio.sleep(plan.calm_secs)
        while _answers(folder / "lectern.db") < enough:  # noqa: ASYNC110 - another process counts them
            await asyncio.sleep(0.2)
    finally:
        stop.set()
        ended = await asyncio.gather(*living, return_exceptions=True)
        for task in (*troubles, *passing):
            task.cancel()
        troubled = await asyncio.gather(*troubles, *passing, return_exceptions=True)
        world.faults.clear()
    for error in (*ended, *troubled):
        if isinstance(error, Exception):
            raise error
    await process.ready()
    await _quiet(world, process, folder)


def _everybody(world: World, ledger: Ledger, plan: Plan) -> list[Somebody]:
    keys = {}
    for name in packs.bundled():
        pack = packfile.load(packs.bundled_path(name)).pack
        assert pack is not None
        keys |= {item.prompt: item.key for lesson in pack.lessons for item in lesson.items}
    return [
        Somebody(
            world.person(f"P{number}"),
            ledger,
            keys,
            seed=plan.seed * 1000 + number,
            begins="/quiz" if number % 2 else "/learn",
            sends=number % 4 == 1,
            haste=plan.haste,
        )
        for number in range(plan.people)
    ]


async def _kill(plan: Plan, process: Process | Staged, rng: random.Random, tell: Callable[[str], None]) -> None:
    """One kill in five hits the start, the others come while people are served."""
    began = time.monotonic()
    for number in range(plan.kills):
        if plan.minutes and time.monotonic() - began > plan.minutes * 60:
            tell(f"only {number} kills: the time is over")
            break
        process.kills += 1
        if rng.random() < 0.2:
            await asyncio.sleep(rng.uniform(0.05, 1.5))
        else:
            await process.ready()
            await _at_work(process.world, rng.randrange(120))
            await asyncio.sleep(rng.uniform(0.0, 0.05))
        await process.kill()
        await process.start()
        if number % 20 == 19:
            tell(f"{number + 1} kills")
    await process.ready()


async def _at_work(world: World, calls: int, secs: float = 20.0) -> None:
    """Until the bot has called so often: a moment in the middle of its work, however slow the machine is."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(secs):
            until = len(world.calls) + calls
            while len(world.calls) < until:  # noqa: ASYNC110 - the world has no event for it
                await asyncio.sleep(0.005)


Trouble = Coroutine[Any, Any, None]


def _endless(plan: Plan, world: World, ledger: Ledger, rng: random.Random, counts: dict[str, int]) -> Iterator[Trouble]:
    """What goes on as long as people do."""
    if plan.duplicates:
        yield _duplicate(ledger, rng, counts)
    if plan.faults:
        yield _falter(world, rng, counts, plan.timeouts)


def _passing(plan: Plan, folder: Path) -> Iterator[Trouble]:
    """What comes once, and passes."""
    if plan.locked_secs:
        yield _lock(folder / "lectern.db", plan.locked_secs)
    if plan.full_secs:
        yield _fill(folder / "filler", plan.full_secs)


async def _duplicate(ledger: Ledger, rng: random.Random, counts: dict[str, int]) -> None:
    """Updates come a second time, and late: behind others that were made after them.

    A poller is only ever given again what it has acknowledged in vain, never one ahead of those still waiting.
    """
    queue = ledger.world.updates
    while True:
        await asyncio.sleep(rng.uniform(0.05, 0.5))
        if sum(queued.again for queued in queue.waiting) > 8:  # Telegram looks at the first 80 only: leave room
            continue
        first = min((queued.id for queued in queue.waiting if not queued.again), default=queue.last_id + 1)
        fit = [queued for queued in ledger.updates if queue.webhook_url or queued.id < first]
        if fit:
            queue.waiting.insert(0, replace(rng.choice(fit), again=True))
            queue._wake()
            counts["duplicates"] += 1


async def _falter(world: World, rng: random.Random, counts: dict[str, int], timeouts: bool) -> None:
    """The Bot API answers with errors, asks to wait, cuts connections before and after it did what it was asked."""
    waits = world.faults._waiting
    ways = [{"code": 500}, {"code": 502}, {"code": 429, "retry_after": 1}, {"kind": "reset"}, {"kind": "lost"}]
    while True:
        await asyncio.sleep(rng.uniform(0.1, 0.6))
        method = rng.choice(METHODS)
        if sum(fault.method == method for fault in waits) < 2:  # what is seldom called must not use up all faults
            world.fail(method, rng.randrange(1, 4), **rng.choice(ways))
            counts["faults"] += 1
        if timeouts and rng.random() < 0.05:
            world.fail(rng.choice(METHODS[:3]), 1, kind="timeout")


async def _lock(database: Path, secs: float) -> None:
    """Another program takes the database for itself."""
    await asyncio.sleep(2)
    script = (
        "import sqlite3, sys, time; c = sqlite3.connect(sys.argv[1], timeout=30, isolation_level=None);"
        "c.execute('BEGIN IMMEDIATE'); time.sleep(float(sys.argv[2])); c.execute('ROLLBACK')"
    )
    other = await asyncio.create_subprocess_exec(sys.executable, "-c", script, str(database), str(secs))
    try:
        await other.wait()
    finally:
        if other.returncode is None:
            other.kill()


async def _fill(filler: Path, secs: float) -> None:
    """The disk is full for a while."""
    await asyncio.sleep(3)
    end = asyncio.get_running_loop().time() + secs
    try:
        with filler.open("ab", buffering=0) as file:
            while asyncio.get_running_loop().time() < end:
                with contextlib.suppress(OSError):
                    file.write(bytes(4096))
                    continue
                await asyncio.sleep(0.05)
    finally:
        filler.unlink()  # noqa: ASYNC240 - at once


async def _quiet(world: World, process: Process | Staged, folder: Path, secs: float = 300.0) -> None:
    """Until no update waits, nothing is owed and no document is being built, for a while."""
    calm = 0
    async with asyncio.timeout(secs):
        while calm < 4:
            await asyncio.sleep(0.15)
            if not process.running:
                await process.start()
            calm = calm + 1 if not world.pending_updates and not _left(folder / "lectern.db") else 0


def _left(database: Path) -> int:
    return _count(
        database, "SELECT (SELECT count(*) FROM owed_views) + (SELECT count(*) FROM uploads WHERE state <> 'done')"
    )


def _answers(database: Path) -> int:
    return _count(database, "SELECT count(*) FROM attempts")


def _count(database: Path, words: str) -> int:
    with contextlib.closing(sqlite3.connect(database, timeout=5)) as connection:
        return int(connection.execute(words).fetchone()[0])
