"""How do a million learners come to be? One learns for some days with the real bot, and is then copied in the database.

So every table holds what the bot writes, and the copies can be taught on: their sittings, answers and memories are
whole. Only the moments differ from copy to copy.
"""

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from bot.clock import MovableClock
from bot.playground import learner
from bot.playground.chat import Conversation
from bot.playground.stage import Stage
from lessons.session import Phase

FIRST_CHAT = 10_000_000
"""The chat of the one who is copied; the others follow."""
DAYS = 12
"""How long ago they began."""
CHUNK = 100_000
"""Learners copied in one transaction."""
LOADED = ("sessions", "memories", "attempts", "enrollments", "lessons_done", "learners")


async def template(folder: Path, answers: int) -> None:
    """A database with one learner in it, who gave about so many answers and has something due today."""
    clock = MovableClock(offset=-timedelta(days=DAYS))
    async with Stage.in_folder(folder, clock) as stage:
        chat = stage.world.person("Ada", number=FIRST_CHAT)
        await chat.send("/start")
        await chat.send("/learn")
        await _to_the_end(stage, chat)
        await chat.send("Lisbon")
        given = 0
        while given < answers and clock.offset < -timedelta(days=2):
            await chat.send("/learn")
            await _to_the_end(stage, chat, answers - await _given(stage))
            clock.move(timedelta(days=1))
            given = await _given(stage)
    with closing(sqlite3.connect(folder / "lectern.db")) as database:
        database.execute("DELETE FROM owed_views")
        database.execute("UPDATE sessions SET is_open = 0")
        database.execute(f"UPDATE learners SET next_at = {_ahead('0')}, weekly_at = {_ahead('1')}")
        database.commit()


def _ahead(number: str) -> str:
    """A reminder some days from now, in SQL."""
    return f"unixepoch() * 1000000 + 86400000000 * (1 + {number} % 9)"


async def _to_the_end(stage: Stage, chat: Conversation, most: int = 1_000) -> None:
    while most > 0 and (session := await learner.sitting(stage, chat)) and session.phase is not Phase.SUMMARY:
        found = await learner.question(stage, chat)
        if found is None:
            await chat.tap(chat.buttons[0])
        else:
            await chat.send(learner.in_words(*found))
            most -= 1


async def _given(stage: Stage) -> int:
    async with stage.database.read() as store:
        somebody = await store.learners.by_chat(FIRST_CHAT)
        assert somebody is not None
        return len(await store.reviews.attempts(somebody.id))


def multiply(file: Path, learners: int) -> None:
    """Copy the one learner until there are so many; the fast way, for nobody else has the file."""
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000", "temp_store = MEMORY"):
            database.execute(f"PRAGMA {setting}")
        names = ", ".join(f"'{name}'" for name in LOADED)
        indexes = database.execute(
            f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({names})"
        ).fetchall()
        for name, _ in indexes:
            database.execute(f"DROP INDEX {name}")
        [sittings] = database.execute("SELECT max(id) FROM sessions").fetchone()
        for first in range(1, learners, CHUNK):
            database.execute("BEGIN")
            for table in LOADED:
                _copy(database, table, first, min(first + CHUNK, learners), sittings)
            database.execute("COMMIT")
        for _, sql in indexes:
            database.execute(sql)
        database.execute("PRAGMA journal_mode = WAL")


def _copy(database: sqlite3.Connection, table: str, first: int, end: int, sittings: int) -> None:
    """Learner 1's rows of that table, once for each number from `first` up to `end`."""
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    if table == "attempts":
        columns.remove("id")
    earlier = "- (n.k % 86400) * 1000000"
    ours = {
        "learner_id": "t.learner_id + n.k",
        "session_id": f"t.session_id + n.k * {sittings}",
        "at": f"t.at {earlier}",
    }
    if table == "sessions":
        ours["id"] = f"t.id + n.k * {sittings}"
    if table == "learners":
        ours |= {"id": "t.id + n.k", "chat_id": "t.chat_id + n.k", "next_at": _ahead("n.k"), "weekly_at": _ahead("n.k")}
    mine = "t.id = 1" if table == "learners" else "t.learner_id = 1"
    picked = ", ".join(ours.get(column, f't."{column}"') for column in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    database.execute(
        f"WITH RECURSIVE n(k) AS (SELECT {first} UNION ALL SELECT k + 1 FROM n WHERE k + 1 < {end})"
        f" INSERT INTO {table} ({names}) SELECT {picked} FROM n CROSS JOIN {table} t WHERE {mine}"
        f" ORDER BY n.k"
    )


def arm(file: Path, learners: int, moment_micros: int) -> None:
    """So many learners' reminders are due at that moment."""
    with closing(sqlite3.connect(file)) as database:
        database.execute(
            "UPDATE learners SET next_at = ? - id WHERE id BETWEEN 2 AND ?",
            (moment_micros, learners + 1),
        )
        database.commit()


def make(folder: Path, learners: int, answers: int) -> None:
    """A database of so many learners with about so many answers each."""
    asyncio.run(template(folder, answers))
    multiply(folder / "lectern.db", learners)


def counted(file: Path) -> dict[str, int]:
    """How many rows there are."""
    with closing(sqlite3.connect(file)) as database:
        return {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in LOADED}
