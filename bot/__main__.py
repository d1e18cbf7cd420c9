"""Which commands are there? Each is imported when it is asked for, so that none pays for the others."""

import gc
import logging
import sys
import traceback
from importlib import import_module

import click

COMMANDS = {
    "demo": "bot.commands.demo:demo",
    "run": "bot.commands.run:run",
    "owner-link": "bot.commands.owner:owner_link",
    "extract": "bot.commands.documents:extract",
    "build": "bot.commands.documents:build",
    "check": "bot.commands.packs:check",
    "packs": "bot.commands.packs:packs",
    "install": "bot.commands.packs:install",
    "items": "bot.commands.packs:items",
    "import": "bot.commands.exchange:import_",
    "export": "bot.commands.exchange:export",
    "grade": "bot.commands.grade:grade",
    "backup": "bot.commands.backup:backup",
    "restore": "bot.commands.backup:restore",
    "fit": "bot.commands.fit:fit",
    "move": "bot.commands.move:move",
}

UNUSED = ("rich", "pygments")
"""What structlog and httpx take along where they find it, and `lectern run` has no use for: 4 MB."""

SILENT = frozenset(("extract", "build", "check", "items"))
"""What has nothing to log but a fault in somebody's library: the log is set up at the first record, if one comes."""


class _Waiting(logging.Handler):
    """Sets up the log once there is something to say; structlog takes as long as a short document."""

    def emit(self, record: logging.LogRecord) -> None:
        """Hand the record to the log proper, which stands in this handler's place from now on."""
        from bot import log

        log.set_up("warning")
        logging.getLogger(record.name).handle(record)


SELDOM = (50_000, 20, 20)
"""How often the collector of cycles looks: a start makes much that stays, and looking at it took a tenth of it."""


class Lazy(click.Group):
    """A group whose commands live in modules that are imported on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the table: first what one tries first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=Lazy,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  lectern demo --open                  try it in the browser, without a token
  lectern build article.txt -o pack    make a pack of a document
  lectern install pack                 teach it
  lectern run                          the bot itself (needs TELEGRAM_BOT_TOKEN)
""",
)
@click.version_option(package_name="lectern-bot", prog_name="lectern", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Lectern turns documents into lessons on their figures and dates, in a Telegram chat."""
    if context.invoked_subcommand in SILENT:
        logging.getLogger().handlers[:] = [_Waiting(logging.WARNING)]
        return
    from bot import log

    log.set_up("warning")  # on standard error and without tracebacks; `lectern run` sets its own level


def main() -> None:
    """Run the command line. Exit status: 0 good, 1 the input is at fault, 2 wrong usage."""
    gc.set_threshold(*SELDOM)
    if sys.argv[1:2] == ["run"]:
        for name in UNUSED:
            sys.modules.setdefault(name, None)  # type: ignore[arg-type]
    try:
        cli(prog_name="lectern")
    except Exception as error:
        click.echo(_sentence(error), err=True)
        sys.exit(1)


def _sentence(error: Exception) -> str:
    from bot.commands.sentences import sentence

    known = sentence(error)
    if known is not None:
        return known
    *_, last = traceback.extract_tb(error.__traceback__)
    place = f"{last.filename}:{last.lineno}"
    return f"This is a fault of Lectern, please report it: {type(error).__name__} at {place}."


if __name__ == "__main__":
    main()
