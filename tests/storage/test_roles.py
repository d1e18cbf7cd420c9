"""Links that make somebody a teacher work once, for a while, and for what they were made."""

import asyncio
from datetime import timedelta

from lessons.enrollment import Learner
from storage.database import Database
from storage.store import Store
from storage.tables import invitations
from tests.storage.makers import NOW

WEEK = timedelta(days=7)


async def newcomer(store: Store, chat_id: int) -> Learner:
    """Somebody."""
    return await store.learners.get_or_create(chat_id, f"Ada {chat_id}", "en", NOW)


async def test_a_link_works_once(database: Database) -> None:
    async with database.begin() as store:
        ada, bert = await newcomer(store, 1), await newcomer(store, 2)
        token = await store.roles.invite("teacher", NOW, by=None, ttl=WEEK)
        found = await store.roles.redeem(token, ada.id, NOW, "teacher")
        assert found is not None
        assert found.used_by == ada.id
        assert await store.roles.redeem(token, bert.id, NOW, "teacher") is None
        assert await store.roles.redeem(token, ada.id, NOW, "teacher") is None


async def test_of_two_who_take_a_link_at_once_one_gets_it(database: Database) -> None:
    async with database.begin() as store:
        people = [await newcomer(store, number) for number in (1, 2)]
        token = await store.roles.invite("owner", NOW, by=None, ttl=WEEK)

    async def take(learner_id: int) -> bool:
        async with database.begin() as store:
            return await store.roles.redeem(token, learner_id, NOW) is not None

    assert sum(await asyncio.gather(*(take(person.id) for person in people))) == 1


async def test_a_link_runs_out_and_is_of_one_kind(database: Database) -> None:
    async with database.begin() as store:
        ada = await newcomer(store, 1)
        token = await store.roles.invite("teacher", NOW, by=None, ttl=WEEK)
        assert await store.roles.redeem(token, ada.id, NOW + WEEK, "teacher") is None
        assert await store.roles.redeem(token, ada.id, NOW, "owner") is None
        assert await store.roles.redeem("made-up", ada.id, NOW) is None
        assert await store.roles.redeem(token, ada.id, NOW, "teacher") is not None


async def test_no_token_is_in_the_database(database: Database) -> None:
    async with database.begin() as store:
        token = await store.roles.invite("owner", NOW, by=None, ttl=WEEK)
        rows = (await store._link.run(invitations.select())).mappings().all()
    assert token not in str(rows)


async def test_a_teacher_is_dismissed_and_an_owner_is_not(database: Database) -> None:
    async with database.begin() as store:
        owner, teacher = await newcomer(store, 1), await newcomer(store, 2)
        await store.roles.appoint(owner.id, "owner", NOW)
        await store.roles.appoint(teacher.id, "teacher", NOW, by=owner.id)
        await store.roles.appoint(owner.id, "teacher", NOW)
        assert [one.role for one in await store.roles.teachers()] == ["owner", "teacher"]
        assert not await store.roles.dismiss(owner.id)
        assert await store.roles.dismiss(teacher.id)
        assert not await store.roles.is_teacher(teacher.id)
        assert await store.roles.has_owner()


async def test_links_that_nobody_used_can_be_withdrawn(database: Database) -> None:
    async with database.begin() as store:
        ada = await newcomer(store, 1)
        token = await store.roles.invite("owner", NOW, by=None, ttl=WEEK)
        await store.roles.withdraw("owner")
        assert await store.roles.redeem(token, ada.id, NOW) is None


async def test_whoever_is_forgotten_has_no_role(database: Database) -> None:
    async with database.begin() as store:
        ada, bert = await newcomer(store, 1), await newcomer(store, 2)
        await store.roles.appoint(ada.id, "owner", NOW)
        await store.roles.appoint(bert.id, "teacher", NOW, by=ada.id)
        await store.learners.forget(ada.id)
        assert not await store.roles.has_owner()
        assert await store.roles.is_teacher(bert.id)
