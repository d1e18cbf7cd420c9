"""lectern fit: the parameters of each learner's own memory, now instead of in the night."""

import asyncio

import click


@click.command(
    epilog="""\b
Examples:
  lectern fit
"""
)
def fit() -> None:
    """Fit the memory model to each learner with 400 reviews; kept only where it foresees their later answers better.

    Needs the extra: pip install "lectern-bot[fit]". While `lectern run` runs, it does this itself once a day.
    """
    from bot import fit_child

    if not fit_child.is_installed():
        raise click.ClickException('There is nothing to fit with. Install it: pip install "lectern-bot[fit]"')
    asyncio.run(_fit())


async def _fit() -> None:
    from bot import settings
    from bot.clock import Clock
    from bot.fitting import Fitting
    from storage.database import Database

    database = Database(settings.load().database_url)
    try:
        await database.migrate()
        results = await Fitting(database, Clock()).all()
    finally:
        await database.close()
    for learner_id, found in results:
        if found is None:
            click.echo(f"learner {learner_id}: too few reviews on different days")
            continue
        fitted = f"{found.fitted:.4f}" if found.fitted is not None else "none"
        kept = "own parameters" if found.parameters else "the usual ones"
        click.echo(
            f"learner {learner_id}: {found.reviews} reviews, log loss on the last {found.judged}: "
            f"usual {found.usual:.4f}, fitted {fitted}; kept: {kept}"
        )
    click.echo(f"{len(results)} learners looked at")
