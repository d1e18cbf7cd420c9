"""Which updates must wait for each other? Those of one chat, in the order they came; chats go side by side."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

Raw = Mapping[str, Any]
"""An update as Telegram sent it."""


def line_of(raw: Raw) -> int:
    """The chat's id; the user's where there is no chat (a private chat has its user's id); else the update's own."""
    for body in raw.values():
        if isinstance(body, Mapping):
            # A button press names its chat inside its message; its own "from" is who pressed, maybe in a group.
            places = ((body, "chat"), (body.get("message"), "chat"), (body, "from"), (body, "user"))
            for place, who in places:
                found = _id(place, who)
                if found is not None:
                    return found
    update_id = raw.get("update_id")
    return update_id if isinstance(update_id, int) else 0


def _id(body: object, who: str) -> int | None:
    holder = body.get(who) if isinstance(body, Mapping) else None
    found = holder.get("id") if isinstance(holder, Mapping) else None
    return found if isinstance(found, int) else None


class Lines:
    """One line a chat: whoever enters first leaves first. At most `concurrency` are at work at once."""

    def __init__(self, concurrency: int) -> None:
        self.at_work = asyncio.Semaphore(concurrency)
        """Hold it while working, not while waiting to try again."""
        self._locks: dict[int, asyncio.Lock] = {}
        self._users: dict[int, int] = {}

    @property
    def waiting(self) -> int:
        """How many are in some line, at work or not."""
        return sum(self._users.values())

    @asynccontextmanager
    async def turn(self, line: int) -> AsyncIterator[None]:
        """Wait for those who came before, then keep others of the same line out."""
        lock = self._locks.setdefault(line, asyncio.Lock())
        self._users[line] = self._users.get(line, 0) + 1
        try:
            async with lock:
                yield
        finally:
            self._users[line] -= 1
            if not self._users[line]:
                del self._users[line], self._locks[line]
