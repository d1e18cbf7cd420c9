"""What does a bot under load talk to? A Bot API server that keeps a queue and, for each chat, the message it shows."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Json = dict[str, Any]
TOKEN = "123456789:AAloadloadloadloadloadloadloadload"
BOT = {"id": 123456789, "is_bot": True, "first_name": "Load", "username": "load_bot"}


@dataclass(slots=True)
class Shown:
    """The last message that a chat shows, and how often it has changed."""

    message_id: int = 0
    text: str = ""
    buttons: tuple[str, ...] = ()
    changes: int = 0


@dataclass(slots=True)
class Town:
    """The server's state: updates that wait to be fetched and acknowledged, chats, and who listens to them."""

    waiting: list[Json] = field(default_factory=list)
    chats: dict[int, Shown] = field(default_factory=dict)
    calls: int = 0
    next_update: int = 1
    next_message: int = 1
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    changed: Callable[[int], None] = lambda _chat: None
    polled: asyncio.Event = field(default_factory=asyncio.Event)
    file: bytes = b""
    """What every document is."""

    def put(self, update: Json) -> None:
        """Queue an update."""
        self.waiting.append({"update_id": self.next_update, **update})
        self.next_update += 1
        self.arrived.set()

    async def get_updates(self, params: Json) -> list[Json]:
        """As Telegram does: all below the offset is forgotten, up to `limit` from there on are handed out."""
        self.polled.set()
        offset, limit = int(params.get("offset") or 0), int(params.get("limit") or 100)
        self.waiting = [each for each in self.waiting if each["update_id"] >= offset]
        if not self.waiting:
            self.arrived.clear()
            try:
                async with asyncio.timeout(float(params.get("timeout") or 0)):
                    await self.arrived.wait()
            except TimeoutError:
                return []
        return self.waiting[:limit]

    def show(self, params: Json, message_id: int | None) -> Json:
        """A message is sent, or edited."""
        chat = int(params["chat_id"])
        shown = self.chats.setdefault(chat, Shown())
        if message_id is None:
            message_id, self.next_message = self.next_message, self.next_message + 1
        markup = params.get("reply_markup")
        markup = json.loads(markup) if isinstance(markup, str) else markup
        keyboard = markup.get("inline_keyboard", []) if markup else []
        shown.message_id, shown.text = message_id, params.get("text", params.get("caption", ""))
        shown.buttons = tuple(
            button["callback_data"] for row in keyboard for button in row if "callback_data" in button
        )
        shown.changes += 1
        self.changed(chat)
        return message(chat, message_id, shown.text, BOT)


def message(chat: int, message_id: int, text: str, sender: Json) -> Json:
    """A text message as Telegram tells it."""
    return {
        "message_id": message_id,
        "date": 1_767_000_000,
        "chat": {"id": chat, "type": "private", "first_name": f"U{chat}"},
        "from": sender,
        "text": text,
    }


def person(chat: int) -> Json:
    """The user of that private chat."""
    return {"id": chat, "is_bot": False, "first_name": f"U{chat}", "language_code": "en"}


def app(town: Town) -> web.Application:
    """The server of that town."""

    async def called(request: web.Request) -> web.Response:
        params: Json = (
            dict(await request.post()) if request.content_type != "application/json" else await request.json()
        )
        town.calls += 1
        result = await _answer(town, request.match_info["method"].lower().replace("_", ""), params)
        return web.Response(body=json.dumps({"ok": True, "result": result}).encode(), content_type="application/json")

    async def fetched(_: web.Request) -> web.Response:
        return web.Response(body=town.file)

    served = web.Application()
    served.router.add_route("*", "/bot{token}/{method}", called)
    served.router.add_get("/file/bot{token}/{name}", fetched)
    return served


async def _answer(town: Town, method: str, params: Json) -> Any:
    match method:
        case "getupdates":
            return await town.get_updates(params)
        case "sendmessage" | "sendphoto":
            return town.show(params, None)
        case "editmessagetext" | "editmessagecaption":
            return town.show(params, int(params["message_id"]))
        case "getfile":
            name = str(params["file_id"])
            return {"file_id": name, "file_unique_id": name, "file_size": len(town.file), "file_path": f"{name}.txt"}
        case "getme":
            return BOT
        case "getwebhookinfo":
            return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        case _:
            return True
