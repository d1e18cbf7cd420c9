"""A real browser, and a small bot to look at: it shows every kind of message, answers presses, words and files."""

import asyncio
import contextlib
import shutil
import socket
import struct
import zlib
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
import pytest_asyncio
import uvicorn
from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.clock import MovableClock
from bot.playground.request import PlaygroundRequest
from bot.playground.server import playground_app
from bot.playground.world import World

CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
READING = (
    "<b>Lend-Lease, 1941</b>\n\nIn March 1941 the United States began to lend arms and food to those who fought the "
    "Axis, and asked for no money at once. By its end the programme had cost <b>$11.3 billion</b> for one country "
    "alone.\n\n<i>Reading 1 of 6 · 1 minute</i>"
)


def keys(*rows):
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(text, callback_data=data) for text, data in row] for row in rows]
    )


async def start(update: Update, context) -> None:
    message = update.effective_message
    if context.args:
        await message.reply_html(f"Opened <code>{context.args[0]}</code>")
        return
    link = f"https://t.me/{context.bot.username}?start=lesson_2"
    await message.reply_html(
        "Welcome! I teach the <b>figures and dates</b> of your documents: a short reading, a few questions, and "
        "each fact comes back until you know it.\n\n"
        f'Try /learn, or <a href="{link}">open lesson 2</a>. More at https://example.org/lectern',
        reply_markup=keys([("Start the first lesson", "read")], [("Settings", "toast"), ("Help", "alert")]),
    )


async def press(update: Update, context) -> None:
    query = update.callback_query
    match query.data:
        case "toast":
            await query.answer("Saved.")
        case "alert":
            await query.answer("Send /learn to begin.\nSend /cancel to stop at any time.", show_alert=True)
        case "read":
            await query.answer()
            await query.edit_message_text(READING, parse_mode="HTML", reply_markup=keys([("To the questions", "ask")]))
        case "ask":
            await query.answer()
            await query.edit_message_text(
                "<b>Question 1 of 4</b>\n\nWhat did the programme cost for one country?",
                parse_mode="HTML",
                reply_markup=keys(
                    [("A) $9.8 billion", "no"), ("B) $11.3 billion", "yes")],
                    [("C) $14.2 billion", "no"), ("D) $21.6 billion", "no")],
                    [("Hint", "toast"), ("Report", "toast")],
                ),
            )
        case "yes" | "no":
            await query.answer()
            await query.edit_message_text(
                ("Right." if query.data == "yes" else "Not this one.") + " The answer is <b>$11.3 billion</b>.\n\n"
                "<blockquote>By its end the programme had cost $11.3 billion for one country alone.</blockquote>\n"
                "<i>Lend-Lease, 1941</i>",
                parse_mode="HTML",
                reply_markup=keys([("Next", "ask")]),
            )


async def show(update: Update, context) -> None:
    message = update.effective_message
    await context.bot.send_chat_action(message.chat_id, "typing")
    await message.reply_html(
        "<b>bold</b> <i>italic</i> <u>underlined</u> <s>struck</s> <code>code</code> "
        "<tg-spoiler>hidden</tg-spoiler> 😀\n"
        "<pre>pre\n  formatted</pre><blockquote>quoted</blockquote>"
    )
    await message.reply_photo(picture(), caption="Known per lesson")
    await message.reply_document(b'{"learner": "Ada"}', filename="mydata.json", caption="Everything kept about you")
    await message.reply_poll(
        "In which year was the treaty signed?",
        ["1941", "1942", "1945"],
        type="quiz",
        correct_option_ids=[1],
        is_anonymous=False,
        explanation="Signed on 11 June 1942.",
    )


async def words(update: Update, context) -> None:
    message = update.effective_message
    if message.text == "ask me":
        await message.reply_text("What year was it?", reply_markup=ForceReply(input_field_placeholder="A year"))
    else:
        await message.reply_text(f"You said: {message.text}")


async def document(update: Update, context) -> None:
    file = await update.effective_message.document.get_file()
    data = await file.download_as_bytearray()
    await update.effective_message.reply_text(f"{update.effective_message.document.file_name}: {len(data)} bytes")


def picture(width: int = 640, height: int = 360) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    def pixel(x: int, y: int) -> bytes:
        column, inside = divmod(x, width // 6)
        tall = height - y < (column * 37 % 5 + 2) * height // 7
        return b"\x2f\x86\xd1" if tall and 18 < inside < width // 6 - 18 else b"\xf4\xf7\xfa"

    rows = b"".join(b"\0" + b"".join(pixel(x, y) for x in range(width)) for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def application(world: World) -> Application:
    request = PlaygroundRequest(world)
    app = ApplicationBuilder().token(world.token).request(request).get_updates_request(request).build()
    app.add_handler(CommandHandler("start", start))
    app.add_handler(CommandHandler("show", show))
    app.add_handler(CallbackQueryHandler(press))
    app.add_handler(MessageHandler(filters.Document.ALL, document))
    app.add_handler(MessageHandler(filters.TEXT, words))
    return app


class LittlePlayground:
    """The small bot, polling the world it serves at `url`."""

    def __init__(self) -> None:
        self.world = World(MovableClock(datetime(2026, 5, 4, 8, 55, tzinfo=UTC)))
        self.moved = 0
        self.url = ""

    @contextlib.asynccontextmanager
    async def running(self):
        with socket.create_server(("127.0.0.1", 0)) as listening:
            self.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
            web = playground_app(self.world, on_clock_moved=self._moved, next_moment=self._next)
            server = uvicorn.Server(
                uvicorn.Config(web, log_level="warning", timeout_graceful_shutdown=1, lifespan="on", ws="none")
            )
            app = application(self.world)
            serving = asyncio.create_task(server.serve([listening]))
            async with app:
                await app.bot.set_my_commands(
                    [("learn", "Read and answer"), ("review", "What is due today"), ("show", "All kinds of messages")]
                )
                await app.bot.set_my_description(
                    "Turns documents into lessons on their figures and dates, and brings each fact back "
                    "until it is known."
                )
                await app.start()
                await app.updater.start_polling(poll_interval=0, timeout=5)
                try:
                    yield self
                finally:
                    self.world.events.tell("bye")
                    server.should_exit = True
                    await serving
                    await app.updater.stop()
                    await app.stop()

    async def _moved(self) -> None:
        self.moved += 1
        chat = self.world.chats.get(1001)
        if chat and chat.started:
            self.world.post(chat, self.world.bot(), {"text": "Good morning! Here is one fact that is due."})

    async def _next(self):
        return datetime(2026, 5, 7, 9, 0, tzinfo=UTC)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def little_playground():
    async with LittlePlayground().running() as playground:
        yield playground


@pytest.fixture
def playground(little_playground):
    """The small bot and its world, as on the first day."""
    little_playground.world.clock.offset = timedelta()
    little_playground.world.start_over()
    little_playground.moved = 0
    return little_playground


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser():
    """Chromium, wherever the system has it."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("There is no Chromium on this machine: apt-get install chromium")
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield browser
        await browser.close()


@contextlib.asynccontextmanager
async def looking(browser, url, **context):
    """The page at that address, as if at a desk; a fault in its script fails the test."""
    context = {"viewport": {"width": 1200, "height": 800}, "locale": "en-GB", "timezone_id": "UTC"} | context
    opened = await browser.new_context(**context)
    opened.set_default_timeout(10_000)
    page = await opened.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    await page.goto(url)
    await page.wait_for_selector("body[data-ready]")
    yield page
    await opened.close()
    assert faults == []


@pytest.fixture
def look(browser):
    """Opens a page as `looking` does."""
    return partial(looking, browser)


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser, playground):
    async with looking(browser, playground.url) as page:
        yield page


@pytest_asyncio.fixture(loop_scope="module")
async def stage(tmp_path):
    """The whole bot on a Monday afternoon."""
    from bot.playground.stage import Stage

    async with Stage.in_folder(tmp_path, MovableClock(datetime(2026, 3, 2, 17, 30, tzinfo=UTC))) as ready:
        yield ready


@pytest_asyncio.fixture(loop_scope="module")
async def lectern(browser, stage):
    """The whole bot's page."""
    from bot.delivery.web import WebServer

    app = playground_app(
        stage.world, on_clock_moved=stage.tick, start_over=stage.start_over, next_moment=stage.next_moment
    )
    await stage.appoint()
    server = WebServer(app, "127.0.0.1", 0)
    await server.start()
    async with looking(browser, f"http://127.0.0.1:{server.port}/") as page:
        yield page
    stage.world.events.tell("bye")
    await server.stop()


async def main() -> None:
    """Serves until interrupted: python tests/browser/conftest.py"""
    async with LittlePlayground().running() as playground:
        print(playground.url, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
