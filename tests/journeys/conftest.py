"""A stage for every journey: the whole bot, an empty database, a clock that stands still until it is moved."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.playground.stage import Stage

MONDAY = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with Stage.in_folder(tmp_path, MovableClock(MONDAY)) as ready:
        yield ready
