"""A world, people in it, and the bot that reaches it in this process or over a socket."""

import asyncio
import contextlib
import socket
import struct
import zlib
from datetime import UTC, datetime

import pytest
import uvicorn
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.clock import MovableClock
from bot.playground.request import PlaygroundRequest
from bot.playground.server import playground_app
from bot.playground.world import World


@pytest.fixture(autouse=True)
def _durations_as_timedeltas(monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def world():
    world = World(MovableClock(datetime(2026, 5, 4, 9, tzinfo=UTC)))
    world.updates.strict_repeats = False
    world.person("Ada")
    return world


@pytest.fixture
async def ada(world):
    chat = world.person("Ada")
    await chat.send("/start lesson_1")
    return chat


@contextlib.asynccontextmanager
async def serving(app):
    """Serves an application on a free port; tells its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(app, log_level="critical", timeout_graceful_shutdown=1, lifespan="on", ws="none")
        server = uvicorn.Server(config)
        task = asyncio.create_task(server.serve([listening]))
        while not server.started:  # noqa: ASYNC110 (uvicorn has no event for it)
            await asyncio.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            await task


@pytest.fixture
def serve():
    return serving


@pytest.fixture
async def address(world):
    """Where the world is served over HTTP."""
    async with serving(playground_app(world)) as url:
        yield url


@pytest.fixture(params=["in process", "over HTTP"])
async def bot(request, world):
    """python-telegram-bot's own Bot, by both ways."""
    if request.param == "in process":
        async with Bot(
            world.token, request=PlaygroundRequest(world), get_updates_request=PlaygroundRequest(world)
        ) as bot:
            yield bot
        return
    async with (
        serving(playground_app(world)) as url,
        Bot(
            world.token,
            base_url=f"{url}/bot",
            base_file_url=f"{url}/file/bot",
            request=HTTPXRequest(),
            get_updates_request=HTTPXRequest(connection_pool_size=2),
        ) as bot,
    ):
        yield bot


@pytest.fixture
def png():
    def draw(width: int = 40, height: int = 30) -> bytes:
        def chunk(kind: bytes, body: bytes) -> bytes:
            return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

        rows = b"".join(b"\0" + b"\x33\x66\x99" * width for _ in range(height))
        head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
        return b"\x89PNG\r\n\x1a\n" + body

    return draw
