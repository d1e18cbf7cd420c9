"""Which update brings a document?"""

from telegram import Update

from bot.actions import teaching
from bot.context import Context, Work


async def document(update: Update, context: Context) -> None:
    """A file: queued for building. It is fetched only then, and kept nowhere."""
    message = update.effective_message
    if message is None or message.document is None:
        return
    sent = message.document

    async def act(work: Work) -> None:
        await teaching.take_in(
            work.store,
            work.learner,
            file_id=sent.file_id,
            name=sent.file_name or "document",
            size=sent.file_size or 0,
            message_id=message.message_id,
            now=work.now,
        )

    await context.work(update, act)
    context.desk.builder.nudge()
