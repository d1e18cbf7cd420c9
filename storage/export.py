"""What do we keep about a learner? Found from the tables themselves, so that a new one cannot be overlooked."""

from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Table, select

from lessons.enrollment import Learner
from lessons.memory import Memory
from storage.link import Link
from storage.tables import Base, learners

NAMES = ("learner_id", "chat_id")
"""Columns that name a learner."""


def tables_about(learner: Learner) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """Every table with rows about a learner, and which rows those are; the learner's own row last."""
    keys = {"learner_id": learner.id, "chat_id": learner.chat_id}
    for table in reversed(Base.metadata.sorted_tables):
        named = [name for name in NAMES if name in table.c]
        if named and table is not learners:
            yield table, table.c[named[0]] == keys[named[0]]
    yield learners, learners.c.id == learner.id


async def everything_of(link: Link, learner: Learner) -> dict[str, Any]:
    """The rows as JSON, a list for each table."""
    found: dict[str, Any] = {}
    for table, mine in tables_about(learner):
        order = table.primary_key.columns
        rows = (await link.run(select(table).where(mine).order_by(*order))).mappings()
        found[table.name] = [{name: _json(value) for name, value in row.items()} for row in rows]
    return found


def _json(value: Any) -> Any:
    """Moments and times as ISO text, memories by field."""
    if isinstance(value, Memory):
        return {name: _json(getattr(value, name)) for name in Memory.__slots__}
    return value.isoformat() if isinstance(value, datetime | time) else value
