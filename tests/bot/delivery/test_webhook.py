"""A webhook says 200 when the update is committed, and nothing to strangers."""

import asyncio
import socket

import aiohttp
import pytest
from starlette.routing import Route

from bot.delivery import webhook as webhooks
from bot.delivery.metrics import Metrics
from bot.delivery.process import Processor
from bot.delivery.web import AddressTaken, WebServer, web_app
from bot.delivery.webhook import SECRET_HEADER, Webhook
from storage.errors import DatabaseBusy


def update(number=1, text="hello", chat=7):
    who = {"id": chat, "is_bot": False, "first_name": "Ada"}
    place = {"id": chat, "type": "private", "first_name": "Ada"}
    return {"update_id": number, "message": {"message_id": number, "date": 0, "chat": place, "from": who, "text": text}}


class Client:
    def __init__(self, session, url):
        self.session, self.url = session, url

    async def post(self, body, secret="s3cret", path="/hook", **how):
        headers = {SECRET_HEADER: secret} if secret is not None else {}
        how = how or {"json": body}
        async with self.session.post(self.url + path, headers=headers, **how) as response:
            return response.status, await response.text()

    async def get(self, path):
        async with self.session.get(self.url + path) as response:
            return response.status, await response.text()


@pytest.fixture
async def hook(counting, database):
    return Webhook(Processor(counting[0], database), "s3cret", metrics=Metrics())


@pytest.fixture
async def client(hook):
    state = {"ready": None}

    async def check():
        return state["ready"]

    async def broken():
        raise RuntimeError

    metrics = Metrics()
    routes = [Route("/hook", hook.__call__, methods=["GET", "POST", "PUT"])]
    server = WebServer(
        web_app(metrics=metrics, ready={"database": check}, routes=routes, refresh=broken), "127.0.0.1", 0
    )
    await server.start()
    async with aiohttp.ClientSession() as session:
        client = Client(session, f"http://127.0.0.1:{server.port}")
        client.state = state
        yield client
    await server.stop()


async def test_200_comes_after_the_commit(client, counting):
    assert await client.post(update()) == (200, "")
    assert await counting[1].heard(7) == ["hello"]


async def test_the_same_update_twice_counts_once(client, counting):
    assert (await client.post(update()))[0] == (await client.post(update()))[0] == 200
    assert await counting[1].heard(7) == ["hello"]


async def test_503_while_the_database_cannot_be_had_and_200_later(client, counting):
    def busy():
        raise DatabaseBusy("x")

    counting[1].trouble["hello"] = busy
    assert (await client.post(update()))[0] == 503
    assert await counting[1].heard(7) == []
    counting[1].trouble.clear()
    assert (await client.post(update()))[0] == 200
    assert await counting[1].heard(7) == ["hello"]


async def test_a_poison_update_is_taken_and_set_aside(client, counting, database):
    counting[1].trouble["hello"] = lambda: 1 / 0
    assert (await client.post(update()))[0] == 200
    async with database.read() as store:
        assert await store.updates.count_aside() == 1


async def test_strangers_find_nothing_and_all_nothings_look_alike(client, counting):
    nothing = await client.post(update(), path="/elsewhere")
    assert nothing == (404, "Not Found")
    for secret in (None, "", "s3cre", "s3crett", "é"):
        assert await client.post(update(), secret=secret) == nothing
    assert await client.get("/hook") == nothing
    async with client.session.put(client.url + "/healthz") as response:
        assert (response.status, await response.text()) == nothing
    assert await counting[1].heard(7) == []


async def test_bodies_that_are_no_updates_are_refused(client):
    assert (await client.post(None, data=b"x" * (webhooks.LONGEST_BODY + 1)))[0] == 413

    async def endless():
        for _ in range(40):
            yield b"[" * 50_000

    assert (await client.post(None, data=endless()))[0] == 413
    for body in (b"", b"nonsense", b"[]", b'{"update_id": "x"}', b"[" * 100_000, b"\xff"):
        assert (await client.post(None, data=body))[0] == 400


async def test_one_chat_in_order_many_side_by_side(client, counting):
    first = [asyncio.create_task(client.post(update(n, f"slow{n}", chat=7))) for n in (1,)]
    await asyncio.sleep(0.03)
    rest = [client.post(update(2, "two", chat=7)), *(client.post(update(n, "slow", chat=n)) for n in range(10, 20))]
    statuses = await asyncio.gather(*first, *rest)
    assert {status for status, _ in statuses} == {200}
    assert await counting[1].heard(7) == ["slow1", "two"]
    assert counting[1].most >= 10


async def test_what_takes_too_long_is_sent_again(client, counting, monkeypatch):
    monkeypatch.setattr(webhooks, "PATIENCE_SECS", 0.02)
    assert (await client.post(update(text="slow")))[0] == 503
    assert await counting[1].heard(7) == []


async def test_closing_finishes_what_is_in_hand_and_takes_no_more(client, hook, counting):
    running = asyncio.create_task(client.post(update(text="slow")))
    await asyncio.sleep(0.05)
    await hook.close()
    assert counting[1].working == 0
    assert (await running)[0] == 200
    assert (await client.post(update(2)))[0] == 503


async def test_health_readiness_and_metrics(client):
    assert (await client.get("/healthz"))[0] == 200
    assert (await client.get("/readyz"))[0] == 200
    client.state["ready"] = "away"
    assert await client.get("/readyz") == (503, '{"ok":false,"faults":{"database":"away"}}')
    assert (await client.get("/healthz"))[0] == 200
    assert "lectern_updates_total" in (await client.get("/metrics"))[1]


async def test_a_busy_port_is_told_and_the_process_lives():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(AddressTaken) as caught:
            WebServer(web_app(metrics=Metrics()), "127.0.0.1", port)
    assert caught.value.port == port
    assert caught.value.taken
