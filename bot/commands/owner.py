"""lectern owner-link: a link that makes somebody the owner, for whoever has the machine."""

import asyncio

import click


@click.command(
    name="owner-link",
    epilog="""\b
Examples:
  lectern owner-link
  DATABASE_URL=sqlite:///data/lectern.db lectern owner-link
""",
)
def owner_link() -> None:
    """Print a new link that makes its first user an owner; it works once, for seven days."""
    click.echo(asyncio.run(_made()))


async def _made() -> str:
    from bot import settings
    from bot.actions import appointing, links
    from bot.clock import Clock
    from storage.database import Database

    database = Database(settings.load().database_url)
    try:
        await database.migrate()
        async with database.begin() as store:
            payload = await appointing.owner_link(store, Clock().now())
            if await store.meta.get(links.BOT) is None:  # its name is known once it has run
                return f"Send this to your bot: /start {payload}"
            return await links.address(store, payload)
    finally:
        await database.close()
