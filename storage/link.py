"""How does an aggregate speak to the database? One connection inside one transaction, and the dialect's upsert."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Executable, Table, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import CursorResult
from sqlalchemy.ext.asyncio import AsyncConnection

Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]] | None


class Link:
    """A transaction under way."""

    __slots__ = ("cache", "connection", "is_sqlite")

    def __init__(self, connection: AsyncConnection, cache: dict[Any, Any]) -> None:
        self.connection = connection
        self.cache = cache
        """Parsed rows, for the life of the process; a key names everything that the value was made from."""
        self.is_sqlite = connection.dialect.name == "sqlite"

    async def run(self, statement: Executable, parameters: Parameters = None) -> CursorResult[Any]:
        """Carry out a Core statement."""
        return await self.connection.execute(statement, parameters)

    async def count(self, statement: Executable) -> int:
        """The one number that a statement yields."""
        return int((await self.run(statement)).scalar_one())

    def insert(self, table: Table) -> sqlite.Insert:
        """An insert that knows `on_conflict_do_update`; both databases spell it alike, under two classes."""
        return sqlite.insert(table) if self.is_sqlite else postgresql.insert(table)  # type: ignore[return-value]

    async def lock(self, number: int) -> None:
        """Nobody else holding a lock of that number runs before this transaction ends.

        In SQLite there is one writer at a time anyway.
        """
        if not self.is_sqlite:
            await self.connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})
