"""What does the page ask of the world? All that is to be seen, every change as it happens, and what people do."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.clock import MovableClock
from bot.playground import actions, polls
from bot.playground.errors import ApiError
from bot.playground.files import picture_size
from bot.playground.multipart import read_params
from bot.playground.page_view import event_view, world_view
from bot.playground.page_words import chosen, page_in
from bot.playground.params import Json, Params
from bot.playground.people import Chat, Person
from bot.playground.world import World
from bot.texts import all_languages

Hook = Callable[[], Awaitable[None]]
Act = Callable[[Params], Awaitable[Any]]

_KEEP_ALIVE_SECS = 15
_KEPT = "playground-language"
_KEPT_SECS = 365 * 24 * 3600
_LONGEST_MOVE = timedelta(days=400)
_SAFE = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class PageApi:
    """The page's own interface. Acts come only from the page itself: another site cannot set the header they need."""

    def __init__(
        self,
        world: World,
        page: Path,
        on_clock_moved: Hook | None,
        start_over: Hook | None,
        next_moment: Callable[[], Awaitable[datetime | None]] | None,
    ) -> None:
        self._world = world
        self._page = page
        self._on_clock_moved = on_clock_moved
        self._start_over = start_over
        self._next_moment = next_moment

    def routes(self) -> list[BaseRoute]:
        """The page's files, what it reads, and what it does."""
        acts: dict[str, Act] = {
            "send": self.send,
            "tap": self.tap,
            "upload": self.upload,
            "vote": self.vote,
            "react": self.react,
            "block": self.block,
            "again": self.again,
            "clock": self.clock,
            "language": self.language,
            "start-over": self.start_over,
        }
        return [
            Route("/", self.front, methods=["GET"]),
            Route("/page/{name}", self._static, methods=["GET"]),
            Route("/play/state", self.state, methods=["GET"]),
            Route("/play/events", self.events, methods=["GET"]),
            Route("/play/files/{file_id}", self.file, methods=["GET"]),
            *(Route(f"/play/{name}", self._act(act), methods=["POST"]) for name, act in acts.items()),
        ]

    async def front(self, request: Request) -> Response:
        """The page, in the language that was chosen here, else in the browser's."""
        asked = request.query_params.get("lang", "")
        kept = request.cookies.get(_KEPT, "")
        known = [code for code in (asked, kept) if code in all_languages()]
        language = known[0] if known else chosen(request.headers.get("accept-language", ""))
        template = (self._page / "index.html").read_text(encoding="utf-8")
        answer = HTMLResponse(page_in(language, template), headers=_SAFE | {"Vary": "Accept-Language, Cookie"})
        if asked == language:
            answer.set_cookie(_KEPT, language, max_age=_KEPT_SECS, httponly=True, samesite="strict")
        return answer

    async def state(self, request: Request) -> Response:
        """All that is to be seen."""
        polls.close_due(self._world)
        return JSONResponse(world_view(self._world, reminders=self._next_moment is not None))

    async def events(self, request: Request) -> Response:
        """Every change from now on, as Server-Sent Events."""
        return StreamingResponse(self._stream(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    async def _stream(self) -> AsyncIterator[str]:
        with self._world.events.listen() as changes:
            yield 'data: {"kind": "hello"}\n\n'
            while True:
                try:
                    change = await asyncio.wait_for(changes.get(), _KEEP_ALIVE_SECS)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                yield f"data: {json.dumps(event_view(self._world, change))}\n\n"
                if change["kind"] == "bye":
                    return

    async def file(self, request: Request) -> Response:
        """A photo to look at, or a document to keep."""
        stored = self._world.files.by_id.get(request.path_params["file_id"])
        if stored is None:
            return JSONResponse({"error": "no such file"}, 404)
        headers = _SAFE | {"Content-Security-Policy": "sandbox; default-src 'none'"}
        if picture_size(stored.data) and "download" not in request.query_params:
            return Response(
                stored.data, media_type=stored.mime if stored.mime.startswith("image/") else None, headers=headers
            )
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(stored.name)}"
        return Response(stored.data, media_type="application/octet-stream", headers=headers)

    async def send(self, params: Params) -> None:
        """A person says something."""
        reply_to = params.integer("reply_to") or None
        actions.say(self._world, self._person(params), params.text("text"), self._chat(params), reply_to=reply_to)

    async def tap(self, params: Params) -> Json:
        """A person presses a button."""
        place = (params.integer("row"), params.integer("column"))
        query = actions.tap(self._world, self._person(params), self._message(params), *place)
        return {"query_id": query}

    async def upload(self, params: Params) -> None:
        """A person sends a file."""
        send = actions.send_photo if params.flag("photo") else actions.send_file
        file = params.files["file"]
        file = replace(file, name=file.name.replace("%22", '"'))  # as browsers write a quotation mark
        send(self._world, self._person(params), file, params.text("caption"), self._chat(params))

    async def vote(self, params: Params) -> None:
        """A person votes."""
        options = params.json("options", "options") or []
        actions.vote(self._world, self._person(params), params.text("poll_id"), options)

    async def react(self, params: Params) -> None:
        """A person reacts."""
        actions.react(self._world, self._person(params), self._message(params), params.text("emoji") or None)

    async def block(self, params: Params) -> None:
        """A person blocks the bot, or lets it in again."""
        actions.block(self._world, self._person(params), params.flag("blocked"))

    async def again(self, params: Params) -> Json:
        """Telegram sends the last update a second time."""
        return {"sent": self._world.updates.put_again()}

    async def clock(self, params: Params) -> Json:
        """The clock goes forward by `seconds`, or to the bot's next reminder."""
        clock = self._world.clock
        assert isinstance(clock, MovableClock), "this clock stands for the real time"
        by = timedelta(seconds=params.integer("seconds", 0, 0))
        if params.text("to") == "next":
            moment = await self._next_moment() if self._next_moment else None
            if moment is None:
                return {"moved": False}
            by = max(timedelta(), moment - clock.now()) + timedelta(seconds=1)
        clock.move(min(by, _LONGEST_MOVE))
        polls.close_due(self._world)
        self._world.events.tell("clock")
        if self._on_clock_moved:
            await self._on_clock_moved()
        return {"moved": True}

    async def language(self, params: Params) -> None:
        """A person's Telegram speaks another language from now on."""
        wished = params.text("language")
        if wished in all_languages():
            self._person(params).language = wished
            self._world.events.tell("commands")

    async def start_over(self, params: Params) -> None:
        """Everything said is forgotten."""
        self._world.updates.waiting.clear()
        if self._start_over:
            await self._start_over()  # it still sees who there was
        self._world.start_over()

    def _person(self, params: Params) -> Person:
        return self._world.people[params.integer("person")]

    def _chat(self, params: Params) -> Chat:
        return self._world.chats.get(params.integer("chat")) or self._world.private_chat(self._person(params))

    def _message(self, params: Params) -> Json:
        return self._chat(params).messages[params.integer("message")]

    def _act(self, act: Act) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            origin = urlsplit(request.headers.get("origin", "")).netloc
            if "x-playground" not in request.headers or origin not in {"", request.headers.get("host")}:
                return JSONResponse({"error": "only the playground's own page may do this"}, 403)
            try:
                return JSONResponse(await act(await read_params(request)) or {})
            except ApiError as refusal:
                return JSONResponse({"error": refusal.description}, refusal.code)
            except LookupError as missing:
                return JSONResponse({"error": f"not there any more: {missing}"}, 404)

        return answer

    async def _static(self, request: Request) -> Response:
        name = request.path_params["name"]
        known = {path.name: path for path in self._page.iterdir() if path.is_file() and path.name != "index.html"}
        return (
            FileResponse(known[name], headers=_SAFE) if name in known else JSONResponse({"error": "no such page"}, 404)
        )
