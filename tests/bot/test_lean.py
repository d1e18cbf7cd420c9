"""What is not in the bot's memory: packages that only some commands, some databases or some teachers need."""

import subprocess
import sys

import pytest

HELD = """
import sys
sys.argv = ["lectern", "run", "--help"]
from bot import __main__ as command_line
try:
    command_line.main()
except SystemExit:
    pass
import bot.commands.preparing, bot.delivery.doors, bot.delivery.polling, bot.delivery.request, bot.handlers.quick
import bot.app, bot.jobs, bot.lease, bot.settings, storage.database
print(*sorted(name for name, module in sys.modules.items() if module is not None))
"""


@pytest.fixture(scope="module")
def held() -> set[str]:
    done = subprocess.run([sys.executable, "-c", HELD], capture_output=True, text=True, check=True, timeout=100)
    return set(done.stdout.rpartition("\n\n")[2].split())


@pytest.mark.parametrize(
    "name",
    [
        "alembic",  # only where the schema changes, and then in a child
        "asyncpg",
        "sqlalchemy.dialects.postgresql",
        "rich",
        "pygments",
        "matplotlib",  # pictures are drawn by a child
        "numpy",
        "PIL",
        "openpyxl",  # documents are read by a child
        "mammoth",
        "pypdfium2",
        "selectolax",
        "markdown_it",
        "content.candidates",
        "reportlab",
        "bot.playground",
        "sentry_sdk",
    ],
)
def test_a_bot_on_sqlite_is_without(held: set[str], name: str) -> None:
    assert "storage.database" in held
    assert "telegram" in held
    assert name not in held
