"""What does the operator read when something outside is at fault? One sentence that says what to do."""

from collections.abc import Callable
from typing import Any

_STORAGE: dict[str, str] = {
    "DatabaseBusy": "The database {place} is held by another program; try again when that is done.",
    "DatabaseReadOnly": (
        "The database {place} cannot be written; look at the rights of the file and of its folder, "
        "at a server at those of the user."
    ),
    "DatabaseFull": "The disk of the database {place} is full; make room and start again, nothing is lost.",
    "DatabaseDamaged": "{place} is no database, or a damaged one; `lectern restore FILE` brings back a backup.",
    "SchemaTooNew": (
        "The database {place} was written by a newer Lectern (schema {found}, this one knows {known}); "
        "upgrade this one, or restore a backup from before."
    ),
}
_UNREACHABLE = {
    "scheme": "DATABASE_URL names a kind of database that is not known ({place}); use sqlite:///FILE or postgresql://….",
    "address": "DATABASE_URL is not an address; use sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.",
    "memory": "DATABASE_URL names no file ({place}); a database in memory would forget everything.",
    "folder": "The folder of the database {place} cannot be made; look at the rights of the one above it.",
}
_BACKUP = {
    "not_sqlite": "{place} is not an SQLite database; back up PostgreSQL with its own pg_dump.",
    "missing": "There is no file {place}.",
    "exists": "{place} exists already; name another file or remove it first.",
    "damaged": "{place} is damaged and was not used.",
    "not_ours": "{place} is no backup of Lectern's.",
    "in_use": "The database {place} is in use; end `lectern run` first.",
}
_MOVE = {
    "same": "--from and --to name the same database.",
    "missing": "There is no file {place}.",
    "not_ours": "{place} is no database of Lectern's.",
    "old_schema": "{place} is of an older version; start this version on it once, end it, and move then.",
    "in_use": "{place} is in use; end `lectern run` first, and after a crash of it wait half a minute.",
    "not_empty": "{place} is not empty; nothing was moved. Name a new database.",
    "miscounted": "{place} did not hold as many rows as were read; nothing was moved.",
}


def sentence(error: BaseException) -> str | None:
    """The sentence for an error that the operator can do something about; None for a fault of ours."""
    for kind in type(error).__mro__:
        if kind.__name__ in _SENTENCES:
            return _SENTENCES[kind.__name__](error)
    return None


def _storage(error: Any) -> str:
    name = type(error).__name__
    if name == "DatabaseUnreachable":
        words = _UNREACHABLE.get(error.reason, "The database {place} cannot be reached ({reason}).")
    elif name == "BackupRefused":
        words = _BACKUP.get(error.reason, "{place} was refused ({reason}).")
    elif name == "MoveRefused":
        words = _MOVE.get(error.reason, "{place} was refused ({reason}).")
    else:
        words = _STORAGE.get(name, "The database {place} failed.")
    return words.format(**{"place": error.place, **vars(error)})


def _settings(error: Any) -> str:
    problems: tuple[str, ...] = error.problems
    if len(problems) == 1:
        return problems[0]
    return "\n".join(("The settings are at fault:", *(f"- {problem}" for problem in problems)))


def _address(error: Any) -> str:
    if error.taken:
        return f"Port {error.port} on {error.host} is in use by another program; choose another one."
    return f"Cannot listen on {error.host}:{error.port}: it is no address of this machine, or the port is reserved."


def _token(_: Any) -> str:
    return "Telegram refuses the token; copy it again from @BotFather into TELEGRAM_BOT_TOKEN."


def _pack(error: Any) -> str:
    faults = "\n".join(diagnostic.text() for diagnostic in error.diagnostics)
    return f"The pack {error.name} has mistakes:\n{faults}"


_SENTENCES: dict[str, Callable[[Any], str]] = {
    # By name, so that saying one sentence does not import half of the program.
    "StorageError": _storage,
    "SettingsError": _settings,
    "AddressTaken": _address,
    "TokenRefused": _token,
    "InvalidToken": _token,
    "PackAtFault": _pack,
}
