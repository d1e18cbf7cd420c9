"""What does an operator's day cost at a size? Backup, migrations, the largest class, the week's end, who leaves.

python benchmarks/scale.py --keep /tmp/scale         makes the databases (a million learners, 10 GB)
python benchmarks/operating.py --keep /tmp/scale     measures both; it needs as much room again for the backup
"""

import asyncio
import os
import re
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import click

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.scale import DUE, SMALL, Bot, Figures, resident_mb
from bot import log as logs
from bot.playground import actions
from lessons.classroom import MOST_MEMBERS
from storage.columns import micros
from storage.migrate import REVISIONS

TEACHER = 3
"""The number of the learner who leads the class; those after them are its members."""
REPEATED = 5
LEAVING = 1_200
"""From that one on, so many as are measured are forgotten."""
BEFORE = REVISIONS[-3]
"""The revision that the migrations begin with: two before the last."""


@dataclass(slots=True)
class Costs:
    """One line: seconds by the clock on the wall, seconds of the processor, megabytes (of a child: at its height)."""

    rows: dict[str, tuple[float, float, float]] = field(default_factory=dict)

    @contextmanager
    def of(self, what: str) -> Iterator[None]:
        """What is done here; the megabytes are those that the process has grown by."""
        began, cpu, memory = time.perf_counter(), time.process_time(), resident_mb(os.getpid())
        yield
        grown = resident_mb(os.getpid()) - memory
        self.rows[what] = time.perf_counter() - began, time.process_time() - cpu, grown

    def child(self, what: str, *arguments: str, url: str) -> None:
        """A command line."""
        began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        environment = {**os.environ, "DATABASE_URL": url}
        process = subprocess.Popen([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL)
        height = 0.0
        while process.poll() is None:
            with suppress(OSError, TypeError):  # it has just ended
                status = Path(f"/proc/{process.pid}/status").read_text()
                height = max(height, int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024)
            time.sleep(0.02)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert process.returncode == 0, what
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.rows[what] = time.perf_counter() - began, cpu, height


MIGRATE = "import asyncio, sys; from storage.address import address; from storage.migrate import migrate; "
MIGRATE += "asyncio.run(migrate(address(sys.argv[1]), sys.argv[2]))"


def files(figures: Figures, costs: Costs) -> None:
    """The file as a whole: copied and checked, and brought from an older schema to this one."""
    url = f"sqlite:///{(figures.folder / 'lectern.db').as_posix()}"
    copy = figures.folder / "copy.db"
    copy.unlink(missing_ok=True)
    costs.child("backup, copied and checked", "-m", "bot", "backup", str(copy), url=url)
    copy.unlink()
    costs.child("back two revisions", "-c", MIGRATE, url, BEFORE, url=url)
    costs.child("migrations, of two revisions", "-c", MIGRATE, url, "head", url=url)
    costs.child("nothing to migrate", "-c", MIGRATE, url, "head", url=url)


async def classroom(bot: Bot, costs: Costs) -> None:
    """A teacher's page on the largest class there may be, whose members have answered twenty questions each."""
    now = bot.stage.clock.now()
    async with bot.stage.database.begin() as store:
        teacher = TEACHER + 1
        await store.roles.appoint(teacher, "teacher", now)
        group = await store.classes.create("7B", f"C{now:%H%M%S}", teacher, "UTC", now)
        [pack, *_] = await store.packs.list()
        await store.assignments.add(group.id, pack.id, None, now)
    with costs.of(f"{MOST_MEMBERS} join a class, one after the other"):
        for number in range(MOST_MEMBERS):
            async with bot.stage.database.begin() as store:
                await store.classes.join(group.id, teacher + 1 + number, now, named=False)
    chat = bot.person(TEACHER)
    actions.say(bot.world, chat.person, "/classes")
    await bot.turn()

    async def opened() -> None:
        actions.say(bot.world, chat.person, "/classes")
        await bot.turn()
        actions.tap(bot.world, chat.person, chat.last.raw, 0, 0)
        await bot.turn()
        assert f"{MOST_MEMBERS}" in chat.last.text.replace(",", ""), chat.last.text

    await repeated(costs, f"the page of a class of {MOST_MEMBERS}", opened)


async def repeated(costs: Costs, what: str, once: Callable[[], Awaitable[None]]) -> None:
    """Some times; the middle one is told."""
    each = Costs()
    for _ in range(REPEATED):
        with each.of(f"{len(each.rows)}"):
            await once()
    costs.rows[what] = tuple(median(row[place] for row in each.rows.values()) for place in range(3))


async def weeks_end(bot: Bot, costs: Costs) -> None:
    """A thousand summaries of the week are due at once."""
    now = micros(bot.stage.clock.now())
    with closing(sqlite3.connect(bot.file)) as database:
        database.execute(
            "UPDATE learners SET weekly_at = ? - id, weekly_week = NULL, next_at = NULL, blocked_at = NULL,"
            " last_active_at = ? - 86400000000 WHERE id BETWEEN 2 AND ?",
            (now, now, DUE + 1),
        )
        database.commit()
    for number in range(DUE + 1):
        bot.person(number).chat.started = True
    told = 0
    with costs.of(f"a tick with {DUE} summaries of the week"):
        told = await bot.lectern.tick()
    with costs.of("until they are sent"):
        while bot.lectern.sender.waiting:
            await bot.lectern.sender.idle()
            await bot.lectern.sender.sweep(DUE)
    assert told >= DUE, told


async def scraped(bot: Bot, costs: Costs) -> None:
    """What /metrics asks the database."""

    async def once() -> None:
        async with bot.stage.database.read() as store:
            await store.views.count()
            await store.updates.count_aside()
            await store.learners.count_due(bot.stage.clock.now())

    await repeated(costs, "what /metrics asks", once)


async def leaving(bot: Bot, costs: Costs) -> None:
    """Somebody is forgotten, another asks for all that is known."""
    who = iter(range(LEAVING, LEAVING + REPEATED))

    async def forgotten() -> None:
        async with bot.stage.database.begin() as store:
            await store.learners.forget(next(who))

    await repeated(costs, "/forget of one learner", forgotten)
    chat = bot.person(LEAVING + REPEATED)

    async def told() -> None:
        actions.say(bot.world, chat.person, "/mydata")
        await bot.turn()

    await repeated(costs, "/mydata of one learner", told)


async def served(figures: Figures, costs: Costs) -> None:
    """With the bot at work."""
    bot = Bot(figures.folder)
    await bot.begin()
    for part in (classroom, weeks_end, scraped, leaving):
        await part(bot, costs)
    await bot.end()


@click.command()
@click.option(
    "--keep", type=click.Path(path_type=Path), required=True, help="The folder with the databases of scale.py."
)
@click.option("--only", type=click.Choice(("files", "served")), help="One half of it.")
def main(keep: Path, only: str | None) -> None:
    """Measure both databases, print a table."""
    logs.set_up("error")
    found: dict[str, Costs] = {}
    for name, learners in (("small", SMALL), ("full", 0)):
        figures, found[name] = Figures(name, keep / name, learners), Costs()
        if only != "served":
            files(figures, found[name])
        if only != "files":
            asyncio.run(served(figures, found[name]))
    click.echo(f"{'':<44}{'small: s':>10}{'CPU s':>8}{'MB':>7}{'full: s':>10}{'CPU s':>8}{'MB':>7}")
    for what, one in found["small"].rows.items():
        cells = (*one, *found["full"].rows[what])
        widths = ("10.3f", "8.3f", "7.1f") * 2
        click.echo(f"{what:<44}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True)))


if __name__ == "__main__":
    main()
