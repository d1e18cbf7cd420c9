"""How do our values become columns? Moments, memories and row ids, the same on every database."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Integer, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from lessons.memory import Memory

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

RowId = BigInteger().with_variant(Integer(), "sqlite")
"""A row's own number. SQLite numbers rows by itself only in a column called INTEGER (64 bits there)."""


class Moment(TypeDecorator[datetime]):
    """An aware UTC datetime kept as microseconds since 1970: exact, eight bytes, sorts and indexes as a number.

    (SQLite has no type for moments, and text of 32 characters in every index entry is four times as much to read.)
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """A naive datetime is a mistake of the caller, never a guess of ours."""
        return None if value is None else micros(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Back as an aware UTC datetime."""
        return None if value is None else moment(value)


class MemoryJson(TypeDecorator[Memory]):
    """A memory as a short JSON list; floats come back bit for bit, so that an undo restores exactly."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Memory | None, dialect: Dialect) -> str | None:
        """The fields in their order."""
        if value is None:
            return None
        due, last = micros(value.due), micros(value.last_review)
        return json.dumps([value.stability, value.difficulty, due, last, value.reviews, value.lapses])

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Memory | None:
        """The same memory."""
        if value is None:
            return None
        stability, difficulty, due, last, reviews, lapses = json.loads(value)
        return Memory(stability, difficulty, moment(due), moment(last), reviews, lapses)


def micros(value: datetime) -> int:
    """Microseconds since 1970; raises ValueError for a naive datetime."""
    if value.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return (value - EPOCH) // timedelta(microseconds=1)


def moment(value: int) -> datetime:
    """The aware UTC datetime of so many microseconds since 1970."""
    return EPOCH + timedelta(microseconds=value)
