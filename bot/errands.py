"""How is what waits in the database worked off beside the chats? By one task, woken when there may be work."""

import asyncio
from abc import ABC, abstractmethod
from contextlib import suppress


class Errand(ABC):
    """Work that is never lost: it waits in the database, so that ending in the middle only puts it off."""

    name: str
    """What the task is called."""

    def __init__(self) -> None:
        self._wanted = False
        self._task: asyncio.Task[None] | None = None

    def nudge(self) -> None:
        """Something waits, or may: look soon."""
        self._wanted = True
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._work(), name=self.name)

    async def idle(self) -> None:
        """Until nothing waits."""
        while self._task is not None and not self._task.done():
            await asyncio.wait([self._task])

    async def close(self) -> None:
        """Ends in the middle; what is not done waits for the next start."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _work(self) -> None:
        while self._wanted:
            self._wanted = False
            await self._all()

    @abstractmethod
    async def _all(self) -> None:
        """Everything that waits now; sets `_wanted` where it must be looked at again."""
