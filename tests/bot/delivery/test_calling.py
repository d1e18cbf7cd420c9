"""The short way of a call says and fails what the long one does."""

import asyncio
import logging
from contextlib import suppress

import pytest
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.delivery.calling import ask, tell
from bot.delivery.request import AiohttpRequest, NotSent, Unanswered

TOKEN = "123:abc"
SENT = {"message_id": 9}


@pytest.fixture
async def server():
    """Answers what `say` holds; `asked` and `peers` are what was asked, and over which connections."""
    app = web.Application()
    kept = {"asked": [], "say": None, "peers": set()}

    async def answer(request):
        kept["asked"].append((request.path.rpartition("/")[2], await request.json()))
        kept["peers"].add(request.transport.get_extra_info("peername"))
        if callable(kept["say"]):
            return await kept["say"](request)
        status, body = kept["say"] or (200, {"ok": True, "result": SENT})
        return (
            web.json_response(body, status=status) if isinstance(body, dict) else web.Response(text=body, status=status)
        )

    app.router.add_post("/{tail:.*}", answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    kept["url"] = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield kept
    await runner.cleanup()


def bot_of(server, **wishes):
    request = AiohttpRequest(**({"read_timeout": 0.3, "connect_timeout": 1} | wishes))
    return Bot(TOKEN, f"{server['url']}/bot", request=request, get_updates_request=request)


@pytest.fixture
async def bot(server):
    bot = bot_of(server)
    await bot.request.initialize()
    yield bot
    await bot.request.shutdown()


async def test_parameters_arrive_as_json_and_what_is_none_not_at_all(server, bot):
    markup = {"inline_keyboard": [[{"text": "1941 é", "callback_data": "a"}]]}
    assert await ask(bot, "sendMessage", {"chat_id": 7, "text": "é \ud800", "reply_markup": markup, "x": None}) == SENT
    assert server["asked"] == [("sendMessage", {"chat_id": 7, "text": "é ?", "reply_markup": markup})]


async def test_a_connection_is_kept(server, bot):
    for _ in range(5):
        await tell(bot, "editMessageText", {"text": "x"})
    assert len(server["peers"]) == 1


async def test_a_connection_that_the_server_closed_is_not_used_again(server, bot):
    async def last(_):
        return web.json_response({"ok": True, "result": SENT}, headers={"Connection": "close"})

    server["say"] = last
    for _ in range(3):
        await tell(bot, "editMessageText", {"text": "x"})
    assert len(server["peers"]) == 3


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (429, {"ok": False, "parameters": {"retry_after": 3}, "description": "Too Many Requests"}, RetryAfter),
        (403, {"ok": False, "description": "Forbidden: bot was blocked by the user"}, Forbidden),
        (401, {"ok": False, "description": "Unauthorized"}, InvalidToken),
        (400, {"ok": False, "description": "Bad Request: message is not modified"}, BadRequest),
        (500, {"ok": False, "description": "Internal Server Error"}, NetworkError),
        (502, "<html>Bad Gateway</html>", NetworkError),
    ],
)
async def test_refusals_come_as_telegrams_own_errors(server, bot, status, body, kind, caplog):
    server["say"] = (status, body)
    with caplog.at_level(logging.ERROR), pytest.raises(kind) as caught:
        await tell(bot, "editMessageText", {"text": "x"})
    assert TOKEN not in str(caught.value)
    assert not caplog.records


async def test_a_silent_server_is_a_time_out_and_its_late_answer_nobodys(server, bot):
    async def slow(_):
        await asyncio.sleep(0.6)
        return web.json_response({"ok": True, "result": {"message_id": 1}})

    server["say"] = slow
    with pytest.raises(TimedOut):
        await ask(bot, "sendMessage", {"text": "x"})
    server["say"] = None
    assert await ask(bot, "sendMessage", {"text": "y"}) == SENT


async def test_the_answer_to_a_call_given_up_is_not_taken_for_the_next_ones(server, bot):
    async def slow(_):
        await asyncio.sleep(0.1)
        return web.json_response({"ok": True, "result": {"message_id": 1}})

    server["say"] = slow
    with suppress(TimeoutError):
        async with asyncio.timeout(0.05):
            await ask(bot, "sendMessage", {"text": "x"})
    server["say"] = None
    assert await ask(bot, "sendMessage", {"text": "y"}) == SENT


async def test_a_connection_cut_in_the_middle_may_have_been_heard(server, bot):
    async def cut(request):
        request.transport.abort()
        await asyncio.sleep(0.05)
        return web.Response()

    server["say"] = cut
    with pytest.raises(Unanswered):
        await tell(bot, "editMessageText", {"text": "x"})


async def test_a_server_that_is_not_there_was_not_sent_to(server):
    bot = bot_of({"url": "http://127.0.0.1:1"})
    await bot.request.initialize()
    with pytest.raises(NotSent) as caught:
        await tell(bot, "editMessageText", {"text": "x"})
    assert TOKEN not in str(caught.value)
    await bot.request.shutdown()
    with pytest.raises(NotSent):
        await tell(bot, "editMessageText", {"text": "x"})


async def test_a_full_pool_waits_its_turn_or_is_not_sent(server):
    async def slow(_):
        await asyncio.sleep(0.1)
        return web.json_response({"ok": True, "result": SENT})

    server["say"] = slow
    bot = bot_of(server, pool_size=2, connect_timeout=0.1, pool_timeout=0.15)
    await bot.request.initialize()
    calls = [ask(bot, "sendMessage", {"text": str(number)}) for number in range(10)]
    done = await asyncio.gather(*calls, return_exceptions=True)
    assert len(server["peers"]) == 2
    assert {type(one) for one in done} == {dict, NotSent}
    await bot.request.shutdown()
