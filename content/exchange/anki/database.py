"""How is a stranger's SQLite file read? As bytes in memory, without views and triggers, by our own questions alone."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from content.exchange.question import BadFile

MOST_ROWS = 20_000
MOST_BYTES_A_VALUE = 2_000_000
SLOWEST_SECS = 20
_STEPS = 10_000
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE})


@contextmanager
def opened(data: bytes) -> Iterator[sqlite3.Connection]:
    """The database of those bytes; nothing is written to disk and nothing in it can run. Raises BadFile."""
    if not data.startswith(b"SQLite format 3\0") or len(data) < 512:
        raise BadFile("database", words="header")
    connection = sqlite3.connect(":memory:")
    try:
        # a file left in write-ahead mode would look for its log beside it: bytes 18 and 19 say that it is not
        connection.deserialize(data[:18] + b"\1\1" + data[20:])
        _harden(connection)
        yield connection
    except sqlite3.OperationalError as error:
        raise BadFile("database_slow" if "interrupted" in str(error) else "database", words=str(error)[:80]) from error
    except (sqlite3.DatabaseError, UnicodeDecodeError, OverflowError) as error:
        raise BadFile("database", words=str(error)[:80]) from error
    finally:
        connection.close()


def _harden(connection: sqlite3.Connection) -> None:
    connection.create_collation("unicase", _unicase)
    connection.text_factory = lambda found: found.decode("utf-8", "replace")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 20_000_000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 2_000)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_VDBE_OP, 5_000)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON", "mmap_size=0"):
        connection.execute(f"PRAGMA {pragma}")
    until = time.monotonic() + SLOWEST_SECS
    connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
    odd = connection.execute(
        "SELECT type, name FROM sqlite_master"
        " WHERE type NOT IN ('table', 'index') OR sql LIKE 'create virtual%' LIMIT 1"
    ).fetchone()
    if odd:
        raise BadFile("database_hostile", words=f"{odd[0]} {odd[1]}"[:80])
    checked = connection.execute("PRAGMA quick_check(1)").fetchone()
    if not checked or checked[0] != "ok":
        raise BadFile("database", words="quick_check")
    connection.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)


def rows(connection: sqlite3.Connection, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a question of ours. Raises BadFile where they are too many or too large."""
    found = connection.execute(f"{sql} LIMIT {MOST_ROWS + 1}").fetchall()
    if len(found) > MOST_ROWS:
        raise BadFile("too_many_rows", limit=str(MOST_ROWS))
    if any(isinstance(cell, str | bytes) and len(cell) > MOST_BYTES_A_VALUE for row in found for cell in row):
        raise BadFile("large", limit=str(MOST_BYTES_A_VALUE // 1_000_000))
    return found


def tables(connection: sqlite3.Connection) -> frozenset[str]:
    """The names of its tables."""
    return frozenset(str(name) for (name,) in rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table'"))


def _unicase(one: str, other: str) -> int:
    left, right = one.casefold(), other.casefold()
    return (left > right) - (left < right)
