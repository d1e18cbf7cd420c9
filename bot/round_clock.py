"""When is a round shown anew, or moved on, without anybody's press? Small timers; what they do is in the database.

A timer lost in a crash costs nothing: the count of answers is right at the next one, and what is due is found by the
next tick.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime
from typing import Any

import structlog

from bot.actions import round_moves
from bot.clock import Clock
from bot.send import Sender
from lessons.errors import LecternError
from lessons.round import Round, Stage, count_pause
from storage.database import Database
from storage.errors import StorageError

log = structlog.get_logger(__name__)

ROOM = 10
"""Of the 20 messages a minute that a group may get, counts are shown only while fewer than so many were sent."""


class RoundClock:
    """The timers of rounds under way."""

    def __init__(self, database: Database, clock: Clock, sender: Sender, *, least_secs: float = 3.0) -> None:
        self._database = database
        self._clock = clock
        self._sender = sender
        self._least_secs = least_secs
        self._counting: set[tuple[int, int]] = set()
        self._following: set[tuple[int, datetime]] = set()
        self._timers: set[asyncio.TimerHandle] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    def count(self, found: Round) -> None:
        """Somebody joined or answered: the number shown is renewed soon, many of them at once."""
        if (found.id, found.position) in self._counting or self._closed:
            return
        self._counting.add((found.id, found.position))
        elapsed = (self._clock.now() - found.asked_at).total_seconds() if found.asked_at else 0.0
        self._after(count_pause(elapsed, least=self._least_secs), lambda: self._recount(found))

    def follow(self, found: Round) -> None:
        """A round with a limit moves on by itself when its moment comes."""
        if not found.limit_secs or found.due_at is None or self._closed or (found.id, found.due_at) in self._following:
            return
        self._following.add((found.id, found.due_at))
        secs = (found.due_at - self._clock.now()).total_seconds()
        self._after(max(0.0, secs) + 0.5, self._sweep)

    async def idle(self) -> None:
        """Until nothing is being done; timers that still run do not count."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self) -> None:
        """No timer rings any more."""
        self._closed = True
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()
        await self.idle()

    def _after(self, secs: float, act: Callable[[], Awaitable[None]]) -> None:
        def ring() -> None:
            self._timers.discard(timer)
            self._run(act())

        timer = asyncio.get_running_loop().call_later(secs, ring)
        self._timers.add(timer)

    def _run(self, act: Awaitable[None]) -> None:
        async def safely() -> None:
            try:
                await act
            except (StorageError, LecternError) as error:
                log.warning("a round's timer came to nothing; the next tick catches up", exc_info=error)

        coroutine: Coroutine[Any, Any, None] = safely()
        task = asyncio.create_task(coroutine, name="round")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _recount(self, known: Round) -> None:
        self._counting.discard((known.id, known.position))
        if self._sender.sent_lately(known.group_id) >= ROOM:
            self.count(known)
            return
        async with self._database.begin() as store:
            await store.lock_chat(known.group_id)
            found = await store.rounds.get(known.id)
            if found.stage is Stage.INVITED:
                await round_moves.owe(store, found)
            elif found.stage is Stage.ASKING and found.position == known.position and not found.polls:
                await round_moves.owe_question(store, found, found.position)
            else:
                return
        self._sender.nudge(known.group_id)

    async def _sweep(self) -> None:
        async with self._database.begin() as store:
            now = self._clock.now()
            moved = await round_moves.sweep(store, now)
        self._following = {(number, due) for number, due in self._following if due > now}
        for one in moved:
            self._sender.nudge(one.group_id)
            self.follow(one)
