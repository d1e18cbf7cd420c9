"""Through which door do updates come? Polling or a webhook; each serves until told to stop, then finishes its work."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol
from urllib.parse import urlsplit

import structlog
from starlette.routing import BaseRoute, Route
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.delivery.metrics import Metrics
from bot.delivery.polling import Poller, TokenRefused, unless
from bot.delivery.process import App, Processor
from bot.delivery.retry import pause_secs
from bot.delivery.webhook import Webhook

log = structlog.get_logger(__name__)

STALE_SECS = 120.0
"""After so long without an answer of Telegram's, polling is not ready."""
CONNECTIONS = 40
"""How many updates Telegram may post at once."""


class Door(Protocol):
    """What both doors can do."""

    routes: Sequence[BaseRoute]
    """What the web server must offer for it."""

    async def serve(self, stop: asyncio.Event) -> None:
        """Take updates until `stop`, then finish what is in hand."""

    async def trouble(self) -> str | None:
        """What keeps updates from coming; None: nothing."""


class PollingDoor:
    """We ask Telegram."""

    def __init__(self, application: App, poller: Poller) -> None:
        self.routes: Sequence[BaseRoute] = ()
        self._bot = application.bot
        self._poller = poller

    async def serve(self, stop: asyncio.Event) -> None:
        """Take the webhook away, for Telegram does not serve both, and poll. Raises TokenRefused."""
        if await insist(self._bot.delete_webhook, stop):
            log.info("started", door="polling")
            await self._poller.run(stop)

    async def trouble(self) -> str | None:
        """Telegram has not answered for a while."""
        at = self._poller.polled_at
        return None if at is not None and time.monotonic() - at < STALE_SECS else "Telegram has not answered lately"


class WebhookDoor:
    """Telegram tells us, at `url`. The webhook stays set when we stop: other replicas serve it, and Telegram keeps
    what comes meanwhile.
    """

    def __init__(
        self,
        application: App,
        processor: Processor,
        *,
        url: str,
        secret: str,
        allowed_updates: Sequence[str],
        metrics: Metrics,
        grace_secs: float,
    ) -> None:
        self._bot = application.bot
        self._url = url
        self._secret = secret
        self._allowed = list(allowed_updates)
        self._grace_secs = grace_secs
        self._webhook = Webhook(processor, secret, metrics=metrics)
        self._set = False
        every = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
        self.routes: Sequence[BaseRoute] = (Route(urlsplit(url).path or "/", self._webhook.__call__, methods=every),)

    async def serve(self, stop: asyncio.Event) -> None:
        """Tell Telegram where we are, then wait: the web server does the work. Raises TokenRefused."""

        async def point_here() -> None:
            await self._bot.set_webhook(
                self._url, allowed_updates=self._allowed, secret_token=self._secret, max_connections=CONNECTIONS
            )

        self._set = await insist(point_here, stop)
        if self._set:
            log.info("started", door="webhook")
        await stop.wait()
        await self._webhook.close(self._grace_secs)

    async def trouble(self) -> str | None:
        """Telegram does not know where we are."""
        return None if self._set else "the webhook is not set yet"


async def insist(call: Callable[[], Awaitable[object]], stop: asyncio.Event) -> bool:
    """Call until Telegram answers, for it may be away when we start; False where we are to stop first.

    Raises TokenRefused, and any refusal that would be the same next time.
    """

    async def answered() -> bool:
        await call()
        return True

    failures = 0
    while not stop.is_set():
        try:
            if await unless(stop, answered()):
                return True
        except InvalidToken:
            raise TokenRefused from None  # its words hold the token
        except BadRequest:
            raise
        except TelegramError as error:
            failures += 1
            pause = pause_secs(failures)
            log.warning("Telegram cannot be reached; trying again", secs=pause, exc_info=error)
            await unless(stop, asyncio.sleep(pause))
    return False
