"""Which update tells that somebody left, or came back?"""

from telegram import ChatMember, Update

from bot.context import Context

GONE = (ChatMember.BANNED, ChatMember.LEFT)


async def member(update: Update, context: Context) -> None:
    """The learner blocked the bot, or unblocked it: nothing is sent to those who left."""
    changed = update.my_chat_member
    if changed is None or changed.chat.type != "private":
        return
    now = context.desk.clock.now()
    async with context.desk.database.begin() as store:
        learner = await store.learners.by_chat(changed.chat.id)
        if learner is not None:
            gone = changed.new_chat_member.status in GONE
            await store.learners.mark_blocked(learner.id, now if gone else None)
