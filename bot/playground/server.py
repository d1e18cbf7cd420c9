"""How is the playground reached over HTTP? The Bot API as Telegram serves it, and the page beside it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from bot.playground.api import call, check_token
from bot.playground.errors import ApiError
from bot.playground.faults import Fault
from bot.playground.multipart import read_params
from bot.playground.page_api import PageApi
from bot.playground.people import LEARNER, TEACHER
from bot.playground.webhooks import WebhookDelivery
from bot.playground.world import World

PAGE = Path(__file__).with_name("page")


def api_routes(world: World) -> list[BaseRoute]:
    """The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

    async def answer(request: Request) -> Response:
        return await _answer(world, request)

    async def file(request: Request) -> Response:
        try:
            check_token(world, request.path_params["token"])
            return Response(
                world.files.by_path[request.path_params["path"]].data, media_type="application/octet-stream"
            )
        except ApiError as refusal:
            return _refused(refusal)
        except KeyError:
            return _refused(ApiError(404, "Not Found"))

    return [
        Route("/bot{token}/{method}", answer, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", file, methods=["GET"]),
    ]


def playground_routes(
    world: World,
    *,
    on_clock_moved: Callable[[], Awaitable[None]] | None = None,
    start_over: Callable[[], Awaitable[None]] | None = None,
    next_moment: Callable[[], Awaitable[datetime | None]] | None = None,
) -> list[BaseRoute]:
    """The page, its own interface, and the Bot API.

    `on_clock_moved` runs after the clock was moved, `start_over` after the world forgot everything; `next_moment` tells
    when the bot will next speak by itself (the button "Next reminder"). An empty world gets its two people.
    """
    if not world.people:
        world.person("Ada", note=LEARNER)
        world.person("Grace", note=TEACHER)
    return [*PageApi(world, PAGE, on_clock_moved, start_over, next_moment).routes(), *api_routes(world)]


def playground_app(
    world: World,
    *,
    on_clock_moved: Callable[[], Awaitable[None]] | None = None,
    start_over: Callable[[], Awaitable[None]] | None = None,
    next_moment: Callable[[], Awaitable[datetime | None]] | None = None,
) -> Starlette:
    """The playground as one application that also delivers webhooks while it runs; see `playground_routes`."""

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        delivering = asyncio.create_task(WebhookDelivery(world).run())
        try:
            yield
        finally:
            delivering.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await delivering

    routes = playground_routes(world, on_clock_moved=on_clock_moved, start_over=start_over, next_moment=next_moment)
    return Starlette(routes=routes, lifespan=lifespan)


async def _answer(world: World, request: Request) -> Response:
    method = request.path_params["method"]
    fault = world.faults.take(method)
    if fault is not None and fault.kind != "lost":
        return await _failed(fault)
    try:
        params = await read_params(request)
        result = await _while_connected(request, call(world, request.path_params["token"], method, params))
    except ApiError as refusal:
        return _refused(refusal)
    return _Cut() if fault is not None else JSONResponse({"ok": True, "result": result})


async def _while_connected(request: Request, answering: Awaitable[object]) -> object:
    """Gives a call up when the caller hangs up: a poller that went away must not take updates with it."""
    task = asyncio.ensure_future(answering)
    try:
        while not task.done():
            await asyncio.wait({task}, timeout=0.5)
            if not task.done() and await request.is_disconnected():
                raise ApiError(400, "the caller hung up")
        return await task
    finally:
        task.cancel()


async def _failed(fault: Fault) -> Response:
    if fault.kind == "timeout":
        await asyncio.sleep(120)
    if fault.kind in {"timeout", "reset"}:
        return _Cut()
    if fault.code == 502:  # Telegram's proxy answers so, not in JSON
        page = "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>"
        return Response(page, 502, media_type="text/html")
    return _refused(fault.error())


def _refused(refusal: ApiError) -> Response:
    headers = {"Retry-After": str(refusal.retry_after)} if refusal.retry_after else None
    return JSONResponse(refusal.to_json(), refusal.code, headers)


class _Cut(Response):
    """An answer that breaks off: the server closes the connection, since the body promised never comes."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1000")]})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})
