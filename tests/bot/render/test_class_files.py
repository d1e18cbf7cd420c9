"""Spreadsheets of a class: no cell that a program would run, the same figures in both kinds, odd names unharmed."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as some
from openpyxl import load_workbook

from bot.render.class_files import DANGEROUS, as_csv, as_xlsx, guarded

HOSTILE = (
    "=HYPERLINK(1)",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "\ufeff=1",
    "\x00=1",
    "=cmd|' /C calc'!A0",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_cell_begins_a_formula(name: str) -> None:
    [[cell]] = csv.reader(io.StringIO(as_csv([[name]]).decode("utf-8-sig"), newline=""))
    assert cell.startswith("'")
    sheet = load_workbook(io.BytesIO(as_xlsx([("A", [[name]])]))).active
    assert sheet is not None
    found = sheet["A1"]
    assert found.data_type == "s"
    assert str(found.value).startswith("'")


def test_figures_stay_figures_and_words_stay_words() -> None:
    rows = [["Ada", -0.25, 3, None, "ünï, \"x\" 100% 'q'"]]
    [line] = csv.reader(io.StringIO(as_csv(rows).decode("utf-8-sig"), newline=""))
    assert line == ["Ada", "-0.25", "3", "", "ünï, \"x\" 100% 'q'"]
    sheet = load_workbook(io.BytesIO(as_xlsx([("A", rows)]))).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == rows[0]


@given(some.text(max_size=60))
def test_whatever_a_learner_is_called_the_files_can_be_written_and_read(name: str) -> None:
    cell = guarded(name)
    assert isinstance(cell, str)
    assert not cell.startswith(DANGEROUS)
    assert as_csv([[name]])
    assert load_workbook(io.BytesIO(as_xlsx([(name[:31].replace("/", "") and "Sheet", [[name, 1]])])))
