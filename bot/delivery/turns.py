"""When may a reminder be sent? Few at once, the first of a process alone, and none before those that were cut off.

A reminder whose sending was cut off is looked for among the numbers behind the highest one known (`cut_off.py`). The
fewer messages lie open at a crash, and the fresher that number is, the surer it is found: so a process that was ended
again and again before it had noted anything must not go on with others, and one that has sent nothing yet, and knows
the number from the database alone, tries it with one message.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

AT_ONCE = 6
"""Of so many at most a crash leaves open whether they arrived."""
PATIENCE_SECS = 5.0
"""So long the others wait for those cut off: a chat that cannot be reached just now must not hold up all."""


class Turns:
    """The turns of reminders in this process. `cut_off` asks, once, for the views whose sending was cut off."""

    def __init__(self, cut_off: Callable[[], Awaitable[set[int]]]) -> None:
        self._ask = cut_off
        self._open: set[int] | None = None
        self._none_open = asyncio.Event()
        self._asking = asyncio.Lock()
        self._at_once = asyncio.Semaphore(AT_ONCE)
        self._alone = asyncio.Lock()
        self._tried = False

    def looked_for(self, view_id: int) -> None:
        """One that was cut off has been found or not; it is about to be settled or sent."""
        if self._open is not None:
            self._open.discard(view_id)
            self._tell()

    def went_out(self) -> None:
        """A message of this process has reached Telegram: its number is known."""
        self._tried = True

    @asynccontextmanager
    async def turn(self, view_id: int) -> AsyncIterator[None]:
        """Hold it from before the note until it is settled."""
        await self._after_the_cut_off(view_id)
        async with self._at_once:
            if self._tried:
                yield
                return
            async with self._alone:
                yield

    async def _after_the_cut_off(self, view_id: int) -> None:
        async with self._asking:
            if self._open is None:
                self._open = await self._ask()
        self.looked_for(view_id)
        if not self._none_open.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE_SECS):
                    await self._none_open.wait()
            self._none_open.set()

    def _tell(self) -> None:
        if not self._open:
            self._none_open.set()
