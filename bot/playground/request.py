"""How does python-telegram-bot reach the playground? In the same process, through its own extension point."""

import asyncio
import json
import re
from typing import Any
from urllib.parse import unquote

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.delivery.wire import Unanswered
from bot.playground.api import call, check_token
from bot.playground.errors import ApiError
from bot.playground.faults import Fault
from bot.playground.params import Params, Upload
from bot.playground.world import World

_METHOD = re.compile(r"/bot([^/]+)/(\w+)(?:\?.*)?$")
_FILE = re.compile(r"/file/bot([^/]+)/(.+)$")


class PlaygroundRequest(BaseRequest):
    """A transport without a network: every call goes straight to the world."""

    def __init__(self, world: World) -> None:
        self._world = world

    @property
    def read_timeout(self) -> float:
        """Seconds; nothing here waits longer."""
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **more: Any
    ) -> tuple[int, bytes]:
        """Answers one call with a status and a body."""
        if found := _FILE.search(url):
            return self._file(unquote(found[1]), unquote(found[2]))
        found = _METHOD.search(url)
        if found is None:
            return _refused(ApiError(404, "Not Found"))
        params = _params(request_data)
        await asyncio.sleep(0)  # a real call lets others run, too
        fault = self._world.faults.take(found[2])
        if fault is not None and fault.kind != "lost":
            return _failed(fault)
        try:
            result = await call(self._world, found[1], found[2], params)
        except ApiError as refusal:
            return _refused(refusal)
        if fault is not None:
            raise Unanswered("Server disconnected after the call took effect")
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def _file(self, token: str, path: str) -> tuple[int, bytes]:
        try:
            check_token(self._world, token)
            return 200, self._world.files.by_path[path].data
        except ApiError as refusal:
            return _refused(refusal)
        except KeyError:
            return _refused(ApiError(404, "Not Found"))


def _params(data: RequestData | None) -> Params:
    if data is None:
        return Params({})
    uploads = {}
    for part, (name, content, mime) in data.multipart_data.items():
        raw = content if isinstance(content, bytes) else content.read()
        uploads[part] = Upload(name, raw.encode() if isinstance(raw, str) else raw, mime)
    return Params(data.json_parameters, uploads)


def _failed(fault: Fault) -> tuple[int, bytes]:
    if fault.kind == "timeout":
        raise TimedOut
    if fault.kind == "reset":
        raise NetworkError("Connection reset by peer")
    return _refused(fault.error())


def _refused(refusal: ApiError) -> tuple[int, bytes]:
    return refusal.code, json.dumps(refusal.to_json()).encode()
