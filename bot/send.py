"""How does a Reply reach a chat? One line a chat delivers what the database says the chat is owed."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.clock import Clock
from bot.delivery.metrics import Metrics
from bot.delivery.pace import Pace
from bot.delivery.post import Refusal, put, refusal, strip
from bot.delivery.retry import pause_secs, retry_after_secs
from bot.render.reply import Reply
from lessons.errors import LecternError
from storage.errors import StorageError

if TYPE_CHECKING:
    from storage.database import Database
    from storage.store import Store
    from storage.views import OwedView

log = structlog.get_logger(__name__)

SENDING = "sending"
"""Noted on a reminder before it is sent: whoever finds the note does not know whether it arrived."""


@dataclass(frozen=True, slots=True)
class Presented:
    """What an owed view looks like now. No replies: nothing is left to say.

    `edit_message_id` is the view's live message: a view with place "edit" is shown in it by its first reply; one with
    place "new" comes below, and the old message loses its buttons. `remember` is awaited, in the transaction that
    settles the view, with the id of the message that is live from now on. `finish` makes the replies where that takes
    time, a picture for instance, outside of any transaction.
    """

    replies: tuple[Reply, ...]
    edit_message_id: int | None = None
    remember: "Callable[[Store, int], Awaitable[None]] | None" = None
    finish: Callable[[], Awaitable[tuple[Reply, ...]]] | None = None


Present = Callable[["Store", "OwedView", datetime], Awaitable[Presented]]


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
    two; only a reminder is not: its sending is noted first, and what was noted is never sent twice.
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
        self._present = present
        self._pace = pace or Pace()
        self._metrics = metrics or Metrics()
        self._reading = asyncio.Semaphore(at_once)
        self._lines: dict[int, _Line] = {}
        self._failures: dict[int, int] = {}
        self._partly: dict[int, tuple[int, list[int]]] = {}
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
                line.again = await self._deliver(chat_id) or line.again
        except StorageError as error:
            log.warning("the database cannot be had; sending later", exc_info=error)
            self._later(chat_id, self._next_pause(chat_id))
        except Exception as error:
            log.error("sending failed; tried again at the next tick", exc_info=error)
            self._metrics.sends.add("failed")
        finally:
            del self._lines[chat_id]

    async def _deliver(self, chat_id: int) -> bool:
        """Show the chat the first view it is owed; whether there is more."""
        async with self._reading, self._database.read() as store:
            views = await store.views.owed(chat_id, self._clock.now())
            if not views:
                return False
            view = views[0]
            try:
                presented = await self._present(store, view, self._clock.now())
            except StorageError:
                raise
            except Exception as error:
                presented = None
                log.error("a view cannot be made", kind=view.kind, exc_info=error)
        settled = await (self._show(view, presented) if presented else self._give_up(view))
        return settled is not None and (len(views) > 1 or not settled)

    async def _show(self, view: "OwedView", presented: Presented) -> bool | None:
        """Send and settle. True: settled; False: owed anew meanwhile; None: put off."""
        once = bool(view.args.get("reminder"))
        if once and view.error == SENDING:
            _, sent = self._partly.get(view.id, (0, []))  # the message is known where only the note was left to clear
            if not sent:
                log.warning("a reminder was being sent when the process ended; not sent again")
            return await self._settle(view, presented, sent)
        replies = await self._finished(view, presented)
        if replies is None:
            return await self._give_up(view)
        try:
            if once:
                await self._note_sending(view)
            sent = await self._send_all(view, presented, replies)
        except TelegramError as error:
            return await self._failed(view, presented, error, once=once)
        return await self._settle(view, presented, sent)

    async def _finished(self, view: "OwedView", presented: Presented) -> Sequence[Reply] | None:
        if presented.finish is None:
            return presented.replies
        try:
            return await presented.finish()
        except Exception as error:
            log.error("a view cannot be made", kind=view.kind, exc_info=error)
            return None

    async def _send_all(self, view: "OwedView", presented: Presented, replies: Sequence[Reply]) -> list[int]:
        """The ids of the messages now shown; what went out in an earlier try is not sent again."""
        began = asyncio.get_running_loop().time()
        version, sent = self._partly.get(view.id, (0, []))
        if version != view.version:
            self._partly[view.id] = (view.version, sent := [])
        live = presented.edit_message_id
        for number, reply in enumerate(replies[len(sent) :], len(sent)):
            if number:
                await self._pace.turn(view.chat_id)
            place = live if view.place == "edit" and number == 0 else None
            sent.append(await put(self._bot, view.chat_id, reply, place))
            self._metrics.sends.add("edited" if sent[-1] == place else "sent")
        if live is not None and sent and live not in sent:
            await strip(self._bot, view.chat_id, live)
        self._metrics.send_secs.observe(asyncio.get_running_loop().time() - began)
        return sent

    async def _settle(self, view: "OwedView", presented: Presented, sent: Sequence[int]) -> bool:
        async with self._database.begin() as store:
            settled = await store.views.settle(view.id, view.version)
            if presented.remember is not None and sent and sent[-1] != presented.edit_message_id:
                with suppress(LecternError):  # the sitting is gone: the learner has asked to be forgotten, say
                    await presented.remember(store, sent[-1])
        self._forget_trouble(view)
        return settled

    async def _note_sending(self, view: "OwedView") -> None:
        async with self._database.begin() as store:
            await store.views.postpone(view.id, self._clock.now(), SENDING)

    async def _failed(self, view: "OwedView", presented: Presented, error: TelegramError, *, once: bool) -> bool | None:
        meaning = refusal(error)
        self._metrics.sends.add(meaning.name.lower())
        if meaning is Refusal.UNREACHABLE:
            await self._unreachable(view)
            return True
        if meaning is Refusal.UNREADABLE:
            log.error("a view cannot be sent", kind=view.kind, exc_info=error)
            return await self._give_up(view)
        if once and meaning is Refusal.UNKNOWN_END:
            log.warning("a reminder may not have arrived; not sent again", exc_info=error)
            return await self._settle(view, presented, ())
        await self._put_off(view, error)
        return None

    async def _put_off(self, view: "OwedView", error: TelegramError) -> None:
        """Try again after a pause, or when Telegram said; noted in the database, so that a restart keeps to it."""
        if isinstance(error, RetryAfter):
            pause = retry_after_secs(error)
            self._pace.hold(view.chat_id, pause)
        else:
            pause = self._next_pause(view.chat_id)
        log.warning("not sent; trying again", secs=pause, exc_info=error)
        async with self._database.begin() as store:
            await store.views.postpone(view.id, self._clock.now() + timedelta(seconds=pause), type(error).__name__)
        self._later(view.chat_id, pause + 0.05)

    async def _give_up(self, view: "OwedView") -> bool:
        """The view cannot be shown, now or ever: the chat is told so in one sentence, unless that was the sentence."""
        async with self._database.begin() as store:
            settled = await store.views.settle(view.id, view.version)
            if settled and view.args.get("code") != "failed":
                await store.views.owe(view.chat_id, "say", {"code": "failed", "data": {}}, place="new", key="failed")
        self._forget_trouble(view)
        return False

    async def _unreachable(self, view: "OwedView") -> None:
        """Nothing can be sent there: nothing is owed any more, and no reminder will come."""
        async with self._database.begin() as store:
            learner = await store.learners.by_chat(view.chat_id)
            if learner is not None:
                await store.learners.mark_blocked(learner.id, self._clock.now())
            await store.views.drop_chat(view.chat_id)
        self._forget_trouble(view)
        log.info("a chat cannot be reached any more")

    def _forget_trouble(self, view: "OwedView") -> None:
        self._failures.pop(view.chat_id, None)
        self._partly.pop(view.id, None)

    def _next_pause(self, chat_id: int) -> float:
        self._failures[chat_id] = self._failures.get(chat_id, 0) + 1
        return pause_secs(self._failures[chat_id])

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
        outcome = "failed"
        for _ in range(2):
            try:
                await self._bot.answer_callback_query(query_id, toast[:200] if toast else None, show_alert=alert)
            except BadRequest:
                outcome = "too_old"
            except NetworkError:
                continue
            except TelegramError as error:
                log.warning("a press was not answered", exc_info=error)
            else:
                outcome = "ok"
            break
        self._metrics.acknowledged.add(outcome)
