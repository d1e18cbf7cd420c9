"""Nothing is lost and nothing doubled, whatever fails; in full by `uv run python benchmarks/faults.py --kills 200`."""

from pathlib import Path

import pytest

from tests.faults.town import Plan, run

pytestmark = pytest.mark.timeout(600)


@pytest.mark.parametrize("door", ["polling", "webhook"])
async def test_killed_at_any_moment(door: str, tmp_path: Path) -> None:
    verdict = await run(Plan(door, kills=5, people=8, seed=6, answers=6), tmp_path)
    assert not verdict.faulty(), verdict.text()
    assert verdict.answers > 5, verdict.text()
