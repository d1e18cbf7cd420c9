"""A database moves whole: every row as it was, the numbers go on, and what cannot be moved is refused untouched."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Table, select, text

from storage import move as moving
from storage.database import Database
from storage.errors import MoveRefused, SchemaTooNew, StorageError
from storage.move import Moved, move
from storage.store import Store
from storage.tables import Base
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
