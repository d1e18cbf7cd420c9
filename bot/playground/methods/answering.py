"""How does the bot answer a press, an inline query, a message with a reaction?"""

from datetime import timedelta

from bot.playground.errors import bad_request
from bot.playground.lengths import utf16_length
from bot.playground.methods.target import find_message
from bot.playground.params import Params
from bot.playground.world import Query, World

_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_REACTIONS = frozenset(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳💯🤣⚡🍌🏆💔🤨😐🍓"
    "🍾💋😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾🤷😡"
)


async def answer_callback_query(world: World, params: Params) -> bool:
    """Ends a press: with nothing, a toast, or an alert of at most 200 characters."""
    if utf16_length(params.text("text")) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    query = _open_query(world, params.text("callback_query_id"), world.callback_lifetime)
    toast = {"text": params.text("text"), "show_alert": params.flag("show_alert"), "url": params.text("url")}
    if toast["text"] or toast["url"]:
        world.people[query.person_id].toasts.append(toast)
    world.events.tell("answer", person_id=query.person_id, query_id=query.id, **toast)
    return True


async def answer_inline_query(world: World, params: Params) -> bool:
    """Offers up to 50 results."""
    results = params.json("results", "can't parse results JSON object")
    if not isinstance(results, list):
        raise bad_request("expected an Array of inline query results")
    if len(results) > 50:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({result.get("id") for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    query = _open_query(world, params.text("inline_query_id"), timedelta(seconds=30))
    world.inline_answers[query.id] = results
    return True


async def set_message_reaction(world: World, params: Params) -> bool:
    """Puts the bot's reaction to a message."""
    chat, message = find_message(world, params, "message to react not found")
    chosen = params.json("reaction", "can't parse reaction JSON object") or []
    if len(chosen) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(one.get("type") == "emoji" and one.get("emoji") not in _REACTIONS for one in chosen):
        raise bad_request("REACTION_INVALID")
    reactions = message.setdefault("reactions", {})
    reactions.pop(str(world.bot_id), None)
    if chosen:
        reactions[str(world.bot_id)] = chosen[0].get("emoji", "")
    world.changed(chat, message)
    return True


def _open_query(world: World, number: str, lifetime: timedelta) -> Query:
    query = world.queries.pop(number, None)  # each is answered once
    if query is None or world.clock.now() - query.asked_at > lifetime:
        raise bad_request(_TOO_OLD)
    return query
