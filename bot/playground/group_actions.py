"""What happens around a bot in groups? It is let in or put out, a group becomes a supergroup, a question is shared."""

from bot.playground.actions import as_bot_sees
from bot.playground.entities import formatted
from bot.playground.params import Json, from_values
from bot.playground.people import Chat, Person
from bot.playground.world import Query, World


def let_in(world: World, person: Person, chat: Chat) -> None:
    """Somebody adds the bot to a group."""
    chat.bot_inside = chat.started = True
    _standing(world, person, chat, "left", "member")


def put_out(world: World, person: Person, chat: Chat) -> None:
    """Somebody removes the bot from a group."""
    chat.bot_inside = False
    _standing(world, person, chat, "member", "kicked")


def upgrade(world: World, person: Person, chat: Chat) -> Chat:
    """The group becomes a supergroup: another number, and messages counted anew."""
    number = -1_001_500_000_001 - len(world.chats)
    there = Chat(number, "supergroup", chat.title, members=list(chat.members), started=True)
    there.administrators = list(chat.administrators)
    world.chats[number] = there
    said = world.post(chat, person.to_json(), {"migrate_to_chat_id": number})
    chat.moved_to = number
    world.updates.put("message", as_bot_sees(said))
    came = world.post(there, person.to_json(), {"migrate_from_chat_id": chat.id})
    world.updates.put("message", as_bot_sees(came))
    return there


def share(world: World, person: Person, query_id: str, result_id: str, chat: Chat) -> Json:
    """Picks a result of an inline query: it is posted, by the person, into a chat where the bot need not be."""
    result = next(one for one in world.inline_answers[query_id] if one["id"] == result_id)
    content = result["input_message_content"]
    text, entities = formatted(from_values({**content, "text": content["message_text"]}), "text")
    posted: Json = {"text": text, "via_bot": world.bot()} | ({"entities": entities} if entities else {})
    if "reply_markup" in result:
        posted["reply_markup"] = result["reply_markup"]
    message = world.post(chat, person.to_json(), posted)
    message["inline_message_id"] = f"INLINE{world.take_number()}"
    return message


def press_shared(world: World, person: Person, message: Json, data: str) -> str:
    """Presses a button of a shared question: the bot learns of no chat."""
    query = Query(str(world.take_number()), person.id, world.clock.now())
    world.queries[query.id] = query
    body = {
        "id": query.id,
        "from": person.to_json(),
        "inline_message_id": message["inline_message_id"],
        "chat_instance": str(message["chat"]["id"] * 7919),
        "data": data,
    }
    world.updates.put("callback_query", body)
    return query.id


def _standing(world: World, person: Person, chat: Chat, old: str, new: str) -> None:
    states = [
        {"status": state, "user": world.bot()} | ({"until_date": 0} if state == "kicked" else {})
        for state in (old, new)
    ]
    body = {
        "chat": chat.to_json(),
        "from": person.to_json(),
        "date": world.timestamp(),
        "old_chat_member": states[0],
        "new_chat_member": states[1],
    }
    world.updates.put("my_chat_member", body)
