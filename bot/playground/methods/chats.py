"""What can the bot learn about chats and files, and pin in them?"""

from bot.playground.actions import as_bot_sees
from bot.playground.errors import bad_request
from bot.playground.files import MOST_DOWN
from bot.playground.methods.target import find_chat, find_message
from bot.playground.params import Json, Params
from bot.playground.world import World

_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


async def get_me(world: World, params: Params) -> Json:
    """The bot itself."""
    rights = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
    return world.bot() | rights | {"can_connect_to_business": False, "has_main_web_app": False}


async def get_chat(world: World, params: Params) -> Json:
    """A chat in full."""
    chat = find_chat(world, params)
    full = chat.to_json() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}
    if chat.pinned and (pinned := chat.messages.get(chat.pinned[-1])):
        full["pinned_message"] = as_bot_sees(pinned)
    return full


async def get_chat_member(world: World, params: Params) -> Json:
    """One member of a chat."""
    chat = find_chat(world, params)
    number = params.integer("user_id")
    if number == world.bot_id:
        return {"status": "member" if chat.bot_inside else "left", "user": world.bot()}
    person = world.people.get(number)
    if person is None or (chat.type == "private" and number != chat.id):
        raise bad_request("member not found")
    return {"status": chat.status_of(number), "user": person.to_json()} | chat.rights_of(number)


async def get_chat_administrators(world: World, params: Params) -> list[Json]:
    """The administrators of a group."""
    chat = find_chat(world, params)
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    return [
        {"status": chat.status_of(number), "user": world.people[number].to_json()} | chat.rights_of(number)
        for number in chat.administrators
    ]


async def get_chat_member_count(world: World, params: Params) -> int:
    """How many there are, the bot among them."""
    return len(find_chat(world, params).members) + 1


async def get_file(world: World, params: Params) -> Json:
    """Where a file of at most 20 MB is fetched."""
    stored = world.files.by_id.get(params.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id" if params.text("file_id") else "file_id not specified")
    if len(stored.data) > MOST_DOWN:
        raise bad_request("file is too big")
    return stored.to_json() | {"file_path": stored.path}


async def pin_chat_message(world: World, params: Params) -> bool:
    """Pins a message on top of the chat."""
    chat, message = find_message(world, params, "message to pin not found")
    number = message["message_id"]
    chat.pinned = [other for other in chat.pinned if other != number] + [number]
    world.events.tell("pinned", chat_id=chat.id, message_id=number)
    return True


async def unpin_chat_message(world: World, params: Params) -> bool:
    """Takes a pinned message down, the latest where none is named."""
    chat = find_chat(world, params)
    number = params.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    world.events.tell("pinned", chat_id=chat.id, message_id=chat.pinned[-1] if chat.pinned else None)
    return True


async def leave_chat(world: World, params: Params) -> bool:
    """Leaves a group."""
    chat = find_chat(world, params)
    if chat.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot_inside = False
    return True
