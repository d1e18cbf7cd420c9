"""How does a database come to have this program's schema? Alembic, run in a thread before the first transaction."""

import asyncio

from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

from storage.address import file_of, is_sqlite, place_of
from storage.errors import DatabaseUnreachable, SchemaTooNew
from storage.sqlite import BUSY_SECS, sqlite_engine

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011")
"""Every revision, oldest first; a test compares them with the scripts. Alembic itself is imported only to migrate."""
HEAD = REVISIONS[-1]
LOCK = 7_236_001
"""PostgreSQL: the advisory lock that lets one replica migrate while the others wait."""


async def migrate(url: URL, target: str = "head", *, busy_secs: float = BUSY_SECS) -> None:
    """Bring the database to that revision ("head", "base", or a name); all of it is done, or nothing."""
    if is_sqlite(url):
        await asyncio.to_thread(_migrate_sqlite, url, target, busy_secs)
    else:
        await asyncio.to_thread(lambda: asyncio.run(_migrate_postgresql(url, target)))


def _migrate_sqlite(url: URL, target: str, busy_secs: float) -> None:
    try:
        file_of(url).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseUnreachable(place_of(url), "folder") from error
    engine = sqlite_engine(url, busy_secs)
    try:
        with engine.connect() as connection:
            if _is_done(connection, target):
                return
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                _apply(connection, place_of(url), target)
            except BaseException:
                connection.exec_driver_sql("ROLLBACK")
                raise
            connection.exec_driver_sql("COMMIT")
    finally:
        engine.dispose()


async def _migrate_postgresql(url: URL, target: str) -> None:
    from sqlalchemy.ext.asyncio import create_async_engine

    engine = create_async_engine(url, poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            if not await connection.run_sync(_is_done, target):
                await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
                await connection.run_sync(_apply, place_of(url), target)
    finally:
        await engine.dispose()


def _is_done(connection: Connection, target: str) -> bool:
    return target == "head" and found(connection) == HEAD


def found(connection: Connection) -> str | None:
    """The revision of the database's schema; None if it has none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _apply(connection: Connection, place: str, target: str) -> None:
    """Up or down to the target; whoever waited for the lock may find nothing left to do."""
    from alembic import command
    from alembic.config import Config

    now = found(connection)
    names = ("base", *REVISIONS)
    if now is not None and now not in names:
        raise SchemaTooNew(place, now, HEAD)
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    goal = HEAD if target == "head" else target
    config.attributes["connection"] = connection
    move = command.upgrade if names.index(goal) >= names.index(now or "base") else command.downgrade
    move(config, goal)
