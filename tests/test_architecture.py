"""Data flows one way: the table of docs/contributors.md, held by import-linter (contracts in pyproject.toml)."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SPEAKS_TELEGRAM = ("app.py", "context.py", "delivery", "playground", "handlers", "send.py", "jobs.py", "commands")


def test_imports_go_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_telegram_is_known_at_the_edge_only() -> None:
    inner = [
        path for path in (ROOT / "bot").rglob("*.py") if path.relative_to(ROOT / "bot").parts[0] not in SPEAKS_TELEGRAM
    ]
    assert inner, "the bot's files are found"
    assert [path.name for path in inner if "telegram" in _imported(path)] == []


def test_one_place_knows_fsrs_one_pydantic_and_one_the_environment() -> None:
    sources = [path for room in ("bot", "content", "lessons", "storage") for path in (ROOT / room).rglob("*.py")]
    assert {path.name for path in sources if "fsrs" in _imported(path)} == {"schedule.py"}
    inner = [path for path in sources if path.is_relative_to(ROOT / "lessons") and "pydantic" in _imported(path)]
    assert {path.parent for path in inner} == {ROOT / "lessons" / "canonical"}
    assert {path.name for path in sources if "pydantic_settings" in _imported(path)} == {"settings.py"}


def _imported(path: Path) -> set[str]:
    """The top-level packages that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found
