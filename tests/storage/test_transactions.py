"""What a transaction promises: all or nothing, nothing lost beside others, and the truth about what went wrong."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseReadOnly,
    DatabaseUnreachable,
    StorageError,
)
from storage.migrate import REVISIONS, migrate

ROOT = Path(__file__).parents[2]


@pytest.fixture
async def file(tmp_path: Path) -> AsyncIterator[Path]:
    """An SQLite database with our schema."""
    database = Database(f"sqlite:///{tmp_path}/lectern.db")
    await database.migrate()
    await database.close()
    return tmp_path / "lectern.db"


async def add_one(database: Database, key: str = "count") -> None:
    async with database.begin() as store:
        await store.lock_chat(7)
        count = int(await store.meta.get(key) or 0)
        await asyncio.sleep(0)
        await store.meta.set(key, str(count + 1))


def run(script: str) -> "subprocess.Popen[str]":
    """A program of its own, so that it can be killed."""
    words = [sys.executable, "-c", textwrap.dedent(script)]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)


async def value(database: Database, key: str = "count") -> str | None:
    async with database.read() as store:
        return await store.meta.get(key)


async def test_writers_side_by_side_lose_no_update(database: Database) -> None:
    await asyncio.gather(*(add_one(database) for _ in range(50)))
    assert await value(database) == "50"


async def test_two_processes_lose_no_update(url: str, database: Database) -> None:
    script = f"""
        import asyncio
        from tests.storage.test_transactions import Database, add_one
        async def work():
            database = Database({url!r})
            for _ in range(40):
                await add_one(database)
            await database.close()
        asyncio.run(work())
    """
    others = [run(script) for _ in range(2)]
    for _ in range(40):
        await add_one(database)
    for other in others:
        await asyncio.to_thread(other.communicate)
        assert other.returncode == 0
    assert await value(database) == "120"


async def test_a_failed_block_leaves_nothing_and_the_rest_of_its_group_stands(database: Database) -> None:
    async def work(number: int) -> str:
        try:
            async with database.begin() as store:
                await store.meta.set(f"n{number}", "x")
                await asyncio.sleep(0)
                if number % 3 == 0:
                    raise ZeroDivisionError
        except ZeroDivisionError:
            return "failed"
        return "stands"

    told = await asyncio.gather(*(work(number) for number in range(30)))
    async with database.read() as store:
        kept = ["stands" if await store.meta.get(f"n{number}") else "failed" for number in range(30)]
    assert told == kept
    assert kept.count("failed") == 10


async def test_cancelling_any_of_the_waiting_holds_up_nobody(database: Database) -> None:
    async def work(number: int) -> None:
        async with database.begin() as store:
            await store.meta.set(f"n{number}", "x")
            await asyncio.sleep(0.001)

    for round_ in range(20):
        tasks = [asyncio.create_task(work(round_ * 100 + number)) for number in range(12)]
        await asyncio.sleep(0.0007 * round_)
        for task in tasks[round_ % 3 :: 3]:
            task.cancel()
        ended = await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 20)
        async with database.read() as store:
            for number, end in enumerate(ended):
                assert end is None or isinstance(end, asyncio.CancelledError), end
                if end is None:
                    assert await store.meta.get(f"n{round_ * 100 + number}") == "x"
    await asyncio.wait_for(add_one(database), 5)


async def test_what_has_been_left_is_seen_by_other_connections(database: Database, url: str) -> None:
    other = Database(url)
    await add_one(database)
    assert await value(other) == "1"
    await other.close()


async def test_a_reader_sees_one_moment(database: Database) -> None:
    await add_one(database)
    async with database.read() as store:
        assert await store.meta.get("count") == "1"
        await add_one(database)
        assert await store.meta.get("count") == "1"
    assert await value(database) == "2"


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(DatabaseReadOnly):
        async with database.read() as store:
            await store.meta.set("a", "b")


async def test_reading_needs_no_free_pen(file: Path) -> None:
    database = Database(f"sqlite:///{file}")
    async with database.begin() as writing:
        await writing.meta.set("count", "1")
        readers = await asyncio.gather(*(value(database) for _ in range(20)))
    assert readers == [None] * 20
    await database.close()


@pytest.mark.parametrize("mode", ["begin", "migrate"])
async def test_a_database_held_by_another_program_is_busy_and_others_go_on(file: Path, mode: str) -> None:
    database = Database(f"sqlite:///{file}", busy_secs=0.3)
    if mode == "migrate":
        await migrate(database.url, REVISIONS[0])
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0.01)
            ticks += 1

    ticking = asyncio.create_task(tick())
    with pytest.raises(DatabaseBusy) as refused:
        await (add_one(database) if mode == "begin" else database.migrate())
    ticking.cancel()
    holder.execute("ROLLBACK")
    holder.close()
    assert ticks > 5, "waiting for the lock must not stop the event loop"
    await database.migrate()
    await add_one(database)
    assert str(file) in refused.value.place
    await database.close()


async def test_a_lock_that_is_let_go_in_time_is_waited_for(file: Path) -> None:
    holder = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN IMMEDIATE")
    database = Database(f"sqlite:///{file}", busy_secs=5)
    adding = [asyncio.create_task(add_one(database)) for _ in range(3)]
    await asyncio.sleep(0.2)
    holder.execute("ROLLBACK")
    holder.close()
    await asyncio.gather(*adding)
    assert await value(database) == "3"
    await database.close()


async def test_a_full_disk_refuses_the_whole_group_and_nothing_else(file: Path) -> None:
    database = Database(f"sqlite:///{file}")
    await add_one(database)
    raw = database._engine._writer._raw  # type: ignore[attr-defined]
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages}")  # what SQLite does at this limit is what it does on a full disk

    async def write_much() -> None:
        async with database.begin() as store:
            await store.meta.set("much", "x" * 200_000)

    ended = await asyncio.gather(write_much(), add_one(database), return_exceptions=True)
    assert type(ended[0]).__name__ == "DatabaseFull"
    raw.execute("PRAGMA max_page_count = 1000000")
    counted = 2 if ended[1] is None else 1
    assert await value(database) == str(counted)
    await write_much()
    await add_one(database)
    assert await value(database) == str(counted + 1)
    await database.close()


async def test_a_file_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "lectern.db").write_bytes(b"This is a letter, not a database. " * 100)
    database = Database(f"sqlite:///{tmp_path}/lectern.db")
    with pytest.raises(DatabaseDamaged):
        await database.migrate()
    await database.close()


async def test_a_database_that_may_not_be_written_says_so(file: Path) -> None:
    # For root no file is read-only; an immutable one stands for it.
    database = Database(f"sqlite:///file:{file}?immutable=1&uri=true")
    with pytest.raises(StorageError) as refused:
        await add_one(database)
    assert isinstance(refused.value, DatabaseReadOnly)
    await database.close()


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://nobody@127.0.0.1:1/none",
        "postgresql://nobody@/none?host=/nowhere",
        "postgresql://nobody@no-such-host.invalid/none",
    ],
)
async def test_a_server_that_is_not_there_is_unreachable(url: str) -> None:
    database = Database(url)
    for work in (database.migrate(), add_one(database), value(database)):
        with pytest.raises(DatabaseUnreachable):
            await work
    await database.close()


async def test_a_server_without_that_database_is_unreachable(server: object) -> None:
    database = Database(server.get_uri(database="none"))  # type: ignore[attr-defined]
    with pytest.raises(DatabaseUnreachable) as refused:
        await database.migrate()
    assert refused.value.reason == "3D000"
    await database.close()


async def test_a_folder_that_cannot_be_made_is_unreachable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    database = Database(f"sqlite:///{tmp_path}/file/lectern.db")
    with pytest.raises(DatabaseUnreachable) as refused:
        await database.migrate()
    assert refused.value.reason == "folder"
    await database.close()


async def test_a_kill_in_mid_transaction_leaves_nothing_half_done(url: str, database: Database) -> None:
    script = f"""
        import asyncio
        from storage.database import Database
        async def work():
            database = Database({url!r})
            for number in range(10**6):
                async with database.begin() as store:
                    await store.meta.set("left", str(number))
                    await asyncio.sleep(0.0005)
                    await store.meta.set("right", str(number))
                print(number, flush=True)
        asyncio.run(work())
    """
    for _ in range(4):
        worker = run(script)
        assert worker.stdout
        await asyncio.to_thread(worker.stdout.readline)
        await asyncio.sleep(0.05)
        os.kill(worker.pid, signal.SIGKILL)
        said = (await asyncio.to_thread(worker.communicate))[0].split()
        left, right = await value(database, "left"), await value(database, "right")
        assert left == right
        assert int(left or -1) >= int(said[-1] if said else 0), "what was said to be done is there"
        await add_one(database)
    assert await value(database) == "4"


async def test_waiting_writers_share_commits(file: Path) -> None:
    database = Database(f"sqlite:///{file}")
    await add_one(database)
    commits = 0
    raw = database._engine._writer._raw  # type: ignore[attr-defined]

    def count(words: str) -> None:
        nonlocal commits
        commits += words == "COMMIT"

    raw.set_trace_callback(count)
    await asyncio.gather(*(add_one(database) for _ in range(64)))
    raw.set_trace_callback(None)
    assert 2 <= commits <= 8
    assert await value(database) == "65"
    await database.close()
