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


def test_what_many_items_have_in_common_is_told_once():
    cases = [Note("case", line, f"Q{line}", "answer") for line in range(1, 8)]
    lines = Report("gift", 7, 0, (*cases, Note("wildcard_left_out", 9, "Q9", "answer", {"words": "a*b"}))).text()
    assert lines.splitlines() == [
        "changed: Q1, Q2, Q3, Q4 and 3 more: capital letters counted; they do not here",
        "changed: line 9, Q9: the answer a*b stood for many and was left out",
        "7 questions imported; 8 changed, 0 refused",
    ]


def test_every_refusal_is_told_by_itself():
    essays = tuple(Note("essay", line, f"Q{line}") for line in range(1, 9))
    assert len(Report("gift", 0, 0, (), essays).text().splitlines()) == 9
