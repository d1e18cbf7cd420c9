"""How does python-telegram-bot speak HTTP here? On aiohttp, whose pool costs a third of the default's time a call."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.delivery.wire import NotSent, Unanswered, Wire

if TYPE_CHECKING:
    from telegram._utils.defaultvalue import DefaultValue

    Seconds = DefaultValue[float] | DefaultValue[None] | float | None
    """As python-telegram-bot passes a timeout: a number, None for none, or its marker for "yours"."""

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


__all__ = ["AiohttpRequest", "NotSent", "Unanswered"]

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
_LONGEST_SECS = 60.0
"""For an answer, where a caller would wait for ever."""


class AiohttpRequest(BaseRequest):
    """A transport with one pool of kept connections; failures become telegram.error.NetworkError or TimedOut.

    Timeouts are seconds. `media_write_timeout` replaces `write_timeout` where files go up. `proxy` is an HTTP proxy.
    """

    __slots__ = (
        "_connect",
        "_media_write",
        "_origin",
        "_pool",
        "_pool_size",
        "_proxy",
        "_read",
        "_session",
        "_targets",
        "_wire",
        "_write",
    )

    def __init__(
        self,
        *,
        pool_size: int = 100,
        read_timeout: float | None = 10.0,
        write_timeout: float | None = 10.0,
        connect_timeout: float | None = 10.0,
        pool_timeout: float | None = 30.0,
        media_write_timeout: float | None = 60.0,
        proxy: str | None = None,
    ) -> None:
        self._pool_size = pool_size
        self._read = read_timeout
        self._write = write_timeout
        self._connect = connect_timeout
        self._pool = pool_timeout
        self._media_write = media_write_timeout
        self._proxy = proxy
        self._session: aiohttp.ClientSession | None = None
        self._wire: Wire | None = None
        self._origin = ""
        self._targets: dict[str, bytes] = {}

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer where the caller names none."""
        return self._read

    async def initialize(self) -> None:
        """Open the pool; does nothing where it is open."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._pool_size, keepalive_timeout=50, ttl_dns_cache=300)
            self._session = aiohttp.ClientSession(
                connector=connector,
                headers={"User-Agent": self.USER_AGENT},
                cookie_jar=aiohttp.DummyCookieJar(),
            )

    async def shutdown(self) -> None:
        """Close the pool and every connection in it."""
        if self._wire is not None:
            self._wire.close()
        if self._session is not None:
            await self._session.close()

    async def call(self, url: str, parameters: Mapping[str, Any], answer_secs: float | None = None) -> bytes | None:
        """A call whose parameters are JSON, by the shortest way; its body where it went well, None where it can only
        be made by `post` (through a proxy, or with a name and a password in the address). Raises TelegramError.
        """
        if self._proxy is not None or "@" in url.partition("/bot")[0]:
            return None
        if self._session is None or self._session.closed:
            raise NotSent("The connection pool is closed")
        head = self._targets.get(url)
        if head is None:
            head = self._target(url)
        assert self._wire is not None
        given = {name: value for name, value in parameters.items() if value is not None}
        status, payload, _ = await self._wire.post(head, _encode(given).encode("utf-8", "replace"), answer_secs)
        if status == HTTPStatus.OK and payload[:12].replace(b" ", b"").startswith(b'{"ok":true'):
            return payload
        _refuse_gateway_page(status, payload)
        await _Said(status, payload).post(url)  # raises what python-telegram-bot makes of it
        return payload

    def _target(self, url: str) -> bytes:
        """What a call of that address begins with; a bot has one server and a few methods."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if self._wire is None or origin != self._origin:
            if self._wire is not None:
                self._wire.close()
            connect = (self._connect or _LONGEST_SECS) + (self._pool or 0.0)
            self._wire = Wire(
                url,
                size=self._pool_size,
                connect_secs=connect,
                answer_secs=self._read or _LONGEST_SECS,
                agent=self.USER_AGENT,
            )
            self._origin = origin
            self._targets.clear()
        head = self._targets[url] = self._wire.head(url)
        return head

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: "Seconds" = BaseRequest.DEFAULT_NONE,
        write_timeout: "Seconds" = BaseRequest.DEFAULT_NONE,
        connect_timeout: "Seconds" = BaseRequest.DEFAULT_NONE,
        pool_timeout: "Seconds" = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request and its whole answer: status and body."""
        if self._session is None or self._session.closed:
            raise NotSent("The connection pool is closed")
        files = request_data is not None and request_data.contains_files
        timeout = _timeout(
            read=_given(read_timeout, self._read),
            write=_given(write_timeout, self._media_write if files else self._write),
            connect=_given(connect_timeout, self._connect),
            pool=_given(pool_timeout, self._pool),
            whole=method == "POST",
        )
        body = _multipart(request_data) if request_data and files else _urlencoded(request_data)
        headers = _FORM if isinstance(body, bytes) else None
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout, proxy=self._proxy
            ) as response:
                payload = await response.read()
        except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError) as error:
            raise NotSent(f"Could not connect: {_what(error)}") from error
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            raise Unanswered(f"Connection failed: {_what(error)}") from error
        _refuse_gateway_page(response.status, payload)
        return response.status, payload


class _Said(BaseRequest):
    """An answer that is already here: the base class knows which error it stands for."""

    __slots__ = ("_answer",)

    def __init__(self, status: int, payload: bytes) -> None:
        self._answer = status, payload

    @property
    def read_timeout(self) -> None:
        """Nothing is waited for."""

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, url: str, method: str, *_: Any, **__: Any) -> tuple[int, bytes]:
        """What was said."""
        return self._answer


def _given(value: "Seconds", ours: float | None) -> float | None:
    return value if value is None or isinstance(value, int | float) else ours


def _timeout(
    *, read: float | None, write: float | None, connect: float | None, pool: float | None, whole: bool
) -> aiohttp.ClientTimeout:
    """Aiohttp knows no write timeout, so a POST is bounded as a whole; a download only by its pauses."""
    parts = (read, write, connect, pool)
    total = sum(part for part in parts if part is not None) if whole and None not in parts else None
    wait = None if connect is None or pool is None else connect + pool
    return aiohttp.ClientTimeout(total=total, connect=wait, sock_connect=connect, sock_read=read)


def _urlencoded(data: RequestData | None) -> bytes | None:
    return data.url_encoded_parameters().encode() if data is not None else None


def _multipart(data: RequestData) -> aiohttp.FormData:
    # Unquoted, for Telegram shows a percent-encoded file name as it stands.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, content_type) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=content_type)
    return form


def _refuse_gateway_page(status: int, payload: bytes) -> None:
    """A proxy's HTML page is a passing failure; the base class would log a traceback for each one."""
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR and not payload.lstrip().startswith(b"{"):
        try:
            phrase = HTTPStatus(status).phrase
        except ValueError:
            phrase = "Server error"
        raise NetworkError(f"{phrase} ({status})")


def _what(error: BaseException) -> str:
    """Name the failure without its address: an aiohttp error may hold the URL, and the URL holds the token."""
    system = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else error
    words = system.strerror if isinstance(system, OSError) else None
    return f"{type(error).__name__} ({words})" if words else type(error).__name__
