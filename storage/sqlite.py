"""How is an SQLite file opened?"""

import sqlite3
import time
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool, QueuePool

BUSY_SECS = 5.0
"""How long to wait for another program's lock (our own writers queue in `Writer` and wait as long as it takes)."""

READING = ("query_only = ON", "mmap_size = 268435456")
WRITING = (
    # The log reaches the disk before a commit returns. NORMAL would survive a killed process too, but not a power cut,
    # and Telegram does not send an acknowledged answer again. Writers who wait share the one fsync (`writer.py`).
    "synchronous = FULL",
    "foreign_keys = ON",
    "temp_store = MEMORY",
)


Opened = tuple[Connection, sqlite3.Connection]
"""A connection, and the driver's own beneath it."""


def opened(engine: Engine) -> Opened:
    """A new connection of that engine."""
    connection = engine.connect()
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return connection, raw


def sqlite_engine(url: URL, busy_secs: float, *, readonly: bool = False) -> Engine:
    """An engine whose transactions are begun and ended by us: AUTOCOMMIT switches off Python's own rules for that.

    A pool that were ever exhausted would stop the event loop, so that of the readers has no upper end.
    """
    pool: dict[str, Any] = (
        {"poolclass": QueuePool, "pool_size": 4, "max_overflow": -1} if readonly else {"poolclass": NullPool}
    )
    connect = {"timeout": busy_secs, "check_same_thread": False}
    engine = create_engine(url, isolation_level="AUTOCOMMIT", connect_args=connect, **pool)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        if not readonly:
            _log_ahead(connection, busy_secs)
        for pragma in READING if readonly else WRITING:
            connection.execute(f"PRAGMA {pragma}")

    return engine


def _log_ahead(connection: sqlite3.Connection, busy_secs: float) -> None:
    """Readers go on while one writes, and a commit appends to one file.

    The first switch to this mode needs the file for itself, and SQLite does not wait for that by its own time-out.
    """
    end = time.monotonic() + busy_secs
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() >= end:
                raise
            time.sleep(0.02)
        else:
            return
