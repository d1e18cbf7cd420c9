"""The transport speaks to a server as python-telegram-bot expects, and fails in its words."""

import asyncio
import logging

import pytest
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.delivery.request import AiohttpRequest, NotSent, Unanswered

TOKEN = "123:abc"
ME = {"id": 123, "is_bot": True, "first_name": "Lectern", "username": "lectern_bot"}
SENT = {"message_id": 9, "date": 0, "chat": {"id": 7, "type": "private"}}


def _plain(value):
    return (value.filename, value.file.read()) if isinstance(value, web.FileField) else value


@pytest.fixture
async def server():
    """A server that keeps what it was asked and answers what `say` holds for the method."""
    app = web.Application()
    kept = {"asked": [], "say": {}, "peers": set()}

    async def answer(request):
        method = request.path.rpartition("/")[2]
        form = await request.post()
        kept["asked"].append((method, {name: _plain(value) for name, value in form.items()}))
        kept["peers"].add(request.transport.get_extra_info("peername"))
        said = kept["say"].get(method, {"ok": True, "result": ME if method == "getMe" else SENT})
        if callable(said):
            return await said(request)
        status, body = said if isinstance(said, tuple) else (200, said)
        return (
            web.json_response(body, status=status) if isinstance(body, dict) else web.Response(text=body, status=status)
        )

    app.router.add_route("*", "/{tail:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    kept["url"] = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield kept
    await runner.cleanup()


@pytest.fixture
async def bot(server):
    request = AiohttpRequest(read_timeout=0.3, connect_timeout=1)
    async with Bot(
        TOKEN, f"{server['url']}/bot", f"{server['url']}/file/bot", request=request, get_updates_request=request
    ) as bot:
        yield bot


async def test_parameters_arrive_as_a_form(server, bot):
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("1941 & so", callback_data="a")]])
    sent = await bot.send_message(7, "<b>é</b> & 1", parse_mode="HTML", reply_markup=keys)
    assert sent.message_id == 9
    method, form = server["asked"][-1]
    assert method == "sendMessage"
    assert form["text"] == "<b>é</b> & 1"
    assert "1941 & so" in form["reply_markup"]


async def test_files_go_up_with_their_names_and_come_down(server, bot):
    await bot.send_document(7, b"{}", filename='Моё "x".json', caption="c")
    form = server["asked"][-1][1]
    assert form["document"] == ('Моё "x".json', b"{}")
    assert form["caption"] == "c"

    async def file(_):
        return web.Response(body=b"words")

    server["say"] |= {
        "getFile": {"ok": True, "result": {"file_id": "f", "file_unique_id": "u", "file_path": "doc.txt"}}
    }
    server["say"]["doc.txt"] = file
    assert bytes(await (await bot.get_file("f")).download_as_bytearray()) == b"words"


async def test_a_connection_is_kept(server, bot):
    for _ in range(5):
        await bot.send_message(7, "x")
    assert len(server["peers"]) == 1


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (429, {"ok": False, "parameters": {"retry_after": 3}, "description": "Too Many Requests"}, RetryAfter),
        (403, {"ok": False, "description": "Forbidden: bot was blocked by the user"}, Forbidden),
        (400, {"ok": False, "description": "Bad Request: message is not modified"}, BadRequest),
        (500, {"ok": False, "description": "Internal Server Error"}, NetworkError),
        (502, "<html>Bad Gateway</html>", NetworkError),
    ],
)
async def test_refusals_come_as_telegrams_own_errors(server, bot, status, body, kind, caplog):
    server["say"]["sendMessage"] = (status, body)
    with caplog.at_level(logging.ERROR), pytest.raises(kind):
        await bot.send_message(7, "x")
    assert not caplog.records


async def test_a_silent_server_is_a_time_out(server, bot):
    async def silent(_):
        await asyncio.sleep(5)

    server["say"]["sendMessage"] = silent
    with pytest.raises(TimedOut):
        await bot.send_message(7, "x")


async def test_a_connection_cut_in_the_middle_may_have_been_heard(server, bot):
    async def cut(request):
        request.transport.abort()
        await asyncio.sleep(0.05)
        return web.Response()

    server["say"]["sendMessage"] = cut
    with pytest.raises(Unanswered):
        await bot.send_message(7, "x")


async def test_a_server_that_is_not_there_was_not_sent_to():
    request = AiohttpRequest()
    bot = Bot(TOKEN, "http://127.0.0.1:1/bot", request=request, get_updates_request=request)
    await request.initialize()
    with pytest.raises(NotSent) as caught:
        await bot.send_message(7, "x")
    assert TOKEN not in str(caught.value)
    await request.shutdown()
    with pytest.raises(NotSent):
        await bot.send_message(7, "x")


async def test_a_full_pool_is_not_sent(server):
    async def slow(_):
        await asyncio.sleep(0.3)
        return web.json_response({"ok": True, "result": SENT})

    server["say"]["sendMessage"] = slow
    request = AiohttpRequest(pool_size=1, pool_timeout=0.01, connect_timeout=0.04)
    await request.initialize()
    bot = Bot(TOKEN, f"{server['url']}/bot", request=request, get_updates_request=request)
    results = await asyncio.gather(bot.send_message(7, "x"), bot.send_message(7, "y"), return_exceptions=True)
    assert [type(result).__name__ for result in results] == ["Message", "NotSent"]
    await request.shutdown()
