"""How does an aggregate speak to the database? One transaction under way, on SQLite or on PostgreSQL.

On SQLite statements run at once, in the event loop's own thread: one takes 15 µs, of which SQLite needs 3, while
handing it to a thread and back (aiosqlite) takes 150 and more. What waits for the disk, the commit, is in `writer.py`,
in a thread. Statements on the way of an update are built once, at import, with `bindparam`: building one anew at each
call costs four times as much as carrying it out.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Executable, Table, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import CursorResult
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.prepared import Preparer
from storage.sqlite import Opened

Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None
InsertInto = Callable[[Table], sqlite.Insert]
"""Makes an insert that knows `on_conflict_do_update`; both databases spell it alike, under two classes."""


class Link(ABC):
    """A transaction under way."""

    __slots__ = ("cache",)
    insert: InsertInto

    def __init__(self, cache: dict[Any, Any]) -> None:
        self.cache = cache
        """Parsed rows, for the life of the process; a key names everything that the value was made from."""

    @abstractmethod
    async def run(self, statement: Executable, parameters: Parameters = None) -> CursorResult[Any]:
        """Carry out a Core statement."""

    @abstractmethod
    async def lock(self, number: int) -> None:
        """Nobody else holding a lock of that number goes on before this transaction ends."""

    async def count(self, statement: Executable, parameters: Parameters = None) -> int:
        """The one number that a statement yields."""
        return int((await self.run(statement, parameters)).scalar_one())


class SqliteLink(Link):
    """A transaction in a file."""

    __slots__ = ("_connection", "_preparer", "_raw")
    insert = staticmethod(sqlite.insert)

    def __init__(self, opened: Opened, cache: dict[Any, Any], preparer: Preparer) -> None:
        super().__init__(cache)
        self._connection, self._raw = opened
        self._preparer = preparer

    async def run(self, statement: Executable, parameters: Parameters = None) -> CursorResult[Any]:
        """At once; nothing is waited for."""
        if isinstance(parameters, dict):
            prepared = self._preparer.prepared(statement, parameters)
            if prepared is not None:
                return cast(CursorResult[Any], prepared.run(self._raw, parameters))
        return self._connection.execute(statement, parameters)

    async def lock(self, number: int) -> None:
        """There is one writer at a time anyway."""


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

    async def lock(self, number: int) -> None:
        """An advisory lock, given back by the server when the transaction ends."""
        await self._connection.execute(_LOCK, {"number": number})


_LOCK = text("SELECT pg_advisory_xact_lock(:number)")
