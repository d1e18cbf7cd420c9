"""The Bot API over HTTP: every way to send parameters, files, faults, webhooks; and the page's own door."""

import asyncio
import json

import aiohttp
import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from bot.playground.multipart import parse_multipart
from bot.playground.server import playground_app
from bot.playground.webhooks import WebhookDelivery

PAGE = {"X-Playground": "1"}


@pytest.fixture
async def web():
    async with aiohttp.ClientSession() as session:
        yield session


async def answer(response):
    async with response:
        return response.status, await response.json()


async def test_parameters_come_in_the_address_as_a_form_as_multipart_and_as_json(world, ada, address, web):
    url = f"{address}/bot{world.token}/sendMessage"
    fields = {"chat_id": "1001", "text": "ё <b>x</b>", "parse_mode": "HTML"}
    form = aiohttp.FormData({**fields, "unknown": "ignored"}, default_to_multipart=True)
    for sent in (
        web.get(url, params=fields),
        web.post(url, data=fields),
        web.post(url, data=form),
        web.post(url, json={**fields, "chat_id": 1001, "reply_markup": None}),
        web.post(url.replace("sendMessage", "SENDmessage"), data=fields),
    ):
        status, body = await answer(await sent)
        assert (status, body["ok"], body["result"]["text"]) == (200, True, "ё x")


async def test_refusals_have_telegrams_status_and_body(world, ada, address, web):
    for path, data, status, words in (
        ("bot1:wrong/getMe", {}, 401, "Unauthorized"),
        ("botnonsense/getMe", {}, 404, "Not Found"),
        (f"bot{world.token}/noSuch", {}, 404, "Not Found"),
        (f"bot{world.token}/sendMessage", {"text": "x"}, 400, "Bad Request: chat_id is empty"),
        (f"bot{world.token}/sendMessage", {"chat_id": "1001"}, 400, "Bad Request: message text is empty"),
    ):
        got, body = await answer(await web.post(f"{address}/{path}", data=data))
        assert (got, body) == (status, {"ok": False, "error_code": status, "description": words})


async def test_files_come_down_again_byte_for_byte(world, ada, address, web):
    content = bytes(range(256)) + b"\r\n--not a boundary\r\n"
    form = aiohttp.FormData(quote_fields=False)  # the server decodes nothing in a file's name
    form.add_field("chat_id", "1001")
    form.add_field("document", content, filename="Отчёт 1.bin", content_type="application/x-test")
    _, body = await answer(await web.post(f"{address}/bot{world.token}/sendDocument", data=form))
    sent = body["result"]["document"]
    assert (sent["file_name"], sent["mime_type"]) == ("Отчёт 1.bin", "application/x-test")
    _, body = await answer(await web.get(f"{address}/bot{world.token}/getFile", params={"file_id": sent["file_id"]}))
    async with web.get(f"{address}/file/bot{world.token}/{body['result']['file_path']}") as got:
        assert await got.read() == content
    async with web.get(f"{address}/file/bot1:wrong/{body['result']['file_path']}") as got:
        assert got.status == 401


async def test_a_502_is_a_page_and_a_reset_no_answer_at_all(world, ada, address, web):
    world.fail("getMe", code=502)
    async with web.get(f"{address}/bot{world.token}/getMe") as got:
        assert (got.status, got.content_type) == (502, "text/html")
    world.fail("getMe", kind="reset")
    with pytest.raises(aiohttp.ClientError):
        async with web.get(f"{address}/bot{world.token}/getMe") as got:
            await got.read()


async def test_a_poller_that_hangs_up_takes_nothing_with_it(world, ada, address, web):
    world.updates.acknowledge(world.updates.last_id + 1)
    url = f"{address}/bot{world.token}/getUpdates"
    with pytest.raises(TimeoutError):
        await web.get(url, params={"timeout": "20"}, timeout=aiohttp.ClientTimeout(total=0.1))
    await asyncio.sleep(0.7)  # the server notices within half a second
    await ada.send("still there")
    _, body = await answer(await web.get(url, params={"timeout": "5"}))
    assert [update["message"]["text"] for update in body["result"]] == ["still there"]


@pytest.fixture
async def hook(world, serve):
    """A webhook that notes what comes and answers as told: first each status of `statuses`, then 200."""
    got, statuses = [], []

    async def receive(request):
        got.append((json.loads(await request.body()), request.headers.get("x-telegram-bot-api-secret-token")))
        return Response(status_code=statuses.pop(0) if statuses else 200)

    async with serve(Starlette(routes=[Route("/hook", receive, methods=["POST"])])) as url:
        delivering = asyncio.create_task(WebhookDelivery(world, pauses=(0, 0.01, 0.02)).run())
        yield url, got, statuses
        delivering.cancel()
        await asyncio.gather(delivering, return_exceptions=True)


async def until(condition):
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 (what is waited for happens in another program)
            await asyncio.sleep(0.005)


async def test_a_webhook_gets_each_update_until_it_answers_2xx(world, ada, hook):
    from bot.playground.api import call
    from bot.playground.params import from_values

    url, got, statuses = hook
    statuses += [500, 503]
    await call(world, world.token, "setWebhook", from_values({"url": f"{url}/hook", "secret_token": "s3cret"}))
    await until(lambda: world.pending_updates == 0)
    assert [(body["message"]["text"], secret) for body, secret in got] == [("/start lesson_1", "s3cret")] * 3
    info = await call(world, world.token, "getWebhookInfo", from_values({}))
    assert info["last_error_message"].startswith("Wrong response from the webhook: 503")
    await ada.send("one")
    await ada.send("two")
    await until(lambda: world.pending_updates == 0)
    assert [body["message"]["text"] for body, _ in got[3:]] == ["one", "two"]


async def test_the_page_acts_only_for_itself(world, address, web):
    data = {"person": "1001", "text": "hello"}
    assert (await answer(await web.post(f"{address}/play/send", data=data)))[0] == 403
    foreign = {**PAGE, "Origin": "https://example.org"}
    assert (await answer(await web.post(f"{address}/play/send", data=data, headers=foreign)))[0] == 403
    assert (await answer(await web.post(f"{address}/play/send", data=data, headers=PAGE)))[0] == 200
    assert world.person("Ada").messages[-1].text == "hello"


async def test_the_page_hears_of_every_change_and_sees_it_all(world, address, web):
    async with web.get(f"{address}/play/events") as events:
        assert json.loads((await events.content.readline())[6:]) == {"kind": "hello"}
        await world.person("Ada").send("hello")
        await events.content.readline()
        change = json.loads((await events.content.readline())[6:])
        assert (change["kind"], change["message"]["text"]) == ("message", "hello")
    _, state = await answer(await web.get(f"{address}/play/state"))
    assert [person["name"] for person in state["people"]] == ["Ada"]
    assert state["chats"][0]["messages"][0]["text"] == "hello"


async def test_the_clock_moves_and_says_so(world, serve, web):
    heard = []

    async def moved():
        heard.append(world.clock.now())

    async def forgotten():
        heard.append(len(world.chats[1001].messages))

    app = playground_app(world, on_clock_moved=moved, start_over=forgotten)
    async with serve(app) as url:
        before = world.clock.now()
        await answer(await web.post(f"{url}/play/clock", data={"seconds": "86400"}, headers=PAGE))
        assert (heard[0] - before).days == 1
        await world.person("Ada").send("hello")
        await answer(await web.post(f"{url}/play/start-over", headers=PAGE))
        assert heard[1] == 1
        assert world.person("Ada").messages == []
        assert world.pending_updates == 0


def test_an_uploaded_name_carries_no_path():
    body = b'--b\r\nContent-Disposition: form-data; name="file"; filename="../../etc/passwd"\r\n\r\nx\r\n\r\n--b--\r\n'
    _, files = parse_multipart(body, "multipart/form-data; boundary=b")
    assert (files["file"].name, files["file"].data) == ("passwd", b"x\r\n")
