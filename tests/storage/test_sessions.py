import asyncio
from dataclasses import replace

import pytest

from lessons.errors import SessionNotFound, StaleSession
from lessons.response import Typed
from lessons.session import Phase, Session, SessionKind, Step, answer, close, retry_missed, show, undo
from storage.database import Database
from storage.store import Store
from tests.storage.makers import DAY, NOW, attempt, enrolled, number

STEPS = [Step("reading", 1), Step("question", 1), Step("question", 2)]


async def opened(store: Store) -> Session:
    ada, stored = await enrolled(store)
    return await store.sessions.create(ada.id, SessionKind.LESSON, STEPS, NOW, pack_id=stored.id, lesson="first")


async def kept(store: Store, before: Session, after: Session) -> Session:
    await store.sessions.save(after, expected_position=before.position, expected_phase=before.phase)
    assert await store.sessions.get(after.id) == after
    return after


async def test_a_sitting_comes_back_as_it_was_at_every_step(database: Database) -> None:
    async with database.begin() as store:
        first = await opened(store)
        assert await store.sessions.get(first.id) == first
        asked = await kept(store, first, show(first, NOW + DAY))
        item = number("a", 5)
        typed = answer(asked, item, Typed("seven"), now=NOW, seed=1, key="m1").session
        wrong = await kept(store, asked, replace(typed, response_key="\N{SNOWMAN}"))
        assert wrong.results
        again = await kept(store, wrong, undo(wrong))
        wrong = await kept(store, again, wrong)
        asked = await kept(store, wrong, show(wrong, NOW))
        right = await kept(store, asked, answer(asked, item, Typed("5"), now=NOW, seed=1, key="m2").session)
        ended = await kept(store, right, show(right, NOW))
        drill = await kept(store, ended, retry_missed(ended, NOW))
        assert drill.drill
        picked = await kept(store, drill, replace(drill, picked=(2, 0), hints=2, asked_scale=True, said_before="11.3"))
        await kept(store, picked, close(picked))


async def test_of_two_presses_one_wins(database: Database) -> None:
    async with database.begin() as store:
        first = await opened(store)

    async def press() -> bool:
        try:
            async with database.begin() as store:
                loaded = await store.sessions.get(first.id)
                await asyncio.sleep(0.01)
                if loaded.phase is not Phase.READING:
                    return False
                await kept(store, loaded, show(loaded, NOW))
        except StaleSession:
            return False
        return True

    assert sorted(await asyncio.gather(press(), press(), press())) == [False, False, True]


async def test_a_stale_save_undoes_the_whole_transaction(database: Database) -> None:
    async with database.begin() as store:
        first = await opened(store)
        await kept(store, first, show(first, NOW))
    with pytest.raises(StaleSession):  # noqa: PT012 - it has to be raised inside the block
        async with database.begin() as store:
            await store.reviews.record(attempt(first.learner_id, 1, first.id, 1))
            await kept(store, first, show(first, NOW))
    async with database.read() as store:
        assert await store.reviews.last_attempt(first.learner_id) is None


async def test_the_active_sitting_is_the_newest_not_closed(database: Database) -> None:
    async with database.begin() as store:
        one = await opened(store)
        two = await opened(store)
        assert await store.sessions.active(one.learner_id) == two
        await kept(store, two, close(two))
        assert await store.sessions.active(one.learner_id) == one
        await store.sessions.close_all(one.learner_id)
        assert await store.sessions.active(one.learner_id) is None
        assert (await store.sessions.get(one.id)).phase is Phase.CLOSED


async def test_what_is_typed_goes_to_the_sitting_lowest_in_the_chat(database: Database) -> None:
    async with database.begin() as store:
        one, two, three = [await opened(store) for _ in range(3)]
        await store.sessions.set_message(one.id, 30)
        await store.sessions.set_message(two.id, 20)
        found = await store.sessions.open_of(one.learner_id)
        assert [session.id for session in found] == [three.id, one.id, two.id]
        assert await store.sessions.message_id(one.id) == 30
        assert await store.sessions.message_id(three.id) is None


async def test_an_unknown_sitting_is_said_to_be_so(database: Database) -> None:
    async with database.read() as store:
        with pytest.raises(SessionNotFound):
            await store.sessions.get(77)
