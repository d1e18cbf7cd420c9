import asyncio
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from storage.database import Database
from storage.errors import SchemaTooNew
from storage.migrate import REVISIONS, migrate
from storage.tables import Base


async def ask(database: Database, question):
    """Runs a function on a plain connection of either database."""
    if database.is_sqlite:
        engine = create_engine(database.url, poolclass=NullPool)
        with engine.begin() as connection:
            return question(connection)
    engine = create_async_engine(database.url, poolclass=NullPool)
    async with engine.begin() as connection:
        return await connection.run_sync(question)


def differences(connection: Connection) -> list[object]:
    options = {"compare_type": True, "target_metadata": Base.metadata}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata))


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


async def test_migrations_lead_to_the_tables_as_written(database: Database) -> None:
    assert await ask(database, differences) == []


async def test_every_table_has_the_same_columns_as_the_models_would_make(empty: Database) -> None:
    await ask(empty, Base.metadata.create_all)

    def shape(connection: Connection) -> dict[str, object]:
        look = inspect(connection)
        return {
            name: (
                {column["name"]: (str(column["type"]), column["nullable"]) for column in look.get_columns(name)},
                {str(index["name"]): (index["column_names"], index["unique"]) for index in look.get_indexes(name)},
                sorted((str(key["name"]), str(key["options"])) for key in look.get_foreign_keys(name)),
                look.get_pk_constraint(name)["constrained_columns"],
                sorted(str(unique["name"]) for unique in look.get_unique_constraints(name)),
            )
            for name in look.get_table_names()
            if name != "alembic_version"
        }

    wanted = await ask(empty, shape)
    await ask(empty, Base.metadata.drop_all)
    await empty.migrate()
    assert await ask(empty, shape) == wanted


async def test_migrations_walk_up_down_and_up_again(empty: Database) -> None:
    for goal in (*REVISIONS, *reversed(("base", *REVISIONS[:-1])), *REVISIONS):
        await migrate(empty.url, goal)
    assert await ask(empty, differences) == []
    await migrate(empty.url, "base")
    assert await ask(empty, tables) == {"alembic_version"}


async def test_migrating_twice_changes_nothing(database: Database) -> None:
    await database.migrate()
    assert await ask(database, differences) == []


async def test_an_older_schema_is_brought_up_with_what_is_in_it(empty: Database) -> None:
    await migrate(empty.url, REVISIONS[0])
    await ask(empty, lambda c: c.execute(text("INSERT INTO meta (key, value) VALUES ('name', 'kept')")))
    await empty.migrate()
    async with empty.read() as store:
        assert await store.meta.get("name") == "kept"


async def test_a_newer_schema_is_refused_and_left_alone(database: Database) -> None:
    await ask(database, lambda c: c.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    with pytest.raises(SchemaTooNew) as refused:
        await database.migrate()
    assert (refused.value.found, refused.value.known) == ("9999", REVISIONS[-1])


async def test_replicas_that_start_together_migrate_once(url: str) -> None:
    databases = [Database(url) for _ in range(4)]
    await asyncio.gather(*(database.migrate() for database in databases))
    assert await ask(databases[0], differences) == []
    for database in databases:
        await database.close()


async def test_a_migration_that_fails_leaves_nothing_behind(empty: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr("alembic.operations.ops.CreateIndexOp.create_index", fail)
    with pytest.raises(Exception, match="in the middle"):
        await migrate(empty.url, "0001")
    assert await ask(empty, tables) <= {"alembic_version"}


def test_the_revisions_are_those_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(reversed([script.revision for script in scripts])) == REVISIONS


async def test_the_folder_of_the_database_is_made(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/new/folder/lectern.db")
    await database.migrate()
    await database.close()
    with sqlite3.connect(tmp_path / "new/folder/lectern.db") as found:
        assert found.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    found.close()
