"""How is the database kept safe? One file, copied while the bot runs, checked before anybody relies on it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from storage.address import address, file_of, is_sqlite, place_of
from storage.database import faults
from storage.errors import BackupRefused, SchemaTooNew
from storage.migrate import HEAD, REVISIONS


def backup(url: str, file: Path) -> None:
    """Copy the database into a new file, whole and of one moment, while others read and write.

    Raises BackupRefused: "not_sqlite" (PostgreSQL has pg_dump), "missing", "exists", "damaged".
    """
    source = _database(url)
    if not source.exists():
        raise BackupRefused(str(source), "missing")
    if file.exists():
        raise BackupRefused(str(file), "exists")
    _copy(source, file)


def restore(file: Path, url: str) -> None:
    """Put a backup in the database's place; the database is untouched until the backup has been checked.

    Raises BackupRefused: "not_sqlite", "missing", "damaged", "not_ours", "in_use" (a bot is running); SchemaTooNew.
    """
    target = _database(url)
    if not file.exists():
        raise BackupRefused(str(file), "missing")
    _check(file)
    if target.exists() and in_use(target):
        raise BackupRefused(str(target), "in_use")
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(target.name + ".restoring")
    fresh.unlink(missing_ok=True)
    _copy(file, fresh)
    for rest in ("-wal", "-shm"):  # they belong to the old content
        target.with_name(target.name + rest).unlink(missing_ok=True)
    fresh.replace(target)
    _to_disk(target.parent)


def _database(url: str) -> Path:
    where = address(url)
    if not is_sqlite(where):
        raise BackupRefused(place_of(where), "not_sqlite")
    return file_of(where)


def _copy(source: Path, file: Path) -> None:
    """By SQLite's own online copy; under another name until it is whole, checked and on the disk."""
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with faults(str(file)), closing(_open(source)) as old, closing(sqlite3.connect(part)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")  # one file, no log beside it
        _check(part)
        _to_disk(part)
        part.replace(file)
        _to_disk(file.parent)
    finally:
        part.unlink(missing_ok=True)


def _check(file: Path) -> None:
    """Raises BackupRefused or SchemaTooNew where the file is not a whole database of ours."""
    try:
        with closing(_open(file)) as database:
            whole = database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            broken = database.execute("PRAGMA foreign_key_check").fetchone()
            tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            version = database.execute("SELECT version_num FROM alembic_version").fetchone() if tables else None
    except sqlite3.DatabaseError as error:
        reason = "not_ours" if "no such table" in str(error) else "damaged"
        raise BackupRefused(str(file), reason) from error
    if not whole or broken:
        raise BackupRefused(str(file), "damaged")
    if version is None or "learners" not in tables:
        raise BackupRefused(str(file), "not_ours")
    if version[0] not in REVISIONS:
        raise SchemaTooNew(str(file), version[0], HEAD)


def in_use(file: Path) -> bool:
    """Whether anybody has the database open: they would go on writing into it."""
    try:
        with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as database:
            # In WAL mode every open connection holds a shared lock on the file; this asks for the only one.
            database.execute("PRAGMA locking_mode = EXCLUSIVE")
            database.execute("BEGIN EXCLUSIVE")
            database.execute("ROLLBACK")
    except sqlite3.DatabaseError as error:  # a damaged database is what one restores for
        return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
    return False


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=30)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
