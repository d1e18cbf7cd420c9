"""The database is made ready by a child before the bot starts; where that fails, nothing is said, and nothing begun."""

import asyncio
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.commands.preparing import prepared_apart
from storage.database import Database
from storage.migrate import HEAD

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is done in the process itself")


def url(folder: Path) -> str:
    return f"sqlite:///{(folder / 'lectern.db').as_posix()}"


def test_an_empty_place_gets_the_schema_and_the_packs(tmp_path: Path) -> None:
    assert prepared_apart(url(tmp_path))
    with closing(sqlite3.connect(tmp_path / "lectern.db")) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
        [packs] = database.execute("SELECT count(*) FROM packs").fetchone()
    assert packs >= 1
    assert "alembic" not in sys.modules or "alembic.command" in sys.modules  # another test's, not half of one


def test_twice_is_as_once(tmp_path: Path) -> None:
    assert prepared_apart(url(tmp_path))
    before = sorted((tmp_path / "lectern.db").read_bytes()[:100])
    assert prepared_apart(url(tmp_path))
    assert sorted((tmp_path / "lectern.db").read_bytes()[:100]) == before


def test_a_newer_schema_is_left_to_the_parent_to_tell_of(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    async def newer() -> None:
        database = Database(url(tmp_path))
        await database.migrate()
        await database.close()

    asyncio.run(newer())
    with closing(sqlite3.connect(tmp_path / "lectern.db")) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    assert not prepared_apart(url(tmp_path))
    said = capfd.readouterr()
    assert said.out + said.err == ""
