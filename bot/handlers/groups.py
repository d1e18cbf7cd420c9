"""Which updates come from groups, and who answers them?"""

from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    PollAnswerHandler,
    filters,
)

from bot.context import Context, LecternApplication
from bot.group_buttons import InRound
from bot.handlers import daily, group_life, inline, pages, poll_answers, rounds
from bot.handlers.group_work import guest_of, thread_of, work
from bot.render.pages import COMMANDS
from storage.store import Store

IN_GROUP = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE


def register(application: LecternApplication) -> None:
    """Adds the handlers of groups; before the one that takes every press."""
    application.add_handler(CommandHandler("quiz", rounds.quiz, IN_GROUP))
    application.add_handler(CommandHandler(("help", "start"), help_page, IN_GROUP))
    application.add_handler(CommandHandler("daily", daily.daily, IN_GROUP))
    application.add_handler(CommandHandler(("stop", "cancel"), rounds.stop, IN_GROUP))
    application.add_handler(MessageHandler(IN_GROUP & filters.COMMAND, private_only))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, group_life.migrated))
    application.add_handler(InlineQueryHandler(inline.asked))
    application.add_handler(PollAnswerHandler(poll_answers.voted))
    application.add_handler(CallbackQueryHandler(_pressed, pattern=lambda data: rounds.payload_of(data) is not None))


async def private_only(update: Update, context: Context) -> None:
    """A command of ours that belongs in a private chat; others, maybe of another bot here, are left alone."""
    message = update.effective_message
    name = (message.text or "").split()[0].lstrip("/").partition("@")[0].lower() if message and message.text else ""
    if name in COMMANDS:
        await pages.in_group(update, context)


async def help_page(update: Update, context: Context) -> None:
    """/help, and /start by the link that adds the bot to a group."""
    message, guest = update.effective_message, guest_of(update.effective_user)
    if message is None or context.args:  # by the link: the bot has just come in, and said so
        return
    args: dict[str, object] = {"code": "group_hello", "data": {}, "language": guest.language}
    args["thread"] = thread_of(message)

    async def act(store: Store) -> None:
        await store.views.owe(message.chat_id, "say", args, place="new", key=f"group_hello:{thread_of(message)}")

    await work(context, update, message.chat_id, guest.language, act)


async def _pressed(update: Update, context: Context) -> None:
    """A press under a message in a group, or under a shared question."""
    assert update.callback_query is not None
    payload = rounds.payload_of(update.callback_query.data)
    if isinstance(payload, InRound):
        await rounds.pressed(update, context, payload)
    elif payload is not None:
        await inline.pressed(update, context, payload)
