"""How does a small call go over the wire? HTTP/1.1 on kept connections, as little of it as a JSON answer needs.

A turn of a quiz is two calls. A general client spends on each several times what the socket needs: on redirects,
cookies, hooks, and timers that are always cancelled. Here a call is one write, one read and one look for the end of the
answer. Whatever is not a small JSON body, files above all, goes through `AiohttpRequest`.
"""

import asyncio
import ssl
from collections import deque
from urllib.parse import urlsplit

from telegram.error import NetworkError, TimedOut

from bot.delivery.answer import Answer, BadAnswer, read

KEPT_SECS = 50.0
"""A connection idle for longer is not used any more: the server may be about to close it."""


class NotSent(NetworkError):
    """The request never reached the server, so that repeating it cannot double anything."""

    __slots__ = ()


class Unanswered(NetworkError):
    """The connection broke after the request had gone out: the server may have done it or not."""

    __slots__ = ()


class Wire:
    """Up to `size` connections to one server. `connect_secs` is for a free or a new one, `answer_secs` for a call."""

    def __init__(self, url: str, *, size: int, connect_secs: float, answer_secs: float, agent: str) -> None:
        parts = urlsplit(url)
        self._host = parts.hostname or ""
        self._ssl = ssl.create_default_context() if parts.scheme == "https" else None
        self._port = parts.port or (443 if self._ssl else 80)
        self._size = size
        self._connect_secs = connect_secs
        self._answer_secs = answer_secs
        self._always = (
            f" HTTP/1.1\r\nHost: {parts.netloc.rpartition('@')[2]}\r\nUser-Agent: {agent}\r\n"
            "Content-Type: application/json\r\nContent-Length: "
        )
        self._loop = asyncio.get_running_loop()
        self._all: set[_Connection] = set()
        self._idle: list[_Connection] = []
        self._opening = 0
        self._queue: deque[asyncio.Future[None]] = deque()
        self._watch: asyncio.TimerHandle | None = None
        self._closed = False

    def head(self, url: str) -> bytes:
        """What every call of that address begins with; made once for each, not at each call."""
        parts = urlsplit(url)
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        return f"POST {path}{self._always}".encode("ascii")

    async def post(self, head: bytes, body: bytes, answer_secs: float | None = None) -> Answer:
        """The server's answer; `answer_secs` for a call that takes its time. Raises NotSent, Unanswered or TimedOut."""
        connection = self._take() or await self._opened()
        until = self._loop.time() + (answer_secs or self._answer_secs)
        answer = connection.ask(b"%b%d\r\n\r\n%b" % (head, len(body), body), until)
        if self._watch is None:
            self._watch = self._loop.call_later(self._answer_secs / 4, self._look)
        try:
            return await answer
        except asyncio.CancelledError:
            connection.leave(answer)
            raise

    def close(self) -> None:
        """Lets go of every connection; what waits for an answer gets none."""
        self._closed = True
        if self._watch is not None:
            self._watch.cancel()
        for connection in list(self._all):
            connection.drop()
        self._let_in(len(self._queue))

    def done(self, connection: "_Connection") -> None:
        """The connection may be used again."""
        self._idle.append(connection)
        self._let_in(1)

    def lost(self, connection: "_Connection") -> None:
        """The connection is gone."""
        self._all.discard(connection)
        if connection in self._idle:
            self._idle.remove(connection)
        self._let_in(1)

    def _take(self) -> "_Connection | None":
        """An idle connection, the one used last: those that are not needed grow old."""
        if self._closed:
            raise NotSent("The connection pool is closed")
        oldest = self._loop.time() - KEPT_SECS
        while self._idle:
            connection = self._idle.pop()
            if connection.since >= oldest and connection.usable:
                return connection
            connection.drop()
        return None

    async def _opened(self) -> "_Connection":
        try:
            async with asyncio.timeout(self._connect_secs):
                while len(self._all) + self._opening >= self._size:
                    await self._turn()
                    if (free := self._take()) is not None:
                        return free
                return await self._connected()
        except TimeoutError as error:
            raise NotSent("Could not connect: TimeoutError") from error

    async def _connected(self) -> "_Connection":
        self._opening += 1
        try:
            _, connection = await self._loop.create_connection(
                lambda: _Connection(self), self._host, self._port, ssl=self._ssl, happy_eyeballs_delay=0.25
            )
        except (OSError, ValueError) as error:  # its text may hold the address; its kind says enough
            words = error.strerror if isinstance(error, OSError) and not isinstance(error, TimeoutError) else None
            told = f"{type(error).__name__} ({words})" if words else type(error).__name__
            raise NotSent(f"Could not connect: {told}") from error
        finally:
            self._opening -= 1
        self._all.add(connection)
        return connection

    async def _turn(self) -> None:
        """Until a connection is free, or there is room for another."""
        waiter: asyncio.Future[None] = self._loop.create_future()
        self._queue.append(waiter)
        try:
            await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled():
                self._let_in(1)  # the turn was ours, and goes to the next
            raise

    def _let_in(self, count: int) -> None:
        while self._queue and count:
            waiter = self._queue.popleft()
            if not waiter.done():
                waiter.set_result(None)
                count -= 1

    def _look(self) -> None:
        """One timer for all calls: whichever has waited too long ends."""
        now = self._loop.time()
        for connection in list(self._all):
            connection.look(now)
        busy = len(self._idle) < len(self._all)
        self._watch = self._loop.call_later(self._answer_secs / 4, self._look) if busy else None


class _Connection(asyncio.Protocol):
    """One call at a time."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._transport: asyncio.Transport | None = None
        self._answer: asyncio.Future[Answer] | None = None
        self._heard: bytes | bytearray = b""
        self._until = 0.0
        self.since = 0.0
        """When it became idle."""

    def ask(self, words: bytes, until: float) -> asyncio.Future[Answer]:
        """Sends a call; the future is its answer."""
        loop = self._wire._loop
        self._answer = answer = loop.create_future()
        self._until = until
        if self._transport is not None and self.usable:
            self._transport.write(words)
        else:
            self._end(NotSent("The connection was closed"))
        return answer

    @property
    def usable(self) -> bool:
        """Whether it is open, as far as we know."""
        return self._transport is not None and not self._transport.is_closing()

    def leave(self, answer: asyncio.Future[Answer]) -> None:
        """Nobody waits for that answer any more; it must not be taken for the next one's."""
        if self._answer is answer:
            self.drop()

    def look(self, now: float) -> None:
        """Ends a call that has waited too long."""
        if self._answer is not None and now >= self._until:
            self._end(TimedOut())
            self.drop()

    def drop(self) -> None:
        """Closes the connection."""
        self._end(Unanswered("Connection closed"))
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Asyncio tells us."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Asyncio tells us."""
        if self._answer is None:  # nobody asked
            self.drop()
            return
        if not self._heard:
            self._heard = data  # nearly always the whole answer
        elif isinstance(self._heard, bytearray):
            self._heard += data
        else:
            self._heard = bytearray(self._heard) + data
        try:
            found = read(self._heard)
        except BadAnswer:
            self._end(Unanswered("Connection failed: not HTTP"))
            self.drop()
            return
        if found is not None:
            self._tell(found)

    def eof_received(self) -> None:
        """Asyncio tells us; an answer without a length ends here."""
        self._last_word()

    def connection_lost(self, error: Exception | None) -> None:
        """Asyncio tells us."""
        self._last_word()
        self._end(Unanswered(f"Connection failed: {type(error).__name__ if error else 'closed by the server'}"))
        self._wire.lost(self)

    def _last_word(self) -> None:
        try:
            found = read(self._heard, ended=True) if self._answer is not None and self._heard else None
        except BadAnswer:
            return
        if found is not None:
            self._tell(found)

    def _tell(self, found: Answer) -> None:
        answer, self._answer, self._heard = self._answer, None, b""
        assert answer is not None
        if not answer.done():
            answer.set_result(found)
        if found.kept:
            self.since = self._wire._loop.time()
            self._wire.done(self)
        elif self._transport is not None:
            self._transport.abort()

    def _end(self, error: NetworkError) -> None:
        answer, self._answer, self._heard = self._answer, None, b""
        if answer is not None and not answer.done():
            answer.set_exception(error)
