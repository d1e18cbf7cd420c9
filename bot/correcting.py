"""Who scores answers again after a correction? A queue in the database, worked off in small transactions."""

import asyncio
from contextlib import suppress

import structlog

from bot.actions import correcting
from bot.clock import Clock
from bot.send import Sender
from storage.database import Database
from storage.errors import StorageError

log = structlog.get_logger(__name__)


class Corrector:
    """Works off what waits; what a crash cut off is done at the next start or tick."""

    def __init__(self, database: Database, clock: Clock, sender: Sender) -> None:
        self._database = database
        self._clock = clock
        self._sender = sender
        self._wanted = False
        self._task: asyncio.Task[None] | None = None

    def nudge(self) -> None:
        """Something waits, or may: look soon."""
        self._wanted = True
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._work(), name="correct")

    async def idle(self) -> None:
        """Until nothing waits."""
        while self._task is not None and not self._task.done():
            await asyncio.wait([self._task])

    async def close(self) -> None:
        """Stops between two transactions, or takes one back; it waits for the next start."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _work(self) -> None:
        while self._wanted:
            self._wanted = False
            try:
                while await self._some():  # noqa: ASYNC110 - nothing is waited for
                    await asyncio.sleep(0)  # others come between two transactions
            except StorageError as error:
                log.warning("the database cannot be had; answers are scored again at the next tick", exc_info=error)

    async def _some(self) -> bool:
        async with self._database.begin() as store:
            done = await correcting.rescore(store, self._clock.now())
        for chat in done.chats:
            self._sender.nudge(chat, live=False)
        return done.learners > 0
