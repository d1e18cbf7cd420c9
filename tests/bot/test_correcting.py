"""Answers are scored again once, in batches, whatever is cut off in between."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.actions import correcting
from lessons.grade import Verdict
from lessons.rating import Rating
from lessons.schedule import Schedule
from storage.database import Database
from storage.packs import StoredPack
from tests.storage.makers import NOW, attempt, number, pack

PEOPLE = correcting.LEARNERS_AT_ONCE + 3
LATER = NOW + timedelta(days=3)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database."""
    database = Database(f"sqlite:///{tmp_path / 'lectern.db'}")
    await database.migrate()
    yield database
    await database.close()


async def answered(database: Database) -> StoredPack:
    """Many who have answered the first question: one half with 5, which was right, the other with 6."""
    async with database.begin() as store:
        stored = await store.packs.get((await store.packs.install(pack(), now=NOW)).pack_id)
        for chat in range(1, PEOPLE + 1):
            learner = await store.learners.get_or_create(chat, f"Ada {chat}", "en", NOW)
            await store.enrollments.enroll(learner.id, stored.id, NOW)
            right = chat % 2
            rating = Rating.GOOD if right else Rating.AGAIN
            after = Schedule().review(None, rating, now=NOW, zone=None, rollover_hour=4, seed=1)
            said = attempt(
                learner.id,
                stored.items["a"],
                session_id=chat,
                said="5" if right else "6",
                verdict=Verdict.EXACT if right else Verdict.WRONG,
                fraction=1.0 if right else 0.0,
                rating=rating,
                after=after,
            )
            await store.reviews.record(said)
    return stored


async def owed(database: Database) -> int:
    """How many chats are owed a word on a correction."""
    async with database.read() as store:
        return await store.views.count()


async def test_everybody_is_scored_again_and_told_once(database: Database) -> None:
    stored = await answered(database)
    item = stored.items["a"]
    async with database.begin() as store:
        change = await store.packs.install(pack(number("a", 6), number("b")), now=LATER)
        assert change.corrected == ("a",)
    batches = []
    while True:
        async with database.begin() as store:
            done = await correcting.rescore(store, LATER)
        if not done.learners:
            break
        batches.append(done.learners)
    assert batches == [correcting.LEARNERS_AT_ONCE, 3]
    assert await owed(database) == PEOPLE
    async with database.read() as store:
        for chat in (1, 2):
            learner = await store.learners.by_chat(chat)
            assert learner is not None
            [(_, fraction)] = (await store.corrections.fractions(learner.id, item)).items()
            assert fraction == (0.0 if chat % 2 else 1.0)
            memory = await store.reviews.memory(learner.id, item)
            assert memory is not None
            assert memory.due <= LATER + timedelta(days=1)
            [logged] = await store.reviews.attempts(learner.id)
            assert logged.fraction == (1.0 if chat % 2 else 0.0), "the log itself is as it was"


async def test_what_was_cut_off_is_done_once(database: Database) -> None:
    await answered(database)
    async with database.begin() as store:
        await store.packs.install(pack(number("a", 6), number("b")), now=LATER)

    async def cut_off() -> None:
        async with database.begin() as store:
            await correcting.rescore(store, LATER)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await cut_off()
    assert await owed(database) == 0
    for _ in range(4):
        async with database.begin() as store:
            await correcting.rescore(store, LATER)
    assert await owed(database) == PEOPLE


async def test_whoever_was_forgotten_meanwhile_is_left_alone(database: Database) -> None:
    await answered(database)
    async with database.begin() as store:
        await store.packs.install(pack(number("a", 6), number("b")), now=LATER)
        for chat in range(1, PEOPLE):
            learner = await store.learners.by_chat(chat)
            assert learner is not None
            await store.learners.forget(learner.id)
    async with database.begin() as store:
        assert (await correcting.rescore(store, LATER)).learners == 1
    assert await owed(database) == 1


async def test_a_reworded_question_makes_nobody_wait(database: Database) -> None:
    await answered(database)
    async with database.begin() as store:
        change = await store.packs.install(pack(replace(number("a"), why="So it is."), number("b")), now=LATER)
        assert change.changed == ("a",)
        assert await store.corrections.waiting(9) == []
