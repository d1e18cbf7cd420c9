"""The command line: help with examples, exit statuses, and a sentence where something is at fault."""

import asyncio
import logging
import sqlite3

import pytest
import structlog
from click.testing import CliRunner

from bot import __main__ as command_line
from bot.commands.sentences import sentence
from storage import errors
from storage.database import Database


@pytest.fixture(autouse=True)
def logs_as_before():
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
def lectern(monkeypatch, tmp_path, capsys):
    """Run `lectern` with arguments: (exit status, stdout, stderr)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/lectern.db")

    def run(*args):
        monkeypatch.setattr("sys.argv", ["lectern", *args])
        with pytest.raises(SystemExit) as ended:
            command_line.main()
        said = capsys.readouterr()
        return ended.value.code, said.out, said.err

    return run


@pytest.fixture
def installed(tmp_path):
    async def make():
        database = Database(f"sqlite:///{tmp_path}/lectern.db")
        await database.migrate()
        async with database.begin() as store:
            await store.meta.set("mark", "1")
        await database.close()

    asyncio.run(make())
    return tmp_path / "lectern.db"


@pytest.mark.parametrize("name", command_line.COMMANDS)
def test_every_command_has_help_with_examples(lectern, name):
    status, out, _ = lectern(name, "--help")
    assert status == 0
    assert "Examples:" in out
    assert f"lectern {name}" in out or f"LECTERN_LISTEN=127.0.0.1:8080 lectern {name}" in out


def test_help_lists_every_command_and_tells_the_version(lectern):
    assert all(f"  {name} " in lectern("--help")[1] for name in command_line.COMMANDS)
    assert lectern("--version")[1].startswith("lectern ")


@pytest.mark.parametrize("args", [["nonsense"], ["run", "--nonsense"], ["backup"], ["demo", "--port", "x"]])
def test_wrong_usage_is_2(lectern, args):
    status, _, err = lectern(*args)
    assert status == 2
    assert "--help" in err


def test_a_backup_is_written_checked_and_brought_back(lectern, installed, tmp_path):
    assert lectern("backup", "copy.db")[0] == 0
    with sqlite3.connect(installed) as database:
        database.execute("UPDATE meta SET value = '2' WHERE key = 'mark'")
    database.close()
    status, _, err = lectern("backup", "copy.db")
    assert (status, "exists already" in err) == (1, True)
    assert lectern("restore", "copy.db", "--yes")[0] == 0
    with sqlite3.connect(installed) as database:
        assert database.execute("SELECT value FROM meta WHERE key = 'mark'").fetchone() == ("1",)
    database.close()


def test_what_is_no_backup_is_refused(lectern, installed, tmp_path):
    (tmp_path / "notes.txt").write_text("no database at all")
    for name in ("notes.txt", "missing.db"):
        status, out, err = lectern("restore", name, "--yes")
        assert (status, out) == (1, "")
        assert name in err
        assert "Traceback" not in err


def test_restoring_asks_first(lectern, installed, monkeypatch):
    assert lectern("backup", "copy.db")[0] == 0
    result = CliRunner().invoke(command_line.cli, ["restore", "copy.db"], input="n\n")
    assert result.exit_code == 1
    assert "replaces everything" in result.output


def test_every_fault_of_the_database_has_a_sentence():
    samples = [
        errors.DatabaseBusy("db"),
        errors.DatabaseReadOnly("db"),
        errors.DatabaseFull("db"),
        errors.DatabaseDamaged("db"),
        errors.SchemaTooNew("db", "0009", "0001"),
        *(errors.DatabaseUnreachable("db", reason) for reason in ("scheme", "memory", "address", "folder", "28P01")),
        *(
            errors.BackupRefused("db", reason)
            for reason in ("not_sqlite", "missing", "exists", "damaged", "not_ours", "in_use", "new one")
        ),
        *(
            errors.MoveRefused("db", reason)
            for reason in ("same", "missing", "not_ours", "old_schema", "in_use", "not_empty", "miscounted", "new one")
        ),
    ]
    kinds = {type(sample) for sample in samples}
    assert kinds == {kind for kind in errors.StorageError.__subclasses__() if kind.__module__ == errors.__name__}
    for sample in samples:
        said = sentence(sample)
        assert said
        assert said.endswith(".")
        assert "{" not in said


def test_a_fault_of_ours_is_one_sentence_too(lectern, monkeypatch):
    def broken(*_, **__):
        raise KeyError("secret words")

    monkeypatch.setattr("storage.backup.backup", broken)
    status, _, err = lectern("backup", "copy.db")
    assert status == 1
    assert err.startswith("This is a fault of Lectern, please report it: KeyError at ")
    assert "secret words" not in err
    assert len(err.splitlines()) == 1


def test_move_counts_every_table_and_refuses_a_second_time(lectern, installed, tmp_path):
    addresses = "--from", f"sqlite:///{installed}", "--to", f"sqlite:///{tmp_path}/new.db"
    status, out, err = lectern("move", *addresses)
    assert (status, err) == (0, "")
    assert ["meta", "1"] in [line.split() for line in out.splitlines()]
    assert "Moved and counted: 1 rows of" in out
    status, out, err = lectern("move", *addresses)
    assert (status, out) == (1, "")
    assert "is not empty" in err
