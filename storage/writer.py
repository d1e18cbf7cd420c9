"""How do many writers share SQLite's one pen? In turn, on one connection; those who wait share a commit.

A commit waits for the disk, in a thread, and meanwhile others queue up. So a turn that ends with others waiting leaves
the transaction open for them (a savepoint keeps each one's work apart), and the last of the queue commits for all.
Nobody is told that a turn ended well before that commit.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager
from time import monotonic
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

from storage.sqlite import Opened, opened

T = TypeVar("T")
TOGETHER = 32
"""How many turns share a commit at most, so that the first does not wait for long."""
AGAIN_SECS = 0.01
"""Pause between two tries to get the pen from another program."""


class Writer:
    """The one connection that writes. `busy_secs` is how long another program may keep us waiting."""

    def __init__(self, engine: Engine, busy_secs: float) -> None:
        self._engine = engine
        self._busy_secs = busy_secs
        self._turn = asyncio.Lock()
        self._disk = ThreadPoolExecutor(1, "lectern-commit")
        self._waiting = 0
        self._connection: Connection | None = None
        self._raw: sqlite3.Connection | None = None
        self._open = False
        self._group: list[asyncio.Future[None]] = []
        self._errands: set[asyncio.Task[None]] = set()

    def turn(self, make: Callable[[Opened], T]) -> "Turn[T]":
        """A transaction of one's own, as far as one can see: all of it is committed, or nothing."""
        return Turn(self, make)

    async def close(self) -> None:
        """Waits for who is writing, then lets go."""
        async with self._turn:
            if self._connection:
                self._connection.close()
                self._connection = None
        self._disk.shutdown()

    async def acquire(self) -> None:
        """The pen, in the order of asking."""
        self._waiting += 1
        try:
            await self._turn.acquire()
        finally:
            self._waiting -= 1
            if self._open and not self._turn.locked():  # cancelled, and the transaction was left open for us
                self._errand(self._flush())

    def release(self) -> None:
        """The pen to the next in line; with nobody there, what is open goes to the disk first."""
        if self._open and (not self._waiting or len(self._group) >= TOGETHER):
            self._errand(self._commit())
        else:
            self._turn.release()

    def opened(self) -> Opened:
        """The connection, once a turn has begun."""
        assert self._connection
        assert self._raw
        return self._connection, self._raw

    async def enter(self) -> bool:
        """Begins a transaction, or a savepoint in the one left open; True for a savepoint."""
        if self._connection is None:
            self._connection, self._raw = opened(self._engine)
        if self._open:
            self._say("SAVEPOINT turn")
            return True
        patience = monotonic() + self._busy_secs
        while True:
            try:
                self._say("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > patience:
                    raise
                await asyncio.sleep(AGAIN_SECS)  # SQLite's own waiting would hold up everyone in this thread
            else:
                self._open = True
                return False

    def leave(self, nested: bool) -> asyncio.Future[None]:
        """The turn went well: its future is done when it is on disk."""
        if nested:
            self._say("RELEASE turn")
        done = asyncio.get_running_loop().create_future()
        self._group.append(done)
        return done

    def undo(self, nested: bool, error: BaseException) -> None:
        """The turn failed: what it did is taken back, what others did before it stays."""
        assert self._raw
        if not self._raw.in_transaction:  # a full disk or a broken read has ended the whole transaction
            self._finish(error)
        elif nested:
            self._say("ROLLBACK TO turn")
            self._say("RELEASE turn")
        else:
            self._say("ROLLBACK")
            self._finish(error)

    async def _flush(self) -> None:
        await self._turn.acquire()
        self.release()

    async def _commit(self) -> None:
        """Holding the pen, which it lets go of; a task of its own, so that whoever is cancelled, it runs to its end."""
        assert self._raw
        try:
            await asyncio.get_running_loop().run_in_executor(self._disk, self._say, "COMMIT")
        except Exception as error:
            if self._raw.in_transaction:
                self._say("ROLLBACK")
            self._finish(error)
        else:
            self._finish(None)
        finally:
            self._turn.release()

    def _errand(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._errands.add(task)  # a task that nobody holds may be collected
        task.add_done_callback(self._errands.discard)

    def _finish(self, error: BaseException | None) -> None:
        """Tells everyone of the group how it ended."""
        self._open = False
        group, self._group = self._group, []
        for done in group:
            if done.done():  # cancelled while waiting
                continue
            if error is None:
                done.set_result(None)
            else:
                done.set_exception(error)
                done.exception()  # marked as seen, should nobody be left to look

    def _say(self, words: str) -> None:
        assert self._raw
        self._raw.execute(words)


class Turn(AbstractAsyncContextManager[T]):
    """A turn with the pen, for `async with`; `make` wraps the connection."""

    __slots__ = ("_make", "_nested", "_writer")

    def __init__(self, writer: Writer, make: Callable[[Opened], T]) -> None:
        self._writer = writer
        self._make = make

    async def __aenter__(self) -> T:
        await self._writer.acquire()
        try:
            self._nested = await self._writer.enter()
        except BaseException:
            self._writer.release()
            raise
        return self._make(self._writer.opened())

    async def __aexit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        done = None
        try:
            if error is None:
                done = self._writer.leave(self._nested)
            else:
                self._writer.undo(self._nested, error)
        finally:
            self._writer.release()
        if done is not None:
            await done
