"""What does the database complain of? A driver's exception becomes one of ours, or stays what it is."""

import sqlite3

from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from storage.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseFull,
    DatabaseReadOnly,
    DatabaseUnreachable,
    StorageError,
)

SQLITE: dict[int, type[StorageError]] = {
    sqlite3.SQLITE_BUSY: DatabaseBusy,
    sqlite3.SQLITE_LOCKED: DatabaseBusy,
    sqlite3.SQLITE_PROTOCOL: DatabaseBusy,
    sqlite3.SQLITE_READONLY: DatabaseReadOnly,
    sqlite3.SQLITE_PERM: DatabaseReadOnly,
    sqlite3.SQLITE_FULL: DatabaseFull,
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite3.SQLITE_NOTADB: DatabaseDamaged,
}
POSTGRESQL: dict[str, type[StorageError]] = {
    "40001": DatabaseBusy,  # serialization failure
    "40P01": DatabaseBusy,  # deadlock
    "55P03": DatabaseBusy,  # lock not available
    "57014": DatabaseBusy,  # statement timeout
    "53300": DatabaseBusy,  # too many connections
    "25006": DatabaseReadOnly,
    "42501": DatabaseReadOnly,  # the user may not
    "53100": DatabaseFull,
    "XX001": DatabaseDamaged,
    "XX002": DatabaseDamaged,
}
GONE = ("08", "28", "3D", "57P")
"""SQLSTATE beginnings: connection lost, not let in, no such database, server going down."""


def translated(error: BaseException, place: str) -> StorageError | None:
    """Our exception for that of a driver; None where it is a fault of the program (a broken constraint, say)."""
    if isinstance(error, IntegrityError):
        return None
    if isinstance(error, PoolExhausted):
        return DatabaseBusy(place)
    cause = (error.orig or error) if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(cause, place)
    state = _sqlstate(cause)
    if state:
        if state.startswith(GONE):
            return DatabaseUnreachable(place, state)
        return POSTGRESQL[state](place) if state in POSTGRESQL else None
    if isinstance(error, InterfaceError) or isinstance(cause, OSError):
        return DatabaseUnreachable(place, "connect")
    return None


def _of_sqlite(error: sqlite3.Error, place: str) -> StorageError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF  # the higher bits say more than we need
    if primary in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
        return DatabaseUnreachable(place, error.sqlite_errorname)
    return SQLITE[primary](place) if primary in SQLITE else None


def _sqlstate(error: BaseException | None) -> str | None:
    """PostgreSQL's five characters, found on the driver's exception or on what it came from."""
    while error is not None:
        state = getattr(error, "sqlstate", None)
        if isinstance(state, str):
            return state
        error = error.__cause__
    return None
