"""lectern run: the bot on Telegram, by long polling or behind a webhook."""

import asyncio
import gc
import signal
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager, suppress
from importlib.metadata import version
from typing import TYPE_CHECKING

import click
import structlog

if TYPE_CHECKING:
    from bot.app import Lectern
    from bot.clock import Clock
    from bot.delivery.doors import Door
    from bot.delivery.metrics import Metrics
    from bot.delivery.web import WebServer
    from bot.jobs import Ticker
    from bot.settings import Settings
    from storage.database import Database

log = structlog.get_logger(__name__)

TICK_SECS = 15.0
COLLECT_AFTER = (20_000, 20, 20)
"""New objects until the collector looks at the young ones, and how often it looks at the older ones."""
GRACE_SECS = 9.0
"""Docker and systemd kill what has not ended ten seconds after they asked."""


@click.command(
    epilog="""\b
Settings, by environment or in a file .env:
  TELEGRAM_BOT_TOKEN      the token from @BotFather; the only one that must be set
  DATABASE_URL            sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME
  LECTERN_WEBHOOK_URL     a public https address; without it, long polling
  LECTERN_WEBHOOK_SECRET  1 to 256 letters, digits, _ or -; else made of the token
  LECTERN_LISTEN          host:port for the webhook, /healthz, /readyz, /metrics
  LECTERN_LOG             debug, info, warning or error
  LECTERN_TEACHING        invited (by the owner's link) or everyone
  LECTERN_RATE            messages a second in all; 30 unless Telegram grants more
  SENTRY_DSN              where errors are told, without anybody's words
  TELEGRAM_API_URL        another Bot API server
\b
Examples:
  TELEGRAM_BOT_TOKEN=123:abc lectern run
  LECTERN_LISTEN=127.0.0.1:8080 lectern run
  LECTERN_WEBHOOK_URL=https://bot.example.org/telegram lectern run
"""
)
def run() -> None:
    """Run the bot until it is told to stop (Ctrl+C or SIGTERM); what is in hand is finished first."""
    from bot import log as logs
    from bot import settings
    from bot.commands.preparing import prepared_apart

    found = settings.load()
    found.bot_token()
    secrets = [*found.secrets, found.secret_for_webhook()]
    logs.set_up(found.log_level, secrets=secrets)
    prepared = prepared_apart(found.database_url)
    with _tracked(found, secrets):
        asyncio.run(_until_signalled(found, prepared=prepared))


@contextmanager
def _tracked(settings: "Settings", secrets: list[str]) -> Iterator[None]:
    """Errors are told to a tracker meanwhile, where one is set."""
    if settings.sentry_dsn is None:
        yield
        return
    from bot import sentry
    from bot.settings import SettingsError

    try:
        sentry.set_up(settings.sentry_dsn.get_secret_value(), release=f"lectern@{version('lectern')}", secrets=secrets)
    except ImportError:
        raise SettingsError(
            "SENTRY_DSN is set, but its package is not installed: uv run --no-dev --extra sentry lectern run"
        ) from None
    try:
        yield
    finally:
        sentry.end()


async def _until_signalled(settings: "Settings", *, prepared: bool) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGINT, signal.SIGTERM)

    def stopping(number: signal.Signals) -> None:
        log.info("stopping", signal=number.name)
        stop.set()
        for each in numbers:  # a second signal ends it at once
            loop.remove_signal_handler(each)

    for number in numbers:
        loop.add_signal_handler(number, stopping, number)
    await serve(settings, stop, prepared=prepared)


async def serve(settings: "Settings", stop: asyncio.Event, *, prepared: bool = False) -> None:
    """Serve until `stop` is set; a database that is `prepared` is taken as it is.

    Raises what `sentences` has a sentence for: a token refused, a port taken.
    """
    from bot.app import build
    from bot.clock import Clock
    from bot.commands.preparing import prepare
    from bot.delivery.doors import insist
    from bot.delivery.metrics import Metrics
    from bot.delivery.pace import Pace
    from bot.delivery.request import AiohttpRequest
    from storage.database import Database

    clock, metrics = Clock(), Metrics()
    database = Database(settings.database_url)
    async with AsyncExitStack() as leaving:
        leaving.push_async_callback(database.close)
        if not prepared:
            await prepare(database, clock)
        lectern = build(
            settings.bot_token(),
            database,
            clock,
            AiohttpRequest(proxy=settings.proxy_url),
            base_url=settings.base_url,
            base_file_url=settings.base_file_url,
            get_updates_request=AiohttpRequest(pool_size=2, proxy=settings.proxy_url),
            pace=Pace(rate=settings.rate),
            metrics=metrics,
            teaching=settings.teaching,
        )
        leaving.push_async_callback(_let_go, lectern)
        if await insist(lectern.start, stop):
            settle_down()
            await tell_owner_link(database, clock)
            await _deliver(settings, lectern, metrics, stop)


def settle_down() -> None:
    """What is there after the start stays: the collector of cycles need not look at it again, and what an update makes
    is nearly all let go of without it. By its usual settings it takes a tenth of the time of a busy bot.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)


async def tell_owner_link(database: "Database", clock: "Clock") -> None:
    """While the installation belongs to nobody, print a link that makes its first user the owner."""
    from bot.actions import appointing, links

    async with database.begin() as store:
        if await store.roles.has_owner():
            return
        address = await links.address(store, await appointing.owner_link(store, clock.now()))
    click.echo(f"To become the owner, who appoints teachers, open this link; it works once, for 7 days: {address}")


async def _let_go(lectern: "Lectern") -> None:
    """Close the connections, also where the start failed halfway."""
    await lectern.application.shutdown()
    await lectern.application.bot.shutdown()


async def _deliver(settings: "Settings", lectern: "Lectern", metrics: "Metrics", stop: asyncio.Event) -> None:
    from bot.jobs import Ticker
    from bot.lease import TRY_SECS, Leased
    from storage.errors import StorageError

    door = _door(settings, lectern, metrics)
    lease = None if lectern.database.is_sqlite else Leased(lectern.database, lectern.clock, lectern.tick)
    ticker = Ticker(lease or lectern.tick, every_secs=TRY_SECS if lease else TICK_SECS, metrics=metrics)
    metrics.gauge("lectern_tick_age_seconds", "Since a tick last ended well.", lambda: ticker.quiet_secs)
    if lease is not None:
        metrics.gauge("lectern_lease_held", "1 where this replica rings the clock.", lambda: float(lease.mine))
    server = _web(settings, lectern, metrics, door, ticker)
    if server is not None:
        await server.start()
        log.info("listening", host=server.host, port=server.port)
    announcing = asyncio.create_task(_announce(lectern), name="announce")
    ticker.start()
    try:
        await door.serve(stop)
    finally:
        await _finish(lectern, ticker, announcing, server)
        if lease is not None:
            with suppress(StorageError):
                await lease.let_go()


async def _finish(
    lectern: "Lectern", ticker: "Ticker", announcing: asyncio.Task[None], server: "WebServer | None"
) -> None:
    """What is being sent is finished; what is not stays owed, and is sent at the next start."""
    ticker.stop()
    announcing.cancel()
    last = [lectern.sender.close(GRACE_SECS / 4), *([server.stop()] if server else [])]
    with suppress(TimeoutError):
        async with asyncio.timeout(GRACE_SECS / 3):
            await asyncio.gather(*last, return_exceptions=True)
    log.info("stopped")


def _door(settings: "Settings", lectern: "Lectern", metrics: "Metrics") -> "Door":
    from bot.app import ALLOWED_UPDATES
    from bot.delivery.doors import PollingDoor, WebhookDoor
    from bot.delivery.polling import Poller
    from bot.delivery.process import Processor
    from bot.handlers.floods import Floods
    from bot.handlers.quick import Quick

    app, database, grace_secs = lectern.application, lectern.database, GRACE_SECS / 2
    floods = Floods(lectern) if settings.rate else None  # a test server's people are quicker than any
    quick = Quick(app)
    if settings.webhook_url:
        return WebhookDoor(
            app,
            Processor(app, database, clock=lectern.clock, metrics=metrics, turned_away=floods, short_way=quick),
            url=settings.webhook_url,
            secret=settings.secret_for_webhook(),
            allowed_updates=ALLOWED_UPDATES,
            metrics=metrics,
            grace_secs=grace_secs,
        )
    poller = Poller(
        app,
        database,
        clock=lectern.clock,
        metrics=metrics,
        allowed_updates=ALLOWED_UPDATES,
        grace_secs=grace_secs,
        turned_away=floods,
        short_way=quick,
    )
    return PollingDoor(app, poller)


def _web(
    settings: "Settings", lectern: "Lectern", metrics: "Metrics", door: "Door", ticker: "Ticker"
) -> "WebServer | None":
    from bot.delivery.web import WebServer, web_app

    address = settings.address
    if address is None:
        return None
    numbers: dict[str, float] = {}

    async def refresh() -> None:
        numbers.clear()  # where the database cannot be asked, nothing is told rather than what once was
        async with lectern.database.read() as store:
            numbers["owed"] = await store.views.count()
            numbers["aside"] = await store.updates.count_aside()
            numbers["due"] = await store.learners.count_due(lectern.clock.now())

    async def database_answers() -> str | None:
        async with lectern.database.read() as store:
            await store.meta.get("ready")
        return None

    metrics.gauge("lectern_views_owed", "Views that chats are owed.", lambda: numbers.get("owed"))
    metrics.gauge("lectern_updates_aside", "Updates that were set aside.", lambda: numbers.get("aside"))
    metrics.gauge("lectern_reminders_due", "Reminders that are due and not yet sent out.", lambda: numbers.get("due"))
    metrics.gauge("lectern_chats_sending", "Chats being sent to.", lambda: lectern.sender.waiting)
    app = web_app(
        metrics=metrics,
        healthy={"clock": ticker.trouble},
        ready={"database": database_answers, "telegram": door.trouble},
        routes=door.routes,
        refresh=refresh,
    )
    return WebServer(app, address.host, address.port)


async def _announce(lectern: "Lectern") -> None:
    """Tell Telegram the commands, in the background: the bot works without. Nine languages were read for it."""
    from bot.texts import let_go

    try:
        await lectern.announce()
    except Exception as error:
        log.warning("Telegram was not told the commands", exc_info=error)
    let_go()
