"""How does the bot introduce itself? Commands by scope and language, name and descriptions."""

import re
from typing import Any

from bot.playground.errors import bad_request
from bot.playground.lengths import utf16_length
from bot.playground.methods.target import find_chat
from bot.playground.params import Json, Params, from_values
from bot.playground.profile import Profile
from bot.playground.world import World

_SCOPES = {
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
}


async def set_my_commands(world: World, params: Params) -> bool:
    """Sets the menu of one scope and language."""
    listed = params.json("commands", "can't parse commands JSON object")
    if not isinstance(listed, list):
        raise bad_request("expected an Array of BotCommand")
    if len(listed) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.profile.commands[_key(world, params)] = [_command(command) for command in listed]
    world.events.tell("commands")
    return True


async def get_my_commands(world: World, params: Params) -> list[Json]:
    """The menu of exactly one scope and language."""
    return world.profile.commands.get(_key(world, params), [])


async def delete_my_commands(world: World, params: Params) -> bool:
    """Takes the menu of one scope and language away."""
    world.profile.commands.pop(_key(world, params), None)
    world.events.tell("commands")
    return True


async def set_my_name(world: World, params: Params) -> bool:
    """Sets the bot's name, at most 64 characters."""
    return _set(world.profile.names, params, "name", 64)


async def get_my_name(world: World, params: Params) -> Json:
    """The bot's name in one language."""
    return {"name": Profile.text_for(world.profile.names, params.text("language_code")) or world.bot_name}


async def set_my_description(world: World, params: Params) -> bool:
    """Sets what an empty chat shows, at most 512 characters."""
    world.events.tell("commands")
    return _set(world.profile.descriptions, params, "description", 512)


async def get_my_description(world: World, params: Params) -> Json:
    """What an empty chat shows, in one language."""
    return {"description": Profile.text_for(world.profile.descriptions, params.text("language_code"))}


async def set_my_short_description(world: World, params: Params) -> bool:
    """Sets what the profile page says, at most 120 characters."""
    return _set(world.profile.short_descriptions, params, "short_description", 120)


async def get_my_short_description(world: World, params: Params) -> Json:
    """What the profile page says, in one language."""
    texts = world.profile.short_descriptions
    return {"short_description": Profile.text_for(texts, params.text("language_code"))}


async def set_chat_menu_button(world: World, params: Params) -> bool:
    """Sets what the button beside the text field opens."""
    button = params.json("menu_button", "can't parse menu button JSON object")
    world.profile.menu_button = button or {"type": "default"}
    return True


async def get_chat_menu_button(world: World, params: Params) -> Json:
    """What the button beside the text field opens."""
    return world.profile.menu_button


def _set(texts: dict[str, str], params: Params, name: str, most: int) -> bool:
    text = params.text(name)
    if utf16_length(text) > most:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    texts[_language(params)] = text
    return True


def _language(params: Params) -> str:
    code = params.text("language_code")
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code


def _key(world: World, params: Params) -> str:
    scope: Any = params.json("scope", "can't parse BotCommandScope JSON object") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    key = str(scope["type"])
    if key.startswith("chat"):
        chat = find_chat(world, from_values({"chat_id": scope.get("chat_id")}))
        key += f":{chat.id}" + (f":{scope.get('user_id')}" if key == "chat_member" else "")
    return f"{key}/{_language(params)}"


def _command(raw: Any) -> Json:
    if not isinstance(raw, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name, words = str(raw.get("command", "")).removeprefix("/"), str(raw.get("description", "")).strip()
    if not re.fullmatch(r"[a-z0-9_]{1,32}", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= utf16_length(words) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": words}
