"""lectern backup and lectern restore: the database in one file, taken while the bot runs."""

from pathlib import Path

import click


@click.command(
    epilog="""\b
Examples:
  lectern backup lectern-2026-11-22.db
  DATABASE_URL=sqlite:///data/lectern.db lectern backup /backups/lectern.db
"""
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Copy the database into FILE while the bot may be running, and check the copy."""
    from bot import settings
    from storage.backup import backup as copy

    copy(settings.load().database_url, file)
    click.echo(f"Written and checked: {file}")


@click.command(
    epilog="""\b
Examples:
  lectern restore lectern-2026-11-22.db
"""
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.confirmation_option("--yes", prompt="This replaces everything in the database. Go on?", help="Do not ask.")
def restore(file: Path) -> None:
    """Replace the database by the backup in FILE. End `lectern run` first."""
    from bot import settings
    from storage.backup import restore as put_back

    put_back(file, settings.load().database_url)
    click.echo(f"Restored from {file}")
