"""How is PostgreSQL spoken to? Over the network, by asyncpg; imported only where an address asks for it."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from sqlalchemy import Executable, Row, Table, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine import URL, CursorResult
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from storage.link import Engine, Link, Parameters
from storage.tables import for_postgresql

for_postgresql()

T = TypeVar("T")
CONNECTIONS = 8
"""Connections that a process keeps; under load it takes as many again."""


class PostgresqlLink(Link):
    """A transaction at a server."""

    __slots__ = ("_connection",)
    insert = staticmethod(postgresql.insert)  # type: ignore[assignment]

    def __init__(self, connection: AsyncConnection, cache: dict[Any, Any]) -> None:
        super().__init__(cache)
        self._connection = connection

    async def run(self, statement: Executable, parameters: Parameters = None) -> CursorResult[Any]:
        """There and back over the socket."""
        return await self._connection.execute(statement, parameters)

    async def made(self, statement: Executable, parameters: dict[str, Any], make: Callable[[Row[Any]], T]) -> T | None:
        """There and back over the socket."""
        row = (await self._connection.execute(statement, parameters)).first()
        return None if row is None else make(row)

    async def lock(self, number: int) -> None:
        """An advisory lock, given back by the server when the transaction ends."""
        await self._connection.execute(_LOCK, {"number": number})

    async def mark(self) -> None:
        """A savepoint; locks taken before it outlast a return to it."""
        await self._connection.execute(_MARK)

    async def back_to_mark(self) -> None:
        """To the savepoint."""
        await self._connection.execute(_BACK)

    async def tables(self) -> set[str]:
        """Of the schema that we find things in."""
        found = await self._connection.execute(_TABLES)
        return set(found.scalars())

    async def hold_still(self, tables: Sequence[str]) -> None:
        """Waits for those who are writing."""
        await self._connection.execute(text(f"LOCK TABLE {', '.join(tables)} IN SHARE MODE"))

    async def fill(self, table: Table, rows: Sequence[Row[Any]]) -> None:
        """By COPY, ten times as fast as inserting. The one sign that SQLite holds in words and PostgreSQL does not is
        put as the sign for what cannot be shown.
        """
        raw = (await self._connection.get_raw_connection()).driver_connection
        assert raw is not None
        await raw.copy_records_to_table(table.name, records=map(_held, rows), columns=table.columns.keys())

    async def goes_on_at(self, table: Table) -> int:
        """The sequence's own number."""
        words = f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {_sequence(table)}"  # noqa: S608 - ours
        return await self.count(text(words))

    async def go_on_at(self, table: Table, number: int) -> None:
        """The sequence is set."""
        values = {"sequence": _sequence(table), "number": max(number, 1), "called": number > 0}
        await self._connection.execute(_GO_ON, values)


class PostgresqlEngine(Engine):
    """The server's side of a Database."""

    def __init__(self, url: URL, cache: dict[Any, Any]) -> None:
        self._cache = cache
        self._engine = create_async_engine(url, pool_size=CONNECTIONS, max_overflow=CONNECTIONS, pool_pre_ping=True)
        self._snapshots = self._engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Link]:
        """Committed at the end."""
        async with self._engine.begin() as connection:
            yield PostgresqlLink(connection, self._cache)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Link]:
        """All it reads is of one moment."""
        async with self._snapshots.begin() as connection:
            yield PostgresqlLink(connection, self._cache)

    async def close(self) -> None:
        """Those in use are closed as they are given back."""
        await self._engine.dispose()


def _held(row: Row[Any]) -> tuple[Any, ...]:
    return tuple(value.replace("\0", "\ufffd") if isinstance(value, str) and "\0" in value else value for value in row)


def _sequence(table: Table) -> str:
    return f"{table.name}_id_seq"


_LOCK = text("SELECT pg_advisory_xact_lock(:number)")
_MARK = text("SAVEPOINT mark")
_BACK = text("ROLLBACK TO SAVEPOINT mark")
_TABLES = text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
_GO_ON = text("SELECT setval(:sequence, :number, :called)")
