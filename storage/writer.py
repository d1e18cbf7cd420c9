"""How do many writers share SQLite's one pen? In turn, on one connection; those who wait share a commit.

A commit waits for the disk, and while it waits others queue up. So a turn that ends with others waiting leaves the
transaction open for them (a savepoint keeps each one's work apart), and the last of the queue commits for all. Nobody
is told that a turn ended well before that commit.
"""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

TOGETHER = 32
"""How many turns share a commit at most, so that the first does not wait for long."""


class Writer:
    """The one connection that writes."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._connection: AsyncConnection | None = None
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._open = False
        self._group: list[asyncio.Future[None]] = []
        self._flushes: set[asyncio.Task[None]] = set()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[AsyncConnection]:
        """A transaction of one's own, as far as one can see: all of it is committed, or nothing."""
        await self._acquire()
        try:
            nested = await whole(self._enter())
            assert self._connection
            try:
                yield self._connection
            except BaseException as error:
                await whole(self._undo(nested, error))
                raise
            done = await whole(self._leave(nested))
        finally:
            self._turn.release()
        await done

    async def close(self) -> None:
        """Waits for who is writing, then lets go."""
        async with self._turn:
            if self._open:
                await self._commit()
            if self._connection:
                await self._connection.close()
                self._connection = None

    async def _acquire(self) -> None:
        self._waiting += 1
        try:
            await self._turn.acquire()
        except asyncio.CancelledError:
            # An open transaction may have been left for this very turn.
            flush = asyncio.create_task(self._flush())
            self._flushes.add(flush)
            flush.add_done_callback(self._flushes.discard)
            raise
        finally:
            self._waiting -= 1

    async def _flush(self) -> None:
        async with self._turn:
            if self._open and not self._waiting:
                await self._commit()

    async def _enter(self) -> bool:
        """Begins a transaction, or a savepoint in the one left open; True for a savepoint."""
        if self._open:
            await self._say("SAVEPOINT turn")
            return True
        if self._connection is None:
            self._connection = await self._engine.connect()
        await self._say("BEGIN IMMEDIATE")
        self._open = True
        return False

    async def _leave(self, nested: bool) -> asyncio.Future[None]:
        """The turn went well: its future is done when it is on disk."""
        if nested:
            await self._say("RELEASE turn")
        done = asyncio.get_running_loop().create_future()
        self._group.append(done)
        if not self._waiting or len(self._group) >= TOGETHER:
            await self._commit()
        return done

    async def _undo(self, nested: bool, error: BaseException) -> None:
        """The turn failed: what it did is taken back, what others did before it stays."""
        if not await self._in_transaction():  # a full disk or a broken read ends the whole transaction
            self._finish(error)
        elif not nested:
            await self._say("ROLLBACK")
            self._finish(error)
        else:
            await self._say("ROLLBACK TO turn")
            await self._say("RELEASE turn")
            if not self._waiting:
                await self._commit()

    async def _commit(self) -> None:
        try:
            await self._say("COMMIT")
        except Exception as error:
            if await self._in_transaction():
                await self._say("ROLLBACK")
            self._finish(error)
        else:
            self._finish(None)

    def _finish(self, error: BaseException | None) -> None:
        """Tells everyone of the group how it ended."""
        self._open = False
        group, self._group = self._group, []
        for done in group:
            if done.done():
                continue
            if error is None:
                done.set_result(None)
            else:
                done.set_exception(error)
                done.exception()  # who was cancelled meanwhile will not look

    async def _in_transaction(self) -> bool:
        assert self._connection
        raw = await self._connection.get_raw_connection()
        return bool(raw.driver_connection and raw.driver_connection.in_transaction)

    async def _say(self, words: str) -> None:
        assert self._connection
        await self._connection.exec_driver_sql(words)


async def whole(work: Coroutine[Any, Any, Any]) -> Any:
    """Runs to its end even when the one who waits is cancelled; the cancellation comes after."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        if not task.done():
            await asyncio.wait({task})
        raise
