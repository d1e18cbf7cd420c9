"""Does it grow with the work, or with the past? A full database beside a small one, the same things measured on both.

python benchmarks/scale.py                      a million learners, twenty million answers (10 GB, some minutes)
python benchmarks/scale.py --learners 100000 --reviews 2000000 --keep /tmp/scale    kept there for the next time
"""

import asyncio
import contextlib
import gc
import logging
import os
import random
import re
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

import click

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.many import FIRST_CHAT, arm, counted, make
from bot import log as logs
from bot.actions import shelving
from bot.app import build
from bot.clock import Clock, MovableClock
from bot.delivery.pace import Pace
from bot.delivery.process import Outcome, Processor
from bot.playground import actions, learner
from bot.playground.chat import Conversation
from bot.playground.request import PlaygroundRequest
from bot.playground.stage import Stage
from bot.playground.world import World
from lessons.session import Phase
from storage.columns import micros
from tests.faults.process import Process
from tests.faults.town import served

SMALL = 1_500
"""Learners of the small database: those who are measured must be there."""
DUE = 1_000
ANSWERS = 6
"""Of each sitting so many are measured."""


@dataclass(slots=True)
class Figures:
    """What was measured on one database."""

    name: str
    folder: Path
    learners: int
    start_secs: float = 0.0
    first_tick_secs: float = 0.0
    start_cpu_secs: float = 0.0
    process_mb: float = 0.0
    tick_secs: float = 0.0
    tick_cpu_secs: float = 0.0
    sent_secs: float = 0.0
    due: int = 0
    commit_ms: list[float] = field(default_factory=list)
    turn_ms: list[float] = field(default_factory=list)


async def started(figures: Figures) -> None:
    """The real `lectern run`, from its start until it asks for updates; and its first tick, from its own metrics."""
    world = World(Clock())
    async with served(world) as url:
        process = Process(world, url, figures.folder, "polling")
        began = time.monotonic()
        await process.start()
        try:
            await process.ready(60)
            figures.start_secs = time.monotonic() - began
            page = ""
            while not re.search(r"lectern_tick_seconds_count [1-9]", page):
                await asyncio.sleep(0.1)
                with contextlib.suppress(OSError):
                    page = await asyncio.to_thread(_read, f"http://{process._env['LECTERN_LISTEN']}/metrics")
            figures.first_tick_secs = float(re.search(r"lectern_tick_seconds_sum (\S+)", page)[1])
            figures.start_cpu_secs = cpu_secs(process._process.pid)
            figures.process_mb = resident_mb(process._process.pid)
        finally:
            await process.stop()


def _read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=5) as answer:
        return answer.read().decode()


def resident_mb(pid: int) -> float:
    """Memory of its own; pages of the database's file are the system's, and given back when anybody needs them."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"RssAnon:\s+(\d+)", status)[1]) / 1024


def cpu_secs(pid: int) -> float:
    """What it has computed so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Bot:
    """The bot on a stage without a poller: updates are handed to it one at a time."""

    def __init__(self, folder: Path) -> None:
        now = datetime.now(UTC)
        noon = now.replace(hour=12, minute=0) + timedelta(days=int(now.hour >= 12))  # nobody's quiet hours
        self.file = folder / "lectern.db"
        self.stage = Stage.in_folder(folder, MovableClock(offset=noon - now))
        self.world = self.stage.world

    async def begin(self) -> None:
        """As `lectern run` begins."""
        await self.stage.database.migrate()
        self.world.updates.last_id = int(time.time())  # those of an earlier run on the same file count as seen
        await shelving.install_bundled(self.stage.database, self.stage.clock.now())
        request = PlaygroundRequest(self.world)
        self.lectern = build(self.world.token, self.stage.database, self.stage.clock, request, pace=Pace(rate=0))
        self.stage.lectern = self.lectern
        await self.lectern.start()
        self.processor = Processor(self.lectern.application, self.stage.database, clock=self.stage.clock)

    async def turn(self) -> tuple[float, float]:
        """The update that waits: milliseconds up to its commit, and up to the end of its sending."""
        queued = self.world.updates.waiting.pop()
        began = time.perf_counter()
        outcome = await self.processor.process(queued.update)
        committed = time.perf_counter()
        await self.lectern.sender.idle()
        ended = time.perf_counter()
        assert outcome is Outcome.DONE
        return (committed - began) * 1000, (ended - began) * 1000

    def person(self, number: int) -> Conversation:
        """One of the copied learners."""
        return self.world.person(f"L{number}", number=FIRST_CHAT + number)

    async def end(self) -> None:
        """Let go."""
        await self.lectern.close()
        await self.stage.database.close()


async def sitting(bot: Bot, number: int, figures: Figures) -> None:
    """A quiz of one learner: every answer and every "next" is a turn."""
    chat = bot.person(number)
    actions.say(bot.world, chat.person, "/quiz")
    await bot.turn()
    for _ in range(ANSWERS):
        found = await learner.question(bot.stage, chat)
        if found is None:
            session = await learner.sitting(bot.stage, chat)
            if session is None or session.phase is Phase.SUMMARY:
                return
            actions.tap(bot.world, chat.person, chat.last.raw, 0, 0)
        else:
            actions.say(bot.world, chat.person, learner.in_words(*found))
        commit, turn = await bot.turn()
        figures.commit_ms.append(commit)
        figures.turn_ms.append(turn)


async def ticked(figures: Figures) -> None:
    """A tick that finds DUE reminders due: until it has claimed and owed them, and until all are sent."""
    bot = Bot(figures.folder)
    await bot.begin()
    due = min(DUE, figures.learners - 1)
    arm(figures.folder / "lectern.db", due, micros(bot.stage.clock.now()))
    for number in range(due + 1):
        bot.person(number).chat.started = True
    began, cpu = time.perf_counter(), time.process_time()
    figures.due = await bot.lectern.tick()
    figures.tick_secs, figures.tick_cpu_secs = time.perf_counter() - began, time.process_time() - cpu
    while bot.lectern.sender.waiting:
        await bot.lectern.sender.idle()
        await bot.lectern.sender.sweep(DUE)
    figures.sent_secs = time.perf_counter() - began
    await bot.end()


async def turned(small: Figures, full: Figures, sittings: int) -> list[float]:
    """Sittings on both databases in turns, so that what else the machine does hits both; memory as it goes."""
    rng, memory = random.Random(1), []
    bots = [(Bot(each.folder), each) for each in (small, full)]
    for bot, _ in bots:
        await bot.begin()
    for number in range(sittings):
        for bot, figures in bots if number % 2 else reversed(bots):
            who = rng.randrange(DUE + 2, figures.learners)
            await sitting(bot, who, figures)
        if number % max(1, sittings // 5) == sittings // 5 - 1:
            for bot, _ in bots:
                for chat in bot.world.chats.values():
                    chat.messages.clear()
                bot.world.calls.clear()
            gc.collect()
            memory.append(resident_mb(os.getpid()))
    for bot, _ in bots:
        await bot.end()
    return memory


@contextlib.contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="lectern-scale") as folder:
            yield Path(folder)
    else:
        yield keep


def database(folder: Path, learners: int, answers: int) -> Figures:
    """A database of that size, made where it is not there yet."""
    if not (folder / "lectern.db").exists():
        began = time.monotonic()
        make(folder, learners, answers)
        click.echo(f"made {folder.name} in {time.monotonic() - began:.0f} s")
    return Figures(folder.name, folder, learners)


@click.command()
@click.option("--learners", default=1_000_000, show_default=True)
@click.option("--reviews", default=20_000_000, show_default=True)
@click.option("--sittings", default=250, show_default=True, help="Quizzes on each of the two databases.")
@click.option("--keep", type=click.Path(path_type=Path), help="Keep the databases in this folder, and use them again.")
def main(learners: int, reviews: int, sittings: int, keep: Path | None) -> None:
    """Make a full and a small database, measure both, print a table."""
    logs.set_up("error")
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    with _folder(keep) as folder:
        answers = reviews // learners
        small = database(folder / "small", SMALL, answers)
        full = database(folder / "full", learners, answers)
        rows = counted(full.folder / "lectern.db")
        size = (full.folder / "lectern.db").stat().st_size / 1e9
        click.echo(", ".join(f"{count:,} {name}" for name, count in rows.items()) + f"; {size:.1f} GB")
        for each in (small, full):
            asyncio.run(started(each))
        for each in (small, full):
            asyncio.run(ticked(each))
        memory = asyncio.run(turned(small, full, sittings))
    sys.exit(0 if _table(small, full, memory) else 1)


def _table(small: Figures, full: Figures, memory: list[float]) -> bool:
    def share(name: str, of: object) -> tuple[float, float, float]:
        one, other = of(getattr(small, name)), of(getattr(full, name))
        return one, other, other / one

    ninety = lambda found: quantiles(found, n=20)[-1]  # noqa: E731
    more_mb = full.process_mb - small.process_mb
    start = full.start_secs + full.first_tick_secs
    floors = [
        ("start with first tick, s", small.start_secs + small.first_tick_secs, start, "< 3", start < 3),
        ("its first tick alone, s", small.first_tick_secs, full.first_tick_secs, "", True),
        ("processor time of that, s", small.start_cpu_secs, full.start_cpu_secs, "", True),
        (
            "memory after the start, MB",
            small.process_mb,
            full.process_mb,
            "flat",
            more_mb < 20,
        ),
        (f"tick with {small.due} / {full.due} due, s", small.tick_secs, full.tick_secs, "< 1", full.tick_secs < 1),
        ("processor time of that, s", small.tick_cpu_secs, full.tick_cpu_secs, "", True),
        ("until all of them are sent, s", small.sent_secs, full.sent_secs, "", True),
    ]
    for words, name in (("commit", "commit_ms"), ("whole turn", "turn_ms")):
        for which, of in (("median", median), ("p95", ninety)):
            one, other, ratio = share(name, of)
            floors.append((f"quiz turn, {words}, {which}, ms", one, other, f"<= 1.3 x: {ratio:.2f} x", ratio <= 1.3))
    click.echo(f"\n{'':<38}{'small':>10}{'full':>10}  floor")
    for words, one, other, floor, met in floors:
        click.echo(f"{words:<38}{one:>10.2f}{other:>10.2f}  {floor:<20}{'' if met else ' NOT MET'}")
    click.echo(f"turns measured: {len(small.turn_ms)} and {len(full.turn_ms)}")
    click.echo("memory of the measuring process, MB: " + ", ".join(f"{each:.0f}" for each in memory))
    return all(met for *_, met in floors)


if __name__ == "__main__":
    main()
