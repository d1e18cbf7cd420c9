import asyncio
import json
from dataclasses import fields, replace
from datetime import time, timedelta

import pytest
from sqlalchemy import func, insert, select

from lessons.classroom import Accommodation
from lessons.drafting import Draft
from lessons.enrollment import Learner, Preferences, Reminding
from lessons.errors import LearnerNotFound
from lessons.round import Given, Player
from lessons.session import SessionKind, Step
from storage.certificates import Certificate
from storage.database import Database
from storage.export import NAMES
from storage.sitting_polls import SittingPoll
from storage.store import Store
from storage.tables import Base, learners, packs, rescoring
from tests.storage.makers import DAY, NOW, a_round, attempt, enrolled, memory, number, pack


async def test_a_newcomer_is_made_once(database: Database) -> None:
    async with database.begin() as store:
        ada = await store.learners.get_or_create(5, "Ada", "de", NOW)
    async with database.begin() as store:
        again = await store.learners.get_or_create(5, "Other", "fr", NOW + DAY)
    assert ada == again
    assert (ada.name, ada.preferences.language, ada.joined_at) == ("Ada", "de", NOW)


async def test_two_first_messages_at_once_make_one_learner(database: Database) -> None:
    async def arrive() -> Learner:
        async with database.begin() as store:
            return await store.learners.get_or_create(5, "Ada", "en", NOW)

    assert len(set(await asyncio.gather(*(arrive() for _ in range(8))))) == 1


async def test_everything_of_a_learner_comes_back(database: Database) -> None:
    async with database.begin() as store:
        ada = await store.learners.get_or_create(-(2**40), "Ada", "en", NOW)
        wishes = Preferences(
            "uk",
            "Europe/Kyiv",
            3,
            None,
            time(21, 30),
            time(6, 15),
            new_per_day=0,
            reviews_per_day=99,
            paused_until=NOW,
            exam_on=NOW.date(),
            holiday_from=NOW.date(),
            holiday_to=NOW.date(),
            minutes_per_day=12,
            pictures="dark",
            weekly=False,
        )
        changed = replace(
            ada,
            name="Ada \N{PARTY POPPER} <b>",
            preferences=wishes,
            reminding=Reminding(NOW + DAY, NOW, 3),
            last_active_at=NOW,
            blocked_at=NOW,
            expecting="zone",
        )
        unchanged = [one.name for one in fields(Learner) if getattr(ada, one.name) == getattr(changed, one.name)]
        assert set(unchanged) == {"id", "chat_id", "joined_at", "parameters", "weekly_at", "weekly_week"}
        await store.learners.save(changed)
    async with database.read() as store:
        assert await store.learners.get(ada.id) == changed
        assert await store.learners.by_chat(ada.chat_id) == changed


async def test_doing_something_ends_ignoring_and_blocking(database: Database) -> None:
    async with database.begin() as store:
        ada = await store.learners.get_or_create(5, "Ada", "en", NOW)
        await store.learners.save(replace(ada, reminding=Reminding(ignored=2)))
        await store.learners.mark_blocked(ada.id, NOW)
        await store.learners.touch(ada.id, NOW + DAY)
        ada = await store.learners.get(ada.id)
    assert (ada.reminding.ignored, ada.blocked_at, ada.last_active_at) == (0, None, NOW + DAY)


async def test_reminders_are_claimed_when_due_the_earliest_first(database: Database) -> None:
    async with database.begin() as store:
        for chat, hours in enumerate((3, 1, 2, 5)):
            learner = await store.learners.get_or_create(chat, "A", "en", NOW)
            await store.learners.set_next(learner.id, NOW + timedelta(hours=hours))
            if chat == 2:
                await store.learners.mark_blocked(learner.id, NOW)
    async with database.begin() as store:
        first = await store.learners.claim_reminders(NOW + timedelta(hours=4), 1)
        rest = await store.learners.claim_reminders(NOW + timedelta(hours=4), 10)
        none = await store.learners.claim_reminders(NOW + timedelta(hours=4), 10)
    assert [[learner.chat_id for learner in some] for some in (first, rest, none)] == [[1], [0], []]
    assert first[0].reminding == Reminding(None, NOW + timedelta(hours=4), 1)


async def test_of_many_who_claim_each_learner_goes_to_one(database: Database) -> None:
    async with database.begin() as store:
        for chat in range(60):
            learner = await store.learners.get_or_create(chat, "A", "en", NOW)
            await store.learners.set_next(learner.id, NOW)

    async def claim() -> list[int]:
        async with database.begin() as store:
            got = await store.learners.claim_reminders(NOW, 10)
            await asyncio.sleep(0.01)
            return [learner.chat_id for learner in got]

    claimed = [chat for got in await asyncio.gather(*(claim() for _ in range(6))) for chat in got]
    assert sorted(claimed) == list(range(60))


async def test_a_claim_that_fails_is_claimable_again(database: Database) -> None:
    async with database.begin() as store:
        learner = await store.learners.get_or_create(5, "A", "en", NOW)
        await store.learners.set_next(learner.id, NOW)
    with pytest.raises(ZeroDivisionError):  # noqa: PT012 - it has to be raised inside the block
        async with database.begin() as store:
            assert await store.learners.claim_reminders(NOW, 10)
            raise ZeroDivisionError
    async with database.begin() as store:
        assert len(await store.learners.claim_reminders(NOW, 10)) == 1


async def live(store: Store, chat_id: int) -> int:
    """A learner with a row in every table that can hold one."""
    ada, stored = await enrolled(store, chat_id)
    item = stored.items["a"]
    await store.enrollments.lesson_done(ada.id, stored.id, "first", NOW)
    session = await store.sessions.create(ada.id, SessionKind.LESSON, [Step("question", item)], NOW)
    said = await store.reviews.record(attempt(ada.id, item, session.id, said="eleven", before=memory()))
    await store.corrections.record([said], NOW)
    await store.reports.add(ada.id, item, "odd", NOW)
    await store.views.owe(chat_id, "sitting", {"session": session.id})
    await store.updates.set_aside(chat_id, '{"text": "secret"}', "ValueError", NOW, chat_id=chat_id)
    await store.roles.appoint(ada.id, "teacher", NOW, by=ada.id)
    token = await store.roles.invite("teacher", NOW, by=ada.id, ttl=DAY)
    await store.roles.redeem(token, ada.id, NOW)
    waiting = {"learner_id": ada.id, "item_id": item, "was": "4", "at": NOW}
    await store._link.run(insert(rescoring).values(waiting))
    led = await store.classes.create("7B", f"CODE{chat_id}", ada.id, None, NOW)
    await store.classes.join(led.id, ada.id, NOW, named=False)
    await store.packs.add_author(stored.id, ada.id, NOW)
    given = await store.assignments.add(led.id, stored.id, None, NOW)
    await store.assignments.accommodate(given.id, ada.id, Accommodation(DAY, 1))
    await store.certificates.give(Certificate(f"CODE{chat_id}", ada.id, stored.id, "Ada", "Lights", 3, 3, None, NOW))
    await store.uploads.add(ada, file_id="f", name="a.txt", message_id=1, now=NOW)
    played = await store.rounds.create(a_round(stored.id), NOW)
    await store.rounds.add_player(played.id, Player(chat_id, "Blue Heron 7"), NOW)
    await store.rounds.add_answer(played.id, Given(0, chat_id, 1, right=True), NOW)
    await store.sitting_polls.add(SittingPoll(f"p{chat_id}", chat_id, session.id, 0, 1), NOW)
    return ada.id


async def rows_about(database: Database, learner_id: int, chat_id: int) -> dict[str, int]:
    """How many rows name the learner, in every table with any column that could."""
    others = dict.fromkeys(("owner_id", "created_by", "used_by", "granted_by"), learner_id)
    keys = {"learner_id": learner_id, "chat_id": chat_id} | others
    found = {}
    async with database.read() as store:
        for table in Base.metadata.sorted_tables:
            names = {column.name for column in table.c for key in column.foreign_keys if key.column.table is learners}
            for name in names | (set(NAMES) & set(table.c.keys())):
                count = select(func.count()).select_from(table).where(table.c[name] == keys[name])
                found[f"{table.name}.{name}"] = await store._link.count(count)
    return found


async def test_forgetting_leaves_no_row_in_any_table(database: Database) -> None:
    async with database.begin() as store:
        ada, bob = await live(store, 7001), await live(store, 7002)
        for owner in (ada, bob):
            mine = await store.packs.install(pack(key="mine"), now=NOW, owner_id=owner, status="draft")
            await store.drafts.put(mine.pack_id, owner, Draft(pack(key="mine")), NOW)
    before = await rows_about(database, ada, 7001)
    assert all(before.values()), f"the test must fill every table: {before}"
    others = await rows_about(database, bob, 7002)
    async with database.begin() as store:
        await store.learners.forget(ada)
    assert not any((await rows_about(database, ada, 7001)).values())
    assert await rows_about(database, bob, 7002) == others
    async with database.read() as store:
        with pytest.raises(LearnerNotFound):
            await store.learners.get(ada)
        left = await store.packs.list(public_only=False)
        assert [(card.key, card.owner_id) for card in left] == [("lights", None), ("mine", bob)]


async def test_a_pack_that_others_learn_from_outlives_its_owner(database: Database) -> None:
    async with database.begin() as store:
        ada = await store.learners.get_or_create(1, "Ada", "en", NOW)
        bob = await store.learners.get_or_create(2, "Bob", "en", NOW)
        mine = await store.packs.install(pack(key="mine"), now=NOW, owner_id=ada.id, status="private")
        await store.enrollments.enroll(bob.id, mine.pack_id, NOW)
        await store.learners.forget(ada.id)
        stored = await store.packs.get(mine.pack_id)
        shelf = (await store._link.run(select(packs.c.shelf))).scalar()
    assert stored.owner_id is None
    assert shelf == f"left-{mine.pack_id}"


async def test_an_export_is_json_and_tells_everything(database: Database) -> None:
    async with database.begin() as store:
        ada = await live(store, 7001)
        await live(store, 7002)
        mine = await store.packs.install(pack(number("q"), key="mine"), now=NOW, owner_id=ada, status="private")
        await store.drafts.put(mine.pack_id, ada, Draft(pack(number("q"), key="mine")), NOW)
    async with database.read() as store:
        found = json.loads(json.dumps(await store.learners.export(ada)))
    tables = {table.name for table in Base.metadata.sorted_tables if set(table.c.keys()) & {*NAMES, "owner_id"}}
    assert tables | {"learners", "items", "classes"} == set(found)
    assert all(len(rows) == 1 for name, rows in found.items()), found
    [given] = found["attempts"]
    assert given["said"] == "eleven"
    assert given["at"] == "2026-03-02T09:30:15.123456+00:00"
    assert given["before"]["stability"] == 2.3065
    assert found["items"][0]["question"] == "How many a?"
    assert found["owed_views"][0]["args"] == {"session": 1}


async def test_a_number_is_never_given_to_a_second_learner(database: Database) -> None:
    async with database.begin() as store:
        ada = await store.learners.get_or_create(1, "Ada", "en", NOW)
        await store.learners.forget(ada.id)
        bob = await store.learners.get_or_create(2, "Bob", "en", NOW)
    assert bob.id != ada.id


async def test_reminders_due_are_counted_until_they_are_claimed(database: Database) -> None:
    async with database.begin() as store:
        for chat in (5, 6, 7):
            learner = await store.learners.get_or_create(chat, "Ada", "en", NOW)
            await store.learners.set_next(learner.id, NOW - DAY if chat < 7 else NOW + DAY)
        assert await store.learners.count_due(NOW) == 2
        await store.learners.claim_reminders(NOW, 1)
        assert await store.learners.count_due(NOW) == 1
