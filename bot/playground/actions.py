"""What can a person do in a chat? Each act becomes the update that Telegram would send to the bot."""

from typing import Any

from bot.playground import polls
from bot.playground.entities import tidy
from bot.playground.files import photo_sizes
from bot.playground.lengths import utf16_length, utf16_slice
from bot.playground.params import Json, Upload
from bot.playground.people import Chat, Person
from bot.playground.world import Query, World

_MOST_TEXT = 4096
ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
"""Who an administrator appears as who writes in the name of the group."""


class NoSuchButton(LookupError):
    """There is no such button to tap; the argument names those there are."""


def say(
    world: World,
    person: Person,
    text: str,
    chat: Chat | None = None,
    *,
    reply_to: int | None = None,
    thread: int | None = None,
    as_group: bool = False,
) -> Json:
    """Sends a text; longer ones are cut into several messages, as the apps do. Tells the last.

    `thread` is the forum topic; `as_group`: an administrator who writes anonymously.
    """
    chat = chat or world.private_chat(person)
    message: Json = {}
    for part in _pieces(text):
        clean, entities = tidy(part, [])
        content: Json = {"text": clean} | ({"entities": entities} if entities else {})
        content |= {"message_thread_id": thread, "is_topic_message": True} if thread else {}
        content |= {"from": ANONYMOUS, "sender_chat": chat.to_json()} if as_group else {}
        message = _send(world, person, chat, content, reply_to, heard=_heard(world, chat, content, reply_to))
    return message


def send_file(
    world: World, person: Person, upload: Upload, caption: str = "", chat: Chat | None = None, *, album: str = ""
) -> Json:
    """Sends a file as a document; those of one `album` are sent in one go."""
    stored = world.files.add(upload, "documents")
    document = {**stored.to_json(), "file_name": upload.name, "mime_type": upload.mime}
    content: Json = {"document": document} | ({"media_group_id": album} if album else {})
    return _send(world, person, chat or world.private_chat(person), content | _caption(caption))


def send_photo(world: World, person: Person, upload: Upload, caption: str = "", chat: Chat | None = None) -> Json:
    """Sends a picture as a photo; raises ApiError where it is none."""
    stored = world.files.add(upload, "photos")
    return _send(world, person, chat or world.private_chat(person), {"photo": photo_sizes(stored)} | _caption(caption))


def edit(world: World, person: Person, message: Json, text: str) -> None:
    """Changes what was said."""
    chat = world.chats[message["chat"]["id"]]
    clean, entities = tidy(text, [])
    message.update({"text": clean, "entities": entities, "edit_date": world.timestamp()})
    world.changed(chat, message)
    world.updates.put("edited_message", dict(message))


def tap(world: World, person: Person, message: Json, row: int, column: int) -> str | None:
    """Presses an inline button; tells the id of the query the bot must answer, None where the button is a link."""
    try:
        button = message["reply_markup"]["inline_keyboard"][row][column]
    except (KeyError, IndexError):
        raise NoSuchButton(labels(message)) from None
    return press(world, person, message, button["callback_data"]) if "callback_data" in button else None


def press(world: World, person: Person, message: Json, data: str) -> str:
    """Sends callback data as if a button had it, also one that is gone by now; tells the query's id."""
    query = Query(str(world.take_number()), person.id, world.clock.now())
    world.queries[query.id] = query
    body = {
        "id": query.id,
        "from": person.to_json(),
        "message": as_bot_sees(message),
        "chat_instance": str(message["chat"]["id"] * 7919),
        "data": data,
    }
    world.updates.put("callback_query", body)
    return query.id


def vote(world: World, person: Person, poll_id: str, options: list[int]) -> None:
    """Votes in a poll; an empty list takes the vote back."""
    polls.vote(world, person, poll_id, options)


def react(world: World, person: Person, message: Json, emoji: str | None) -> None:
    """Puts a reaction to a message, None takes it away."""
    chat = world.chats[message["chat"]["id"]]
    before = message.setdefault("reactions", {}).get(str(person.id))
    message["reactions"].pop(str(person.id), None)
    if emoji:
        message["reactions"][str(person.id)] = emoji
    world.changed(chat, message)
    body = {
        "chat": chat.to_json(),
        "message_id": message["message_id"],
        "user": person.to_json(),
        "date": world.timestamp(),
        "old_reaction": [{"type": "emoji", "emoji": before}] if before else [],
        "new_reaction": [{"type": "emoji", "emoji": emoji}] if emoji else [],
    }
    world.updates.put("message_reaction", body)


def block(world: World, person: Person, blocked: bool = True) -> None:
    """Blocks the bot or lets it in again."""
    if person.blocked == blocked:
        return
    person.blocked = blocked
    states = ["member", "kicked"] if blocked else ["kicked", "member"]
    old, new = (
        {"status": state, "user": world.bot()} | ({"until_date": 0} if state == "kicked" else {}) for state in states
    )
    body = {
        "chat": world.private_chat(person).to_json(),
        "from": person.to_json(),
        "date": world.timestamp(),
        "old_chat_member": old,
        "new_chat_member": new,
    }
    world.events.tell("person", person_id=person.id, blocked=blocked)
    world.updates.put("my_chat_member", body)


def ask_inline(world: World, person: Person, text: str, offset: str = "") -> str:
    """Types "@bot text" in some chat; tells the query's id. The answer is in `world.inline_answers`."""
    query = Query(str(world.take_number()), person.id, world.clock.now())
    world.queries[query.id] = query
    body = {"id": query.id, "from": person.to_json(), "query": text[:256], "offset": offset, "chat_type": "sender"}
    world.updates.put("inline_query", body)
    return query.id


def labels(message: Json) -> list[str]:
    """The labels of a message's inline buttons."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def as_bot_sees(message: Json) -> Json:
    """The message as the Bot API tells it, without what the playground keeps for itself."""
    return {name: value for name, value in message.items() if name != "reactions"}


def _send(
    world: World, person: Person, chat: Chat, content: Json, reply_to: int | None = None, *, heard: bool = True
) -> Json:
    if person.blocked:
        block(world, person, False)  # the apps unblock with the first word
    chat.started = True
    if reply_to is not None and (original := chat.messages.get(reply_to)):
        content = content | {"reply_to_message": _flat(original)}
    if chat.keyboard and (chat.keyboard.get("force_reply") or chat.keyboard.get("one_time_keyboard")):
        chat.keyboard = None
        world.events.tell("keyboard", chat_id=chat.id, keyboard=None)
    message = world.post(chat, person.to_json(), content)
    if heard:
        world.updates.put("message", as_bot_sees(message))
    return message


def _heard(world: World, chat: Chat, content: Json, reply_to: int | None) -> bool:
    """Privacy mode: in a group a bot hears commands, mentions of itself and replies to itself."""
    if chat.type == "private":
        return True
    if reply_to is not None:
        return bool(chat.messages.get(reply_to, {}).get("from", {}).get("id") == world.bot_id)
    ours = f"@{world.bot_username}".lower()
    for entity in content.get("entities", []):
        words = utf16_slice(content["text"], entity["offset"], entity["length"]).lower()
        if entity["type"] == "bot_command" and (entity["offset"] == 0) and ("@" not in words or words.endswith(ours)):
            return True
        if entity["type"] == "mention" and words == ours:
            return True
    return False


def _flat(message: Json) -> Json:
    return {name: value for name, value in as_bot_sees(message).items() if name != "reply_to_message"}


def _caption(caption: str) -> dict[str, Any]:
    clean, entities = tidy(caption, [])
    found = {"caption": clean} if clean else {}
    return found | ({"caption_entities": entities} if entities else {})


def _pieces(text: str) -> list[str]:
    if utf16_length(text) <= _MOST_TEXT:
        return [text]
    half = _MOST_TEXT // 2  # a letter takes at most two units
    size = _MOST_TEXT if utf16_length(text) == len(text) else half
    return [text[start : start + size] for start in range(0, len(text), size)]
