"""Where is the database prepared for a start? In a child: what a migration and the packs leave behind in memory, some
10 MB at the first start, the bot would hold for weeks.
"""

import asyncio
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.clock import Clock
    from storage.database import Database


async def prepare(database: "Database", clock: "Clock") -> None:
    """The schema of this program, and its packs on the shelf."""
    from bot.actions import shelving

    await database.migrate()
    await shelving.install_bundled(database, clock.now())


def prepared_apart(database_url: str) -> bool:
    """The same in a child, before anything else is started here. False where it has to be done, or told, here: there
    are no forks, or it failed, and whoever tries again finds out why.
    """
    if sys.platform != "linux":
        return False
    from bot.actions import shelving  # noqa: F401 - before the fork, so that it is not read twice
    from bot.clock import Clock
    from storage.database import Database

    async def once() -> None:
        database = Database(database_url)
        try:
            await prepare(database, Clock())
        finally:
            await database.close()

    child = os.fork()
    if child == 0:
        status = 1
        try:
            asyncio.run(once())
            status = 0
        finally:
            os._exit(status)  # nothing of the parent's is flushed or closed twice
    return os.waitpid(child, 0)[1] == 0
