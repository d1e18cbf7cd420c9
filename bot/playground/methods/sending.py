"""How does the bot send? Texts, photos, documents, albums, polls; each checked as the server checks it."""

from typing import Any

from bot.playground.actions import as_bot_sees
from bot.playground.entities import formatted
from bot.playground.errors import bad_request
from bot.playground.files import MOST_PHOTO, photo_sizes
from bot.playground.lengths import utf16_length
from bot.playground.markup import read_markup
from bot.playground.methods.target import open_chat
from bot.playground.params import Json, Params, from_values
from bot.playground.people import Chat
from bot.playground.polls import keep_poll, make_poll
from bot.playground.world import World

MOST_TEXT = 4096
MOST_CAPTION = 1024
ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)


async def send_message(world: World, params: Params) -> Json:
    """Sends a text."""
    content = text_content(params)
    if params.text("disable_web_page_preview") or params.text("link_preview_options"):
        options = params.json("link_preview_options", "can't parse link preview options JSON object")
        content |= {"link_preview_options": options or {"is_disabled": params.flag("disable_web_page_preview")}}
    return deliver(world, params, content)


async def send_photo(world: World, params: Params) -> Json:
    """Sends a picture of at most 10 MB."""
    stored = world.files.resolve(params, params.text("photo"), "photo", "photos", MOST_PHOTO)
    return deliver(world, params, {"photo": photo_sizes(stored)} | caption_content(params))


async def send_document(world: World, params: Params) -> Json:
    """Sends a file of at most 50 MB."""
    return deliver(world, params, document_content(world, params, params.text("document")) | caption_content(params))


async def send_media_group(world: World, params: Params) -> list[Json]:
    """Sends 2 to 10 photos or documents as an album."""
    listed = params.json("media", "can't parse media JSON object")
    if not isinstance(listed, list) or not listed:
        raise bad_request("group media must be non-empty")
    if not 2 <= len(listed) <= 10:
        raise bad_request("album must contain 2-10 media")
    album = {"media_group_id": str(world.take_number())}
    contents = [media_content(world, params, media) | album for media in listed]
    return [deliver(world, params, content) for content in contents]


async def send_poll(world: World, params: Params) -> Json:
    """Sends a poll or a quiz."""
    sent = deliver(world, params, {"poll": make_poll(world, params)})
    keep_poll(world, world.chats[sent["chat"]["id"]].messages[sent["message_id"]])
    return sent


async def send_chat_action(world: World, params: Params) -> bool:
    """Shows that the bot is typing, for five seconds or until the next message."""
    if params.text("action").lower() not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = open_chat(world, params)
    world.events.tell("typing", chat_id=chat.id, action=params.text("action"))
    return True


def text_content(params: Params) -> Json:
    """The text of a message with its entities; raises ApiError where there is none or too much."""
    text, entities = formatted(params, "text")
    if not text:
        raise bad_request("text must be non-empty" if params.text("text") else "message text is empty")
    if utf16_length(text) > MOST_TEXT:
        raise bad_request("message is too long")
    return {"text": text} | ({"entities": entities[:100]} if entities else {})


def caption_content(params: Params) -> Json:
    """The caption under a file with its entities."""
    caption, entities = formatted(params, "caption", entities="caption_entities")
    if utf16_length(caption) > MOST_CAPTION:
        raise bad_request("message caption is too long")
    content: Json = {"caption": caption} if caption else {}
    return content | ({"caption_entities": entities[:100]} if entities else {})


def document_content(world: World, params: Params, value: str) -> Json:
    """A file as a message carries it."""
    stored = world.files.resolve(params, value, "document", "documents")
    return {"document": {**stored.to_json(), "file_name": stored.name, "mime_type": stored.mime}}


def media_content(world: World, params: Params, media: Any) -> Json:
    """An InputMedia as a message carries it."""
    if not isinstance(media, dict) or media.get("type") not in {"photo", "document"}:
        raise bad_request("can't parse InputMedia: unsupported media type specified")
    inner = from_values(media, params.files)
    if media["type"] == "document":
        content = document_content(world, inner, inner.text("media"))
    else:
        content = {"photo": photo_sizes(world.files.resolve(inner, inner.text("media"), "photo", "photos", MOST_PHOTO))}
    return content | caption_content(inner)


def deliver(world: World, params: Params, content: Json) -> Json:
    """Puts the bot's message into the chat a call names, with its keyboard and what it replies to."""
    chat = open_chat(world, params)
    content = content | _reply(chat, params) | _thread(chat, params)
    markup = read_markup(params)
    if world.flood is not None:
        world.flood.check(chat.id)
    if markup.inline:
        content["reply_markup"] = markup.inline
    message = world.post(chat, world.bot(), content)
    if markup.keyboard is not None:
        removed = markup.keyboard.get("remove_keyboard")
        chat.keyboard = None if removed else {**markup.keyboard, "message_id": message["message_id"]}
        world.events.tell("keyboard", chat_id=chat.id, keyboard=chat.keyboard)
    return as_bot_sees(message)


def _reply(chat: Chat, params: Params) -> Json:
    asked = params.json("reply_parameters", "can't parse reply parameters JSON object") or {}
    number = asked.get("message_id") or params.integer("reply_to_message_id")
    if not number:
        return {}
    original = chat.messages.get(number)
    if original is None:
        if asked.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    flat = {name: value for name, value in as_bot_sees(original).items() if name != "reply_to_message"}
    return {"reply_to_message": flat}


def _thread(chat: Chat, params: Params) -> Json:
    thread = params.integer("message_thread_id")
    if not thread:
        return {}
    if not chat.forum or thread not in chat.messages:
        raise bad_request("message thread not found")
    return {"message_thread_id": thread, "is_topic_message": True}
