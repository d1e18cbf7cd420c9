"""Which update tells that somebody left, or came back?"""

from telegram import Chat, ChatMember, Update

from bot.context import Context
from bot.handlers import group_life

GONE = (ChatMember.BANNED, ChatMember.LEFT)


async def member(update: Update, context: Context) -> None:
    """The learner blocked the bot, or unblocked it: nothing is sent to those who left."""
    changed = update.my_chat_member
    if changed is None:
        return
    if changed.chat.type in (Chat.GROUP, Chat.SUPERGROUP):
        await group_life.membership(update, context, changed)
    if changed.chat.type != Chat.PRIVATE:  # a channel is nothing to us
        return
    now = context.desk.clock.now()
    async with context.desk.database.begin() as store:
        learner = await store.learners.by_chat(changed.chat.id)
        if learner is not None:
            gone = changed.new_chat_member.status in GONE
            await store.learners.mark_blocked(learner.id, now if gone else None)
