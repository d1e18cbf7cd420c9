"""How long do a stop and a start take while people are served? `uv run python benchmarks/stopping.py --rounds 10`.

People answer, read and send documents; at random moments (seeded) the bot is told to stop (SIGTERM) and started again
on the same database. Told are the seconds until it has ended, with what it had in hand, and the seconds and its
processor time until /readyz answers 200. In the end the database and every chat are compared with what people did. Exit
status 1 where anything was lost or doubled, a stop took more than ten seconds, or a start more than three and more than
three of processor time.
"""

import asyncio
import contextlib
import logging
import os
import random
import sqlite3
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import click

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.clock import Clock
from bot.playground.world import World
from storage.database import Database
from tests.faults.ledger import Ledger
from tests.faults.process import Process
from tests.faults.town import Plan, _everybody, _quiet, _watch, served
from tests.faults.verdict import Verdict, judge

STOP_SECS, START_SECS = 10.0, 3.0
DOORS = ("polling", "webhook")


@dataclass(frozen=True, slots=True)
class Round:
    """One stop and the start after it. `cpu` is the processor time of the process until it was ready."""

    stop: float
    waiting: int
    building: int
    start: float
    cpu: float


@click.command()
@click.option("--rounds", default=10, show_default=True)
@click.option("--people", default=20, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--door", type=click.Choice(DOORS), multiple=True, default=DOORS)
def main(rounds: int, people: int, seed: int, door: tuple[str, ...]) -> None:
    """Stop, start, count."""
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # it complains of answers that are cut
    sound = True
    for each in door:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "bot"
            folder.mkdir()
            found, verdict = asyncio.run(measured(Plan(each, rounds, people, seed), folder))
        click.echo(f"\n== {each}: {rounds} stops and starts\n{_table(found)}\n\n{verdict.text()}")
        sound &= not verdict.faulty()
        sound &= all(one.stop <= STOP_SECS and min(one.start, one.cpu) <= START_SECS for one in found)
    sys.exit(0 if sound else 1)


async def measured(plan: Plan, folder: Path) -> tuple[list[Round], Verdict]:
    """The rounds, and whether anything was lost."""
    world, stop = World(Clock()), asyncio.Event()
    ledger, rng = Ledger(world), random.Random(plan.seed)
    async with served(world) as url:
        process = Process(world, url, folder, plan.door)
        _watch(world, ledger)
        await process.start()
        await process.ready()
        people = _everybody(world, ledger, plan)
        living = [asyncio.create_task(one.live(stop)) for one in people]
        found = []
        for number in range(plan.kills):
            await asyncio.sleep(rng.uniform(1.0, 4.0))
            sender = people[number % len(people)]
            if any(seen.from_bot for seen in sender.chat.messages):
                sender.send_document()  # most are being built when the bot is told to stop
            await asyncio.sleep(rng.uniform(0.1, 0.6))
            found.append(await _round(process, folder))
        stop.set()
        await asyncio.gather(*living)
        await process.ready()
        await _quiet(world, process, folder)
        await process.stop()
    database = Database(process.database_url)
    verdict = await judge(world, ledger, database)
    await database.close()
    return found, verdict


async def _round(process: Process, folder: Path) -> Round:
    waiting, building = process.world.pending_updates, _building(folder / "lectern.db")
    began = time.monotonic()
    status = await process.stop()
    stopped = time.monotonic() - began
    assert status == 0, f"SIGTERM ended it with {status}"
    began = time.monotonic()
    await process.start()
    cpu = await _ready(process)
    return Round(stopped, waiting, building, time.monotonic() - began, cpu)


def _building(database: Path) -> int:
    with contextlib.closing(sqlite3.connect(database, timeout=5)) as connection:
        return int(connection.execute("SELECT count(*) FROM uploads WHERE state <> 'done'").fetchone()[0])


async def _ready(process: Process) -> float:
    """Processor seconds of the process when /readyz says yes."""
    async with aiohttp.ClientSession() as session:
        while True:
            try:
                async with session.get(f"http://{process.listen}/readyz") as answer:
                    if answer.status == 200:
                        return _cpu_secs(process.pid)
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.01)


def _cpu_secs(pid: int) -> float:
    """User and system time, its ended children's too."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def _table(rounds: list[Round]) -> str:
    lines = ["stop s   updates waiting   documents waiting or built   start s   CPU s of the start"]
    lines += [f"{r.stop:6.2f} {r.waiting:12d} {r.building:20d} {r.start:18.2f} {r.cpu:14.2f}" for r in rounds]
    stops, starts = sorted(r.stop for r in rounds), sorted(r.start for r in rounds)
    cpus = sorted(r.cpu for r in rounds)
    lines.append(f"median {stops[len(stops) // 2]:.2f} / {starts[len(starts) // 2]:.2f} / {cpus[len(cpus) // 2]:.2f} s")
    lines.append(f"longest {stops[-1]:.2f} / {starts[-1]:.2f} / {cpus[-1]:.2f} s")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
