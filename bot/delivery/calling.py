"""How is a method of the Bot API called where its answer needs no objects? By the shortest way the transport has."""

import json
import re
from functools import cache
from typing import Any

from telegram import Bot

from bot.delivery.request import AiohttpRequest


async def tell(bot: Bot, method: str, parameters: dict[str, Any]) -> None:
    """Calls a method whose answer says nothing but that it went well. Raises TelegramError."""
    request = getattr(bot, "request", None)
    if isinstance(request, AiohttpRequest) and await request.call(f"{bot.base_url}/{method}", parameters) is not None:
        return
    await bot.do_api_request(_odd(method), api_kwargs=parameters)


async def ask(bot: Bot, method: str, parameters: dict[str, Any], *, answer_secs: float | None = None) -> Any:
    """Calls a method; its result as it comes, for building objects of it costs as much. `answer_secs` is for one that
    takes its time. Raises TelegramError.
    """
    request = getattr(bot, "request", None)
    if isinstance(request, AiohttpRequest):
        answer = await request.call(f"{bot.base_url}/{method}", parameters, answer_secs)
        if answer is not None:
            return json.loads(answer)["result"]
    waiting: dict[str, Any] = {} if answer_secs is None else {"read_timeout": answer_secs}
    return await bot.do_api_request(_odd(method), api_kwargs=parameters, **waiting)


@cache
def _odd(method: str) -> str:
    """python-telegram-bot advises against calling by name what it has itself: so spelled, it does not notice."""
    return re.sub("([A-Z])", r"_\1", method)
