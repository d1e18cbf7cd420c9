"""What is served over HTTP? Health, readiness, metrics, the webhook and, in the demo, the playground."""

import asyncio
import contextlib
import errno
import socket
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.delivery.metrics import Metrics
from bot.delivery.webhook import nothing_here

log = structlog.get_logger(__name__)

Check = Callable[[], Awaitable[str | None]]
"""What is wrong, in a few words without secrets; None: nothing."""

CHECK_SECS = 3.0


class AddressTaken(Exception):
    """Nobody can listen there: another program does, or the address is not this machine's."""

    def __init__(self, host: str, port: int, *, taken: bool) -> None:
        super().__init__(host, port)
        self.host = host
        self.port = port
        self.taken = taken


def web_app(
    *,
    metrics: Metrics,
    healthy: Mapping[str, Check] | None = None,
    ready: Mapping[str, Check] | None = None,
    routes: Sequence[BaseRoute] = (),
    refresh: Callable[[], Awaitable[None]] | None = None,
) -> Starlette:
    """The web application: /healthz (is the process worth keeping?), /readyz (may it be given work?), /metrics.

    `refresh` is awaited before metrics are told, for numbers that the database knows.
    """

    async def healthz(_: Request) -> Response:
        return await _report(healthy or {})

    async def readyz(_: Request) -> Response:
        return await _report({**(healthy or {}), **(ready or {})})

    async def metrics_page(_: Request) -> Response:
        if refresh is not None:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(refresh(), CHECK_SECS)
        return PlainTextResponse(metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")

    own = [Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", metrics_page)]
    return Starlette(routes=[*own, *routes], exception_handlers={404: _missing, 405: _missing})


async def _missing(_: Request, __: Exception) -> Response:
    return nothing_here()


async def _report(checks: Mapping[str, Check]) -> Response:
    found = await asyncio.gather(*(_checked(check) for check in checks.values()))
    faults = {name: fault for name, fault in zip(checks, found, strict=True) if fault}
    return JSONResponse({"ok": not faults, "faults": faults}, status_code=503 if faults else 200)


async def _checked(check: Check) -> str | None:
    try:
        return await asyncio.wait_for(check(), CHECK_SECS)
    except Exception as error:
        return type(error).__name__


class WebServer:
    """Uvicorn inside the running loop. It leaves signals to whoever runs the loop."""

    def __init__(self, app: Starlette, host: str, port: int) -> None:
        self._socket = _bound(host, port)
        self.host = host
        self.port: int = self._socket.getsockname()[1]
        config = uvicorn.Config(
            app, log_config=None, access_log=False, lifespan="auto", server_header=False, timeout_graceful_shutdown=3
        )
        self._server = _QuietServer(config)
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Return once it answers."""
        self._task = asyncio.create_task(self._server.serve(sockets=[self._socket]), name="web")
        while not self._server.started:
            if self._task.done():
                self._task.result()
                raise RuntimeError("the web server ended before it began")
            await asyncio.sleep(0.01)

    async def stop(self) -> None:
        """Finish running requests, at most for three seconds, and close."""
        self._server.should_exit = True
        if self._task is not None:
            await self._task
        self._socket.close()


class _QuietServer(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _bound(host: str, port: int) -> socket.socket:
    """A bound socket; uvicorn would end the whole process where the port is busy. Raises AddressTaken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
        bound.set_inheritable(False)
    except OSError as error:
        bound.close()
        raise AddressTaken(host, port, taken=error.errno == errno.EADDRINUSE) from error
    return bound
