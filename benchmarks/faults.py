"""How much is lost when the bot is killed again and again? `uv run python benchmarks/faults.py --kills 200`.

Each run starts an empty installation and people who use it, kills it at random moments (seeded), starts it again, and
compares the database and every chat with what the people did. Exit status 1 where anything was lost or doubled.
"""

import asyncio
import contextlib
import logging
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
import structlog

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.faults.test_reminders import reminded
from tests.faults.town import Plan, run

DOORS = ("polling", "webhook", "playground")


@click.command()
@click.option("--kills", default=200, show_default=True, help="In all, as many at each door.")
@click.option("--minutes", default=0.0, help="For the kills of each door, on a busy machine; 0: as long as it takes.")
@click.option("--people", default=20, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--only", type=click.Choice(["kills", "faults", "full", "reminders"]), help="One part.")
@click.option("--door", type=click.Choice(DOORS), multiple=True, default=DOORS)
def main(kills: int, minutes: float, people: int, seed: int, only: str | None, door: tuple[str, ...]) -> None:
    """Kill, duplicate, falter, lock; then count."""
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # it complains of answers that we cut
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))  # the playground's bot
    plans = [Plan(each, kills // len(door), people, seed, minutes=minutes, calm_secs=2) for each in door]
    served = [plan for plan in plans if plan.door != "playground"]  # which has no Bot API and no disk of its own
    trouble = [replace(plan, kills=min(20, plan.kills), faults=True, timeouts=True, locked_secs=30) for plan in served]
    sound = True
    if only in (None, "kills"):
        for plan in plans:
            sound &= _count(f"kills, {plan.door}", plan)
    if only in (None, "faults"):
        for plan in trouble:
            sound &= _count(f"kills, errors and a locked database, {plan.door}", plan)
    if only == "full":
        for plan in served:
            sound &= _count(
                f"kills and a full disk, {plan.door}", replace(plan, kills=min(8, plan.kills), full_secs=10)
            )
    if only in (None, "reminders"):
        sound &= _reminders(seed)
    sys.exit(0 if sound else 1)


def _count(name: str, plan: Plan) -> bool:
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place, _disk(Path(place) / "bot", small=bool(plan.full_secs)) as folder:
        verdict = asyncio.run(run(plan, folder, click.echo))
    click.echo(f"\n== {name} ({time.monotonic() - began:.0f} s)\n{verdict.text()}", nl=True)
    return not verdict.faulty()


@contextlib.contextmanager
def _disk(folder: Path, *, small: bool) -> Iterator[Path]:
    """A folder; a small one is a disk of its own, which only root can make."""
    folder.mkdir()
    if small:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        if small:
            subprocess.run(["umount", "-l", folder], check=True)


def _reminders(seed: int) -> bool:
    came: list[int] = []
    for run_ in range(5):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "bot"
            folder.mkdir()
            came += asyncio.run(reminded(folder, kills=10, seed=seed + run_))
    click.echo("\n== reminders, their ticks killed 50 times")
    click.echo(f"once: {came.count(1)}\ntwice: {sum(n > 1 for n in came)}\nnever: {came.count(0)}")
    return set(came) == {1}


if __name__ == "__main__":
    main()
