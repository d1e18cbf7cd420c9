"""What does a database look like in which every table holds something? Rows made by the columns' kinds."""

from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import Boolean, Column, Date, Float, Integer, LargeBinary, Numeric, Table, Time, insert

from lessons.memory import Memory
from storage.columns import MemoryJson, Moment
from storage.database import Database
from storage.tables import Base

ROWS = 4
WORDS = 'пять \U0001f680 "a", \\ \n\t é\u0301 {"x": [1, null]}'
"""Quotation marks, a line end, a letter with its accent apart, and JSON: what a careless copy changes."""
SUMMER = datetime(2026, 3, 29, 0, 59, 59, 999_999, tzinfo=UTC)
"""The last microsecond before the clocks of Lisbon change."""


async def fill(database: Database) -> None:
    """So many rows in each table, the first with nothing where nothing may be, the last with everything."""
    async with database.begin() as store:
        for table in Base.metadata.sorted_tables:
            await store._link.run(insert(table), [row_of(table, number) for number in range(1, ROWS + 1)])


def row_of(table: Table, number: int, parent: int | None = None) -> dict[str, object]:
    """A row like no other; it belongs to the rows of that number, or to the parent's."""
    return {
        column.name: _value(table, column, parent if parent and column.foreign_keys else number)
        for column in table.columns
    }


def _value(table: Table, column: Column[Any], number: int) -> object:
    if column.foreign_keys:
        own = [key.column.table for key in column.foreign_keys] == [table]
        return None if own or (column.nullable and number == 1) else number
    if column.nullable and number == 1:
        return None
    return _of_kind(column, number)


def _of_kind(column: Column[Any], number: int) -> object:
    kind = column.type
    if isinstance(kind, Moment):
        return SUMMER.replace(microsecond=999_999 - number)
    if isinstance(kind, MemoryJson):
        return Memory(0.1 + number, 1 / 3, SUMMER, SUMMER, number, number)
    if isinstance(kind, Boolean):
        return number % 2 == 0
    if isinstance(kind, Integer):
        return number if column.primary_key else 2**31 - 1 - number
    if isinstance(kind, Float | Numeric):
        return number / 3
    if isinstance(kind, LargeBinary):
        return bytes(range(256)) * number
    if isinstance(kind, Date):
        return SUMMER.date()
    if isinstance(kind, Time):
        return time(9, number)
    if column.name in ("parameters",):
        return "[0.1, 2.5]"
    return f"{number} {WORDS}"
