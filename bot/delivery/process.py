"""What became of an update? Committed, to be tried again, or set aside; nothing is swallowed on the way."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import structlog
from telegram import Update
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError
from telegram.ext import Application, ApplicationHandlerStop

from bot import log as words
from bot.clock import Clock
from bot.delivery.lines import Raw, line_of
from bot.delivery.metrics import Metrics
from storage.errors import StorageError

if TYPE_CHECKING:
    from storage.database import Database

log = structlog.get_logger(__name__)

App = Application[Any, Any, Any, Any, Any, Any]

Gate = Callable[[Raw], Awaitable[bool]]
"""Whether an update is turned away without any work."""
ShortWay = Callable[[Raw], Awaitable[bool]]
"""Takes an update as it came; False where it is not for this way, and nothing was done."""

TRIES = 3
"""How often an update is tried whose handler failed for the network's sake: a file that could not be fetched."""


class Outcome(StrEnum):
    """All but AGAIN may be acknowledged: what the update asked for, or the update itself, is in the database; or its
    sender floods us, and is told so.
    """

    DONE = "done"
    ASIDE = "aside"
    REFUSED = "refused"
    AGAIN = "again"


class Processor:
    """Takes updates, as Telegram sent them, through the application's handlers.

    Handlers commit for themselves. A database that cannot be had now, the network (at most TRIES times) and a stop
    mean AGAIN. Any other exception is the update's or the handler's fault and would come back: the error handlers owe
    the chat an apology, and the update is set aside.
    """

    def __init__(
        self,
        application: App,
        database: "Database",
        *,
        clock: Clock | None = None,
        metrics: Metrics | None = None,
        longest_secs: float = 300.0,
        turned_away: Gate | None = None,
        short_way: ShortWay | None = None,
    ) -> None:
        self._turned_away = turned_away
        self._short_way = short_way
        self._application = application
        self._database = database
        self._clock = clock or Clock()
        self._metrics = metrics or Metrics()
        self._longest_secs = longest_secs

    async def process(self, raw: Raw, *, tried: int = 0) -> Outcome:
        """What became of it; `tried` counts the earlier tries of this process. Raises nothing but cancellation."""
        began = time.perf_counter()
        outcome = await self._outcome(raw, tried)
        self._metrics.updates.add(outcome)
        self._metrics.turn_secs.observe(time.perf_counter() - began)
        message = raw.get("message")
        if isinstance(message, dict) and isinstance(message.get("date"), int):
            self._metrics.update_age_secs.observe(max(0.0, self._clock.now().timestamp() - message["date"]))
        return outcome

    async def _outcome(self, raw: Raw, tried: int) -> Outcome:
        update = None
        try:
            if self._turned_away is not None and await self._turned_away(raw):
                return Outcome.REFUSED
            async with asyncio.timeout(self._longest_secs):
                if self._short_way is not None and await self._short_way(raw):
                    return Outcome.DONE
                update = Update.de_json(dict(raw), self._application.bot)
                await dispatch(self._application, update)
        except Exception as error:
            if passes(error) or (tried + 1 < TRIES and _is_the_network(error)):
                log.warning("update not processed, will be tried again", update=raw.get("update_id"), exc_info=error)
                return Outcome.AGAIN
            return await self._set_aside(raw, update, error)
        return Outcome.DONE

    async def _set_aside(self, raw: Raw, update: Update | None, error: Exception) -> Outcome:
        """Apologise and keep the update for the operator; only then may Telegram forget it."""
        log.error("update set aside", update=raw.get("update_id"), kinds=sorted(raw), exc_info=error)
        try:
            if update is None and self._short_way is not None:
                with suppress(Exception):  # what failed may be this; then nobody can be told
                    update = Update.de_json(dict(raw), self._application.bot)
            await self._application.process_error(update=update, error=error)
            async with self._database.begin() as store:
                await store.updates.set_aside(
                    int(raw["update_id"]),
                    json.dumps(raw),
                    words.describe(error),
                    self._clock.now(),
                    chat_id=line_of(raw),
                )
        except Exception as second:
            log.warning("update could not be set aside, will be tried again", exc_info=second)
            return Outcome.AGAIN
        return Outcome.ASIDE


async def dispatch(application: App, update: object) -> None:
    """Run the first fitting handler of each group, as the application would, but let exceptions out.

    `Application.process_update` gives every exception to the error handlers and returns as if all were well; we could
    not tell a committed update from a lost one. Handlers with `block=False` are awaited too.
    """
    context = None
    for handlers in list(application.handlers.values()):
        for handler in list(handlers):
            check = handler.check_update(update)
            if check is None or check is False:
                continue
            if context is None:
                context = application.context_types.context.from_update(update, application)
            try:
                await handler.handle_update(update, application, check, context)
            except ApplicationHandlerStop:
                return
            break


def passes(error: BaseException) -> bool:
    """The failure is the database's and will pass by itself or by the operator's hand."""
    return isinstance(error, StorageError)


def _is_the_network(error: BaseException) -> bool:
    if isinstance(error, TelegramError):
        return isinstance(error, NetworkError | RetryAfter) and not isinstance(error, BadRequest)
    return isinstance(error, TimeoutError)
