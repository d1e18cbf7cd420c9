"""Whatever button somebody forges, of every kind there is: nobody else's words are shown, no row of theirs changes."""

import random
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from sqlalchemy import select
from stories import first_question
from test_class import given, joined
from test_rights import PACK

from bot import buttons
from bot.playground.chat import Conversation
from bot.playground.stage import Stage
from content import packfile
from lessons.pack import Pack
from storage.tables import Base

NAME, TYPED, TITLE, CLASS = "Zuleikha Quarterstaff", "my own secret guess 7391", "Vermilion Obelisk", "7B History"
TRIES = 6
"""Presses of each kind, with numbers that exist and words that its buttons really carry."""
NOBODYS = {"seen_updates", "aside_updates", "owed_views", "meta", "leases", "alembic_version"}
OWNER = ("learner_id", "chat_id", "owner_id", "created_by", "granted_by", "used_by")
SOURCES = [path.read_text(encoding="utf-8") for path in Path(buttons.__file__).parent.rglob("*.py")]


def forged(kind: type[buttons.Payload], rows: int, rng: random.Random) -> Iterator[buttons.Payload]:
    """Payloads of that kind: numbers of rows that others have, words that buttons of it are made with."""
    hints = get_type_hints(kind)
    said = {word for text in SOURCES for word in re.findall(rf'\b{kind.__name__}\([^()]*"([a-z_0-9]+)"', text)}
    words = sorted(said | {"", "x"})
    for _ in range(TRIES):
        values = [rng.randint(0, rows) if hints[field.name] is int else rng.choice(words) for field in fields(kind)]
        yield kind(*values)


async def others(stage: Stage, eve: Conversation) -> dict[str, list[Any]]:
    """Every row of every table that is not Eve's."""
    async with stage.database.read() as store:
        found = await store.learners.by_chat(eve.chat.id)
        assert found is not None
        hers = {found.id, eve.chat.id}
        kept: dict[str, list[Any]] = {}
        sittings: set[int] = set()
        for table in Base.metadata.sorted_tables:
            if table.name in NOBODYS:
                continue
            rows = (await store.learners._link.run(select(table))).mappings().all()
            mine = [row for row in rows if _hers(row, hers) or (table.name == "learners" and row["id"] == found.id)]
            sittings |= {row["id"] for row in mine if table.name == "sessions"}
            theirs = [row for row in rows if row not in mine and row.get("session_id") not in sittings]
            kept[table.name] = sorted(repr(dict(row)) for row in theirs)
    return kept


def _hers(row: Any, hers: set[int]) -> bool:
    return any(row.get(name) in hers for name in OWNER)


def said_to(eve: Conversation, after: int) -> str:
    """All that reached Eve since then: words, buttons, file names and files."""
    parts = [repr(toast) for toast in eve.person.toasts]
    for message in eve.since(after):
        parts += [repr(message.raw), repr(message.document)]
    return " ".join(parts)


async def town(stage: Stage) -> str:
    """Ada, in a class, in the middle of a lesson; Grace, with a class, a draft and a pack. The class's code."""
    grace = await given(stage)
    ada = await joined(stage, grace, NAME)
    await ada.send("/learn")
    while "Question" not in ada.last:
        await ada.tap(ada.buttons[0])
    await ada.send(TYPED)
    secret: Pack = replace(PACK, title=TITLE)
    await grace.send_document("obelisk.zip", packfile.write_zip(secret), mime="application/zip")
    await first_question(stage, "Bob")
    async with stage.database.read() as store:
        return str((await store.classes.get(1)).code)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("who", ["a learner", "a teacher"])
async def test_no_forged_button_shows_or_changes_what_is_anothers(stage: Stage, who: str) -> None:
    code = await town(stage)
    eve = await stage.teacher("Eve") if who == "a teacher" else stage.person("Eve")
    await eve.send("/start")
    before, rng = await others(stage, eve), random.Random(7)
    rows = max(map(len, before.values()))
    for kind in buttons.PAYLOADS.values():
        last = eve.last.id
        for payload in forged(kind, min(rows, 9), rng):
            await eve.press(buttons.pack(payload))
            said = said_to(eve, last)
            for secret in (NAME, TYPED, TITLE, CLASS, code):
                assert secret not in said, payload
        now = await others(stage, eve)
        for table, theirs in before.items():
            assert now[table] == theirs, (kind, table)
