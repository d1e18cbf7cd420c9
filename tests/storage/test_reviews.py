import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from lessons.errors import NothingToUndo, StaleSession
from lessons.grade import Verdict
from lessons.rating import Rating
from storage.database import Database
from tests.storage.makers import DAY, NOW, attempt, enrolled, memory, number, pack


async def test_an_answer_is_logged_and_remembered(database: Database) -> None:
    given = attempt(
        1, 1, said="11,3 \N{EURO SIGN}", verdict=Verdict.SIZE_SLIP, fraction=0.25, rating=Rating.HARD, hinted=True,
        elapsed_secs=3.5, response_key="c1", before=memory(NOW), after=memory(reviews=2, lapses=1),
    )  # fmt: skip
    async with database.begin() as store:
        ada, _ = await enrolled(store)
        recorded = await store.reviews.record(replace(given, learner_id=ada.id))
    async with database.read() as store:
        assert recorded.id is not None
        assert replace(recorded, id=None) == replace(given, learner_id=ada.id)
        assert await store.reviews.last_attempt(ada.id) == recorded
        assert await store.reviews.memory(ada.id, 1) == given.after


async def test_an_answer_counts_once(database: Database) -> None:
    async with database.begin() as store:
        ada, _ = await enrolled(store)
        first = await store.reviews.record(attempt(ada.id, 1))
    with pytest.raises(StaleSession):
        async with database.begin() as store:
            await store.reviews.record(attempt(ada.id, 1, after=memory(reviews=9)))
    async with database.begin() as store:
        assert await store.reviews.memory(ada.id, 1) == first.after
        assert first.id
        await store.reviews.undo(first.id, NOW)
        await store.reviews.record(attempt(ada.id, 1))


async def test_of_two_answers_at_once_one_counts(database: Database) -> None:
    async with database.begin() as store:
        ada, _ = await enrolled(store)

    async def give(reviews: int) -> bool:
        try:
            async with database.begin() as store:
                await store.reviews.record(attempt(ada.id, 1, after=memory(reviews=reviews)))
        except StaleSession:
            return False
        return True

    assert sum(await asyncio.gather(*(give(reviews) for reviews in range(1, 9)))) == 1
    async with database.read() as store:
        [one] = await store.reviews.attempts(ada.id)
        assert await store.reviews.memory(ada.id, 1) == one.after


async def test_undo_restores_the_memory_exactly(database: Database) -> None:
    async with database.begin() as store:
        ada, _ = await enrolled(store)
        first = await store.reviews.record(attempt(ada.id, 1, after=memory(stability=0.1 + 0.2)))
        second = await store.reviews.record(attempt(ada.id, 1, step=1, before=first.after, after=memory(reviews=2)))
        assert first.id
        assert second.id
        with pytest.raises(NothingToUndo):
            await store.reviews.undo(first.id, NOW)
    async with database.begin() as store:
        undone = await store.reviews.undo(second.id, NOW + DAY)
        assert undone == replace(second, undone_at=NOW + DAY)
        assert await store.reviews.memory(ada.id, 1) == first.after
        assert await store.reviews.last_attempt(ada.id) == first
        assert await store.reviews.last_attempt(ada.id, 99) is None
        await store.reviews.undo(first.id, NOW)
        assert await store.reviews.memory(ada.id, 1) is None
        assert await store.reviews.last_attempt(ada.id) is None
        assert [one.id for one in await store.reviews.attempts(ada.id, undone=True)] == [first.id, second.id]
        assert await store.reviews.attempts(ada.id) == []


async def test_what_cannot_be_undone_changes_nothing(database: Database) -> None:
    async with database.begin() as store:
        ada, _ = await enrolled(store)
        first = await store.reviews.record(attempt(ada.id, 1))
        await store.reviews.record(attempt(ada.id, 1, step=1, before=first.after, after=memory(reviews=2)))
    assert first.id
    with pytest.raises(NothingToUndo):
        async with database.begin() as store:
            await store.reviews.undo(first.id, NOW)
    async with database.read() as store:
        assert len(await store.reviews.attempts(ada.id)) == 2
        with pytest.raises(NothingToUndo):
            async with database.begin() as writing:
                await writing.reviews.undo(999, NOW)


async def test_due_items_come_the_longest_due_first(database: Database) -> None:
    async with database.begin() as store:
        ada, stored = await enrolled(store)
        bob, _ = await enrolled(store, 6)
        for name, days in (("a", 2), ("b", 1), ("c", 5)):
            await store.reviews.remember(ada.id, stored.items[name], memory(NOW + days * DAY))
        await store.reviews.remember(bob.id, stored.items["a"], memory(NOW))
    async with database.read() as store:
        a, b, c = stored.items.values()
        assert await store.reviews.due(ada.id, NOW + 2 * DAY, 9) == [(b, NOW + DAY), (a, NOW + 2 * DAY)]
        assert await store.reviews.due(ada.id, NOW + 9 * DAY, 1) == [(b, NOW + DAY)]
        assert await store.reviews.count_due(ada.id, NOW + 2 * DAY) == 2
        assert await store.reviews.first_due(ada.id) == NOW + DAY
        assert sorted(await store.reviews.dues(ada.id)) == [NOW + DAY, NOW + 2 * DAY, NOW + 5 * DAY]
        assert set(await store.reviews.memories(ada.id)) == {a, b, c}
        assert await store.reviews.memories(ada.id, stored.id + 1) == {}


async def test_unseen_items_come_pack_by_pack_in_the_order_of_teaching(database: Database) -> None:
    async with database.begin() as store:
        ada, one = await enrolled(store)
        two = await store.packs.get(
            (await store.packs.install(pack(number("x"), number("y"), key="two"), now=NOW)).pack_id
        )
        await store.reviews.record(attempt(ada.id, one.items["b"]))
        x, y = two.items.values()
        assert await store.reviews.unseen(ada.id, [two.id, one.id], 3) == [x, y, one.items["a"]]
        assert await store.reviews.unseen(ada.id, [one.id], 9) == [one.items["a"], one.items["c"]]
        assert await store.reviews.unseen(ada.id, [], 9) == []


async def test_todays_new_items_are_counted_without_those_taken_back(database: Database) -> None:
    async with database.begin() as store:
        ada, _ = await enrolled(store)
        await store.reviews.record(attempt(ada.id, 1, step=0, at=NOW - DAY))
        await store.reviews.record(attempt(ada.id, 2, step=1))
        await store.reviews.record(attempt(ada.id, 1, step=2, before=memory()))
        third = await store.reviews.record(attempt(ada.id, 3, step=3))
        assert third.id
        await store.reviews.undo(third.id, NOW)
        assert await store.reviews.seen_today_new(ada.id, NOW - timedelta(hours=1)) == 1
        assert await store.reviews.answered_since(ada.id, NOW - timedelta(hours=1)) == 2
        assert len(await store.reviews.attempts(ada.id, NOW)) == 2
        assert len(await store.reviews.attempts(ada.id, item_id=1)) == 2
