"""What do all tables share? Their names for constraints, and the columns that are alike everywhere."""

from typing import Any, ClassVar

from sqlalchemy import BigInteger, Index, MetaData, Table, Text, text
from sqlmodel import Field, SQLModel

from storage.columns import Moment, RowId

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
NEVER_REUSED: dict[str, Any] = {"sqlite_autoincrement": True}
"""For ids that stand in buttons or are held by a sender: SQLite would give a deleted row's number away again."""
WHERE = "where"
"""What an index knows its rows by."""


class Base(SQLModel):
    """What all tables share: names for constraints, so that migrations can speak of them on every database."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)


def ref(parent: str, *, primary: bool = False, nullable: bool = False, on_delete: str = "CASCADE") -> Any:
    """A column that names a row of the table `parent`."""
    return Field(
        default=None,
        primary_key=primary,
        nullable=nullable,
        sa_type=BigInteger,  # type: ignore[call-overload]
        foreign_key=f"{parent}.id",
        ondelete=on_delete,
    )


def moment(*, nullable: bool = False) -> Any:
    """A column that holds a moment."""
    return Field(default=None, nullable=nullable, sa_type=Moment)


def words(default: str | None = None, *, nullable: bool = False) -> Any:
    """A column that holds text of any length."""
    return Field(default=default, nullable=nullable, sa_type=Text)


def given_id() -> Any:
    """A row's number that comes from elsewhere."""
    return Field(primary_key=True, sa_type=RowId, sa_column_kwargs={"autoincrement": False})


def row_id() -> Any:
    """The row's own number, given by the database."""
    return Field(default=None, primary_key=True, sa_type=RowId)


def partial(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index on some of the rows. SQLAlchemy imports the dialect for which something is said here: what concerns
    PostgreSQL is said by `for_postgresql`, and a bot on SQLite is spared 2 MB.
    """
    return Index(name, *columns, unique=unique, sqlite_where=text(where), info={WHERE: where})


def for_postgresql() -> None:
    """The same rows in the same indexes there."""
    for table in Base.metadata.tables.values():
        for index in table.indexes:
            if WHERE in index.info:
                index.dialect_options["postgresql"]["where"] = text(index.info[WHERE])


def table_of(model: type[Base]) -> Table:
    """The Core table of a model: statements on it cost a fraction of what the ORM's do."""
    return Base.metadata.tables[str(model.__tablename__)]
