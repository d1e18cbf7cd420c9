"""The token, the password and the webhook's secret are in nothing that anybody can read, whatever fails."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from telegram.error import TelegramError

from bot.delivery import webhook as webhooks
from bot.delivery.metrics import Metrics
from bot.delivery.request import AiohttpRequest
from bot.delivery.web import WebServer, web_app
from bot.log import describe
from bot.settings import load

TOKEN = "7123456789:AAH" + "k3y" * 11
SECRET = "s3cret-of-the-webhook"
ANSWERS = (
    lambda: PlainTextResponse(f"<html>no route /bot{TOKEN}/getMe</html>", status_code=502),
    lambda: JSONResponse({"ok": False, "error_code": 500, "description": f"Internal: {TOKEN}"}, status_code=500),
    lambda: JSONResponse(
        {"ok": False, "error_code": 429, "description": "slow", "parameters": {"retry_after": 0}}, 429
    ),
    lambda: PlainTextResponse("{", status_code=200),
    lambda: PlainTextResponse("", status_code=200),
)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
async def failing() -> AsyncIterator[WebServer]:
    """A Bot API server that fails in another way each time, and quotes the token where it can."""
    calls = iter(range(10_000))

    async def fail(_: Request) -> Response:
        return ANSWERS[next(calls) % len(ANSWERS)]()

    server = WebServer(
        web_app(metrics=Metrics(), routes=[Route("/{rest:path}", fail, methods=["GET", "POST"])]), "127.0.0.1", 0
    )
    await server.start()
    yield server
    await server.stop()


def hidden(words: str) -> None:
    for secret in (TOKEN, TOKEN.partition(":")[2], SECRET):
        assert secret not in words


@pytest.mark.parametrize("door", ["polling", "webhook", "nobody there"])
async def test_no_secret_leaves_a_bot_whose_bot_api_fails(failing: WebServer, tmp_path: Path, door: str) -> None:
    listen = f"127.0.0.1:{free_port()}"
    port = free_port() if door == "nobody there" else failing.port
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": f"http://127.0.0.1:{port}",
        "DATABASE_URL": f"sqlite:///{tmp_path}/lectern.db",
        "LECTERN_LISTEN": listen,
        "LECTERN_LOG": "debug",
    }
    if door == "webhook":
        env |= {"LECTERN_WEBHOOK_URL": f"http://{listen}/telegram", "LECTERN_WEBHOOK_SECRET": SECRET}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-X", "dev", "-m", "bot", "run"),
        env=env,
        cwd=tmp_path,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout is not None
    said = b""
    async with asyncio.timeout(60):
        while said.count(b"trying again") < 4:
            said += await process.stdout.readline()
    process.terminate()
    said += await process.stdout.read()
    await process.wait()
    hidden(said.decode())


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/bot", "http://nowhere.invalid/bot", "not an address/bot"])
async def test_no_error_of_the_transport_names_the_address(url: str) -> None:
    request = AiohttpRequest(connect_timeout=1, pool_timeout=1)
    await request.initialize()
    try:
        with pytest.raises(TelegramError) as failed:
            await request.post(f"{url}{TOKEN}/getMe")
    finally:
        await request.shutdown()
    hidden(f"{failed.value} {failed.value!r} {describe(failed.value)}")


def test_settings_and_their_mistakes_show_no_secret(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    values = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "LECTERN_WEBHOOK_URL": "https://bot.example.org/telegram",
        "LECTERN_WEBHOOK_SECRET": SECRET,
        "DATABASE_URL": "postgresql://ada:pa55word@db/lectern",
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    settings = load()
    shown = f"{settings} {settings!r} {settings.model_dump()} {settings.model_dump_json()}"
    hidden(shown)
    assert "pa55word" not in shown
    assert set(settings.secrets) == {TOKEN, SECRET, "pa55word"}


async def test_the_secret_is_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def compare(given: bytes, known: bytes) -> bool:
        compared.append((given, known))
        return False

    monkeypatch.setattr(webhooks.hmac, "compare_digest", compare)
    hook = webhooks.Webhook(None, SECRET)  # type: ignore[arg-type]  # nothing behind it is reached
    server = WebServer(
        web_app(metrics=Metrics(), routes=[Route("/t", hook.__call__, methods=["POST"])]), "127.0.0.1", 0
    )
    await server.start()
    async with aiohttp.ClientSession() as session:
        found = []
        for path, headers in (("t", {webhooks.SECRET_HEADER: SECRET}), ("t", {}), ("elsewhere", {})):
            async with session.post(f"http://127.0.0.1:{server.port}/{path}", headers=headers, json={}) as answer:
                found.append((answer.status, await answer.text(), answer.headers.get("Server")))
    await server.stop()
    assert compared == [(SECRET.encode(), SECRET.encode()), (b"", SECRET.encode())]
    assert found == [(404, "Not Found", None)] * 3
