"""Are the typed answers of the benchmark graded as a fair teacher would?"""

import pytest

from benchmarks.grading.__main__ import main
from benchmarks.grading.items import items
from benchmarks.grading.table import judged, rows
from lessons.grade import REASONS, Verdict


def test_nearly_all_answers_are_graded_and_told_fairly() -> None:
    found = list(judged(rows()))
    unfair = [(one.row.item, one.row.answer, one.verdict, one.reason) for one in found if not one.fair]
    mistold = [(one.row.item, one.row.answer, one.verdict, one.reason) for one in found if not one.told]

    assert len(found) >= 800
    assert len(unfair) * 200 <= len(found), unfair
    assert len(mistold) * 100 <= len(found), mistold


def test_the_table_names_verdicts_reasons_and_items_that_there_are() -> None:
    table = rows()

    assert {row.item for row in table} == set(items())
    assert {verdict for row in table for verdict in row.verdicts} <= {verdict.value for verdict in Verdict}
    assert {reason for row in table for reason in row.reasons} <= REASONS
    assert len({(row.item, row.lang, row.answer) for row in table}) == len(table)


def test_the_command_prints_a_line_for_each_set(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["first", "second"]) == 0
    printed = capsys.readouterr().out.splitlines()

    assert [line.split()[0] for line in printed] == ["set", "first", "second"]
