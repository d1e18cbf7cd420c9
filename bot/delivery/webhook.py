"""How do updates come to a public address? Telegram posts one; we answer 200 once it is committed."""

import asyncio
import hmac
import json
from typing import Any

import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.delivery.lines import Lines, line_of
from bot.delivery.metrics import Metrics
from bot.delivery.process import Outcome, Processor

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LONGEST_BODY = 1_000_000
"""Bytes; Telegram's updates are some kilobytes."""
PATIENCE_SECS = 50.0
"""Telegram gives up after a minute and sends the update again."""
CROWD = 400
"""So many may wait; Telegram keeps the rest for us."""


class Webhook:
    """The endpoint. Whoever lacks the secret finds nothing here, as everywhere else."""

    def __init__(
        self, processor: Processor, secret: str, *, metrics: Metrics | None = None, concurrency: int = 32
    ) -> None:
        self._processor = processor
        self._secret = secret.encode()
        self._metrics = metrics or Metrics()
        self._lines = Lines(concurrency)
        self._closed = False

    async def __call__(self, request: Request) -> Response:
        """200 once committed or set aside; 503 where it could not be, so that Telegram sends it again."""
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret) or request.method != "POST":
            return nothing_here()
        status = await self._answer(request)
        self._metrics.webhook.add(str(status))
        return Response(status_code=status, headers={"Retry-After": "1"} if status == 503 else None)

    async def _answer(self, request: Request) -> int:
        if self._closed or self._lines.waiting >= CROWD:
            return 503
        body = await _read(request)
        if body is None:
            return 413
        raw = _update(body)
        if raw is None:
            log.error("a webhook call that is no update", size=len(body))
            return 400
        try:
            async with asyncio.timeout(PATIENCE_SECS), self._lines.turn(line_of(raw)), self._lines.at_work:
                outcome = await self._processor.process(raw)
        except TimeoutError:
            log.warning("an update took too long and was not committed", update=raw["update_id"])
            return 503
        return 503 if outcome is Outcome.AGAIN else 200

    async def close(self, grace_secs: float = 7.0) -> None:
        """Take no more, and wait for what is in hand."""
        self._closed = True
        end = asyncio.get_running_loop().time() + grace_secs
        while self._lines.waiting and asyncio.get_running_loop().time() < end:  # noqa: ASYNC110 - once, at the end
            await asyncio.sleep(0.02)


def nothing_here() -> Response:
    """What any unknown address answers."""
    return PlainTextResponse("Not Found", status_code=404)


async def _read(request: Request) -> bytes | None:
    """The body; None where it is too long."""
    declared = request.headers.get("Content-Length", "0")
    if not declared.isdecimal() or int(declared) > LONGEST_BODY:
        return None
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > LONGEST_BODY:
            return None
        parts.append(part)
    return b"".join(parts)


def _update(body: bytes) -> dict[str, Any] | None:
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return raw if isinstance(raw, dict) and isinstance(raw.get("update_id"), int) else None
