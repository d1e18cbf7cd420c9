"""A small bot of the tests' own, on a real database and the playground's Bot API: it counts what people say."""

import asyncio
import shutil
from datetime import UTC, datetime

import pytest
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from bot.clock import Clock
from bot.delivery.pace import Pace
from bot.playground.request import PlaygroundRequest
from bot.playground.world import World
from bot.render.reply import Button, Reply
from bot.send import Presented, Sender
from storage.database import Database

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory):
    """A migrated database's file, to be copied: migrating anew for every test takes too long."""
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


@pytest.fixture
def world():
    return World(Clock())


class Counter:
    """Writes down what each chat said, in the database, and owes the chat the whole list.

    `trouble` maps a text to what happens when it comes: called in the middle of the transaction, it may raise.
    """

    def __init__(self, database, sender):
        self.database = database
        self.sender = sender
        self.trouble = {}
        self.working = self.most = 0
        self.apologies = []

    async def said(self, update, context):
        chat, text = update.effective_chat.id, update.effective_message.text
        self.working += 1
        self.most = max(self.most, self.working)
        try:
            if text.startswith("slow"):
                await asyncio.sleep(0.1)
            async with self.database.begin() as store:
                if await store.updates.seen(update.update_id, NOW):
                    return
                before = await store.meta.get(f"said:{chat}")
                await store.meta.set(f"said:{chat}", f"{before} {text}" if before else text)
                if text in self.trouble:
                    self.trouble[text]()
                await store.views.owe(chat, "list", {"to": text}, place="edit", key="list")
            self.sender.nudge(chat)
        finally:
            self.working -= 1

    async def failed(self, update, context):
        self.apologies.append((update and update.update_id, context.error))

    async def heard(self, chat):
        async with self.database.read() as store:
            return (await store.meta.get(f"said:{chat}") or "").split()


async def present(store, view, now):
    """The list of what was said, in one message that is edited."""
    said = await store.meta.get(f"said:{view.chat_id}")
    live = await store.meta.get(f"message:{view.chat_id}")

    async def remember(later, message_id):
        await later.meta.set(f"message:{view.chat_id}", str(message_id))

    return Presented((Reply(f"<b>{said}</b>", ((Button("More", "m"),),)),), int(live) if live else None, remember)


def make_bot(database, request, *, token, base_url=None, pace=None):
    """An application whose one handler is a Counter's, and the counter."""
    builder = (
        ApplicationBuilder().token(token).request(request).get_updates_request(request).updater(None).job_queue(None)
    )
    application = (builder.base_url(base_url) if base_url else builder).build()
    sender = Sender(application.bot, database, Clock(), present, pace or Pace(rate=0))
    counter = Counter(database, sender)
    application.add_handler(MessageHandler(filters.TEXT, counter.said))
    application.add_error_handler(counter.failed)
    return application, counter


@pytest.fixture
async def counting(database, world):
    """(application, counter) on the in-process playground."""
    application, counter = make_bot(database, PlaygroundRequest(world), token=world.token)
    await application.initialize()
    yield application, counter
    await counter.sender.close()
    await application.shutdown()


@pytest.fixture
def until():
    """Wait until a condition holds; fail where it does not."""
    return _until


async def _until(condition, secs=5.0):
    async with asyncio.timeout(secs):
        while True:
            found = condition()
            if asyncio.iscoroutine(found):
                found = await found
            if found:
                return
            await asyncio.sleep(0.01)
