"""What does the Bot API answer to a call? The one door through which the bot reaches the world."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.playground.errors import ApiError
from bot.playground.methods import answering, chats, editing, presenting, receiving, sending
from bot.playground.params import Params
from bot.playground.polls import close_due
from bot.playground.world import World

Method = Callable[[World, Params], Awaitable[Any]]

_KEPT_CALLS = 2000
_ALL: tuple[Method, ...] = (
    chats.get_me,
    chats.get_chat,
    chats.get_chat_member,
    chats.get_chat_administrators,
    chats.get_chat_member_count,
    chats.get_file,
    chats.pin_chat_message,
    chats.unpin_chat_message,
    chats.leave_chat,
    receiving.get_updates,
    receiving.set_webhook,
    receiving.delete_webhook,
    receiving.get_webhook_info,
    sending.send_message,
    sending.send_photo,
    sending.send_document,
    sending.send_media_group,
    sending.send_poll,
    sending.send_chat_action,
    editing.edit_message_text,
    editing.edit_message_caption,
    editing.edit_message_media,
    editing.edit_message_reply_markup,
    editing.delete_message,
    editing.delete_messages,
    editing.stop_poll,
    answering.answer_callback_query,
    answering.answer_inline_query,
    answering.set_message_reaction,
    presenting.set_my_commands,
    presenting.get_my_commands,
    presenting.delete_my_commands,
    presenting.set_my_name,
    presenting.get_my_name,
    presenting.set_my_description,
    presenting.get_my_description,
    presenting.set_my_short_description,
    presenting.get_my_short_description,
    presenting.set_chat_menu_button,
    presenting.get_chat_menu_button,
)
TABLE: dict[str, Method] = {method.__name__.replace("_", ""): method for method in _ALL}
"""Methods by name in lower case; Telegram does not mind the case either."""


def check_token(world: World, token: str) -> None:
    """Lets only this world's token pass: 401 for another one, 404 for what is none."""
    number, _, secret = token.partition(":")
    if not number.isdigit() or not secret:
        raise ApiError(404, "Not Found")
    if token != world.token:
        raise ApiError(401, "Unauthorized")


async def call(world: World, token: str, method: str, params: Params) -> Any:
    """The result of one call; raises ApiError where Telegram refuses."""
    check_token(world, token)
    found = TABLE.get(method.lower())
    if found is None:
        raise ApiError(404, "Not Found")
    world.calls.append((method, dict(params.values)))
    del world.calls[:-_KEPT_CALLS]
    close_due(world)
    return await found(world, params)
