import asyncio
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.backup import backup, restore
from storage.database import Database
from storage.errors import BackupRefused, SchemaTooNew
from tests.storage.makers import NOW


@pytest.fixture
async def url(tmp_path: Path) -> str:
    """An SQLite database with something in it."""
    url = f"sqlite:///{tmp_path}/live/lectern.db"
    database = Database(url)
    await database.migrate()
    await put(database, "first")
    await database.close()
    return url


async def put(database: Database, value: str) -> None:
    async with database.begin() as store:
        await store.meta.set("value", value)


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


async def got(url: str) -> str | None:
    database = Database(url)
    await database.migrate()
    async with database.read() as store:
        found = await store.meta.get("value")
    await database.close()
    return found


async def test_a_backup_brings_back_what_was(url: str, tmp_path: Path) -> None:
    backup(url, tmp_path / "copy.db")
    database = Database(url)
    await put(database, "second")
    await database.close()
    restore(tmp_path / "copy.db", url)
    assert await got(url) == "first"
    assert names(tmp_path) == ["copy.db", "live"]


async def test_a_backup_is_taken_while_others_write(url: str, tmp_path: Path) -> None:
    database = Database(url)

    begun = asyncio.Event()

    async def write() -> None:
        for number in range(200):
            async with database.begin() as store:
                await store.learners.get_or_create(number, "A", "en", NOW)
                await store.meta.set("value", str(number))
            if number == 9:
                begun.set()

    writing = asyncio.create_task(write())
    await begun.wait()
    await asyncio.to_thread(backup, url, tmp_path / "copy.db")
    await writing
    await database.close()
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        count = copy.execute("SELECT count(*) FROM learners").fetchone()[0]
        assert copy.execute("SELECT value FROM meta WHERE key = 'value'").fetchone() == (str(count - 1),)


async def test_a_restore_into_an_empty_place_makes_it(url: str, tmp_path: Path) -> None:
    backup(url, tmp_path / "copy.db")
    elsewhere = f"sqlite:///{tmp_path}/other/new.db"
    restore(tmp_path / "copy.db", elsewhere)
    assert await got(elsewhere) == "first"


async def test_an_open_database_is_not_replaced(url: str, tmp_path: Path) -> None:
    backup(url, tmp_path / "copy.db")
    database = Database(url)
    await put(database, "second")
    with pytest.raises(BackupRefused) as refused:
        restore(tmp_path / "copy.db", url)
    assert refused.value.reason == "in_use"
    await put(database, "third")
    await database.close()
    assert await got(url) == "third"


async def test_a_bad_backup_leaves_the_database_alone(url: str, tmp_path: Path) -> None:
    good = tmp_path / "good.db"
    backup(url, good)
    letter, cut, broken, foreign = (tmp_path / name for name in ("letter", "cut", "broken", "foreign"))
    letter.write_bytes(b"not a database" * 500)
    cut.write_bytes(good.read_bytes()[: good.stat().st_size // 2])
    whole = bytearray(good.read_bytes())
    whole[4096 * 3 : 4096 * 6] = b"\xff" * (4096 * 3)
    broken.write_bytes(whole)
    with closing(sqlite3.connect(foreign)) as database:
        database.execute("CREATE TABLE a (b)")
    for file, reason in ((letter, "damaged"), (cut, "damaged"), (broken, "damaged"), (foreign, "not_ours")):
        with pytest.raises(BackupRefused) as refused:
            restore(file, url)
        assert (file.name, refused.value.reason) == (file.name, reason)
    with pytest.raises(BackupRefused) as refused:
        restore(tmp_path / "none", url)
    assert refused.value.reason == "missing"
    assert await got(url) == "first"


async def test_a_backup_of_a_newer_program_is_refused(url: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    backup(url, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SchemaTooNew):
        restore(copy, url)


async def test_a_damaged_database_can_be_replaced(url: str, tmp_path: Path) -> None:
    backup(url, tmp_path / "copy.db")
    (tmp_path / "live/lectern.db").write_bytes(b"scrambled" * 1000)
    restore(tmp_path / "copy.db", url)
    assert await got(url) == "first"


def test_what_cannot_be_backed_up_is_refused(url: str, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")
    for place, file, reason in (
        ("postgresql://h/n", "new", "not_sqlite"),
        (f"sqlite:///{tmp_path}/nothing.db", "new", "missing"),
        (url, "there", "exists"),
    ):
        with pytest.raises(BackupRefused) as refused:
            backup(place, tmp_path / file)
        assert refused.value.reason == reason
    assert (tmp_path / "there").read_text() == "mine"
    assert shutil.disk_usage(tmp_path).free
