"""How does the next view that a chat is owed reach it? Presented, sent and settled, or put off, or given up."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog
from telegram import Bot
from telegram.error import ChatMigrated, RetryAfter, TelegramError

from bot.clock import Clock
from bot.delivery.cut_off import Seeker, note, read
from bot.delivery.metrics import Metrics
from bot.delivery.pace import Pace
from bot.delivery.post import Refusal, close_poll, put, refusal, strip
from bot.delivery.presented import Present, Presented
from bot.delivery.retry import pause_secs, retry_after_secs
from bot.delivery.turns import Turns
from bot.render.reply import Reply
from lessons.errors import LecternError
from storage.errors import StorageError

if TYPE_CHECKING:
    from storage.database import Database
    from storage.store import Store
    from storage.views import OwedView

log = structlog.get_logger(__name__)

CLAIM_SECS = 20.0
"""Where other replicas send too: so long a chat is left to the one who claimed it, should that one have died."""


class Owed:
    """Delivers one view at a time, and settles it once Telegram has it; `later` is told when to try a chat again."""

    def __init__(
        self,
        bot: Bot,
        database: "Database",
        clock: Clock,
        present: Present,
        pace: Pace,
        metrics: Metrics,
        later: Callable[[int, float], None],
        *,
        at_once: int,
    ) -> None:
        self._bot = bot
        self._database = database
        self._shared = not database.is_sqlite
        self._clock = clock
        self._present = present
        self._pace = pace
        self._metrics = metrics
        self._later = later
        self._reading = asyncio.Semaphore(at_once)
        self._turns = Turns(self._begun_before)
        self._seeker = Seeker(bot)
        self._newest: int | None = None
        self._failures: dict[int, int] = {}
        self._partly: dict[int, tuple[int, list[int]]] = {}

    async def next(self, chat_id: int) -> bool:
        """Show the chat the first view it is owed; whether there is more."""
        async with self._reading, self._begun() as store:
            views = await self._owed_to(store, chat_id)
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
        # Another replica may have owed more meanwhile, and left it to us because of our claim: look once more.
        return settled is not None and (len(views) > 1 or not settled or self._shared)

    def _begun(self) -> "AbstractAsyncContextManager[Store]":
        return self._database.begin() if self._shared else self._database.read()

    async def _owed_to(self, store: "Store", chat_id: int) -> "list[OwedView]":
        """What the chat is owed; where other processes send too, only to the one of them who claims it."""
        now = self._clock.now()
        if self._shared:
            return await store.views.claim(chat_id, now, now + timedelta(seconds=CLAIM_SECS))
        return await store.views.owed(chat_id, now)

    async def _show(self, view: "OwedView", presented: Presented) -> bool | None:
        """Send and settle. True: settled; False: owed anew meanwhile; None: put off."""
        replies = await self._finished(view, presented)
        if replies is None:
            return await self._give_up(view)
        try:
            await self._look_for(view, replies)
        except TelegramError as error:
            return await self._failed(view, error, view.error)
        if not view.args.get("reminder") or self._is_sent(view, replies):
            return await self._send_and_settle(view, presented, replies)
        async with self._turns.turn(view.id):
            return await self._send_and_settle(view, presented, replies, await self._note_sending(view))

    async def _send_and_settle(
        self, view: "OwedView", presented: Presented, replies: Sequence[Reply], noted: str | None = None
    ) -> bool | None:
        try:
            sent = await self._send_all(view, presented, replies)
        except TelegramError as error:
            return await self._failed(view, error, noted if refusal(error) is Refusal.UNKNOWN_END else None)
        settled = await self._settle(view, presented, sent)
        self._turns.looked_for(view.id)
        return settled

    async def _begun_before(self) -> set[int]:
        """The views whose sending another process began, which has ended since; where others send too, none is told."""
        if self._shared:
            return set()
        async with self._database.read() as store:
            return await store.views.begun()

    async def _look_for(self, view: "OwedView", replies: Sequence[Reply]) -> None:
        """Where a sending was cut off: if it arrived, it counts as sent."""
        cut = read(view.error)
        version, sent = self._partly.get(view.id, (view.version, []))
        if cut is None or not replies or (sent and version == view.version):
            return  # known: only the note was left to clear
        found = await self._seeker.find(view.chat_id, replies[0], cut)
        if found is None:
            log.warning("a message whose sending was cut off was not found; sent again", kind=view.kind)
        else:
            self._partly[view.id] = (view.version, [found])

    def _is_sent(self, view: "OwedView", replies: Sequence[Reply]) -> bool:
        version, sent = self._partly.get(view.id, (view.version, []))
        return version == view.version and len(sent) >= len(replies)

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
            if reply.closes is not None:
                await close_poll(self._bot, view.chat_id, reply.closes)
                await self._pace.turn(view.chat_id)
            place = live if view.place == "edit" and number == 0 else None
            sent.append(await put(self._bot, view.chat_id, reply, place))
            if view.chat_id > 0:
                self._newest = max(self._newest or 0, sent[-1])
                self._turns.went_out()
            self._metrics.sends.add("edited" if sent[-1] == place else "sent")
        if live is not None and sent and live not in sent:
            if view.chat_id < 0:  # in a group each call counts
                await self._pace.turn(view.chat_id)
            await strip(self._bot, view.chat_id, live)
        self._metrics.send_secs.observe(asyncio.get_running_loop().time() - began)
        return sent

    async def _settle(self, view: "OwedView", presented: Presented, sent: Sequence[int]) -> bool:
        async with self._database.begin() as store:
            await store.lock_chat(view.chat_id)
            # First what an update of the chat would touch first: in another order two could wait for each other.
            if presented.remember is not None and sent and sent[-1] != presented.edit_message_id:
                with suppress(LecternError):  # the sitting is gone: the learner has asked to be forgotten, say
                    await presented.remember(store, sent[-1])
            settled = await self._cleared(store, view)
        self._forget_trouble(view)
        return settled

    async def _cleared(self, store: "Store", view: "OwedView") -> bool:
        """Whether nothing more is owed by that note; our claim on the chat ends, what else it is owed may be sent."""
        settled = await store.views.settle(view.id, view.version)
        if self._shared:
            await store.views.unclaim(view.chat_id)
        return settled

    async def _note_sending(self, view: "OwedView") -> str:
        until = self._clock.now() + timedelta(seconds=CLAIM_SECS if self._shared else 0)
        async with self._database.begin() as store:
            await store.lock_chat(view.chat_id)
            if self._newest is None:
                self._newest = await store.sessions.newest_message() or 0
            noted = note(self._newest)
            await store.views.postpone(view.id, until, noted)
        return noted

    async def _failed(self, view: "OwedView", error: TelegramError, noted: str | None) -> bool | None:
        """`noted` stays on the view where it is not known whether it has arrived."""
        meaning = refusal(error)
        self._metrics.sends.add(meaning.name.lower())
        if isinstance(error, ChatMigrated):
            await self._moved(view, error.new_chat_id)
            return True
        if meaning is Refusal.UNREACHABLE:
            await self._unreachable(view)
            return True
        if meaning is Refusal.UNREADABLE:
            log.error("a view cannot be sent", kind=view.kind, exc_info=error)
            return await self._give_up(view)
        await self._put_off(view, error, noted or type(error).__name__)
        return None

    async def _put_off(self, view: "OwedView", error: TelegramError, word: str) -> None:
        """Try again after a pause, or when Telegram said; noted in the database, so that a restart keeps to it."""
        if isinstance(error, RetryAfter):
            pause = retry_after_secs(error)
            self._pace.hold(view.chat_id, pause)
        else:
            pause = self.next_pause(view.chat_id)
        log.warning("not sent; trying again", secs=pause, exc_info=error)
        async with self._database.begin() as store:
            await store.lock_chat(view.chat_id)
            await store.views.postpone(view.id, self._clock.now() + timedelta(seconds=pause), word)
        self._later(view.chat_id, pause + 0.05)

    async def _give_up(self, view: "OwedView") -> bool:
        """The view cannot be shown, now or ever: the chat is told so in one sentence, unless that was the sentence."""
        async with self._database.begin() as store:
            await store.lock_chat(view.chat_id)
            settled = await self._cleared(store, view)
            if settled and view.args.get("code") != "failed":
                await store.views.owe(view.chat_id, "say", {"code": "failed", "data": {}}, place="new", key="failed")
        self._forget_trouble(view)
        return False

    async def _unreachable(self, view: "OwedView") -> None:
        """Nothing can be sent there: nothing is owed any more, and no reminder will come."""
        async with self._database.begin() as store:
            await store.lock_chat(view.chat_id)
            learner = await store.learners.by_chat(view.chat_id)
            if learner is not None:
                await store.learners.mark_blocked(learner.id, self._clock.now())
            await store.rounds.end_all(view.chat_id)
            await store.dailies.off(view.chat_id)
            await store.views.drop_chat(view.chat_id)
        self._forget_trouble(view)
        log.info("a chat cannot be reached any more")

    async def _moved(self, view: "OwedView", new_id: int) -> None:
        """The group became a supergroup: what goes on there goes on under its new number."""
        async with self._database.begin() as store:
            await store.move_group(view.chat_id, new_id)
        self._forget_trouble(view)
        self._later(new_id, 0.05)

    def _forget_trouble(self, view: "OwedView") -> None:
        self._failures.pop(view.chat_id, None)
        self._partly.pop(view.id, None)

    def next_pause(self, chat_id: int) -> float:
        """Seconds until the chat is tried again; longer each time until something has reached it."""
        self._failures[chat_id] = self._failures.get(chat_id, 0) + 1
        return pause_secs(self._failures[chat_id])
