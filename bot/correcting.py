"""Who scores answers again after a correction? A queue in the database, worked off in small transactions."""

import asyncio

import structlog

from bot.actions import correcting
from bot.clock import Clock
from bot.errands import Errand
from bot.send import Sender
from storage.database import Database
from storage.errors import StorageError

log = structlog.get_logger(__name__)


class Corrector(Errand):
    """Works off what waits; what a crash cut off is done at the next start or tick."""

    name = "correct"

    def __init__(self, database: Database, clock: Clock, sender: Sender) -> None:
        super().__init__()
        self._database = database
        self._clock = clock
        self._sender = sender

    async def _all(self) -> None:
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
