"""A database moves whole: every row as it was, the numbers go on, and what cannot be moved is refused untouched."""

import asyncio
import signal
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Table, insert, select, text

from bot.commands.sentences import sentence
from storage import move as moving
from storage.database import Database
from storage.errors import MoveRefused, SchemaTooNew, StorageError
from storage.move import Moved, move
from storage.store import Store
from storage.tables import Base
from tests.storage.filling import ROWS, fill, row_of
from tests.storage.makers import NOW, attempt, enrolled

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def other(request, url, tmp_path):
    """An empty database of the other kind."""
    server = request.getfixturevalue("server")
    if url.startswith("sqlite"):
        name = f"moved_{abs(hash(tmp_path))}"
        server.psql(f"CREATE DATABASE {name};")
        made = Database(server.get_uri(database=name))
    else:
        made = Database(f"sqlite:///{tmp_path}/moved.db")
    yield made
    await made.close()


@pytest.fixture
async def third(request, database: Database, tmp_path: Path):
    """An empty database of the first one's kind."""
    if database.is_sqlite:
        made = Database(f"sqlite:///{tmp_path}/third.db")
    else:
        server = request.getfixturevalue("server")
        server.psql("DROP DATABASE IF EXISTS third;")
        server.psql("CREATE DATABASE third;")
        made = Database(server.get_uri(database="third"))
    yield made
    await made.close()


async def live(store: Store, people: int = 3) -> None:
    """Some rows in many tables, with every kind of column."""
    for number in range(people):
        learner, pack = await enrolled(store, 5 + number)
        for step, item in enumerate(await store.reviews.unseen(learner.id, [pack.id], 10)):
            answer = attempt(learner.id, item, session_id=number + 1, step=step, said="пять \U0001f680")
            await store.reviews.record(answer)
        await store.views.owe(learner.chat_id, "say", {"code": "é"}, key="k")
        await store.updates.seen(number + 100, NOW)
    await store.meta.set("name", "kept")


async def all_of(database: Database) -> dict[str, list[tuple[object, ...]]]:
    async with database.read() as store:
        found = {}
        for table in Base.metadata.sorted_tables:
            if table.name != "leases":
                rows = await store._link.run(select(table).order_by(*table.primary_key))
                found[table.name] = [tuple(row) for row in rows]
        return found


async def refused(source: Database, target: Database, now=NOW) -> str:
    with pytest.raises(MoveRefused) as error:
        await move(source, target, now, lambda _: None)
    return error.value.reason


async def closed(database: Database) -> Database:
    """The same database with nobody at it."""
    await database.close()
    return Database(database.url.render_as_string(hide_password=False))


async def test_every_row_is_there_as_it_was(database: Database, other: Database, monkeypatch) -> None:
    monkeypatch.setattr(moving, "BATCH", 2)
    async with database.begin() as store:
        await live(store)
    before = await all_of(database)
    told: list[Moved] = []
    source = await closed(database)
    moved = await move(source, other, NOW, told.append)
    assert await all_of(other) == before
    assert moved == told
    assert {each.table: each.rows for each in moved} == {name: len(rows) for name, rows in before.items()}
    assert len(before["attempts"]) == 9
    await source.close()


async def test_with_something_in_every_table_it_is_the_same_there_and_back(
    database: Database, other: Database, third: Database, monkeypatch
) -> None:
    monkeypatch.setattr(moving, "BATCH", 3)
    await fill(database)
    async with database.begin() as store:
        await store._link.run(text("DELETE FROM leases"))
    before = await all_of(database)
    assert {name for name, rows in before.items() if len(rows) != ROWS} == set(), "every table but the leases"
    source = await closed(database)
    moved = await move(source, other, NOW, lambda _: None)
    assert {each.table: each.rows for each in moved} == dict.fromkeys(before, ROWS)
    assert await all_of(other) == before
    middle = await closed(other)
    await move(middle, third, NOW, lambda _: None)
    assert await all_of(third) == before
    for each in (source, middle):
        await each.close()


async def test_every_table_that_counts_goes_on_behind_its_last_number(database: Database, other: Database) -> None:
    await fill(database)
    async with database.begin() as store:
        await store._link.run(text("DELETE FROM leases"))
    source = await closed(database)
    await move(source, other, NOW, lambda _: None)
    async with other.begin() as store:
        for table in Base.metadata.sorted_tables:
            if moving._counts_on(table):
                given = row_of(table, ROWS + 1, parent=ROWS)
                del given["id"]
                made = await store._link.run(insert(table).values(given).returning(table.c.id))
                assert made.scalar_one() == ROWS + 1, table.name
    await source.close()


async def test_a_move_that_is_killed_in_the_middle_leaves_an_empty_target_and_is_done_again(
    database: Database, other: Database, tmp_path: Path
) -> None:
    await fill(database)
    async with database.begin() as store:
        await store._link.run(text("DELETE FROM leases"))
    before = await all_of(database)
    source = await closed(database)
    killed = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", KILLED, source.url.render_as_string(hide_password=False)),
        *(other.url.render_as_string(hide_password=False), "attempts"),
        cwd=Path(__file__).parents[2],
    )
    assert await killed.wait() == -signal.SIGKILL
    assert not any((await all_of(other)).values()), "the schema stands, and nothing in it"
    target = await closed(other)
    await move(source, target, NOW, lambda _: None)
    assert await all_of(target) == before
    for each in (source, target):
        await each.close()


KILLED = """
import asyncio, os, signal, sys
from datetime import UTC, datetime
from storage.database import Database
from storage.move import move

def tell(moved):
    if moved.table == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(move(Database(sys.argv[1]), Database(sys.argv[2]), datetime.now(UTC), tell))
"""


async def test_a_target_that_one_may_not_write_to_is_told(database: Database, request, tmp_path: Path) -> None:
    source = await closed(database)
    server = request.getfixturevalue("server")
    server.psql("DROP DATABASE IF EXISTS guarded;")
    server.psql("CREATE DATABASE guarded;")
    server.psql("DROP ROLE IF EXISTS guest;")
    server.psql("CREATE ROLE guest LOGIN;")
    server.psql("REVOKE CREATE ON DATABASE guarded FROM PUBLIC;")
    guarded = Database(Database(server.get_uri(database="guarded")).url.set(username="guest"))
    with pytest.raises(StorageError) as caught:
        await move(source, guarded, NOW, lambda _: None)
    assert "cannot be written" in str(sentence(caught.value))
    await guarded.close()
    await source.close()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_sign_that_postgresql_cannot_hold_does_not_end_the_move(database: Database, other: Database) -> None:
    async with database.begin() as store:
        await store._link.run(text("INSERT INTO meta (key, value) VALUES ('a', 'b' || char(0) || 'c')"))
    source = await closed(database)
    await move(source, other, NOW, lambda _: None)
    async with other.read() as store:
        assert await store.meta.get("a") == "b\ufffdc"
    await source.close()


async def test_numbers_given_away_before_never_come_again(database: Database, other: Database) -> None:
    async with database.begin() as store:
        for chat in (7, 8, 9):
            last = await store.learners.get_or_create(chat, "Ada", "en", NOW)
        await store.learners.forget(last.id)
    source = await closed(database)
    await move(source, other, NOW, lambda _: None)
    async with other.begin() as store:
        assert (await store.learners.get_or_create(10, "Bo", "en", NOW)).id == last.id + 1
        learner, pack = await enrolled(store, 11)
        [item, *_] = await store.reviews.unseen(learner.id, [pack.id], 1)
        assert (await store.reviews.record(attempt(learner.id, item))).id == 1
    await source.close()


async def test_there_and_back_is_the_same(database: Database, other: Database, request, tmp_path: Path) -> None:
    async with database.begin() as store:
        await live(store)
    before = await all_of(database)
    source = await closed(database)
    await move(source, other, NOW, lambda _: None)
    middle = await closed(other)
    back = Database(f"sqlite:///{tmp_path}/back.db") if database.is_sqlite else None
    if back is None:
        server = request.getfixturevalue("server")
        server.psql("DROP DATABASE IF EXISTS moved_back;")
        server.psql("CREATE DATABASE moved_back;")
        back = Database(server.get_uri(database="moved_back"))
    await move(middle, back, NOW, lambda _: None)
    assert await all_of(back) == before
    for each in (source, middle, back):
        await each.close()


async def test_a_target_with_anything_in_it_is_refused_and_left_alone(database: Database, other: Database) -> None:
    await other.migrate()
    async with other.begin() as store:
        await store.meta.set("mine", "1")
    source = await closed(database)
    assert await refused(source, other) == "not_empty"
    async with other.read() as store:
        assert await store.meta.get("mine") == "1"
    await source.close()


async def test_a_bot_at_work_on_the_source_is_noticed(database: Database, other: Database) -> None:
    async with database.begin() as store:
        await store.meta.hold("tick", "somebody", NOW, NOW + MINUTE)
    if database.is_sqlite:
        async with database.read():
            assert await refused(Database(str(database.url)), other) == "in_use"
    else:
        assert await refused(database, other) == "in_use"
    source = await closed(database)
    await move(source, other, NOW + 2 * MINUTE, lambda _: None)  # dead for long
    await source.close()


async def test_a_count_that_differs_moves_nothing(database: Database, other: Database, monkeypatch) -> None:
    async with database.begin() as store:
        await live(store)
    batches = moving._batches

    async def short(link, table: Table):
        async for rows in batches(link, table):
            yield rows[:-1] if table.name == "attempts" else rows

    monkeypatch.setattr(moving, "_batches", short)
    source = await closed(database)
    assert await refused(source, other) == "miscounted"
    assert not any((await all_of(other)).values())
    await source.close()


async def test_an_older_a_newer_or_a_strange_source_is_refused(database: Database, other: Database) -> None:
    for version, kind in (("0001", MoveRefused), ("9999", SchemaTooNew)):
        async with database.begin() as store:
            await store._link.run(text(f"UPDATE alembic_version SET version_num = '{version}'"))
        database = await closed(database)
        with pytest.raises(kind):
            await move(database, other, NOW, lambda _: None)
    await database.close()


async def test_what_is_no_database_of_ours_is_refused(empty: Database, other: Database, tmp_path: Path) -> None:
    if empty.is_sqlite:
        assert await refused(empty, other) == "missing"
        assert not (tmp_path / "lectern.db").exists()
    else:
        assert await refused(empty, other) == "not_ours"
    assert await refused(other, other) == "same"
    nowhere = Database("postgresql://nobody@127.0.0.1:1/none")
    with pytest.raises(StorageError):
        await move(empty, nowhere, NOW, lambda _: None)
    await nowhere.close()
