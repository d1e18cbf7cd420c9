"""How does a database come to have this program's schema? Alembic, run in a thread before the first transaction."""

import asyncio

from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from storage.address import file_of, is_sqlite, place_of
from storage.errors import DatabaseUnreachable, SchemaTooNew

HEAD = "0001"
"""The newest revision; a test compares it with the scripts. Alembic is imported only where there is work for it."""
LOCK = 7_236_001
"""PostgreSQL: the advisory lock that lets one replica migrate while the others wait."""


async def migrate(url: URL, target: str = "head") -> None:
    """Bring the database to that revision. Raises what `Database.migrate` says."""
    from storage.database import faults

    if is_sqlite(url):
        try:
            file_of(url).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DatabaseUnreachable(place_of(url), "folder") from error
    with faults(place_of(url)):
        await asyncio.to_thread(lambda: asyncio.run(_migrate(url, target)))


async def revision(url: URL) -> str | None:
    """The revision of the database's schema; None if it has none yet."""
    engine = _engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_found)
    finally:
        await engine.dispose()


async def _migrate(url: URL, target: str) -> None:
    engine = _engine(url)
    try:
        async with engine.connect() as connection:
            if await connection.run_sync(_found) == HEAD and target == "head":
                return
            sqlite = is_sqlite(url)
            if sqlite:
                await connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            try:
                await connection.run_sync(_apply, place_of(url), target)
            except BaseException:
                await connection.exec_driver_sql("ROLLBACK") if sqlite else await connection.rollback()
                raise
            await connection.exec_driver_sql("COMMIT") if sqlite else await connection.commit()
    finally:
        await engine.dispose()


def _engine(url: URL) -> AsyncEngine:
    from storage.database import BUSY_SECS, sqlite_engine

    return sqlite_engine(url, BUSY_SECS) if is_sqlite(url) else create_async_engine(url, poolclass=NullPool)


def _found(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _apply(connection: Connection, place: str, target: str) -> None:
    """Inside a transaction of ours: all of it is done, or nothing."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    scripts = ScriptDirectory.from_config(config)
    found = _found(connection)
    known = {script.revision for script in scripts.walk_revisions()}
    if found is not None and found not in known:
        raise SchemaTooNew(place, found, HEAD)
    config.attributes["connection"] = connection
    ahead = target == "head" or found is None or (target != "base" and target > found)
    (command.upgrade if ahead else command.downgrade)(config, target)
