"""Which database is meant? An address as operators write it, made into one that the engine takes."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.errors import DatabaseUnreachable

DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+aiosqlite": "sqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


def address(url: str) -> URL:
    """The engine's URL for `sqlite:///file` or `postgresql://...`. Raises DatabaseUnreachable for any other."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise DatabaseUnreachable("?", "address") from error  # not shown: it may hold a password anywhere
    if parsed.drivername not in DRIVERS:
        raise DatabaseUnreachable(place_of(parsed), "scheme")
    parsed = parsed.set(drivername=DRIVERS[parsed.drivername])
    if is_sqlite(parsed):
        if parsed.database in (None, "", ":memory:"):
            raise DatabaseUnreachable(place_of(parsed), "memory")  # would be lost, and readers could not see it
        return parsed
    if "sslmode" in parsed.query:  # libpq's name, common in ready-made addresses; asyncpg says ssl
        mode = parsed.query["sslmode"]
        parsed = parsed.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})
    return parsed


def is_sqlite(url: URL) -> bool:
    """Whether this is a file on our own disk."""
    return url.get_backend_name() == "sqlite"


def file_of(url: URL) -> Path:
    """The file of an SQLite database."""
    assert url.database
    return Path(url.database)


def place_of(url: URL) -> str:
    """The address as it may be shown: no password, no driver's name."""
    plain = url.set(drivername=url.drivername.split("+")[0])
    return plain.render_as_string(hide_password=True)
