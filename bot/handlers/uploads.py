"""Which update brings a document, or a question ready made?"""

from telegram import Update

from bot.actions import teaching, writing
from bot.context import Context, Work
from content import composing


async def poll(update: Update, context: Context) -> None:
    """A quiz poll, forwarded or made here: a question for the teacher's own."""
    message = update.effective_message
    if message is None or message.poll is None:
        return
    sent = message.poll
    found = composing.Poll(
        question=sent.question,
        options=tuple(option.text for option in sent.options),
        right=tuple(sent.correct_option_ids or ()) if sent.type == sent.QUIZ else (),
        why=sent.explanation or "",
    )

    async def act(work: Work) -> None:
        await writing.from_poll(work.store, work.learner, found, work.now)

    await context.work(update, act)


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
            album=message.media_group_id,
            now=work.now,
        )

    await context.work(update, act)
    context.desk.builder.nudge()
