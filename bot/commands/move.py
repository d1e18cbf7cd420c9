"""lectern move: the whole database to another kind of database, counted table by table."""

import asyncio
from datetime import UTC, datetime

import click


@click.command(
    epilog="""\b
Examples:
  lectern move --from sqlite:///data/lectern.db --to postgresql://lectern:secret@db/lectern
  lectern move --from postgresql://lectern:secret@db/lectern --to sqlite:///lectern.db
"""
)
@click.option("--from", "source", required=True, metavar="URL", help="The database to copy; it is left as it is.")
@click.option("--to", "target", required=True, metavar="URL", help="An empty database, which gets all rows.")
def move(source: str, target: str) -> None:
    """Copy everything into another database. End `lectern run` first: Telegram keeps what comes meanwhile."""
    asyncio.run(_move(source, target))


async def _move(source: str, target: str) -> None:
    from storage.database import Database
    from storage.move import Moved
    from storage.move import move as copy

    def tell(moved: Moved) -> None:
        click.echo(f"{moved.table:<16} {moved.rows:>12,}")

    old, new = Database(source), Database(target)
    try:
        moved = await copy(old, new, datetime.now(UTC), tell)
    finally:
        await new.close()
        await old.close()
    rows = sum(each.rows for each in moved)
    click.echo(f"Moved and counted: {rows:,} rows of {len(moved)} tables.")
    click.echo("Now set DATABASE_URL to the new one and start `lectern run`.")
