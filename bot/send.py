"""How does a Reply reach a chat? One line a chat delivers what the database says the chat is owed."""

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog
from telegram import Bot

from bot.clock import Clock
from bot.delivery.metrics import Metrics
from bot.delivery.owed import Owed
from bot.delivery.pace import Pace
from bot.delivery.presented import Present, Presented
from bot.delivery.press import answer_press
from storage.errors import StorageError

if TYPE_CHECKING:
    from storage.database import Database

__all__ = ["Present", "Presented", "Sender"]

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Line:
    """A chat being served. `again`: look once more before leaving; `live`: a person waits."""

    again: bool = True
    live: bool = False
    task: asyncio.Task[None] | None = None


class Sender:
    """Delivers owed views, and settles each once Telegram has it.

    A view is presented at its turn, from what the database says then; one owed anew meanwhile is shown again. Showing
    a state in its message can be repeated, and is, until Telegram confirms. A new message whose fate is not known (a
    time out, a crash before the note was cleared) is sent again, for a chat without its reply is worse than one with
    two. Of a reminder nobody needs two: its sending is noted first, and one that was cut off is looked for in the chat
    before it is sent again (`cut_off.py`).
    """

    def __init__(
        self,
        bot: Bot,
        database: "Database",
        clock: Clock,
        present: Present,
        pace: Pace | None = None,
        *,
        metrics: Metrics | None = None,
        at_once: int = 8,
    ) -> None:
        self._bot = bot
        self._database = database
        self._clock = clock
        self._pace = pace or Pace()
        self._metrics = metrics or Metrics()
        self._owed = Owed(bot, database, clock, present, self._pace, self._metrics, self._later, at_once=at_once)
        self._lines: dict[int, _Line] = {}
        self._timers: dict[int, asyncio.TimerHandle] = {}
        self._presses: set[asyncio.Task[None]] = set()
        self._closed = False

    def nudge(self, chat_id: int, *, live: bool = True) -> None:
        """The chat is owed something: deliver it soon. `live`: somebody waits for it."""
        if self._closed:
            return
        line = self._lines.setdefault(chat_id, _Line())
        line.again = True
        line.live = line.live or live
        if line.task is None:
            line.task = asyncio.create_task(self._serve(chat_id, line), name="send")

    def acknowledge(self, query_id: str, toast: str | None = None, *, alert: bool = False) -> None:
        """Answer a button press, in the background; one that is too old to answer is nothing unusual."""
        if not self._closed:
            task = asyncio.create_task(self._acknowledge(query_id, toast, alert), name="acknowledge")
            self._presses.add(task)
            task.add_done_callback(self._presses.discard)

    async def sweep(self, limit: int = 500) -> int:
        """Take up chats that are still owed something, the longest first; how many there were.

        To be called at the start and on every tick; it does not wait for the sending.
        """
        async with self._database.read() as store:
            chats = await store.views.chats_owed(limit, self._clock.now())
        for chat_id in chats:
            self.nudge(chat_id, live=False)
        return len(chats)

    def sent_lately(self, chat_id: int) -> int:
        """How many messages and edits went to that group in the last minute."""
        return self._pace.in_last_minute(chat_id)

    @property
    def waiting(self) -> int:
        """Chats being served."""
        return len(self._lines)

    async def idle(self) -> None:
        """Until nothing is being sent. What is put off to later does not count."""
        while tasks := self._tasks():
            await asyncio.wait(tasks)

    async def close(self, grace_secs: float = 5.0) -> None:
        """Take no more, finish what is being sent, leave the rest owed."""
        self._closed = True
        for timer in self._timers.values():
            timer.cancel()
        if tasks := self._tasks():
            _, late = await asyncio.wait(tasks, timeout=grace_secs)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _tasks(self) -> set[asyncio.Task[None]]:
        return {line.task for line in self._lines.values() if line.task} | self._presses

    async def _serve(self, chat_id: int, line: _Line) -> None:
        try:
            while line.again and not self._closed:
                line.again = False
                await self._pace.turn(chat_id, lambda: line.live)
                line.again = await self._owed.next(chat_id) or line.again
        except StorageError as error:
            log.warning("the database cannot be had; sending later", exc_info=error)
            self._later(chat_id, self._owed.next_pause(chat_id))
        except Exception as error:
            log.error("sending failed; tried again at the next tick", exc_info=error)
            self._metrics.sends.add("failed")
        finally:
            del self._lines[chat_id]

    def _later(self, chat_id: int, secs: float) -> None:
        if self._closed:
            return
        if (earlier := self._timers.pop(chat_id, None)) is not None:
            earlier.cancel()
        self._timers[chat_id] = asyncio.get_running_loop().call_later(secs, self._wake, chat_id)

    def _wake(self, chat_id: int) -> None:
        self._timers.pop(chat_id, None)
        self.nudge(chat_id)

    async def _acknowledge(self, query_id: str, toast: str | None, alert: bool) -> None:
        self._metrics.acknowledged.add(await answer_press(self._bot, query_id, toast, alert=alert))
