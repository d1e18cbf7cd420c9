"""What can go wrong with the database? Exceptions that carry data; the sentence is found where people are spoken to.

StorageError(place)
├── DatabaseBusy         another program holds it; worth another try
├── DatabaseReadOnly     it can be read but not written
├── DatabaseFull         no room left on its disk
├── DatabaseDamaged      not a database, or a broken one
├── DatabaseUnreachable(reason)   not there, no permission, no server, or an address that means nothing
├── SchemaTooNew(found, known)    written by a newer program
├── BackupRefused(reason)         a backup that cannot be made or trusted
└── MoveRefused(reason)           a database that cannot be moved, or not there
"""


class StorageError(Exception):
    """Anything that the database refuses. `place` is its address without the password."""

    def __init__(self, place: str, *data: str) -> None:
        super().__init__(place, *data)
        self.place = place


class DatabaseBusy(StorageError):
    """Another program holds the database; nothing was changed."""


class DatabaseReadOnly(StorageError):
    """The database, or its folder, cannot be written; nothing was changed."""


class DatabaseFull(StorageError):
    """The disk is full; nothing was changed."""


class DatabaseDamaged(StorageError):
    """The file is no database, or a broken one."""


class DatabaseUnreachable(StorageError):
    """No database there. `reason` is a code ("scheme", "memory", "address", "connect") or the server's own word."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(place, reason)
        self.reason = reason


class SchemaTooNew(StorageError):
    """The database is of revision `found`, which this program, at `known`, does not know."""

    def __init__(self, place: str, found: str, known: str) -> None:
        super().__init__(place, found, known)
        self.found = found
        self.known = known


class BackupRefused(StorageError):
    """`reason` is a code: "not_sqlite", "missing", "exists", "damaged", "not_ours", "in_use"."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(place, reason)
        self.reason = reason


class MoveRefused(StorageError):
    """`reason`: "same", "missing", "not_ours", "old_schema", "in_use", "not_empty", "miscounted"."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(place, reason)
        self.reason = reason
