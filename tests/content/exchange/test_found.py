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


def test_a_title_cut_at_a_space(come):
    found = come(f"$CATEGORY: {'a' * 199} b\n\nIs it? {{T}}", "gift")
    assert found.pack.lessons[0].title == "a" * 199


def test_rows_tell_what_is_not_used_of_them(come):
    found = come("question,answer,source,unit,level\nHow far?,a long way,Notes on sea towers,m,9\n", "csv")
    assert found.report.changed[0].data == {"words": "unit, level"}
    assert [one.citation for one in found.pack.sources] == ["Notes on sea towers"]


def test_more_sources_than_a_pack_holds_are_told(come):
    rows = "".join(f"What is {n}?,word{n}x,Book {n}\n" for n in range(502))
    found = come(f"question,answer,source\n{rows}", "csv")
    assert len(found.pack.sources) == 500
    assert [note.field for note in found.report.changed] == ["source", "source"]
