"""A stage for every journey: the whole bot, an empty database, a clock that stands still until it is moved."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from groups import Class, topic_of_five

from bot.clock import MovableClock
from bot.playground.stage import Stage
from tests.children import few_children  # noqa: F401 - for every journey

MONDAY = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def first_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a stage nobody has played on yet, to be copied: making one takes longer than most journeys."""
    folder = tmp_path_factory.mktemp("stage")

    async def make() -> None:
        async with Stage.in_folder(folder, MovableClock(MONDAY)):
            pass

    asyncio.run(make())
    return folder / "lectern.db"


@pytest.fixture
async def stage(tmp_path: Path, first_file: Path) -> AsyncIterator[Stage]:
    shutil.copy(first_file, tmp_path / "lectern.db")
    async with Stage.in_folder(tmp_path, MovableClock(MONDAY)) as ready:
        yield ready


@pytest.fixture
def group(stage: Stage) -> Class:
    return topic_of_five(stage)
