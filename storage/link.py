"""How does an aggregate speak to the database? One transaction under way; here on SQLite, in `postgresql.py` there.

On SQLite statements run at once, in the event loop's own thread: one takes 15 µs, of which SQLite needs 3, while
handing it to a thread and back (aiosqlite) takes 150 and more. What waits for the disk, the commit, is in `writer.py`,
in a thread. Statements on the way of an update are built once, at import, with `bindparam`: building one anew at each
call costs four times as much as carrying it out.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, TypeVar, cast

from sqlalchemy import Executable, Row, Table, func, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import CursorResult

from storage.prepared import Preparer
from storage.sqlite import Opened

T = TypeVar("T")
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
    async def made(self, statement: Executable, parameters: dict[str, Any], make: Callable[[Row[Any]], T]) -> T | None:
        """What `make` makes of the first row; None without a row. It may be kept and handed out again as long as the
        row is the same: `make` looks at nothing else, and what it makes is never changed.
        """

    @abstractmethod
    async def lock(self, number: int) -> None:
        """Nobody else holding a lock of that number goes on before this transaction ends."""

    @abstractmethod
    async def mark(self) -> None:
        """A place that `back_to_mark` goes back to."""

    @abstractmethod
    async def back_to_mark(self) -> None:
        """What was done since the mark is taken back; locks are kept, and the transaction goes on."""

    @abstractmethod
    async def tables(self) -> set[str]:
        """The names of the tables that are there."""

    @abstractmethod
    async def hold_still(self, tables: Sequence[str]) -> None:
        """Nobody else writes to those tables before this transaction ends."""

    @abstractmethod
    async def fill(self, table: Table, rows: Sequence[Row[Any]]) -> None:
        """Add many whole rows, each with a value for every column of `table`, in its order."""

    @abstractmethod
    async def goes_on_at(self, table: Table) -> int:
        """The highest number that the table ever gave to a row; 0: none yet."""

    @abstractmethod
    async def go_on_at(self, table: Table, number: int) -> None:
        """The next row's number is beyond that one."""

    async def count(self, statement: Executable, parameters: Parameters = None) -> int:
        """The one number that a statement yields."""
        return int((await self.run(statement, parameters)).scalar_one())


class Engine(ABC):
    """A database that transactions are begun in."""

    @abstractmethod
    def begin(self) -> AbstractAsyncContextManager[Link]:
        """A transaction that writes."""

    @abstractmethod
    def read(self) -> AbstractAsyncContextManager[Link]:
        """A transaction that only reads."""

    @abstractmethod
    async def close(self) -> None:
        """Let go of every connection."""


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

    async def made(self, statement: Executable, parameters: dict[str, Any], make: Callable[[Row[Any]], T]) -> T | None:
        """At once, and only once for a row that stays as it is."""
        prepared = self._preparer.prepared(statement, parameters)
        if prepared is not None:
            return prepared.made(self._raw, parameters, make)
        row = self._connection.execute(statement, parameters).first()
        return None if row is None else make(row)

    async def lock(self, number: int) -> None:
        """There is one writer at a time anyway."""

    async def mark(self) -> None:
        """A savepoint; it ends with the turn."""
        self._raw.execute("SAVEPOINT mark")

    async def back_to_mark(self) -> None:
        """To the savepoint."""
        self._raw.execute("ROLLBACK TO mark")

    async def tables(self) -> set[str]:
        """Of the file's own list."""
        found = self._raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in found}

    async def hold_still(self, tables: Sequence[str]) -> None:
        """There is one writer at a time anyway."""

    async def fill(self, table: Table, rows: Sequence[Row[Any]]) -> None:
        """One prepared statement for all of them."""
        self._connection.execute(table.insert(), [row._asdict() for row in rows])

    async def goes_on_at(self, table: Table) -> int:
        """What SQLite keeps for tables that never give a number twice; for others the highest there is."""
        kept = self._raw.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,)).fetchone()
        return kept[0] if kept else await self.count(_highest(table))

    async def go_on_at(self, table: Table, number: int) -> None:
        """Only where SQLite keeps it: others count on from the highest there is."""
        if table.dialect_options["sqlite"]["autoincrement"]:
            self._raw.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table.name,))
            self._raw.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table.name, number))


def _highest(table: Table) -> Executable:
    return select(func.coalesce(func.max(table.c.id), 0))
