"""Which updates come from groups, and who answers them?"""

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, PollAnswerHandler, filters

from bot.context import Context, LecternApplication
from bot.group_buttons import InRound
from bot.handlers import pages, poll_answers, rounds

IN_GROUP = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE


def register(application: LecternApplication) -> None:
    """Adds the handlers of groups; before the one that takes every press."""
    application.add_handler(CommandHandler("quiz", rounds.quiz, IN_GROUP))
    application.add_handler(CommandHandler(("stop", "cancel"), rounds.stop, IN_GROUP))
    application.add_handler(MessageHandler(IN_GROUP & filters.COMMAND, pages.in_group))
    application.add_handler(PollAnswerHandler(poll_answers.voted))
    application.add_handler(CallbackQueryHandler(_pressed, pattern=lambda data: rounds.payload_of(data) is not None))


async def _pressed(update: Update, context: Context) -> None:
    """A press under a message in a group, or under a shared question."""
    assert update.callback_query is not None
    payload = rounds.payload_of(update.callback_query.data)
    if isinstance(payload, InRound):
        await rounds.pressed(update, context, payload)
