"""How is an update from a group worked off? One transaction, noted as seen, then what is owed is sent."""

from collections.abc import Awaitable, Callable

from telegram import Bot, Message, Update, User
from telegram.error import BadRequest, Forbidden

from bot.actions.rounds import Guest
from bot.context import TRIES, Context
from bot.render.failures import sentence_code
from bot.render.notices import notice
from bot.texts import texts
from lessons.errors import LecternError, StaleSession
from storage.store import Store

GroupAction = Callable[[Store], Awaitable[str | None]]
"""What the update does; the string is told to the one who pressed."""


async def work(context: Context, update: Update, line: int, language: str, action: GroupAction) -> str | None:
    """Does the action in one transaction with the note of the update, then has the sender deliver what is owed.

    `line` is the group (or the person, where there is no chat): its updates are taken one at a time on all replicas.
    What the domain refuses is told to the one who pressed.
    """
    for left in reversed(range(TRIES)):
        try:
            async with context.desk.database.begin() as store:
                await store.lock_chat(line)
                if await store.updates.seen(update.update_id, context.desk.clock.now()):
                    return None
                said = await _done_or_refused(store, language, action)
            for chat in store.views.chats:
                context.desk.sender.nudge(chat)
            return said
        except StaleSession:
            if not left:
                raise
    raise AssertionError("unreachable: the last try returns or raises")


async def _done_or_refused(store: Store, language: str, action: GroupAction) -> str | None:
    await store.mark()
    try:
        return await action(store)
    except StaleSession:
        raise
    except LecternError as error:
        await store.back_to_mark()
        return str(notice(sentence_code(error), {}, texts(language)))


def guest_of(user: User | None) -> Guest:
    """Who acts; an anonymous administrator, or a channel that speaks here, is nobody in particular."""
    if user is None or user.is_bot:
        return Guest(None, "", "en")
    return Guest(user.id, user.first_name or "", user.language_code or "en")


async def is_admin(bot: Bot, chat_id: int, user: User | None, message: Message | None = None) -> bool:
    """Whether this person is an administrator of the group; one who writes as the group is."""
    if message is not None and message.sender_chat is not None:
        return message.sender_chat.id == chat_id
    if user is None or user.is_bot:
        return False
    try:  # of single members a bot that is no administrator itself may not be told
        return any(one.user.id == user.id for one in await bot.get_chat_administrators(chat_id))
    except (BadRequest, Forbidden):
        return False


def thread_of(message: Message | None) -> int | None:
    """The forum topic that the message stands in; the General topic and plain groups have none."""
    return message.message_thread_id if message is not None and message.is_topic_message else None


async def language_of(store: Store, guest: Guest) -> str:
    """The language that the person chose in private, else that of their app."""
    learner = await store.learners.by_chat(guest.chat_id) if guest.chat_id else None
    return learner.preferences.language if learner else guest.language


async def say(
    store: Store, group_id: int, thread_id: int | None, guest: Guest, code: str, data: dict[str, str] | None = None
) -> None:
    """One sentence in the topic where it was asked for."""
    args: dict[str, object] = {
        "code": code,
        "data": data or {},
        "thread": thread_id,
        "language": await language_of(store, guest),
    }
    await store.views.owe(group_id, "say", args, place="new", key=f"say:{code}:{thread_id}")
