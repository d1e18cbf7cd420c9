"""Which updates wait for the bot? Telegram's queue: asking with a higher offset is what acknowledges.

After `Client::do_get_updates` and td's `TQueue::get`: an offset deletes every update below it the moment the call
arrives; a second poller ends the first with 409; the same offset asked again within half a second gets one update only.
"""

import asyncio
import copy
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.playground.errors import ApiError
from bot.playground.params import Json

_LIFETIMES = {"callback_query": timedelta(seconds=150), "inline_query": timedelta(seconds=30)}
_LIFETIME = timedelta(hours=24)
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_TWO_POLLERS = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass(frozen=True, slots=True)
class Queued:
    """An update and the moment it is forgotten; `again` where it is handed out a second time."""

    update: Json
    kind: str
    expires: datetime
    again: bool = False

    @property
    def id(self) -> int:
        """The update's id."""
        number: int = self.update["update_id"]
        return number


class UpdateQueue:
    """Everything that happened to the bot and was not acknowledged yet."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.waiting: list[Queued] = []
        self.last_id = 700_000_000
        self.last: Queued | None = None
        self.allowed: frozenset[str] | None = None
        """What the bot asked for; None is everything but NOT_BY_DEFAULT."""
        self.webhook_url = ""
        self.on_put: Callable[[], None] | None = None
        self.strict_repeats = True
        """Slow down a poller that asks for the same offset over and over, as Telegram does."""
        self._waiter: asyncio.Future[None] | None = None
        self._previous: tuple[int, float, float] = (0, -9.0, -9.0)  # offset, when it was asked, when it was answered

    def put(self, kind: str, body: Json) -> int | None:
        """Queues an update and tells its id; None where the bot did not ask for this kind."""
        if kind in NOT_BY_DEFAULT if self.allowed is None else kind not in self.allowed:
            return None
        self.last_id += 1
        expires = self._clock.now() + _LIFETIMES.get(kind, _LIFETIME)
        update = {"update_id": self.last_id, kind: copy.deepcopy(body)}  # as it was when it happened
        self.last = Queued(update, kind, expires)
        self.waiting.append(self.last)
        self._wake()
        return self.last_id

    def put_again(self) -> bool:
        """Hands the last update out a second time, as Telegram does when an answer to it was lost."""
        if self.last is None:
            return False
        expires = self._clock.now() + _LIFETIME
        self.waiting.insert(0, Queued(self.last.update, self.last.kind, expires, again=True))
        self._wake()
        return True

    def allow(self, kinds: list[str] | None) -> None:
        """Remembers what the bot wants to hear; None keeps the previous wish, an empty list is the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def acknowledge(self, offset: int) -> None:
        """Forgets every update below `offset`; a negative one keeps only so many from the end."""
        if offset < 0:
            offset = self.waiting[max(0, len(self.waiting) + offset)].id if self.waiting else 0
        self.waiting = [queued for queued in self.waiting if queued.again or queued.id >= offset]

    def ready(self, limit: int = 100) -> list[Queued]:
        """What is to be handed out now, oldest first, the expired left out."""
        now = self._clock.now()
        self.waiting = [queued for queued in self.waiting if queued.expires > now]
        return self.waiting[:limit]

    def done(self, queued: Queued) -> None:
        """Forgets one update that a webhook took."""
        self.waiting = [other for other in self.waiting if other is not queued]

    async def poll(self, offset: int, limit: int, timeout_secs: float) -> list[Json]:
        """getUpdates: acknowledges, then waits in real time for something to hand out."""
        if self.webhook_url:
            raise ApiError(409, _WEBHOOK_ACTIVE)
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(ApiError(409, _TWO_POLLERS))
        self.acknowledge(offset)
        started = time.monotonic()
        limit, timeout_secs = self._slowed(offset, limit, timeout_secs, started)
        batch = self.ready(limit) or (await self._wait(timeout_secs) if timeout_secs > 0 else self.ready(limit))
        self._previous = (offset, started, time.monotonic())
        self.waiting = [queued for queued in self.waiting if not queued.again or queued not in batch[:limit]]
        return [queued.update for queued in batch[:limit]]

    def _slowed(self, offset: int, limit: int, timeout_secs: float, now: float) -> tuple[int, float]:
        previous, asked, answered = self._previous
        if not self.strict_repeats or offset != previous:
            return limit, timeout_secs
        return (1 if now < asked + 0.5 else limit), (3.0 if timeout_secs < 3 and now < answered + 3 else timeout_secs)

    async def _wait(self, timeout_secs: float) -> list[Queued]:
        waiter = self._waiter = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(waiter, timeout_secs)
        except TimeoutError:
            return []
        finally:
            if self._waiter is waiter:
                self._waiter = None
        return self.ready()

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
        if self.on_put is not None:
            self.on_put()
