"""What has just changed? Every change in the world, for the page that shows it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from bot.playground.params import Json

_MOST_WAITING = 1000


class Events:
    """Tells each listener what changed, in order; a listener that does not keep up starts afresh with "reset"."""

    def __init__(self) -> None:
        self._queues: list[asyncio.Queue[Json]] = []
        self.told = 0
        """How many changes there were so far."""

    def tell(self, kind: str, **what: object) -> None:
        """Notes one change."""
        self.told += 1
        for queue in self._queues:
            if queue.qsize() >= _MOST_WAITING:
                while not queue.empty():
                    queue.get_nowait()
                queue.put_nowait({"kind": "reset"})
            queue.put_nowait({"kind": kind, **what})

    @contextmanager
    def listen(self) -> Iterator["asyncio.Queue[Json]"]:
        """A queue of the changes from now on."""
        queue: asyncio.Queue[Json] = asyncio.Queue()
        self._queues.append(queue)
        try:
            yield queue
        finally:
            self._queues.remove(queue)
