"""What a chat is owed reaches it, whatever happens on the way, and once where it can."""

import asyncio
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot

from bot.clock import MovableClock
from bot.delivery.cut_off import note
from bot.delivery.pace import Pace
from bot.playground import actions
from bot.playground.request import PlaygroundRequest
from bot.playground.world import World
from bot.render.reply import Button, Reply
from bot.send import Presented, Sender
from storage.database import Database
from storage.errors import DatabaseBusy

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BUTTONS = ((Button("Next", "n"), Button("Site", url="https://example.org")),)


@pytest.fixture(scope="module")
def migrated(tmp_path_factory):
    file = tmp_path_factory.mktemp("migrated") / "lectern.db"

    async def make():
        database = Database(f"sqlite:///{file}")
        await database.migrate()
        await database.close()

    asyncio.run(make())
    return file


@pytest.fixture
async def database(migrated, tmp_path):
    shutil.copy(migrated, tmp_path / "lectern.db")
    database = Database(f"sqlite:///{tmp_path}/lectern.db")
    yield database
    await database.close()


class Setting:
    """A world with Ada in it, a sender, and what views look like: set `shown` by kind."""

    def __init__(self, database):
        self.database = database
        self.clock = MovableClock(NOW)
        self.world = World(self.clock)
        self.ada = self.world.person("Ada")
        self.bob = self.world.person("Bob")
        self.shown = {}
        self.presented = []
        self.bot = Bot(self.world.token, request=PlaygroundRequest(self.world))
        self.sender = self.new_sender()

    def new_sender(self, **how):
        return Sender(self.bot, self.database, self.clock, self.present, how.pop("pace", Pace(rate=0)), **how)

    async def present(self, store, view, now):
        self.presented.append((view.kind, now))
        shown = self.shown[view.kind]
        if isinstance(shown, Presented):
            return shown
        if isinstance(shown, BaseException):
            raise shown
        if callable(shown):
            return await shown(store, view)
        live = await store.meta.get(f"live:{view.chat_id}")

        async def remember(later, message_id):
            await later.meta.set(f"live:{view.chat_id}", str(message_id))

        replies = (Reply(shown, BUTTONS),) if isinstance(shown, str) else shown
        return Presented(replies, int(live) if live else None, remember)

    async def owe(self, kind, *, to=None, place="edit", key="", **args):
        chat = (to or self.ada).person.id
        async with self.database.begin() as store:
            await store.views.owe(chat, kind, args, place=place, key=key)
        return chat

    async def send(self, kind, **how):
        self.sender.nudge(await self.owe(kind, **how))
        await self.sender.idle()

    async def owed(self, who=None):
        async with self.database.read() as store:
            later = self.clock.now() + timedelta(days=1)
            return [view.kind for view in await store.views.owed((who or self.ada).person.id, later)]

    def said(self, who=None):
        return [seen.text for seen in (who or self.ada).messages if seen.from_bot]

    def calls(self, name):
        return sum(method == name for method, _ in self.world.calls)


@pytest.fixture
async def it(database):
    setting = Setting(database)
    for person in (setting.ada, setting.bob):
        await person.send("/start")
    await setting.bot.initialize()
    yield setting
    await setting.sender.close()
    await setting.bot.shutdown()


async def test_a_view_is_sent_then_edited_in_place(it):
    it.shown["page"] = "<b>one</b> &amp; 1"
    await it.send("page")
    assert it.said() == ["one & 1"]
    assert it.ada.last.marked["bold"] == ["one"]
    assert it.ada.buttons == ["Next", "Site"]
    it.shown["page"] = "two"
    await it.send("page")
    assert it.said() == ["two"]
    assert await it.owed() == []


async def test_a_new_one_comes_below_and_the_old_loses_its_buttons(it):
    it.shown["page"] = "one"
    await it.send("page")
    first = it.ada.last
    it.shown["page"] = "two"
    await it.send("page", place="new")
    assert it.said() == ["one", "two"]
    assert first.labels == []
    assert it.ada.last.labels == ["Next", "Site"]
    it.shown["page"] = "three"
    await it.send("page")
    assert it.said() == ["one", "three"]


async def test_an_unchanged_message_is_success(it):
    it.shown["page"] = "same"
    for _ in range(3):
        await it.send("page")
    assert it.said() == ["same"]
    assert await it.owed() == []


async def test_a_message_that_is_gone_is_sent_anew(it):
    it.shown["page"] = "one"
    await it.send("page")
    it.ada.chat.messages.clear()
    it.shown["page"] = "two"
    await it.send("page")
    assert it.said() == ["two"]
    it.shown["page"] = "three"
    await it.send("page")
    assert it.said() == ["three"]


async def test_pictures_and_files_and_several_at_once(it):

    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
        "0000000049454e44ae426082"
    )
    it.shown["page"] = (Reply("a picture", photo=png), Reply("a file", document=("data.json", b"{}")), Reply("words"))
    await it.send("page")
    picture, file, words = (seen for seen in it.ada.messages if seen.from_bot)
    assert picture.photo
    assert (file.document, file.text) == (("data.json", b"{}"), "a file")
    assert words.text == "words"


async def test_slow_replies_are_made_outside_the_transaction(it):
    async def finish():
        async with it.database.begin() as store:
            await store.meta.set("free", "yes")
        return (Reply("finished"),)

    it.shown["page"] = Presented((Reply("draft"),), finish=finish)
    await it.send("page")
    assert it.said() == ["finished"]


async def test_nothing_left_to_say_is_settled(it):
    it.shown["page"] = Presented(())
    await it.send("page")
    assert it.said() == []
    assert await it.owed() == []


async def test_views_come_in_order_and_chats_side_by_side(it):
    for number in range(3):
        it.shown[f"v{number}"] = (Reply(f"{number}"),)
        await it.owe(f"v{number}", place="new")
    it.shown["other"] = (Reply("other"),)
    await it.owe("other", to=it.bob, place="new")
    assert await it.sender.sweep() == 2
    await it.sender.idle()
    assert it.said() == ["0", "1", "2"]
    assert it.said(it.bob) == ["other"]


async def test_what_changes_while_it_is_sent_is_shown_again(it):
    async def changing(store, view):
        if len(it.presented) == 1:
            asyncio.get_running_loop().create_task(it.owe("page", key="k"))
            await asyncio.sleep(0.1)
        return Presented(
            (Reply(f"state {len(it.presented)}"),), next((m.id for m in it.ada.messages if m.from_bot), None)
        )

    it.shown["page"] = changing
    await it.send("page", key="k")
    assert it.said() == ["state 2"]
    assert await it.owed() == []


async def test_429_holds_that_chat_until_then_and_no_other(it):
    it.shown["page"] = "hello"
    it.world.fail("sendMessage", 1, code=429, retry_after=1)
    await it.send("page")
    await it.send("page", to=it.bob)
    assert it.said() == []
    assert it.said(it.bob) == ["hello"]
    assert await it.owed() == ["page"]
    it.clock.move(timedelta(seconds=1))
    await asyncio.sleep(1.2)
    await it.sender.idle()
    assert it.said() == ["hello"]


async def test_429_outlives_a_restart(it):
    it.shown["page"] = "hello"
    it.world.fail("sendMessage", 1, code=429, retry_after=30)
    await it.send("page")
    await it.sender.close()
    it.sender = it.new_sender()
    assert await it.sender.sweep() == 0
    it.clock.move(timedelta(seconds=31))
    assert await it.sender.sweep() == 1
    await it.sender.idle()
    assert it.said() == ["hello"]


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "timeout"},
        {"kind": "reset"},
        {"code": 500},
        {"code": 502},
    ],
)
async def test_what_did_not_arrive_is_tried_again(it, fault):
    it.shown["page"] = "hello"
    it.world.fail("sendMessage", 1, **fault)
    await it.send("page")
    assert it.said() == []
    it.clock.move(timedelta(seconds=5))
    await asyncio.sleep(0.7)
    await it.sender.idle()
    assert it.said() == ["hello"]
    assert await it.owed() == []


async def test_an_edit_whose_answer_was_lost_is_repeated_unseen(it):
    it.shown["page"] = "one"
    await it.send("page")
    it.world.fail("editMessageText", 1, kind="lost")
    it.shown["page"] = "two"
    await it.send("page")
    it.clock.move(timedelta(seconds=5))
    await asyncio.sleep(0.7)
    await it.sender.idle()
    assert it.said() == ["two"]
    assert await it.owed() == []


async def test_of_several_replies_those_that_went_out_are_not_repeated(it):
    it.shown["page"] = tuple(Reply(str(number)) for number in range(3))
    real, count = it.bot.do_api_request, 0

    async def second_fails(*args, **kwargs):
        nonlocal count
        count += 1
        if count == 2:
            it.world.fail("sendMessage", 1, code=500)
        return await real(*args, **kwargs)

    with it.bot._unfrozen():
        it.bot.do_api_request = second_fails
    await it.send("page", place="new")
    assert it.said() == ["0"]
    it.clock.move(timedelta(seconds=5))
    await asyncio.sleep(0.7)
    await it.sender.idle()
    assert it.said() == ["0", "1", "2"]


async def test_who_blocked_the_bot_is_noted_and_owed_nothing(it, database):
    async with database.begin() as store:
        learner = await store.learners.get_or_create(it.ada.person.id, "Ada", "en", NOW)
    await it.ada.block()
    it.shown["page"] = "hello"
    await it.owe("page", place="new")
    await it.send("page", place="new")
    assert await it.owed() == []
    async with database.read() as store:
        assert (await store.learners.get(learner.id)).blocked_at == NOW


async def test_a_chat_that_is_not_there_is_owed_nothing(it, database):
    async with database.begin() as store:
        await store.views.owe(999, "page", {}, place="new")
    it.shown["page"] = "hello"
    it.sender.nudge(999)
    await it.sender.idle()
    async with database.read() as store:
        assert await store.views.count() == 0


async def test_a_view_that_cannot_be_made_is_apologised_for_once(it):
    it.shown |= {"page": KeyError("gone"), "say": (Reply("sorry"),), "next": (Reply("next"),)}
    await it.owe("page", place="new")
    await it.send("next", place="new")
    assert it.said() == ["next", "sorry"]
    assert await it.owed() == []
    it.shown["say"] = KeyError("this too")
    await it.send("page", place="new")
    assert it.said() == ["next", "sorry"]
    assert await it.owed() == []


async def test_a_reply_telegram_cannot_read_is_sent_as_plain_words(it):
    it.shown["page"] = (Reply("<b>1 < 2 and &amp; so on", BUTTONS),)
    await it.send("page", place="new")
    assert it.said() == ["1 < 2 and & so on"] or it.said()[0].startswith("1")
    assert it.ada.buttons == ["Next", "Site"]
    assert await it.owed() == []


async def test_a_reply_too_long_is_cut_rather_than_lost(it):
    it.shown["page"] = (Reply("x" * 5000),)
    await it.send("page", place="new")
    assert it.said()[0].startswith("xxx")


async def test_a_busy_database_delays_but_loses_nothing(it, monkeypatch):
    it.shown["page"] = DatabaseBusy("x")
    await it.send("page", place="new")
    assert it.said() == []
    it.shown["page"] = "hello"
    await asyncio.sleep(0.7)
    await it.sender.idle()
    assert it.said() == ["hello"]


async def test_a_sender_killed_in_the_middle_leaves_the_view_owed(it):
    it.shown["page"] = "hello"

    async def hang(*_, **__):
        await asyncio.sleep(60)

    other_bot = Bot(it.world.token, request=PlaygroundRequest(it.world))
    with other_bot._unfrozen():
        other_bot.do_api_request = hang
    other = Sender(other_bot, it.database, it.clock, it.present, Pace(rate=0))
    await it.owe("page", place="new")
    assert await other.sweep() == 1
    await asyncio.sleep(0.1)
    assert other.waiting == 1
    await other.close(0)
    assert await it.owed() == ["page"]
    await it.sender.sweep()
    await it.sender.idle()
    assert it.said() == ["hello"]


async def begun(it, after):
    """A reminder is owed whose sending was begun when that was the highest number known."""
    chat = await it.owe("page", place="new", reminder=True)
    async with it.database.begin() as store:
        (view,) = await store.views.owed(chat, NOW)
        await store.views.postpone(view.id, NOW, note(after))


async def swept(it):
    await it.sender.sweep()
    await it.sender.idle()


async def test_a_reminder_that_had_arrived_when_the_process_died_is_not_sent_again(it):
    it.shown["page"] = "due today"
    actions.say(it.world, it.ada.person, "hello")
    after = it.world.latest
    actions.say(it.world, it.bob.person, "others write, too")
    actions.say(it.world, it.ada.person, "and so does she")
    await it.bot.send_message(it.ada.chat.id, "due today")
    await begun(it, after)
    await swept(it)
    assert it.said() == ["due today"]
    assert await it.owed() == []
    assert [seen.text for seen in it.ada.messages if not seen.from_bot][1:] == ["hello", "and so does she"]
    async with it.database.read() as store:
        assert await store.meta.get(f"live:{it.ada.chat.id}") == str(it.ada.last.id)


async def test_a_reminder_that_had_not_arrived_when_the_process_died_is_sent(it):
    it.shown["page"] = "due today"
    await it.bot.send_message(it.ada.chat.id, "an older one")
    await begun(it, it.world.latest)
    await it.bot.send_message(it.bob.chat.id, "due today")
    await swept(it)
    assert it.said() == ["an older one", "due today"]
    assert await it.owed() == []


async def test_a_reminder_is_sent_where_nothing_is_known_of_its_numbers(it):
    it.shown["page"] = "due today"
    await begun(it, None)
    await swept(it)
    assert it.said() == ["due today"]


async def test_what_was_cut_off_is_looked_for_again_where_the_looking_failed(it):
    it.shown["page"] = "due today"
    await it.bot.send_message(it.ada.chat.id, "due today")
    await begun(it, 0)
    it.world.fail("editMessageText", 1, code=502)
    await swept(it)
    assert await it.owed() == ["page"]
    it.clock.move(timedelta(seconds=5))
    await swept(it)
    assert it.said() == ["due today"]
    assert await it.owed() == []


async def test_a_reminder_owed_anew_after_a_crash_takes_the_place_of_the_one_that_arrived(it):
    await it.bot.send_message(it.ada.chat.id, "due today")
    chat = await it.owe("page", place="new", key="k", reminder=True)
    async with it.database.begin() as store:
        (view,) = await store.views.owed(chat, NOW)
        await store.views.postpone(view.id, NOW, note(0))
    it.shown["page"] = "answered meanwhile"
    await it.owe("page", place="edit", key="k")
    await swept(it)
    assert it.said() == ["answered meanwhile"]


async def test_a_reminder_sent_while_its_note_could_not_be_cleared_is_remembered(it, database, monkeypatch):
    it.shown["page"] = "due today"
    chat = await it.owe("page", place="new", reminder=True)
    owed = it.sender._owed
    settle, failing = owed._settle, iter([True, False])

    async def busy_once(*args):
        if next(failing, False):
            raise DatabaseBusy("lectern.db")
        return await settle(*args)

    monkeypatch.setattr(owed, "_settle", busy_once)
    await it.sender.sweep()
    await it.sender.idle()
    await asyncio.sleep(0.7)
    await it.sender.idle()
    assert it.said() == ["due today"]
    assert await it.owed() == []
    async with database.read() as store:
        assert await store.meta.get(f"live:{chat}") == str(it.ada.last.id)


async def test_reminders_come_once_where_process_after_process_ends_before_it_has_noted_anything(it):
    it.shown["page"] = "due today"
    people = [it.world.person(f"P{number}") for number in range(150)]
    for person in people:
        it.world.private_chat(person.person).started = True
        await it.owe("page", to=person, place="new", reminder=True)

    async def never(*_):
        await asyncio.Event().wait()

    for end in (80, 120):
        ended_early = it.new_sender()
        ended_early._owed._settle = never
        await ended_early.sweep()
        for _ in range(200):
            await asyncio.sleep(0.005)
            if it.calls("sendMessage") >= end:
                break
        await ended_early.close(0)
    await swept(it)
    assert [it.said(person) for person in people] == [["due today"]] * len(people)


@pytest.mark.parametrize("end", [{"kind": "timeout"}, {"kind": "lost"}, {"kind": "reset"}, {"code": 500}])
async def test_a_reminder_comes_once_however_its_sending_ended(it, end):
    it.shown["page"] = "due today"
    it.world.fail("sendMessage", 1, **end)
    await it.send("page", place="new", reminder=True)
    assert await it.owed() == ["page"]
    it.clock.move(timedelta(seconds=5))
    await swept(it)
    assert it.said() == ["due today"]
    assert await it.owed() == []


async def test_presses_are_answered_and_one_too_old_is_nothing_unusual(it):
    it.shown["page"] = "hello"
    await it.send("page", place="new")
    actions.tap(it.world, it.ada.person, it.ada.last.raw, 0, 0)
    (query,) = it.world.queries
    it.sender.acknowledge(query, "Right!")
    await it.sender.idle()
    assert it.ada.toast == "Right!"
    it.sender.acknowledge("no such query")
    it.world.fail("answerCallbackQuery", 2, kind="reset")
    it.sender.acknowledge(query)
    await it.sender.idle()


async def test_a_chat_gets_three_at_once_then_one_a_second(it):
    it.sender = it.new_sender(pace=Pace())
    it.shown["page"] = (Reply("x"),)
    for _ in range(4):
        await it.owe("page", place="new")
    began = asyncio.get_running_loop().time()
    it.sender.nudge(it.ada.person.id)
    await it.sender.idle()
    assert asyncio.get_running_loop().time() - began > 2.5
    assert len(it.said()) == 4


async def test_closing_takes_no_more(it):
    await it.sender.close()
    it.shown["page"] = "hello"
    await it.send("page")
    assert it.said() == []
    assert await it.owed() == ["page"]
