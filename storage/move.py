"""How does a whole database get from SQLite to PostgreSQL, or back? Every table in one transaction, and counted.

The numbers of rows stay, for buttons in chats carry them; and so does the number at which each table goes on counting,
for one that was given away once must not come again.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, MetaData, Table, func, select, text, tuple_
from sqlalchemy.types import TypeDecorator, TypeEngine

from storage.address import file_of
from storage.backup import in_use
from storage.database import Database
from storage.errors import MoveRefused, SchemaTooNew
from storage.link import Link
from storage.migrate import HEAD, REVISIONS
from storage.tables import Base, leases

BATCH = 5_000
"""Rows that are in memory at once; a pack with its body is one of them."""
RINGING = "tick"
"""The lease that a bot at work on PostgreSQL always holds."""
LEFT_BEHIND = frozenset({"leases"})
"""Who rings the clock there is nobody here."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A table, and how many rows of it were moved."""

    table: str
    rows: int


async def move(source: Database, target: Database, now: datetime, tell: Callable[[Moved], None]) -> list[Moved]:
    """Copy every row of `source` into `target`, all or none; `tell` hears of each table once its rows are counted.

    The target gets our schema where it has none. Nobody can write to the source meanwhile. Raises MoveRefused:
    "same", "missing", "not_ours", "old_schema", "in_use", "not_empty", "miscounted"; SchemaTooNew.
    """
    if source.url == target.url:
        raise MoveRefused(source.place, "same")
    _there(source)
    await target.migrate()
    async with source.begin() as old, target.begin() as new:
        await _fit(source, old._link, now)
        await _empty(target, new._link)
        moved = []
        for table in Base.metadata.sorted_tables:
            if table.name not in LEFT_BEHIND:
                moved.append(await _table(target, old._link, new._link, table))
                tell(moved[-1])
        return moved


def _there(source: Database) -> None:
    """An SQLite file that nobody else has open; of PostgreSQL the lease tells, later."""
    if not source.is_sqlite:
        return
    file = file_of(source.url)
    if not file.exists():
        raise MoveRefused(source.place, "missing")
    if in_use(file):
        raise MoveRefused(source.place, "in_use")


async def _fit(source: Database, link: Link, now: datetime) -> None:
    """Of this program's schema, and with nobody at work on it; from here on nobody can write to it."""
    names = await link.tables()
    if not {"alembic_version", "learners"} <= names:
        raise MoveRefused(source.place, "not_ours")
    version = (await link.run(text("SELECT version_num FROM alembic_version"))).scalar()
    if version not in REVISIONS:
        raise SchemaTooNew(source.place, str(version), HEAD)
    if version != HEAD:
        raise MoveRefused(source.place, "old_schema")
    if not source.is_sqlite and await link.count(
        select(func.count()).where(leases.c.name == RINGING, leases.c.until > now)
    ):
        raise MoveRefused(source.place, "in_use")
    await link.hold_still([table.name for table in Base.metadata.sorted_tables])


async def _empty(target: Database, link: Link) -> None:
    for table in Base.metadata.sorted_tables:
        if (await link.run(select(table.c[0]).limit(1))).first() is not None:
            raise MoveRefused(target.place, "not_empty")


async def _table(target: Database, old: Link, new: Link, table: Table) -> Moved:
    plain = _plain(table)
    async for rows in _batches(old, plain):
        await new.fill(plain, rows)
    if _counts_on(table):
        await new.go_on_at(table, await old.goes_on_at(table))
    there, here = [await link.count(select(func.count()).select_from(table)) for link in (old, new)]
    if there != here:
        raise MoveRefused(target.place, "miscounted")
    return Moved(table.name, here)


def _plain(table: Table) -> Table:
    """The table with its values as they lie there: nothing is made of them on the way, so nothing can change."""
    return Table(
        table.name,
        MetaData(),
        *(
            Column(column.name, _plain_type(column.type), primary_key=column.primary_key, autoincrement=False)
            for column in table.columns
        ),
    )


def _plain_type(kind: TypeEngine[Any]) -> TypeEngine[Any]:
    return kind.impl_instance if isinstance(kind, TypeDecorator) else kind


async def _batches(link: Link, table: Table) -> AsyncIterator[Sequence[Any]]:
    """Rows in the order of their keys; each batch begins after the last key of the one before, found by the index."""
    keys = list(table.primary_key)
    page = select(table).order_by(*keys).limit(BATCH)
    rows = (await link.run(page)).all()
    while rows:
        yield rows
        last = [getattr(rows[-1], key.name) for key in keys]
        rows = (await link.run(page.where(tuple_(*keys) > tuple_(*last)))).all() if len(rows) == BATCH else []


def _counts_on(table: Table) -> bool:
    """Whether the database numbers the rows."""
    column = table.autoincrement_column
    return column is not None and not column.foreign_keys and column.autoincrement is not False
