"""What does every handler receive? The learner, a transaction, the moment; what it owes is sent after the commit."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.actions import sitting
from bot.building import Builder
from bot.clock import Clock
from bot.correcting import Corrector
from bot.render.failures import sentence_code
from bot.round_clock import RoundClock
from bot.send import Sender
from lessons.enrollment import Learner
from lessons.errors import LecternError, StaleSession
from storage.database import Database
from storage.store import Store

TRIES = 3
"""How often an update is done afresh when another moved the same sitting in between."""
TOUCHED_FOR = timedelta(minutes=1)
"""How exactly the database knows when somebody was last here."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the bot works with, made once at the start."""

    database: Database
    clock: Clock
    sender: Sender
    builder: Builder
    corrector: Corrector
    rounds: RoundClock


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update, as far as every handler needs it: its number, its private chat, who it is from.

    `key` identifies it among repeats of it; `pressed_on` is the message whose button was pressed.
    """

    update_id: int
    chat_id: int
    name: str
    language: str
    key: str
    pressed_on: int | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """One update being worked on: a transaction, the learner it is from, the moment it is taken to be.

    `first` is set when the learner has never been here. `key` identifies the update among repeats of it.
    """

    store: Store
    learner: Learner
    now: datetime
    key: str
    first: bool = False
    message_id: int | None = None


Action = Callable[[Work], Awaitable[str | None]]
"""What an update does; the string is a short word for the press that caused it."""


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """python-telegram-bot's context with our desk on it; its own data stores are not used: state is in the database."""

    @property
    def desk(self) -> Desk:
        """What the bot works with."""
        desk = self.application.bot_data["desk"]
        assert isinstance(desk, Desk)
        return desk

    async def work(self, update: Update, action: Action) -> str | None:
        """Does the action for the one whom the update is from; see `work`."""
        return await work(self.desk, arrival_of(update), action)


async def work(desk: Desk, arrival: Arrival, action: Action) -> str | None:
    """Does the action in one transaction, then has the sender deliver what the chat is owed.

    The update's number is noted in the same transaction: one that comes again (its acknowledgement was cut off)
    changes nothing, and the chat is sent what it is still owed. What the domain refuses is said in one sentence.
    Anything else rolls back and is raised: the update comes again or is set aside.
    """
    said = await _committed(desk, arrival, action)
    desk.sender.nudge(arrival.chat_id)
    return said


async def _committed(desk: Desk, arrival: Arrival, action: Action) -> str | None:
    for left in reversed(range(TRIES)):
        try:
            async with desk.database.begin() as store:
                await store.lock_chat(arrival.chat_id)
                now = desk.clock.now()
                if await store.updates.seen(arrival.update_id, now):
                    return None
                said = await _done_or_refused(await _work(store, arrival, now), action)
            for other in store.views.chats - {arrival.chat_id}:
                desk.sender.nudge(other, live=False)
            return said
        except StaleSession:
            if not left:
                raise
    raise AssertionError("unreachable: the last try returns or raises")


def arrival_of(update: Update) -> Arrival:
    """Of an update that has a chat and a user."""
    chat, user = update.effective_chat, update.effective_user
    assert chat is not None
    assert user is not None
    query, message = update.callback_query, update.effective_message
    return Arrival(
        update_id=update.update_id,
        chat_id=chat.id,
        name=user.first_name or "",
        language=user.language_code or "en",
        key=f"c{query.id}" if query else f"m{message.message_id}" if message else f"u{update.update_id}",
        pressed_on=message.message_id if query and message else None,
    )


async def _work(store: Store, arrival: Arrival, now: datetime) -> Work:
    learner = await store.learners.get_or_create(arrival.chat_id, arrival.name, arrival.language, now)
    first = learner.last_active_at is None
    if _is_news(learner, now):
        await store.learners.touch(learner.id, now)
        here = replace(learner.reminding, ignored=0)
        learner = replace(learner, last_active_at=now, blocked_at=None, reminding=here)
    return Work(store, learner, now, arrival.key, first, arrival.pressed_on)


async def _done_or_refused(work: Work, action: Action) -> str | None:
    """What the domain refuses is taken back and said in one sentence, in the transaction that notes the update.

    In one of its own it would come after whatever another replica does in between: an /undo that found nothing would
    be noted behind the next answer, and done on it where the process died before the note.
    """
    await work.store.mark()
    try:
        return await action(work)
    except StaleSession:
        raise
    except LecternError as error:
        await work.store.back_to_mark()
        await sitting.say(work.store, work.learner, sentence_code(error))
        return None


def _is_news(learner: Learner, now: datetime) -> bool:
    """Whether that the learner is here has to be written down; within a minute it is known."""
    last = learner.last_active_at
    quiet = last is None or now - last >= TOUCHED_FOR or now < last
    return quiet or learner.blocked_at is not None or learner.reminding.ignored > 0


LecternApplication = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], Any]
