"""Nothing that the bot asks its database, in whatever journey, walks through a table that grows.

The statements are those that SQLite is really given, the driver's own included, while people learn, teach and upload
and the clock rings; each is then explained on an empty database, as at a young installation.
"""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import test_class
import test_pages
import test_reminders
import test_teacher
import test_upload
from sqlalchemy import event
from sqlalchemy.pool import Pool
from stories import finish, first_lesson, until_reminded

from bot.playground.stage import Stage

LITERAL = re.compile(r"'(?:[^']|'')*'|\b\d+(?:\.\d+)?\b")
ASKED = re.compile(r"\s*(SELECT|UPDATE|DELETE|INSERT|WITH)\b", re.IGNORECASE)
FEW = {"owed_views", "meta", "leases", "roles", "invitations", "rescoring", "alembic_version"}
"""Tables that hold what is under way, or some dozens of rows."""
SHORT = ("ix_uploads_waiting", "ix_packs_public")
"""Indexes of what is under way, or of what is to be listed: to walk through one is no walk through its table."""


@pytest.fixture
def said() -> Iterator[dict[str, str]]:
    """Every statement, with its values, by its form."""
    found: dict[str, str] = {}

    def listening(connection: object, _record: object) -> None:
        raw = getattr(connection, "driver_connection", connection)
        if isinstance(raw, sqlite3.Connection):
            raw.set_trace_callback(lambda words: found.setdefault(LITERAL.sub("?", words), words))

    event.listen(Pool, "connect", listening)
    yield found
    event.remove(Pool, "connect", listening)


def walks(file: Path, said: dict[str, str]) -> dict[str, list[str]]:
    """The statements that walk through a table, and through which."""
    connection = sqlite3.connect(file)
    found = {}
    for form, words in said.items():
        if not ASKED.match(words) or "sqlite_" in words:
            continue
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {words}")]
        walked = [step for step in plan if step.startswith("SCAN ") and not _is_short(step)]
        if walked:
            found[form] = walked
    connection.close()
    return found


def _is_short(step: str) -> bool:
    what = step.split()[1]
    return what in FEW or what in ("CONSTANT", "json_each") or what.startswith("(") or step.endswith(SHORT)


async def _days(stage: Stage) -> None:
    ada = await first_lesson(stage)
    for command in ("/quiz", "/progress", "/packs", "/settings", "/mydata", "/help", "/classes", "/undo", "/review"):
        await ada.send(command)
    await until_reminded(stage)
    await finish(stage, ada)
    await ada.send("/forget")


@pytest.mark.parametrize(
    "story",
    [
        _days,
        test_class.test_two_weeks_of_a_class,
        test_pages.test_every_command_of_the_menu_is_answered,
        test_reminders.test_three_ignored_reminders_and_they_come_less_often,
        test_upload.test_documents_sent_in_one_go_make_one_pack,
        test_teacher.test_from_the_owners_link_to_a_learner_at_the_pack,
    ],
    ids=lambda story: story.__name__,
)
async def test_no_statement_walks_through_a_table_that_grows(
    said: dict[str, str], stage: Stage, first_file: Path, story: object
) -> None:
    assert callable(story)
    await story(stage)
    assert len(said) > 30
    assert walks(first_file, said) == {}
