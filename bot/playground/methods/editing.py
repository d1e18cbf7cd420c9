"""How does the bot change what it said? In place, and refused where nothing would change."""

from datetime import timedelta

from bot.playground.actions import as_bot_sees
from bot.playground.errors import bad_request
from bot.playground.markup import read_markup
from bot.playground.methods.sending import caption_content, media_content, text_content
from bot.playground.methods.target import find_chat, find_message, own_message
from bot.playground.params import Json, Params
from bot.playground.people import Chat
from bot.playground.polls import close, close_due
from bot.playground.world import World

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_DELETABLE = timedelta(hours=48)
_CONTENT = ("text", "entities", "caption", "caption_entities", "photo", "document", "poll", "link_preview_options")


async def edit_message_text(world: World, params: Params) -> Json:
    """Gives a text message another text; without reply_markup its buttons go."""
    content = text_content(params)
    chat, message = own_message(world, params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    kept = {name: message[name] for name in ("link_preview_options",) if name in message}
    return _change(world, chat, message, params, kept | content)


async def edit_message_caption(world: World, params: Params) -> Json:
    """Gives a photo or document another caption."""
    content = caption_content(params)
    chat, message = own_message(world, params)
    media = {name: message[name] for name in ("photo", "document") if name in message}
    if not media:
        raise bad_request("there is no caption in the message to edit")
    return _change(world, chat, message, params, media | content)


async def edit_message_media(world: World, params: Params) -> Json:
    """Puts another photo or document, with another caption, in its place."""
    media = params.json("media", "can't parse media JSON object")
    if media is None:
        raise bad_request("media is not specified")
    chat, message = own_message(world, params)
    return _change(world, chat, message, params, media_content(world, params, media))


async def edit_message_reply_markup(world: World, params: Params) -> Json:
    """Gives a message other buttons, or none."""
    chat, message = own_message(world, params)
    content = {name: message[name] for name in _CONTENT if name in message}
    return _change(world, chat, message, params, content)


async def delete_message(world: World, params: Params) -> bool:
    """Deletes a message of the last 48 hours."""
    chat, message = find_message(world, params, "message to delete not found")
    _delete(world, chat, message)
    return True


async def delete_messages(world: World, params: Params) -> bool:
    """Deletes up to 100 messages; those that are gone are passed over."""
    chat = find_chat(world, params)
    numbers = params.json("message_ids", "can't parse message identifiers JSON object")
    if not isinstance(numbers, list) or not 1 <= len(numbers) <= 100:
        raise bad_request("message identifiers are not specified" if not numbers else "too many messages to delete")
    for number in numbers:
        if found := chat.messages.get(number):
            _delete(world, chat, found)
    return True


async def stop_poll(world: World, params: Params) -> Json:
    """Closes a poll and tells how it ended."""
    close_due(world)
    _, message = find_message(world, params, "message with poll to stop not found")
    if "poll" not in message:
        raise bad_request("message is not a poll")
    if message["from"]["id"] != world.bot_id:
        raise bad_request("poll can't be stopped")
    if message["poll"]["is_closed"]:
        raise bad_request("poll has already been closed")
    _set_markup(message, params)
    close(world, world.polls[message["poll"]["id"]])
    poll: Json = message["poll"]
    return poll


def _change(world: World, chat: Chat, message: Json, params: Params, content: Json) -> Json:
    markup = read_markup(params)
    if markup.keyboard is not None:
        raise bad_request("inline keyboard expected")
    before = {name: message[name] for name in _CONTENT if name in message}
    if before == content and message.get("reply_markup") == markup.inline:
        raise bad_request(_NOT_MODIFIED)
    if world.flood is not None and chat.type != "private":  # in a group each call counts
        world.flood.check(chat.id)
    for name in before:
        del message[name]
    message.update(content)
    _set_markup(message, params)
    message["edit_date"] = world.timestamp()
    world.changed(chat, message)
    return as_bot_sees(message)


def _set_markup(message: Json, params: Params) -> None:
    message.pop("reply_markup", None)
    if inline := read_markup(params).inline:
        message["reply_markup"] = inline


def _delete(world: World, chat: Chat, message: Json) -> None:
    if world.timestamp() - message["date"] > _DELETABLE.total_seconds():
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[message["message_id"]]
    if chat.keyboard and chat.keyboard.get("message_id") == message["message_id"]:
        chat.keyboard = None
    world.events.tell("deleted", chat_id=chat.id, message_id=message["message_id"])
