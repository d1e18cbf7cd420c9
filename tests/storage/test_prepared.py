"""A prepared statement answers as SQLAlchemy does; one that needs more than values is left to it."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import bindparam, insert, select

from storage.database import Database
from storage.prepared import Preparer
from storage.tables import learners, meta
from tests.storage.makers import NOW, enrolled

ALL = select(learners).where(learners.c.chat_id == bindparam("chat"))


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_the_rows_are_those_of_sqlalchemy(database: Database) -> None:
    async with database.begin() as store:
        ada, _ = await enrolled(store)
        first, second, third = [(await store._link.run(ALL, {"chat": ada.chat_id})).first() for _ in range(3)]
    assert first is not None
    assert second is not None
    assert tuple(first) == tuple(second) == tuple(third)
    assert dict(first._mapping) == dict(second._mapping)
    assert second.joined_at == NOW, "a moment comes back as a moment"


def test_a_statement_is_prepared_when_it_comes_again() -> None:
    preparer = Preparer()
    assert preparer.prepared(ALL, {"chat": 1}) is None
    prepared = preparer.prepared(ALL, {"chat": 1})
    assert prepared is not None
    assert preparer.prepared(ALL, {"chat": 2}) is prepared


def test_a_list_of_values_and_a_column_with_a_default_are_left_to_sqlalchemy() -> None:
    preparer = Preparer()
    several = select(learners.c.id).where(learners.c.id.in_(bindparam("ids", expanding=True)))
    filled = insert(learners)
    for statement, values in ((several, {"ids": [1]}), (filled, {"chat_id": 1, "name": "Ada"})):
        preparer.prepared(statement, values)
        assert preparer.prepared(statement, values) is None


def test_a_missing_value_is_told() -> None:
    preparer = Preparer()
    wanted = select(meta.c.value).where(meta.c.key == bindparam("name"))
    preparer.prepared(wanted, {})
    prepared = preparer.prepared(wanted, {})
    assert prepared is not None
    with closing(sqlite3.connect(":memory:")) as connection, pytest.raises(KeyError, match="name"):
        prepared.run(connection, {})
