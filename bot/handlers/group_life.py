"""What happens to a group itself? The bot comes in or is put out, may not write, the group gets another number."""

from telegram import ChatMember, ChatMemberRestricted, ChatMemberUpdated, Update

from bot.context import Context
from bot.handlers.group_work import guest_of, work
from storage.store import Store

OUTSIDE = (ChatMember.BANNED, ChatMember.LEFT)


async def membership(update: Update, context: Context, changed: ChatMemberUpdated) -> None:
    """Whoever lets the bot in is told what it does; where it cannot write, what goes on ends quietly."""
    chat_id, guest = changed.chat.id, guest_of(changed.from_user)
    came = changed.old_chat_member.status in OUTSIDE and changed.new_chat_member.status not in OUTSIDE

    async def act(store: Store) -> None:
        if not _may_write(changed.new_chat_member):
            await store.rounds.end_all(chat_id)
            await store.dailies.off(chat_id)
            await store.views.drop_chat(chat_id)
        elif came:
            args = {"code": "group_hello", "data": {}, "language": guest.language}
            await store.views.owe(chat_id, "say", args, place="new", key="group_hello")

    await work(context, update, chat_id, guest.language, act)


async def migrated(update: Update, context: Context) -> None:
    """A group became a supergroup: what goes on in it goes on there."""
    message = update.effective_message
    if message is None or message.migrate_to_chat_id is None:
        return
    old_id, new_id = message.chat_id, message.migrate_to_chat_id

    async def act(store: Store) -> None:
        await store.move_group(old_id, new_id)

    await work(context, update, old_id, "en", act)


def _may_write(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member and member.can_send_messages
    return member.status not in OUTSIDE
