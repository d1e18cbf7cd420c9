"""How is the bot of the playground killed? It shares a process with its Telegram: whatever it is doing is dropped."""

import asyncio
from pathlib import Path
from typing import Any

from bot.clock import MovableClock
from bot.playground.stage import Stage
from bot.playground.world import World

TOWN = "town"
"""What the names of our own tasks begin with; all others are the bot's."""


def _is_the_bots(task: "asyncio.Task[Any]") -> bool:
    """Not ours, and not a commit under way: its thread cannot be ended, and a disk does not stop halfway either."""
    writing = getattr(task.get_coro(), "__qualname__", "").startswith("Writer.")
    return task is not asyncio.current_task() and not task.get_name().startswith(TOWN) and not writing


class Staged:
    """As `Process`, of a bot that runs beside us: every task of its is cancelled where it stands, and not waited for.

    What it has not committed is rolled back, what it has not acknowledged comes again.
    """

    def __init__(self, world: World, folder: Path) -> None:
        self.world = world
        self.folder = folder
        self.database_url = f"sqlite:///{(folder / 'lectern.db').as_posix()}"
        self.kills = self.deaths = 0
        self._stage: Stage | None = None

    @property
    def running(self) -> bool:
        """Whether it has been started and has not ended."""
        return self._stage is not None

    async def start(self) -> None:
        """Start it."""
        self.world.calls.clear()
        self._stage = Stage(self.database_url, MovableClock(), self.world, teaching="everyone")
        await self._stage.__aenter__()

    async def ready(self, secs: float = 60.0) -> None:
        """Until it takes updates."""
        async with asyncio.timeout(secs):
            while not any(method.lower() == "getupdates" for method, _ in list(self.world.calls)):  # noqa: ASYNC110
                await asyncio.sleep(0.002)

    async def kill(self) -> None:
        """All at once; nothing where it does not run."""
        if self._stage is None:
            return
        stage, self._stage = self._stage, None
        theirs = [task for task in asyncio.all_tasks() if _is_the_bots(task)]
        for task in theirs:
            task.cancel()
        await asyncio.gather(*theirs, return_exceptions=True)
        await stage.database.close()

    async def stop(self) -> int:
        """As SIGTERM would."""
        assert self._stage is not None
        stage, self._stage = self._stage, None
        await stage.__aexit__(None, None, None)
        return 0
