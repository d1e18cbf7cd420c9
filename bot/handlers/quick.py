"""Which updates need no objects of python-telegram-bot? Presses on a sitting's message, the most frequent by far.

To make an update's objects takes longer than to grade the answer that it holds. A press on a sitting in a private chat
is told by a handful of its fields; it goes to the same function as every other press. Whatever is not exactly that, of
whatever version of the Bot API, goes through python-telegram-bot and its handlers.
"""

from collections.abc import Mapping
from typing import Any

from bot import buttons
from bot.context import Arrival, Desk, LecternApplication
from bot.delivery.lines import Raw
from bot.handlers import pages

CODES = frozenset(kind.code for kind in buttons.PAYLOADS.values() if issubclass(kind, buttons.AtStep))
"""What the buttons of a sitting begin with."""


class Quick:
    """The short way of an update, for those that have one."""

    def __init__(self, application: LecternApplication) -> None:
        self._application = application

    async def __call__(self, raw: Raw) -> bool:
        """Whether the update was taken; False: it is not for us. Raises what a handler would."""
        query = raw.get("callback_query")
        if not isinstance(query, dict):
            return False
        data, query_id = query.get("data"), query.get("id")
        if not isinstance(data, str) or not isinstance(query_id, str) or data.partition(":")[0] not in CODES:
            return False
        arrival = _arrival(raw, query, query_id)
        if arrival is None:
            return False
        desk = self._application.bot_data["desk"]
        assert isinstance(desk, Desk)
        await pages.press(desk, arrival, query_id, data)
        return True


def _arrival(raw: Raw, query: Mapping[str, Any], query_id: str) -> Arrival | None:
    """None where anything is missing or not of its kind."""
    message, user = query.get("message"), query.get("from")
    if not isinstance(message, dict) or not isinstance(user, dict) or not message.get("date"):
        return None  # without a date, it is a message that nobody can edit any more
    chat = message.get("chat")
    if not isinstance(chat, dict) or chat.get("type") != "private":
        return None
    update_id, chat_id, message_id = raw.get("update_id"), chat.get("id"), message.get("message_id")
    name, language = user.get("first_name", ""), user.get("language_code") or "en"
    if type(update_id) is not int or type(chat_id) is not int or type(message_id) is not int:
        return None
    if not isinstance(name, str) or not isinstance(language, str):
        return None
    return Arrival(update_id, chat_id, name, language, f"c{query_id}", message_id)
