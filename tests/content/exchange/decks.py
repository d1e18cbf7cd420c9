"""Anki decks built on the spot, good and bad: their tables, a database of them, and the zip around it."""

import io
import sqlite3
import zipfile
from collections.abc import Iterable, Mapping

TABLES = (
    "CREATE TABLE col (models text, decks text); CREATE TABLE notes (id integer primary key, guid, mid, tags, flds);"
    "CREATE TABLE cards (id integer primary key, nid, ord, did, queue, type, due);"
)
MODERN = (
    TABLES + "CREATE TABLE notetypes (id integer primary key, name, config); CREATE TABLE fields (ntid, ord, name);"
    "CREATE TABLE templates (ntid, ord, name, config); CREATE TABLE decks (id integer primary key, name);"
)


def database(script: str, rows: Iterable[tuple[str, tuple[object, ...]]] = ()) -> bytes:
    """The bytes of a database made by the script and these statements with their values."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(script)
        for statement, values in rows:
            connection.execute(statement, tuple(_storable(one) for one in values))
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _storable(value: object) -> object:
    """Text without lone surrogates, which SQLite cannot be given."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def zipped(files: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()
