"""The manual keeps up: every command a person can type is in it, every page and picture it names is there."""

import re
from pathlib import Path

import click
import pytest

from bot.__main__ import COMMANDS as TYPED
from bot.__main__ import cli
from bot.render.pages import COMMANDS as IN_CHAT

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
MANUAL = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"!?\[[^\]]*\]\((?!https?://|#)([^)#]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("name", TYPED)
def test_every_command_line_command_and_option_is_in_the_manual(name: str) -> None:
    assert f"lectern {name}" in MANUAL
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    options = [option for param in command.params if isinstance(param, click.Option) for option in param.opts]
    assert [option for option in options if option.startswith("--") and option not in MANUAL] == []


@pytest.mark.parametrize("name", TYPED)
def test_every_command_shows_examples(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert "Examples:" in (command.epilog or ""), name


@pytest.mark.parametrize("name", IN_CHAT)
def test_every_chat_command_is_in_the_learners_manual(name: str) -> None:
    assert f"/{name}" in (ROOT / "docs" / "learners.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_page_and_picture_named_is_there(page: Path) -> None:
    named = LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8")))
    assert [target for target in named if not (page.parent / target).exists()] == []


def test_versions_are_pinned_without_naming_where_they_come_from() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert "constraint-dependencies" in project
    assert not re.search(r"index-url|\[\[tool\.uv\.index\]\]|https?://", project)
    assert "uv.lock" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()
