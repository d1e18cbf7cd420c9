"""What happens when a handler fails? The chat is owed an apology; nobody sees a traceback."""

import structlog
from telegram import Update

from bot.context import Context
from storage.errors import StorageError

log = structlog.get_logger(__name__)


async def failed(update: object, context: Context) -> None:
    """Owes the chat one sentence. The update itself is set aside by delivery, which logs it."""
    if not isinstance(update, Update) or update.effective_chat is None or update.effective_chat.type != "private":
        return
    chat_id = update.effective_chat.id
    try:
        async with context.desk.database.begin() as store:
            await store.views.owe(chat_id, "say", {"code": "failed", "data": {}}, place="new", key="failed")
    except StorageError as error:
        log.warning("no apology could be noted", exc_info=error)
        return
    context.desk.sender.nudge(chat_id)
    if update.callback_query is not None:
        context.desk.sender.acknowledge(update.callback_query.id, None)
