"""lectern demo: the playground in a browser, or a learner's first days in the terminal. No token, no network."""

import asyncio
import signal
import tempfile
import webbrowser
from contextlib import suppress
from pathlib import Path

import click
import platformdirs

PORT = 8477
TICK_SECS = 15.0


@click.command(
    epilog="""\b
Examples:
  lectern demo --open             the playground in your browser
  lectern demo --port 9000 --data ./try
  lectern demo --tour             a learner's first days, told in the terminal
  lectern demo --tour --fast      the same at once
"""
)
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0: any free one.")
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="Where progress is kept.")
@click.option("--open", "open_browser", is_flag=True, help="Open the page in your browser.")
@click.option("--tour", is_flag=True, help="Play a learner's first days in the terminal and exit.")
@click.option("--fast", is_flag=True, help="With --tour: do not wait between messages.")
def demo(port: int, data: Path | None, open_browser: bool, tour: bool, fast: bool) -> None:
    """Try Lectern without Telegram: the same bot, a page that looks like a chat, a clock that you can move."""
    from bot import log

    log.set_up("warning")
    if fast and not tour:
        raise click.UsageError("--fast goes with --tour.")
    if tour:
        from bot.playground.tour import play

        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(play(data or Path(folder), click.echo, pause=None if fast else 1.0))
        return
    asyncio.run(
        serve(data or Path(platformdirs.user_data_dir("lectern", appauthor=False)) / "demo", port, open_browser)
    )


async def serve(folder: Path, port: int, open_browser: bool) -> None:
    """Serves the playground until it is interrupted; what was said and learned is there at the next start."""
    from bot.clock import MovableClock
    from bot.delivery.web import WebServer
    from bot.jobs import Ticker
    from bot.playground import snapshot
    from bot.playground.server import playground_app
    from bot.playground.stage import Stage

    stage = Stage.in_folder(folder, MovableClock())
    kept = folder / "playground.json"
    snapshot.restore(stage.world, kept)
    async with stage:
        app = playground_app(
            stage.world, on_clock_moved=stage.tick, start_over=stage.start_over, next_moment=stage.next_moment
        )
        await stage.appoint()
        server = WebServer(app, "127.0.0.1", port)
        await server.start()
        address = f"http://127.0.0.1:{server.port}/"
        click.echo(f"The playground is at {address}  (Ctrl+C ends it; everything is kept in {folder})")
        if stage.world.owner_link:
            click.echo(f"Who sends /start {stage.world.owner_link} there owns the bot and appoints teachers.")
        if open_browser:
            webbrowser.open(address)
        ticker = Ticker(stage.tick, every_secs=TICK_SECS)
        ticker.start()
        keeping = asyncio.create_task(snapshot.keep(stage.world, kept))
        try:
            await _interrupted()
        finally:
            ticker.stop()
            stage.world.events.tell("bye")  # open pages let go of their event streams
            await server.stop()
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)


async def _interrupted() -> None:
    """Returns at SIGINT or SIGTERM."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: there Ctrl+C ends the loop by itself
            loop.add_signal_handler(number, stop.set)
    await stop.wait()
