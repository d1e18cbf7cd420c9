"""Every test that docs/security.md leans on is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_test_named_in_the_threat_model_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "docs" / "security.md").read_text(encoding="utf-8")))
    there = {
        name
        for file in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^(?:async )?def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert len(named) > 50
    assert named - there == set()


def test_every_answer_names_its_test() -> None:
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    answers = page.partition("## How it is answered")[2].partition("\n## ")[0]
    heads = ("| ---", "| attack", "| what fails")
    rows = [line for line in answers.splitlines() if line.startswith("| ") and not line.startswith(heads)]
    assert len(rows) > 30
    assert [row for row in rows if "`test_" not in row] == []
