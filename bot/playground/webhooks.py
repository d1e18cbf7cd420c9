"""How do updates reach a webhook? One line a chat, tried again with growing pauses until it answers 2xx.

After the server's `WebhookActor`: a line for each chat's messages, another for each user's presses, another for each
poll; within a line one at a time, between lines no order. The first retry is at once, then after 2, 4, 8 ... 60 s.
"""

import asyncio
import ssl

import aiohttp

from bot.playground.params import Json
from bot.playground.updates import Queued
from bot.playground.world import World

_PAUSES = (0.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0)
_ANSWER_WITHIN = aiohttp.ClientTimeout(total=60)


class WebhookDelivery:
    """Posts a world's updates to the address its bot has set; `trusted` knows who may vouch for it."""

    def __init__(
        self, world: World, pauses: tuple[float, ...] = _PAUSES, *, trusted: ssl.SSLContext | None = None
    ) -> None:
        self._world = world
        self._pauses = pauses
        self._trusted = trusted
        self._news = asyncio.Event()
        self._lines: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Delivers until it is cancelled."""
        self._world.updates.on_put = self._news.set
        try:
            connector = aiohttp.TCPConnector(ssl=self._trusted or True)
            async with aiohttp.ClientSession(timeout=_ANSWER_WITHIN, connector=connector) as session:
                while True:
                    self._start_lines(session)
                    await self._news.wait()
                    self._news.clear()
        finally:
            self._world.updates.on_put = None
            for task in self._lines.values():
                task.cancel()

    def _start_lines(self, session: aiohttp.ClientSession) -> None:
        hook = self._world.webhook
        if not hook:
            return
        for queued in self._world.updates.ready(2 * hook["max_connections"]):
            key = line_of(queued)
            if key not in self._lines and len(self._lines) < hook["max_connections"]:
                self._lines[key] = asyncio.create_task(self._deliver(session, queued, key))

    async def _deliver(self, session: aiohttp.ClientSession, queued: Queued, key: str) -> None:
        tries = 0
        while hook := self._world.webhook:
            if await self._post(session, hook, queued.update):
                self._world.updates.done(queued)
                break
            await asyncio.sleep(self._pauses[min(tries, len(self._pauses) - 1)])
            tries += 1
        del self._lines[key]
        self._news.set()

    async def _post(self, session: aiohttp.ClientSession, hook: Json, update: Json) -> bool:
        secret = hook["secret_token"]
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        complaint = ""
        try:
            async with session.post(hook["url"], json=update, headers=headers, allow_redirects=False) as answer:
                if 200 <= answer.status < 300:
                    return True
                complaint = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except TimeoutError:
            complaint = "Read timeout expired"
        except aiohttp.ClientConnectorError:
            complaint = "Connection refused"
        except aiohttp.ClientError:
            complaint = "Connection closed"
        hook |= {"last_error_date": self._world.timestamp(), "last_error_message": complaint}
        return False


def line_of(queued: Queued) -> str:
    """The line an update stands in."""
    body: Json = queued.update[queued.kind]
    match queued.kind:
        case "callback_query" | "inline_query":
            return f"user:{body['from']['id']}"
        case "poll" | "poll_answer":
            return f"poll:{body.get('poll_id') or body['id']}"
    return f"chat:{body['chat']['id']}"
