"""Nothing is lost where what the bot leans on fails: a locked database, a full disk, a Bot API that answers errors."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.town import Plan, run

pytestmark = pytest.mark.timeout(600)


async def test_a_database_locked_for_half_a_minute_while_the_bot_is_killed(tmp_path: Path) -> None:
    verdict = await run(Plan("webhook", kills=2, people=6, seed=2, locked_secs=30, answers=6, haste=2), tmp_path)
    assert not verdict.faulty(), verdict.text()
    assert verdict.answers > 5, verdict.text()


@pytest.mark.parametrize("door", ["polling", "webhook"])
async def test_a_bot_api_that_fails_in_every_way_while_the_bot_is_killed(door: str, tmp_path: Path) -> None:
    plan = Plan(door, kills=2, people=6, seed=3, faults=True, timeouts=True, calm_secs=6)
    verdict = await run(plan, tmp_path)
    assert not verdict.faulty(), verdict.text()
    assert verdict.faults > 10, verdict.text()
    assert verdict.acts > 50, verdict.text()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own."""
    folder = tmp_path / "bot"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)], check=True)
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


if os.geteuid() == 0:  # nobody else can make a disk; `tests/storage` fills one page by page for everybody

    async def test_a_disk_without_room(small_disk: Path) -> None:
        verdict = await run(Plan("polling", kills=2, people=6, seed=4, full_secs=8, answers=6), small_disk)
        assert not verdict.faulty(), verdict.text()
        assert verdict.answers > 5, verdict.text()
