from dataclasses import replace
from datetime import timedelta

from storage.database import Database
from storage.views import OwedView
from tests.storage.makers import DAY, NOW

MINUTE = timedelta(minutes=1)


async def test_a_view_owed_again_is_owed_once_and_keeps_its_place(database: Database) -> None:
    async with database.begin() as store:
        await store.views.owe(5, "sitting", {"session": 1}, key="s1")
        await store.views.owe(5, "notice", {"code": "\N{SNOWMAN}"}, place="new")
        await store.views.owe(5, "notice", {"code": "b"}, place="new")
        await store.views.owe(5, "sitting", {"session": 1, "step": 2}, key="s1")
        await store.views.owe(6, "sitting", {"session": 9}, key="s1")
        views = await store.views.owed(5, NOW)
    assert [(view.kind, view.args) for view in views] == [
        ("sitting", {"session": 1, "step": 2}),
        ("notice", {"code": "\N{SNOWMAN}"}),
        ("notice", {"code": "b"}),
    ]
    assert [view.version for view in views] == [2, 1, 1]


async def test_what_was_owed_anew_meanwhile_is_not_settled(database: Database) -> None:
    async with database.begin() as store:
        await store.views.owe(5, "sitting", {}, key="s1")
        [shown] = await store.views.owed(5, NOW)
        await store.views.owe(5, "sitting", {}, key="s1")
        assert not await store.views.settle(shown.id, shown.version)
        [again] = await store.views.owed(5, NOW)
        assert await store.views.settle(again.id, again.version)
        assert not await store.views.settle(again.id, again.version)
        assert await store.views.owed(5, NOW) == []
        await store.views.owe(5, "sitting", {}, key="s1")
        [fresh] = await store.views.owed(5, NOW)
        assert fresh.id > again.id, "a late settle must not meet another view"


async def test_a_message_that_was_to_be_new_stays_new(database: Database) -> None:
    async with database.begin() as store:
        await store.views.owe(5, "sitting", {}, place="new", key="s1")
        await store.views.owe(5, "sitting", {}, place="edit", key="s1")
        await store.views.owe(6, "sitting", {}, place="edit", key="s1")
        await store.views.owe(6, "sitting", {}, place="new", key="s1")
        places = [view.place for chat in (5, 6) for view in await store.views.owed(chat, NOW)]
    assert places == ["new", "new"]


async def test_chats_come_in_the_order_of_waiting(database: Database) -> None:
    async with database.begin() as store:
        for chat in (7, 5, 6, 5, 7):
            await store.views.owe(chat, "notice", {}, place="new")
        assert await store.views.chats_owed(2, NOW) == [7, 5]
        assert await store.views.chats_owed(9, NOW) == [7, 5, 6]
        assert await store.views.count() == 5


async def test_a_postponed_view_holds_back_its_chat_and_no_other(database: Database) -> None:
    async with database.begin() as store:
        for chat in (5, 5, 6):
            await store.views.owe(chat, "notice", {}, place="new")
        first, second = await store.views.owed(5, NOW)
        await store.views.postpone(first.id, NOW + MINUTE, "RetryAfter")
        await store.views.owe(5, "notice", {"later": True}, place="new")
        assert await store.views.owed(5, NOW) == []
        assert 6 in await store.views.chats_owed(9, NOW)
        assert await store.views.chats_owed(9, NOW + MINUTE) == [5, 6]
        views = await store.views.owed(5, NOW + MINUTE)
    assert views[0] == replace(first, tries=1, not_before=NOW + MINUTE, error="RetryAfter")
    assert views[1] == replace(second, not_before=NOW + MINUTE)
    assert isinstance(views[2], OwedView)


async def test_what_a_clock_has_put_off_that_was_set_back_since_is_not_waited_for(database: Database) -> None:
    async with database.begin() as store:
        await store.views.owe(5, "notice", {}, place="new")
        (view,) = await store.views.owed(5, NOW)
        await store.views.postpone(view.id, NOW + MINUTE, "NetworkError")
        assert await store.views.chats_owed(9, NOW) == []
        earlier = NOW - DAY
        assert await store.views.chats_owed(9, earlier) == [5]
        assert len(await store.views.owed(5, earlier)) == 1
        assert len(await store.views.claim(5, earlier, earlier + MINUTE)) == 1


async def test_a_chat_that_is_gone_is_owed_nothing(database: Database) -> None:
    async with database.begin() as store:
        await store.views.owe(5, "notice", {})
        await store.views.owe(6, "notice", {})
        await store.views.drop_chat(5)
        assert await store.views.chats_owed(9, NOW) == [6]
