"""`lectern run` as a process, against a Bot API server on a real socket: nothing is lost, whatever kills it."""

import asyncio
import os
import re
import signal
import socket
import sys
import tempfile

import aiohttp
import pytest

from bot.clock import Clock
from bot.delivery.web import WebServer
from bot.playground.server import playground_app
from bot.playground.world import World
from storage.database import Database
from tests.forks import Fork, forks

DAY = 86_400


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Process:
    """`lectern run` with its settings; `kill` and start it again as often as you like.

    `forked`: without reading its modules anew each time; for whom it matters how it begins, it is a process of its own.
    """

    def __init__(self, env, *, forked=False):
        self.env = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **env}
        self.forked = forked
        self.process = None
        self.logs = ""

    async def start(self):
        if self.forked:
            self.said = tempfile.TemporaryFile()  # noqa: SIM115 - read when it has ended
            self.process = forks().start(self.env, self.said)
            return
        self.process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "run",
            env=self.env,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )

    async def ended(self, secs=60.0):
        """Exit status; the logs are kept."""
        if isinstance(self.process, Fork):
            await asyncio.wait_for(self.process.wait(), secs)
            with self.said:
                self.said.seek(0)
                self.logs += self.said.read().decode()
            return self.process.returncode
        out, err = await asyncio.wait_for(self.process.communicate(), secs)
        self.logs += out.decode() + err.decode()
        return self.process.returncode

    async def kill(self):
        self.process.kill()
        await self.ended()

    async def terminate(self):
        self.process.send_signal(signal.SIGTERM)
        return await self.ended()


@pytest.fixture
async def world():
    world = World(Clock())
    server = WebServer(playground_app(world), "127.0.0.1", 0)
    await server.start()
    world.url = f"http://127.0.0.1:{server.port}"
    yield world
    await server.stop()


@pytest.fixture(params=["polling", "webhook"])
def env(request, world, tmp_path):
    """The settings of a bot in that world, by either door."""
    env = {
        "TELEGRAM_BOT_TOKEN": world.token,
        "TELEGRAM_API_URL": world.url,
        "DATABASE_URL": f"sqlite:///{tmp_path}/data/lectern.db",
        "LECTERN_LISTEN": f"127.0.0.1:{free_port()}",
        "LECTERN_LOG": "debug",
    }
    if request.param == "webhook":
        env["LECTERN_WEBHOOK_URL"] = f"http://{env['LECTERN_LISTEN']}/telegram"
    return env


async def running(process):
    await process.start()
    yield process
    if process.process.returncode is None:
        await process.kill()


@pytest.fixture
async def bot(env):
    """A bot that runs."""
    async for process in running(Process(env, forked=True)):
        yield process


@pytest.fixture
async def whole_bot(env):
    """A bot started from a shell."""
    async for process in running(Process(env)):
        yield process


async def until(condition, secs=60.0):
    async with asyncio.timeout(secs):
        while not condition():  # noqa: ASYNC110 - the world has no event for all of this
            await asyncio.sleep(0.02)


def answered(world, people):
    return lambda: world.pending_updates == 0 and all(any(seen.from_bot for seen in p.messages) for p in people)


async def test_a_person_is_answered_and_sigterm_ends_it_well(world, whole_bot):
    bot = whole_bot
    ada = world.person("Ada")
    await ada.send("/start")
    await until(answered(world, [ada]))
    await until(lambda: world.profile.commands)
    async with aiohttp.ClientSession() as session:
        for path in ("/healthz", "/readyz", "/metrics"):
            async with session.get(f"http://{bot.env['LECTERN_LISTEN']}{path}") as response:
                assert response.status == 200, await response.text()
    assert await bot.terminate() == 0
    assert world.token not in bot.logs
    assert world.token.partition(":")[2] not in bot.logs
    assert not re.search(r"Traceback|Error", bot.logs), bot.logs


async def test_a_bot_killed_again_and_again_answers_everybody(world, bot):
    people = [world.person(f"P{number}") for number in range(12)]
    for number, person in enumerate(people):
        await person.send("/start")
        if number % 4 == 3:
            await asyncio.sleep(0.7 + number / 10)
            await bot.kill()
            await bot.start()
    await until(answered(world, people), 60)
    database = Database(bot.env["DATABASE_URL"])
    async with database.read() as store:
        assert await store.updates.count_aside() == 0
        learners = [await store.learners.by_chat(person.person.id) for person in people]
    await database.close()
    assert all(learners)


async def test_a_bot_api_that_falters_delays_only(world, bot):
    ada = world.person("Ada")
    for method, how in (
        ("getUpdates", {"code": 502}),
        ("sendMessage", {"code": 500}),
        ("sendMessage", {"kind": "reset"}),
        ("getMe", {"code": 502}),
    ):
        world.fail(method, 1, **how)
    await ada.send("/start")
    await until(answered(world, [ada]), 40)


async def test_429_for_one_chat_does_not_stop_another(world, bot):
    ada, bob = world.person("Ada"), world.person("Bob")
    await until(lambda: any(method == "setMyCommands" for method, _ in world.calls))
    world.fail("sendMessage", 1, code=429, retry_after=5)
    await ada.send("/help")
    await until(lambda: world.pending_updates == 0)
    await asyncio.sleep(0.2)
    await bob.send("/help")
    await until(answered(world, [bob]))
    assert not [seen for seen in ada.messages if seen.from_bot], "she is served later, as Telegram asked"
    await until(answered(world, [ada, bob]))


WORDS = ("quokkafish", "Zebulonia", "wombatical")


async def test_nothing_that_anybody_says_or_sends_is_in_a_log_at_any_level(world, bot):
    """Of the whole process with every logger at DEBUG, asyncio's own debugging on, and the Bot API failing."""
    await bot.kill()
    bot.forked = False
    bot.env |= {"PYTHONASYNCIODEBUG": "1", "PYTHONDEVMODE": "1", "LECTERN_TEACHING": "everyone"}
    await bot.start()
    ada = world.person("Zebulonia")
    await ada.send("/start quokkafish")
    await until(answered(world, [ada]), 60)
    for method, how in (
        ("sendMessage", {"code": 400}),
        ("sendMessage", {"code": 500}),
        ("sendMessage", {"kind": "reset"}),
        ("editMessageText", {"kind": "lost"}),
        ("answerCallbackQuery", {"code": 400}),
    ):
        world.fail(method, 1, **how)
    for said in ("quokkafish", "/quokkafish", "/progress quokkafish", "/five quokkafish", "/learn"):
        await ada.send(said)
    await ada.send_document("wombatical.txt", b"The wombatical was founded in 1941 by Zebulonia and cost 5 million.")
    await ada.press("quokkafish")
    world.updates.put("message", {"quokkafish": "quokkafish", "chat": {"id": ada.chat.id, "type": "private"}})
    await until(lambda: world.pending_updates == 0, 60)
    await asyncio.sleep(1)
    async with aiohttp.ClientSession() as session:
        async with session.get(f"http://{bot.env['LECTERN_LISTEN']}/metrics") as response:
            told = await response.text()
        async with session.post(f"http://{bot.env['LECTERN_LISTEN']}/quokkafish", data=b"quokkafish") as response:
            assert response.status == 404
    assert await bot.terminate() == 0
    assert len(bot.logs.splitlines()) > 5
    for words in WORDS:
        assert words not in bot.logs
        assert words not in told
    assert world.token not in bot.logs


async def test_sigterm_ends_it_also_where_telegram_never_answered(tmp_path):
    with socket.socket() as silent:  # takes connections, and never reads from one
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        silent.setblocking(False)
        env = {"TELEGRAM_BOT_TOKEN": "1:x", "DATABASE_URL": f"sqlite:///{tmp_path}/l.db"}
        process = Process({**env, "TELEGRAM_API_URL": f"http://127.0.0.1:{silent.getsockname()[1]}"})
        await process.start()
        async with asyncio.timeout(60):
            connection, _ = await asyncio.get_running_loop().sock_accept(silent)
        with connection:
            assert await process.terminate() == 0  # how soon: benchmarks/stopping.py


# What is at fault is told in a sentence.


@pytest.mark.parametrize(
    ("env", "words"),
    [
        ({}, "TELEGRAM_BOT_TOKEN is not set"),
        ({"TELEGRAM_BOT_TOKEN": "x", "LECTERN_LOG": "loud"}, "- LECTERN_LOG must be one of"),
        ({"TELEGRAM_BOT_TOKEN": "1:x", "DATABASE_URL": "sqlite:////proc/nowhere/lectern.db"}, "The folder of the"),
    ],
)
async def test_settings_at_fault(env, words, tmp_path):
    process = Process({"HOME": str(tmp_path), **env})
    await process.start()
    assert await process.ended() == 1
    assert words in process.logs
    assert "Traceback" not in process.logs


async def test_a_token_that_telegram_does_not_know(world, tmp_path):
    token = "123456:" + "x" * 35
    env = {"TELEGRAM_BOT_TOKEN": token, "TELEGRAM_API_URL": world.url, "DATABASE_URL": f"sqlite:///{tmp_path}/l.db"}
    process = Process(env)
    await process.start()
    assert await process.ended() == 1
    assert "Telegram refuses the token" in process.logs
    assert token not in process.logs


async def test_a_port_that_is_taken(world, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process = Process(
            {
                "TELEGRAM_BOT_TOKEN": world.token,
                "TELEGRAM_API_URL": world.url,
                "DATABASE_URL": f"sqlite:///{tmp_path}/l.db",
                "LECTERN_LISTEN": f"127.0.0.1:{taken.getsockname()[1]}",
            }
        )
        await process.start()
        assert await process.ended() == 1
    assert "is in use by another program" in process.logs
    assert "Traceback" not in process.logs
