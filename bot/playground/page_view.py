"""What does the page get to see? The world as JSON, made for drawing."""

from bot.clock import MovableClock
from bot.playground.params import Json
from bot.playground.people import LEARNER, TEACHER, Chat, Person
from bot.playground.world import World


def world_view(world: World, *, reminders: bool) -> Json:
    """Everybody, every chat with its messages, the bot and the clock; `reminders` where the next one can be told."""
    return {
        "bot": {"id": world.bot_id, "username": world.bot_username, "name": world.bot_name},
        "people": [person_view(world, person) for person in world.people.values()],
        "chats": [chat_view(world, chat) for chat in world.chats.values()],
        "clock": clock_view(world) | {"reminders": reminders},
    }


def person_view(world: World, person: Person) -> Json:
    """A person, with what the bot shows them: menu, name and description in their language."""
    profile = world.profile
    return {
        "id": person.id,
        "name": person.first_name,
        "note": person.note,
        "role": {TEACHER: "teacher", LEARNER: "learner"}.get(person.note, ""),
        "language": person.language,
        "blocked": person.blocked,
        "owner_link": world.owner_link if person.note == TEACHER else "",
        "commands": profile.commands_for(person.id, person.language),
        "bot_name": profile.text_for(profile.names, person.language) or world.bot_name,
        "description": profile.text_for(profile.descriptions, person.language),
    }


def chat_view(world: World, chat: Chat) -> Json:
    """A chat with all its messages."""
    return {
        "id": chat.id,
        "type": chat.type,
        "title": chat.title,
        "members": chat.members,
        "keyboard": chat.keyboard,
        "pinned": chat.pinned[-1] if chat.pinned else None,
        "messages": [message_view(world, message) for message in chat.messages.values()],
    }


def message_view(world: World, message: Json) -> Json:
    """A message, and in a poll who voted for what."""
    if "poll" not in message:
        return message
    kept = world.polls.get(message["poll"]["id"], {})
    return message | {"votes": kept.get("votes", {})}


def clock_view(world: World) -> Json:
    """The world's time in milliseconds of 1970, whether it runs, and how far it was moved, in seconds."""
    clock = world.clock
    moved = clock.offset.total_seconds() if isinstance(clock, MovableClock) else 0.0
    return {"now": int(clock.now().timestamp() * 1000), "moved": moved}


def event_view(world: World, change: Json) -> Json:
    """A change as the page is told of it."""
    match change["kind"]:
        case "message":
            return change | {"message": message_view(world, change["message"])}
        case "clock":
            return change | clock_view(world)
        case "commands":
            return change | {"people": [person_view(world, person) for person in world.people.values()]}
    return change
