"""Every code has its sentence, and a report survives its JSON."""

import re
from pathlib import Path

import pytest

from content import zips
from content.exchange import Note, Report
from content.exchange.sentences import SENTENCES, sentence

SOURCE = "\n".join(
    path.read_text(encoding="utf-8") for path in (Path(__file__).parents[3] / "content" / "exchange").rglob("*.py")
)
CODED = re.compile(r'\b(?:Note|Refuse|BadFile|note|_fault)\(\s*(?:item, |found, )?"([a-z_0-9]+)"')


def test_every_code_in_the_source_has_a_sentence():
    used = set(CODED.findall(SOURCE)) | {f"zip_{reason}" for reason in zips.REASONS}
    assert len(used) > 80
    assert used - set(SENTENCES) == set()


@pytest.mark.parametrize("code", SENTENCES)
def test_no_sentence_breaks_without_its_data(code):
    assert sentence(code, "", {})
    assert (
        "{" not in sentence(code, "answer", dict.fromkeys(("words", "now", "share", "limit", "count"), "x"))[:-1]
        or code == "braces"
    )


def test_a_report_says_the_line_the_question_and_the_reason():
    refused = Note("essay", 7, "Write about lenses")
    changed = Note("as_date", None, "When?", "answer", {"words": "1823"})
    report = Report("gift", 3, 1, (changed,), (refused,))
    assert report.found == 4
    assert report.text().splitlines() == [
        "changed: When?: the answer 1823 is asked as a date",
        "refused: line 7, Write about lenses: an open answer cannot be graded",
        "3 questions imported, 1 reading; 1 changed, 1 refused",
    ]
    assert Report.from_json(report.to_json()) == report
