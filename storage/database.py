"""How do we reach the database? An engine from an address, migrations at the start, transactions as Stores.

What differs between SQLite and PostgreSQL is here, in `link.py` and `postgresql.py` (statements) and in `writer.py`
(SQLite's queue).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from types import TracebackType
from typing import Any

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from storage.address import address, is_sqlite, place_of
from storage.faults import translated
from storage.link import Engine, Link, SqliteLink
from storage.prepared import Preparer
from storage.sqlite import BUSY_SECS, Opened, opened, sqlite_engine
from storage.store import Store
from storage.writer import Writer

FOREIGN = (DBAPIError, PoolExhausted, sqlite3.Error, OSError)
"""What a driver complains with."""


class Database:
    """One database, for the life of the process. `Database(url)` connects to nothing yet.

    `busy_secs` is how long another program may keep us from writing before DatabaseBusy is raised.
    """

    def __init__(self, url: str, *, busy_secs: float = BUSY_SECS) -> None:
        self.url = address(url)
        self.place = place_of(self.url)
        self.is_sqlite = is_sqlite(self.url)
        self._busy_secs = busy_secs
        cache: dict[Any, Any] = {}
        self._engine = _Sqlite(self.url, busy_secs, cache) if self.is_sqlite else _postgresql(self.url, cache)

    async def migrate(self) -> None:
        """Bring the schema up to this program's; an empty database gets all of it. To be awaited before anything else.

        Raises SchemaTooNew, DatabaseBusy, DatabaseReadOnly, DatabaseUnreachable, DatabaseDamaged.
        """
        from storage.migrate import migrate

        with faults(self.place):
            await migrate(self.url, busy_secs=self._busy_secs)

    def begin(self) -> AbstractAsyncContextManager[Store]:
        """A transaction that writes: committed when the block ends well, rolled back otherwise.

        When the block has been left, what it did is on disk. Never speak to a network inside it: on SQLite everyone
        who writes waits for it.
        """
        return Transaction(self._engine.begin(), self.place)

    def read(self) -> AbstractAsyncContextManager[Store]:
        """A transaction that only reads, beside whoever writes; all it reads is of one moment."""
        return Transaction(self._engine.read(), self.place)

    async def close(self) -> None:
        """Let go of every connection, once those who write have done."""
        await self._engine.close()


class Transaction:
    """A transaction and its Store. Written out, for every update goes through three of them, and each generator that
    `contextlib` makes a context of costs as much as a statement.
    """

    __slots__ = ("_link", "_place")

    def __init__(self, link: AbstractAsyncContextManager[Link], place: str) -> None:
        self._link = link
        self._place = place

    async def __aenter__(self) -> Store:
        try:
            return Store(await self._link.__aenter__())
        except FOREIGN as error:
            _tell(error, self._place)
            raise

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            await self._link.__aexit__(kind, error, trace)
        except FOREIGN as late:
            _tell(late, self._place)
            raise
        if isinstance(error, FOREIGN):
            _tell(error, self._place)


@contextmanager
def faults(place: str) -> Iterator[None]:
    """What a driver complains of, told in our own exceptions."""
    try:
        yield
    except FOREIGN as error:
        _tell(error, place)
        raise


def _tell(error: Exception, place: str) -> None:
    ours = translated(error, place)
    if ours is not None:
        raise ours from error


_PREPARER = Preparer()
"""One for the process: what a statement is in SQLite does not depend on the file."""


class _Sqlite(Engine):
    def __init__(self, url: URL, busy_secs: float, cache: dict[Any, Any]) -> None:
        self._cache = cache
        self._reading = sqlite_engine(url, busy_secs, readonly=True)
        self._writing = sqlite_engine(url, 0)
        self._writer = Writer(self._writing, busy_secs)
        self.idle: list[Opened] = []

    def begin(self) -> AbstractAsyncContextManager[Link]:
        return self._writer.turn(self.link)

    def read(self) -> AbstractAsyncContextManager[Link]:
        return _Reading(self)

    def reader(self) -> Opened:
        """A connection that nobody else reads from; given back to `idle`."""
        return self.idle.pop() if self.idle else opened(self._reading)

    def link(self, reader: Opened) -> Link:
        """Statements over that connection."""
        return SqliteLink(reader, self._cache, _PREPARER)

    async def close(self) -> None:
        await self._writer.close()
        while self.idle:
            self.idle.pop()[0].close()
        self._writing.dispose()
        self._reading.dispose()


class _Reading(AbstractAsyncContextManager[Link]):
    """What is there at one moment, over a connection of one's own."""

    __slots__ = ("_engine", "_reader")

    def __init__(self, engine: _Sqlite) -> None:
        self._engine = engine

    async def __aenter__(self) -> Link:
        self._reader = self._engine.reader()
        try:
            self._reader[1].execute("BEGIN")
        except BaseException:
            self._reader[0].close()
            raise
        return self._engine.link(self._reader)

    async def __aexit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        try:
            if error is None:
                self._reader[1].execute("ROLLBACK")
        except BaseException:
            self._reader[0].close()
            raise
        if error is None:
            self._engine.idle.append(self._reader)
        else:
            self._reader[0].close()  # it may be broken, or a file that has been put aside


def _postgresql(url: URL, cache: dict[Any, Any]) -> Engine:
    from storage.postgresql import PostgresqlEngine

    return PostgresqlEngine(url, cache)
