"""Which updates must wait for each other? Those of one chat, in the order they came; chats go side by side."""

import asyncio
from collections import deque
from collections.abc import Mapping
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
        self.at_work = Room(concurrency)
        """Hold it while working, not while waiting to try again."""
        self.waiting = 0
        """How many are in some line, at work or not."""
        self._rooms: dict[int, Room] = {}

    def turn(self, line: int) -> "Turn":
        """Wait for those who came before, then keep others of the same line out."""
        return Turn(self, line)

    async def enter(self, line: int) -> None:
        """Into the line, and to its head."""
        room = self._rooms.get(line)
        if room is None:
            room = self._rooms[line] = Room(1)
        self.waiting += 1
        try:
            await room.enter()
        except BaseException:
            self._left(line, room)
            raise

    def leave(self, line: int) -> None:
        """From the head of the line."""
        room = self._rooms[line]
        room.leave()
        self._left(line, room)

    def _left(self, line: int, room: "Room") -> None:
        self.waiting -= 1
        if room.empty and self._rooms.get(line) is room:
            del self._rooms[line]


class Turn:
    """A turn in a line, for `async with`."""

    __slots__ = ("_line", "_lines")

    def __init__(self, lines: Lines, line: int) -> None:
        self._lines = lines
        self._line = line

    async def __aenter__(self) -> None:
        await self._lines.enter(self._line)

    async def __aexit__(self, *_: object) -> None:
        self._lines.leave(self._line)


class Room:
    """Room for so many at once; the others wait in the order they came. For `async with`.

    As asyncio's semaphore, which looks at everybody who waits each time that somebody comes.
    """

    __slots__ = ("_free", "_inside", "_waiting")

    def __init__(self, size: int) -> None:
        self._free = size
        self._inside = 0
        self._waiting: deque[asyncio.Future[None]] = deque()

    @property
    def empty(self) -> bool:
        """Nobody is inside, nobody waits."""
        return not self._inside and not self._waiting

    async def enter(self) -> None:
        """Returns once there is room."""
        if self._free and not self._waiting:
            self._free -= 1
            self._inside += 1
            return
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiter)
        try:
            await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled():
                self.leave()  # the place was ours already
            elif waiter in self._waiting:
                self._waiting.remove(waiter)
            raise

    def leave(self) -> None:
        """Makes room, for whoever has waited longest."""
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(None)  # the place is handed over, and was never free
                return
        self._free += 1
        self._inside -= 1

    async def __aenter__(self) -> None:
        await self.enter()

    async def __aexit__(self, *_: object) -> None:
        self.leave()
