"""What becomes of an update that is one too many? Nothing is done for it, and its sender is told so."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bot.delivery.lines import Raw
from bot.delivery.patience import Patience, Pressure
from bot.render.notices import notice
from bot.texts import texts

if TYPE_CHECKING:
    from bot.app import Lectern

CODE = "too_fast"


class Floods:
    """The gate before the handlers. The first message too many is answered in the chat, a press with a toast, at most
    one a second; all others cost neither a transaction nor a call.

    What is turned away was never taken: it is in no log, and no answer counts by it.
    """

    def __init__(self, lectern: "Lectern") -> None:
        self._lectern = lectern
        self._patience = Patience()

    async def __call__(self, raw: Raw) -> bool:
        """Whether the update is turned away. Raises StorageError where its sender could not be told."""
        pressure = self._patience.take(raw, self._lectern.clock.now())
        if pressure is Pressure.FINE:
            return False
        if "callback_query" in raw:
            if pressure is not Pressure.FLOOD:
                self._toast(raw["callback_query"])
        elif pressure is Pressure.FIRST and "message" in raw:
            await self._say(raw["message"])
        return True

    def _toast(self, query: Mapping[str, Any]) -> None:
        words = notice(CODE, {}, texts(str(query.get("from", {}).get("language_code") or "en")))
        self._lectern.sender.acknowledge(str(query.get("id")), str(words), alert=True)

    async def _say(self, message: Mapping[str, Any]) -> None:
        """In a private chat only: a group need not hear what one of it did."""
        chat = message.get("chat", {})
        if chat.get("type") == "private" and isinstance(chat.get("id"), int):
            async with self._lectern.database.begin() as store:
                await store.views.owe(chat["id"], "say", {"code": CODE, "data": {}}, place="new", key=CODE)
            self._lectern.sender.nudge(chat["id"])
