"""What is said about how long things are kept is what the code and the backup that comes with Lectern do."""

import re
from collections import Counter
from pathlib import Path

import pytest

from bot.render.pages import privacy
from bot.retention import ASIDE_KEPT, BACKUPS_KEPT, ROUNDS_KEPT
from bot.texts import all_languages, texts

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
WORDS = {2: "two", 7: "seven", 30: "thirty"}


@pytest.mark.parametrize("language", all_languages())
def test_privacy_names_every_span_for_which_something_is_kept(language: str) -> None:
    t = texts(language)
    said = privacy(t).text
    for days, spans in Counter(span.days for span in (ASIDE_KEPT, BACKUPS_KEPT, ROUNDS_KEPT)).items():
        assert len(re.findall(rf"(?<!\d){t.number(days)}(?!\d)", said)) >= spans, (language, days)


def test_the_manual_names_the_same_spans() -> None:
    kept = MANUAL.partition("## How long")[2].partition("\n## ")[0]
    for span in (ASIDE_KEPT, BACKUPS_KEPT, ROUNDS_KEPT):
        assert f"{WORDS[span.days]} days" in kept


def test_the_backup_that_comes_along_lets_go_after_that_span() -> None:
    hours = re.findall(r"^\s*retention:\s*(\d+)h", (ROOT / "litestream.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert [int(each) for each in hours] == [BACKUPS_KEPT.total_seconds() / 3600]
