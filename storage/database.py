"""How do we reach the database? An engine from an address, migrations at the start, transactions as Stores.

What differs between SQLite and PostgreSQL is here, and in `link.py` (upsert, locks) and `writer.py` (SQLite's queue).
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from storage.address import address, is_sqlite, place_of
from storage.faults import translated
from storage.link import Link
from storage.store import Store
from storage.writer import Writer

BUSY_SECS = 5.0
"""How long a statement waits for another program's lock (not for our own writers: those queue in `Writer`)."""
READERS = 4
"""Connections that read side by side. PostgreSQL has as many again for writers."""


class Database:
    """One database, for the life of the process. `Database(url)` connects to nothing yet."""

    def __init__(self, url: str, *, busy_secs: float = BUSY_SECS, connections: int = READERS) -> None:
        self.url = address(url)
        self.place = place_of(self.url)
        self.is_sqlite = is_sqlite(self.url)
        self._cache: dict[Any, Any] = {}
        if self.is_sqlite:
            self._engine = sqlite_engine(self.url, busy_secs, readonly=True, connections=connections)
            self._writing = sqlite_engine(self.url, busy_secs, connections=1)
            self._writer = Writer(self._writing)
        else:
            self._engine = self._writing = create_async_engine(
                self.url, pool_size=connections * 2, max_overflow=connections * 2, pool_pre_ping=True
            )

    async def migrate(self) -> None:
        """Bring the schema up to this program's; an empty database gets all of it. To be awaited before anything else.

        Raises SchemaTooNew, DatabaseBusy, DatabaseReadOnly, DatabaseUnreachable, DatabaseDamaged.
        """
        from storage.migrate import migrate

        await migrate(self.url)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Store]:
        """A transaction that writes: committed when the block ends well, rolled back otherwise.

        When the block has been left, what it did is on disk. Never speak to a network inside it.
        """
        with faults(self.place):
            if self.is_sqlite:
                async with self._writer.turn() as connection:
                    yield Store(Link(connection, self._cache))
            else:
                async with self._engine.begin() as connection:
                    yield Store(Link(connection, self._cache))

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Store]:
        """A transaction that only reads, beside whoever writes; all it reads is of one moment."""
        with faults(self.place):
            async with self._engine.connect() as connection, _snapshot(connection, self.is_sqlite):
                yield Store(Link(connection, self._cache))

    async def close(self) -> None:
        """Let go of every connection."""
        if self.is_sqlite:
            await self._writer.close()
            await self._writing.dispose()
        await self._engine.dispose()


@asynccontextmanager
async def _snapshot(connection: AsyncConnection, sqlite: bool) -> AsyncIterator[None]:
    if not sqlite:
        await connection.execution_options(postgresql_readonly=True, isolation_level="REPEATABLE READ")
        async with connection.begin():
            yield
        return
    await connection.exec_driver_sql("BEGIN")
    try:
        yield
    finally:
        await connection.exec_driver_sql("ROLLBACK")


@contextmanager
def faults(place: str) -> Iterator[None]:
    """What a driver complains of, told in our own exceptions."""
    try:
        yield
    except (DBAPIError, OSError) as error:
        ours = translated(error, place)
        if ours is None:
            raise
        raise ours from error


def sqlite_engine(url: URL, busy_secs: float, *, readonly: bool = False, connections: int = 0) -> AsyncEngine:
    """An engine whose transactions are begun and ended by us; `connections` 0: none is kept.

    Python's own rules for when sqlite3 begins a transaction are switched off by AUTOCOMMIT.
    """
    pool: dict[str, Any] = {"pool_size": connections, "max_overflow": 0} if connections else {"poolclass": NullPool}
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT", connect_args={"timeout": busy_secs}, **pool)

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        for pragma in READING if readonly else WRITING:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return engine


READING = ("query_only = ON", "mmap_size = 268435456")
WRITING = (
    # Readers go on while one writes, and a commit appends to one file.
    "journal_mode = WAL",
    # The log reaches the disk before a commit returns. NORMAL would survive a killed process too, but not a power cut,
    # and Telegram does not send an acknowledged answer again. Writers who wait share the one fsync (`writer.py`).
    "synchronous = FULL",
    "foreign_keys = ON",
    "temp_store = MEMORY",
)
