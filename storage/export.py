"""What do we keep about a learner? Found from the tables themselves, so that a new one cannot be overlooked."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any

from sqlalchemy import ColumnElement, Table, bindparam, select

from lessons.enrollment import Learner
from lessons.memory import Memory
from storage.link import Link
from storage.pack_json import item_of
from storage.tables import Base, classes, items, learners, packs

NAMES = ("learner_id", "chat_id")
"""Columns that name a learner."""
JSON = {"sessions.state", "owed_views.args", "aside_updates.body", "uploads.outcome", "packs.body"}
JSON |= {"drafts.documents", "drafts.report", "drafts.state", "drafts.body"}
JSON |= {"learners.memory_parameters", "learners.memory_fit"}
"""Columns whose text is JSON of ours."""


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
        found[table.name] = [_row(table, row) for row in rows]
    owned = await link.run(select(packs).where(packs.c.owner_id == learner.id).order_by(packs.c.id))
    found["packs"] = [_row(packs, row) for row in owned.mappings()]
    here = {row["class_id"] for name in ("class_teachers", "class_members") for row in found[name]}
    named = await link.run(select(classes).where(classes.c.id.in_(sorted(here))).order_by(classes.c.id))
    found["classes"] = [_row(classes, row) for row in named.mappings()]
    asked = {row["item_id"] for name in ("attempts", "memories", "reports") for row in found[name]}
    found["items"] = await _questions(link, sorted(asked))
    return found


async def _questions(link: Link, item_ids: list[int]) -> list[dict[str, Any]]:
    """What the item numbers stand for; without it nobody could read the rest."""
    rows = await link.run(_QUESTIONS, {"rows": item_ids})
    return [{"id": row.id, "pack": row.pack, "item": row.item, "question": item_of(row.body).prompt} for row in rows]


def _row(table: Table, row: Mapping[Any, Any]) -> dict[str, Any]:
    is_json = {name for name in row if f"{table.name}.{name}" in JSON and row[name] is not None}
    return {name: json.loads(value) if name in is_json else _json(value) for name, value in row.items()}


def _json(value: Any) -> Any:
    """Moments and times as ISO text, memories by field."""
    if isinstance(value, Memory):
        return {name: _json(getattr(value, name)) for name in Memory.__slots__}
    return value.isoformat() if isinstance(value, date | time) else value


_QUESTIONS = (
    select(items.c.id, packs.c.key.label("pack"), items.c.key.label("item"), items.c.body)
    .join(packs, packs.c.id == items.c.pack_id)
    .where(items.c.id.in_(bindparam("rows", expanding=True)))
    .order_by(items.c.id)
)
