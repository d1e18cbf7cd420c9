"""Which packs does an installation have? Those that come with Lectern are put on the shelf at every start."""

from datetime import datetime
from functools import cache

from content import packfile, packs
from storage.database import Database
from storage.packs import PackChange


class PackAtFault(Exception):
    """The pack cannot be installed; `diagnostics` say where it is wrong."""

    def __init__(self, name: str, diagnostics: tuple[packfile.Diagnostic, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.diagnostics = diagnostics


async def install_bundled(database: Database, now: datetime) -> None:
    """Installs or updates the bundled packs; a pack that is there unchanged costs one look."""
    for name in packs.bundled():
        parsed = _bundled(name)
        if parsed.pack is None:
            raise PackAtFault(name, parsed.diagnostics)
        async with database.begin() as store:
            await store.packs.install(parsed.pack, now=now)


@cache
def _bundled(name: str) -> packfile.Parsed:
    """What comes with the program does not change while it runs."""
    return packfile.load(packs.bundled_path(name))


async def install(database: Database, name: str, parsed: packfile.Parsed, now: datetime) -> PackChange:
    """Puts a checked pack on the public shelf; raises PackAtFault where it has errors."""
    if parsed.pack is None:
        raise PackAtFault(name, parsed.diagnostics)
    async with database.begin() as store:
        return await store.packs.install(parsed.pack, now=now)
