"""No question asked on the way of an update, or by the clock's tick, walks through a table that grows."""

from sqlalchemy import PrimaryKeyConstraint, ScalarSelect, UniqueConstraint

from storage import (
    assignments,
    certificates,
    classes,
    corrections,
    drafts,
    enrollments,
    learners,
    meta,
    packs,
    progress,
    reports,
    reviews,
    roles,
    sessions,
    statistics,
    summaries,
    updates,
    uploads,
    views,
    weekly,
)
from storage.database import Database
from storage.link import SqliteLink
from storage.tables import Base

STATEMENTS = {
    f"{module.__name__}.{name}": statement
    for module in (
        *(assignments, classes, corrections, drafts, enrollments, learners, meta, packs, reports, reviews, roles),
        *(sessions, statistics, updates, uploads, views, weekly),
        *(certificates, progress, summaries),
    )
    for name, statement in vars(module).items()
    if name.isupper()
    and name.startswith("_")
    and getattr(statement, "whereclause", None) is not None
    and not isinstance(statement, ScalarSelect)  # a part of others
}
FEW = {"owed_views"}
"""Tables that hold only what is under way."""
WAITING = ("USING INDEX ix_uploads_waiting", "USING INDEX ix_packs_public")
"""Indexes that do, or hold what is to be listed."""


async def test_every_statement_of_the_hot_path_uses_an_index(database: Database) -> None:
    assert len(STATEMENTS) > 20
    async with database.read() as store:
        link = store._link
        if not isinstance(link, SqliteLink):
            return
        connection = link._connection
        for name, statement in STATEMENTS.items():
            compiled = statement.compile(dialect=connection.dialect)
            given = {key: [1, 2] if bind.expanding else 1 for key, bind in compiled.binds.items()}
            found = compiled.construct_expanded_state(given)
            values = tuple(found.parameters[key] for key in found.positiontup or ())
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {found.statement}", values).fetchall()
            walked = [row[3] for row in plan if row[3].startswith("SCAN") and row[3].split()[1] not in FEW]
            walked = [step for step in walked if not step.endswith(WAITING)]
            assert not walked, (name, str(compiled), plan)


def test_whatever_is_deleted_finds_what_hangs_on_it_by_an_index() -> None:
    """Otherwise a database looks through every table that refers to one, once for each row that goes."""
    few = {"invitations", "roles"}
    for table in Base.metadata.sorted_tables:
        kept = [index.columns for index in table.indexes]
        kept += [key.columns for key in table.constraints if isinstance(key, PrimaryKeyConstraint | UniqueConstraint)]
        first = {next(iter(columns)).name for columns in kept if len(columns)}
        for key in table.foreign_keys:
            assert key.parent.name in first or table.name in few, (table.name, key.parent.name)
