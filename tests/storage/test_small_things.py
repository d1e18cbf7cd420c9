"""Enrollments, reports, updates, meta."""

import asyncio

from storage.database import Database
from tests.storage.makers import DAY, NOW, enrolled, pack


async def test_the_pack_chosen_last_is_the_current_one(database: Database) -> None:
    async with database.begin() as store:
        ada, one = await enrolled(store)
        two = (await store.packs.install(pack(key="two"), now=NOW)).pack_id
        assert await store.enrollments.current(ada.id + 1) is None
        assert await store.enrollments.enroll(ada.id, two, NOW + DAY)
        assert await store.enrollments.of(ada.id) == [two, one.id]
        assert not await store.enrollments.enroll(ada.id, one.id, NOW + 2 * DAY)
        assert await store.enrollments.current(ada.id) == one.id
        assert await store.enrollments.count(two) == 1
        await store.enrollments.leave(ada.id, one.id)
        assert await store.enrollments.of(ada.id) == [two]


async def test_a_lesson_is_done_once(database: Database) -> None:
    async with database.begin() as store:
        ada, one = await enrolled(store)
        assert await store.enrollments.lesson_done(ada.id, one.id, "first", NOW)
        assert not await store.enrollments.lesson_done(ada.id, one.id, "first", NOW)
        assert await store.enrollments.done(ada.id) == {(one.id, "first")}


async def test_a_learner_reports_an_item_once(database: Database) -> None:
    async with database.begin() as store:
        ada, one = await enrolled(store)
        bob, _ = await enrolled(store, 6)
        item = one.items["a"]
        assert await store.reports.add(ada.id, item, "wrong", NOW)
        assert not await store.reports.add(ada.id, item, "still wrong", NOW)
        assert await store.reports.add(bob.id, item, "odd", NOW + DAY)
        assert await store.reports.count(item) == 2
        assert [report.reason for report in await store.reports.of_pack(one.id)] == ["odd", "wrong"]


async def test_an_update_is_seen_once_until_it_is_pruned(database: Database) -> None:
    async with database.begin() as store:
        assert not await store.updates.seen(2**33, NOW)
        assert await store.updates.seen(2**33, NOW + DAY)
        assert not await store.updates.seen(3, NOW + DAY)
        assert await store.updates.last() == 3
        assert await store.updates.prune(NOW + DAY) == 1
        assert not await store.updates.seen(2**33, NOW)


async def test_an_update_of_a_failed_transaction_was_not_seen(database: Database) -> None:
    try:
        async with database.begin() as store:
            assert not await store.updates.seen(1, NOW)
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    async with database.begin() as store:
        assert not await store.updates.seen(1, NOW)


async def test_an_update_that_cannot_be_worked_off_is_kept(database: Database) -> None:
    async with database.begin() as store:
        for _ in range(2):
            await store.updates.set_aside(1, "{}", "KeyError", NOW, chat_id=5)
        assert await store.updates.count_aside() == 1
        [aside] = await store.updates.aside()
        assert (aside.update_id, aside.chat_id, aside.body, aside.error) == (1, 5, "{}", "KeyError")
        await store.updates.prune(NOW + DAY)
        assert await store.updates.count_aside() == 0


async def test_named_values_are_kept(database: Database) -> None:
    async with database.begin() as store:
        assert await store.meta.get("secret") is None
        await store.meta.set("secret", "a")
        await store.meta.set("secret", "b")
        assert await store.meta.setdefault("secret", "c") == "b"
        await store.meta.set("secret", None)
        assert await store.meta.setdefault("secret", "c") == "c"


async def test_a_lease_has_one_holder_until_it_runs_out(database: Database) -> None:
    async def take(holder: str, day: int) -> bool:
        async with database.begin() as store:
            return await store.meta.hold("tick", holder, NOW + day * DAY, NOW + (day + 2) * DAY)

    assert sum(await asyncio.gather(*(take(f"r{one}", 0) for one in range(5)))) == 1
    async with database.begin() as store:
        await store.meta.hold("other", "x", NOW, NOW + DAY)
    held = [await take(f"r{one}", 1) for one in range(5)]
    assert sum(held) == 1
    me = f"r{held.index(True)}"
    assert not await take("late", 2)
    assert await take("late", 3)
    async with database.begin() as store:
        await store.meta.let_go("tick", me)
        assert not await store.meta.hold("tick", me, NOW + 3 * DAY, NOW + 4 * DAY)
        await store.meta.let_go("tick", "late")
        assert await store.meta.hold("tick", me, NOW + 3 * DAY, NOW + 4 * DAY)
