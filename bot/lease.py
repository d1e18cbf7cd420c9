"""Which of several replicas rings the clock? The one with the lease; when it dies, another soon has it."""

import secrets
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.clock import Clock
from storage.database import Database

NAME = "tick"
LEASE_SECS = 15.0
"""So long a holder may be silent."""
TRY_SECS = 5.0
"""So often every replica asks: at the latest LEASE_SECS + TRY_SECS after its holder's death somebody else has it."""


class Leased:
    """A tick that only one replica carries out. Reminders are claimed row by row, so that two at once (a holder held
    up for longer than its lease) would send none twice; they would only exceed Telegram's rate.
    """

    def __init__(self, database: Database, clock: Clock, tick: Callable[[], Awaitable[object]]) -> None:
        self._database = database
        self._clock = clock
        self._tick = tick
        self._me = secrets.token_hex(8)
        self.mine = False
        """Whether the last try found the lease ours."""

    async def __call__(self) -> bool:
        """Ring if the lease is ours or can be had; whether it was."""
        mine = False
        try:
            async with self._database.begin() as store:
                now = self._clock.now()
                mine = await store.meta.hold(NAME, self._me, now, now + timedelta(seconds=LEASE_SECS))
        finally:
            self.mine = mine
        if mine:
            await self._tick()
        return mine

    async def let_go(self) -> None:
        """Another need not wait until it runs out."""
        self.mine = False
        async with self._database.begin() as store:
            await store.meta.let_go(NAME, self._me)
