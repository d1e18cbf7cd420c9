"""The conversations in the manual are what the bot says today."""

from pathlib import Path

import pytest

from scripts.transcripts import STORIES, played
from tests.children import few_children  # noqa: F401 - for every story

PAGES = Path(__file__).parents[1] / "docs" / "transcripts"


def test_every_page_is_a_story_of_the_script() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} == {*STORIES, "index"}


@pytest.mark.parametrize("name", STORIES)
async def test_the_bot_says_today_what_stands_in_the_manual(name: str) -> None:
    written = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    assert await played(name) == written, "uv run python -m scripts.transcripts"
