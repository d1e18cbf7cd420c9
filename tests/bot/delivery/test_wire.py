"""The wire to the Bot API: whom it trusts, what it sends once only, and what a server may not do to it."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from telegram.error import NetworkError, TimedOut

from bot.delivery.request import AiohttpRequest
from bot.delivery.wire import NotSent, Unanswered, Wire
from tests.certificates import OPENSSL, Authority

OK = b'{"ok":true,"result":true}'
GOOD = b"HTTP/1.1 200 OK\r\nContent-Length: 25\r\n\r\n" + OK
TOKEN = "123:abcdefghijklmnopqrstuvwxyz012345"
PATH = f"/bot{TOKEN}/sendMessage"

with_tls = pytest.mark.skipif(OPENSSL is None, reason="no openssl to make certificates with")


Answering = Callable[["Served", asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Served:
    """What a server was asked: the heads of all requests, how many connections, which names were wanted."""

    url: str = ""
    heads: list[bytes] = field(default_factory=list)
    connections: int = 0
    names: list[str | None] = field(default_factory=list)

    async def request(self, reader: asyncio.StreamReader) -> bytes:
        """The body of the next request; raises IncompleteReadError where the client is gone."""
        head = await reader.readuntil(b"\r\n\r\n")
        self.heads.append(head)
        length = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
        return await reader.readexactly(int(length.split(b":")[1]))


def saying(*parts: bytes, pause: float = 0.0) -> Answering:
    """Answers every request with these words, so many seconds apart."""

    async def answer(served: Served, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            await served.request(reader)
            for part in parts:
                writer.write(part)
                await writer.drain()
                await asyncio.sleep(pause)

    return answer


@asynccontextmanager
async def server(answering: Answering, context: ssl.SSLContext | None = None) -> AsyncIterator[Served]:
    """A server that answers so, with TLS where there is a context."""
    served, tasks = Served(), set()

    async def one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        served.connections += 1
        tasks.add(asyncio.current_task())
        try:
            await answering(served, reader, writer)
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.transport.abort()

    if context is not None:
        context.sni_callback = lambda _, name, __: served.names.append(name)
    listening = await asyncio.start_server(one, "127.0.0.1", 0, ssl=context, limit=1_000_000)
    port = listening.sockets[0].getsockname()[1]
    served.url = f"{'https' if context else 'http'}://{'localhost' if context else '127.0.0.1'}:{port}"
    try:
        yield served
    finally:
        listening.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def request(**wishes: float) -> AsyncIterator[AiohttpRequest]:
    made = AiohttpRequest(**({"read_timeout": 2.0, "connect_timeout": 2.0, "pool_timeout": 0.5} | wishes))
    await made.initialize()
    yield made
    await made.shutdown()


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def trusted(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """The authority as one of those that the machine trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.root))
    return authority


# Whom it trusts.


@with_tls
async def test_over_tls_the_name_is_told_and_one_connection_serves_many_calls(trusted: Authority) -> None:
    async with server(saying(GOOD), trusted.give("localhost").server_side()) as served, request() as made:
        for _ in range(5):
            assert await made.call(served.url + PATH, {"text": "é"}) == OK
        assert served.names == ["localhost"]
        assert served.connections == 1
        assert len(served.heads) == 5
        assert served.heads[0].startswith(f"POST {PATH} HTTP/1.1\r\nHost: localhost:".encode())


@with_tls
@pytest.mark.parametrize(
    ("name", "valid", "known", "why"),
    [
        ("elsewhere.example", True, True, "Hostname mismatch"),
        ("localhost", False, True, "certificate has expired"),
        ("localhost", True, False, "unable to get local issuer certificate"),
    ],
)
async def test_a_certificate_that_is_not_the_servers_is_refused_and_why_is_told(
    authority: Authority, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, valid: bool, known: bool, why: str
) -> None:
    (tmp_path / "none.pem").write_text("")
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.root if known else tmp_path / "none.pem"))
    async with server(saying(GOOD), authority.give(name, valid=valid).server_side()) as served, request() as made:
        with pytest.raises(NotSent, match=why) as caught:
            await made.call(served.url + PATH, {"text": "secret words"})
        assert TOKEN not in str(caught.value)
        assert served.heads == [], "nothing was told to whoever that was"


async def test_a_server_that_never_ends_its_greeting_was_not_sent_to() -> None:
    async def silent(served: Served, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(60)

    async with server(silent) as served, request(connect_timeout=0.1, pool_timeout=0.1) as made:
        with pytest.raises(NotSent, match="TimeoutError"):
            await made.call(served.url.replace("http:", "https:") + PATH, {})


# What it sends once only.


@with_tls
async def test_a_connection_closed_between_two_calls_is_replaced_and_each_call_sent_once(trusted: Authority) -> None:
    async def once(served: Served, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await served.request(reader)
        writer.write(GOOD)  # it says nothing of closing
        await writer.drain()
        await asyncio.sleep(0.02)

    async with server(once, trusted.give("localhost").server_side()) as served, request() as made:
        for _ in range(3):
            assert await made.call(served.url + PATH, {}) == OK
            await asyncio.sleep(0.1)
        assert (len(served.heads), served.connections) == (3, 3)


@pytest.mark.parametrize("begun", [b"", b"HTTP/1.1 200 OK\r\nContent-Le", GOOD[:-3]])
async def test_a_call_that_was_heard_and_not_answered_is_told_and_never_repeated(begun: bytes) -> None:
    async def dies(served: Served, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await served.request(reader)
        writer.write(begun)
        await writer.drain()

    async with server(dies) as served, request() as made:
        with pytest.raises(Unanswered) as caught:
            await made.call(served.url + PATH, {"text": "x"})
        await asyncio.sleep(0.1)
        assert len(served.heads) == 1
        assert TOKEN not in str(caught.value)


async def test_a_connection_that_dies_as_the_next_call_goes_out_is_told_and_not_tried_again_behind_our_back() -> None:
    # Whether the server heard the call cannot be known; only who made it knows whether it may come twice.

    async def leaves(served: Served, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await served.request(reader)
        writer.write(GOOD)
        await served.request(reader)
        writer.transport.abort()

    async with server(leaves) as served, request() as made:
        assert await made.call(served.url + PATH, {}) == OK
        with pytest.raises(Unanswered):
            await made.call(served.url + PATH, {})
        assert (len(served.heads), served.connections) == (2, 1)


# What a server may not do to it.


async def test_answers_in_chunks_behind_early_ones_and_large_ones_are_read_whole() -> None:
    long = b'{"ok":true,"result":"' + b"x" * 3_000_000 + b'"}'
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in (long[:9], long[9:70_000], long[70_000:]))
    for words in (
        b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        + chunks
        + b"0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(long), long),
    ):
        async with server(saying(words)) as served, request(read_timeout=20.0) as made:
            for _ in range(2):
                assert await made.call(served.url + PATH, {}) == long
            assert served.connections == 1


@pytest.mark.parametrize("drop", [b"x", b"X: y\r\n", b"1\r\nx\r\n"])
async def test_an_answer_that_trickles_ends_with_the_time_for_it(drop: bytes) -> None:
    head = b"HTTP/1.1 200 OK\r\n" if drop.startswith(b"X") else b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"
    if drop.startswith(b"1"):
        head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    trickle = saying(head, *[drop] * 2_000, pause=0.02)
    async with server(trickle) as served, request(read_timeout=0.3) as made:
        async with asyncio.timeout(10):
            with pytest.raises(TimedOut):
                await made.call(served.url + PATH, {})
        assert len(served.heads) == 1


@pytest.mark.parametrize(
    "words",
    [
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 20_000,
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 20_000 + b"\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n" * 5_000,
        b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\nx\r\n" * 20_000,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"f" * 5_000 + b"\r\n",
        b"\0" * 100_000,
    ],
)
async def test_what_no_bot_api_server_says_ends_the_call_at_once(
    words: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    async with server(saying(words)) as served, request(read_timeout=30.0) as made:
        async with asyncio.timeout(10):
            with pytest.raises(Unanswered, match="not HTTP"):
                await made.call(served.url + PATH, {})
        assert not caplog.records


# Where it is not for.


async def test_through_a_proxy_the_same_call_goes_the_long_way() -> None:
    async with server(saying(GOOD)) as proxy:
        made = AiohttpRequest(proxy=proxy.url)
        await made.initialize()
        assert await made.call(f"http://api.example{PATH}", {}) is None
        assert await made.post(f"http://api.example{PATH}") is True
        assert proxy.heads[0].startswith(b"POST http://api.example/bot")
        await made.shutdown()


async def test_a_bot_api_server_of_ones_own_has_its_path_and_its_port() -> None:
    async with server(saying(GOOD)) as served, request() as made:
        assert await made.call(f"{served.url}/behind/a/path{PATH}?x=1", {"a": 1}) == OK
        assert served.heads[0].startswith(f"POST /behind/a/path{PATH}?x=1 HTTP/1.1\r\nHost: 127.0.0.1:".encode())
        assert await made.call(served.url.replace("//", "//name:word@") + PATH, {}) is None, "aiohttp tells who we are"


async def test_a_wire_that_is_closed_sends_nothing() -> None:
    wire = Wire("http://127.0.0.1:1/x", size=1, connect_secs=1, answer_secs=1, agent="x")
    wire.close()
    with pytest.raises(NetworkError):
        await wire.post(wire.head("http://127.0.0.1:1/x"), b"{}")
