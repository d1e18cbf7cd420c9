"""When does the clock ring? One repeating tick; what is due then is a question to the database, not a job."""

import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]

from bot.delivery.metrics import Metrics

log = structlog.get_logger(__name__)

STUCK_SECS = 300.0
"""A tick takes a second, seldom half a minute. After so long without the end of one, the process is worth a restart."""


class Ticker:
    """Awaits `tick` every so many seconds, never twice at once; a late tick is caught up, missed ones become one."""

    def __init__(
        self, tick: Callable[[], Awaitable[object]], *, every_secs: float = 15.0, metrics: Metrics | None = None
    ) -> None:
        self._tick = tick
        self._metrics = metrics or Metrics()
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._scheduler.add_job(
            self._ring,
            "interval",
            seconds=every_secs,
            next_run_time=datetime.now(UTC),
            # Its default drops a job that comes a second late: a busy loop is enough.
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        self.rang_at: float | None = None
        """When a tick last ended well, by the monotonic clock."""
        self._ended_at = time.monotonic()

    def start(self) -> None:
        """Ring now and from now on, in the running loop."""
        self._ended_at = time.monotonic()
        self._scheduler.start()

    async def trouble(self) -> str | None:
        """A tick that does not end: none would come after it. One that failed is tried again, and is no trouble."""
        return "the clock stands still" if time.monotonic() - self._ended_at > STUCK_SECS else None

    @property
    def quiet_secs(self) -> float | None:
        """For how long no tick has ended well; None before the first."""
        return None if self.rang_at is None else time.monotonic() - self.rang_at

    def stop(self) -> None:
        """Ring no more; a tick in the middle is cancelled, and its transaction with it."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def _ring(self) -> None:
        began = time.monotonic()
        try:
            await self._tick()
        except Exception as error:
            self._metrics.ticks.add("failed")
            log.warning("a tick failed; the next one catches up", exc_info=error)
        else:
            self.rang_at = time.monotonic()
            self._metrics.ticks.add("ok")
        self._ended_at = time.monotonic()
        self._metrics.tick_secs.observe(self._ended_at - began)
