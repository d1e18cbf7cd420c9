"""Where does a call go? The chat and the message it names, or Telegram's refusal."""

from bot.playground.errors import ApiError, bad_request, moved
from bot.playground.params import Json, Params
from bot.playground.people import Chat
from bot.playground.world import World


def find_chat(world: World, params: Params, name: str = "chat_id") -> Chat:
    """The chat a call names, one the bot has met."""
    raw = params.text(name).strip()
    if not raw:
        raise bad_request("chat_id is empty")
    if raw.startswith("@"):
        known = (chat for chat in world.chats.values() if chat.type != "private" and chat.username == raw[1:])
        chat = next(known, None)
    else:
        chat = world.chats.get(int(raw)) if raw.lstrip("-").isdigit() else None
    if chat is None or not chat.started:
        raise bad_request("chat not found")
    if chat.moved_to is not None:
        raise moved(chat.moved_to)
    return chat


def open_chat(world: World, params: Params) -> Chat:
    """The chat a call sends to; 403 where the bot is blocked."""
    chat = find_chat(world, params)
    if chat.type == "private" and world.people[chat.id].blocked:
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    if chat.type != "private" and not chat.bot_inside:
        raise ApiError(403, "Forbidden: bot was kicked from the supergroup chat")
    if not chat.bot_may_write:
        raise bad_request("not enough rights to send text messages to the chat")
    return chat


def find_message(world: World, params: Params, missing: str) -> tuple[Chat, Json]:
    """The chat and the message a call names; `missing` is what Telegram says where there is none."""
    chat = find_chat(world, params)
    number = params.integer("message_id")
    if not number:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(number)
    if message is None:
        raise bad_request(missing)
    return chat, message


def own_message(world: World, params: Params) -> tuple[Chat, Json]:
    """The bot's own message that a call edits."""
    chat, message = find_message(world, params, "message to edit not found")
    if chat.type != "private":
        open_chat(world, params)
    if message["from"]["id"] != world.bot_id:
        raise bad_request("message can't be edited")
    return chat, message
