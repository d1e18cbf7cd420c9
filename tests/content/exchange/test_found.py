"""What coverage-guided fuzzing found (tests/fuzz), each in its smallest form."""

import json

import pytest

from tests.content.exchange.decks import MODERN, TABLES, database, zipped
from tests.content.exchange.holding import hold
from tests.content.exchange.told import codes

MODEL = {"name": "N", "flds": [{"name": "A"}, {"name": "B"}], "tmpls": [{"qfmt": "{{A}}", "afmt": "{{B}}"}]}
COL = ("INSERT INTO col VALUES (?, ?)", (json.dumps({"1": MODEL}), '{"1": {"name": "D"}}'))
NOTE = ("INSERT INTO notes VALUES (1, 'g', 1, '', 'Why?\x1fSo')", ())


def test_a_card_of_a_template_below_the_first():
    rows = [COL, NOTE, ("INSERT INTO cards VALUES (1, 1, -3, 1, 0, 0, 0)", ())]
    found = hold(zipped({"collection.anki2": database(TABLES, rows)}), "apkg")
    assert codes(found.report.refused) == ["damaged_item"]


@pytest.mark.parametrize("cell", ["'x'", "NULL", "x'00'", "1e999"])
@pytest.mark.parametrize("column", range(3))
def test_cells_of_other_types_than_their_columns(cell, column):
    values = ["1", "0", "1"]
    values[column] = cell
    rows = [COL, NOTE, (f"INSERT INTO cards VALUES (1, {', '.join(values)}, 0, 0, 0)", ())]
    assert hold(zipped({"collection.anki2": database(TABLES, rows)}), "apkg") == "database"


@pytest.mark.parametrize("cell", ["99999999999", "'x'", "NULL"])
def test_a_figure_in_the_place_of_a_message_is_no_length(cell):
    import zstandard

    data = database(MODERN, [(f"INSERT INTO notetypes VALUES (1, 'N', {cell})", ())])
    packed = zstandard.ZstdCompressor().compress(data)
    assert hold(zipped({"meta": b"\x08\x03", "collection.anki21b": packed}), "apkg") == "database"
