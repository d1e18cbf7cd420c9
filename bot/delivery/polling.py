"""How do updates come without a public address? Long polling that acknowledges only what is committed."""

import asyncio
import time
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import structlog
from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter, TelegramError

from bot.clock import Clock
from bot.delivery.calling import ask
from bot.delivery.lines import Lines, Raw, line_of
from bot.delivery.metrics import Metrics
from bot.delivery.process import App, Gate, Outcome, Processor, ShortWay
from bot.delivery.retry import pause_secs, retry_after_secs

if TYPE_CHECKING:
    from storage.database import Database

log = structlog.get_logger(__name__)

BATCH = 100
"""As many as Telegram hands out at once, and as many as we ever hold unacknowledged."""
_REFUSALS = 4
_LONGEST_PAUSE_SECS = 5.0
"""One question in so long burdens nobody, and a longer pause would keep everybody waiting after Telegram is back."""
_SLOW_SECS = 0.6
"""Telegram slows a client which repeats an offset within half a second."""

T = TypeVar("T")


class TokenRefused(Exception):
    """Telegram does not know the token, or does not know it any more."""


class Poller:
    """Fetches updates as raw JSON and takes each through the handlers: in order within a chat, chats side by side.

    getUpdates with an offset makes Telegram forget all before it, so the offset never passes an update that is
    neither committed nor set aside. While one is slow or must be tried again, the offset stands there and others are
    fetched beyond it, up to 100 in hand; what comes twice is recognised by its id.
    """

    def __init__(
        self,
        application: App,
        database: "Database",
        *,
        clock: Clock | None = None,
        metrics: Metrics | None = None,
        concurrency: int = 32,
        allowed_updates: Sequence[str] = (),
        poll_secs: int = 25,
        grace_secs: float = 7.0,
        first_pause_secs: float = 0.5,
        turned_away: Gate | None = None,
        short_way: ShortWay | None = None,
    ) -> None:
        self._bot = application.bot
        self._metrics = metrics or Metrics()
        self._processor = Processor(
            application,
            database,
            clock=clock,
            metrics=self._metrics,
            turned_away=turned_away,
            short_way=short_way,
        )
        self._lines = Lines(concurrency)
        self._allowed = list(allowed_updates)
        self._poll_secs = poll_secs
        self._grace_secs = grace_secs
        self._first_pause = first_pause_secs
        self._in_hand: dict[int, asyncio.Task[bool]] = {}
        self._offset: int | None = None
        self._failures = 0
        self._refusals = 0
        self._stop = asyncio.Event()
        self.polled_at: float | None = None
        """When Telegram last answered, by the monotonic clock."""

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop` is set, then finish what is in hand within the grace period and acknowledge it.

        Raises TokenRefused. Cancelled, it drops what is in hand: Telegram will hand it out again.
        """
        self._stop = stop
        try:
            while not stop.is_set():
                for raw in await unless(stop, self._fetch()) or ():
                    self._take_up(raw)
                await unless(stop, self._wait())
                self._forget_finished()
            await self._finish()
        finally:
            for task in self._in_hand.values():
                task.cancel()
            await asyncio.gather(*self._in_hand.values(), return_exceptions=True)

    def _take_up(self, raw: Raw) -> None:
        update_id = raw.get("update_id") if isinstance(raw, dict) else None
        if not isinstance(update_id, int):
            log.error("an update without an id is passed over")
        elif update_id not in self._in_hand:
            self._in_hand[update_id] = asyncio.create_task(self._work(raw), name=f"update {update_id}")

    async def _work(self, raw: Raw) -> bool:
        """True once it may be acknowledged; False where we were stopped first."""
        tried = 0
        async with self._lines.turn(line_of(raw)):
            while not (tried and self._stop.is_set()):
                async with self._lines.at_work:
                    outcome = await self._processor.process(raw, tried=tried)
                if outcome is not Outcome.AGAIN:
                    return True
                tried += 1
                await unless(self._stop, asyncio.sleep(pause_secs(tried, first=self._first_pause, longest=10)))
        return False

    async def _wait(self) -> None:
        """Until all in hand is done; where something is slow only so long that we may ask again, if there is room."""
        if len(self._in_hand) >= BATCH:
            await asyncio.wait([next(iter(self._in_hand.values()))])
        elif self._in_hand:
            await asyncio.wait(self._in_hand.values(), timeout=_SLOW_SECS)

    def _forget_finished(self) -> None:
        """Move the offset past what is done, up to the first that is not, in the order they came."""
        for update_id, task in list(self._in_hand.items()):
            if not task.done() or not task.result():
                self._offset = update_id
                break
            self._offset = update_id + 1
            del self._in_hand[update_id]

    async def _fetch(self) -> list[Raw]:
        """The next updates; none after a failure, which has been waited for."""
        try:
            found = await self._ask(limit=BATCH, wait_secs=0 if self._in_hand else self._poll_secs)
        except TelegramError as error:
            await self._fail(error)
            return []
        self._failures = self._refusals = 0
        self.polled_at = time.monotonic()
        self._metrics.polls.add("ok")
        if not found and not self._in_hand:
            # Nothing is left unacknowledged, so none is needed; ids may restart anywhere after a quiet week.
            self._offset = None
        return found

    async def _ask(self, *, limit: int, wait_secs: int) -> list[Raw]:
        asked: dict[str, Any] = {"limit": limit, "timeout": wait_secs, "allowed_updates": self._allowed}
        if self._offset is not None:
            asked["offset"] = self._offset
        # Bot.get_updates parses all at once, so that one bad update hides the rest.
        found = await ask(self._bot, "getUpdates", asked, answer_secs=wait_secs + 10)
        return found if isinstance(found, list) else []

    async def _fail(self, error: TelegramError) -> None:
        self._failures += 1
        pause = pause_secs(self._failures, first=self._first_pause, longest=_LONGEST_PAUSE_SECS)
        if isinstance(error, RetryAfter):
            pause = retry_after_secs(error)
            log.warning("Telegram asks us to poll less often", secs=pause)
        elif isinstance(error, Conflict):
            log.error("another process polls with this token, or a webhook is set: end it; trying again", secs=pause)
        elif isinstance(error, InvalidToken | EndPointNotFound):
            self._refusals += 1
            log.error("Telegram refuses the token", secs=pause)
            if self._refusals >= _REFUSALS:
                raise TokenRefused from error
        else:
            log.warning("Telegram cannot be reached; trying again", secs=pause, exc_info=error)
        self._metrics.polls.add(type(error).__name__)
        await asyncio.sleep(pause)

    async def _finish(self) -> None:
        """Finish what is in hand, then tell Telegram by one more call what is done; its answer is not taken up."""
        if self._in_hand:
            await asyncio.wait(self._in_hand.values(), timeout=self._grace_secs)
        self._forget_finished()
        if self._offset is not None:
            with suppress(TelegramError, TimeoutError):
                async with asyncio.timeout(2):
                    await self._ask(limit=1, wait_secs=0)


async def unless(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """The work's result, or None where `stop` was set first: the work is then cancelled."""
    task = asyncio.ensure_future(work)
    waiter = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait([task, waiter], return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        for each in (task, waiter):
            if not each.done():
                each.cancel()
        await asyncio.gather(task, waiter, return_exceptions=True)
