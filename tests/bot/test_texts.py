"""Sentences: escaped by construction, complete in the template, one for every code."""

import importlib.util
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render.failures import SENTENCES
from bot.render.notices import NOTICES
from bot.render.reasons import WHY
from bot.texts import Texts, bold, escape
from lessons.grade import REASON_DATA

ROOT = Path(__file__).parents[2]


def test_the_template_lists_every_sentence() -> None:
    spec = importlib.util.spec_from_file_location("write_messages", ROOT / "scripts" / "write_messages.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.TEMPLATE.read_bytes() == script.template(), "run scripts/write_messages.py"


def test_every_reason_of_a_grade_has_its_sentence() -> None:
    assert set(WHY) == set(REASON_DATA)
    sample = {"off": "3", "times": "1000", "years": "2", "part": "day", "unit": "km", "meant": "40 %", "scale": "9"}
    sample |= {"said": "EUR", "right": "1", "of": "3", "count": "3"}
    for reason, keys in REASON_DATA.items():
        assert isinstance(WHY[reason](Texts("en"), {key: sample[key] for key in keys}), str)


def test_every_refusal_has_its_sentence() -> None:
    assert {code for _, code in SENTENCES} <= set(NOTICES)


@given(st.text())
def test_what_is_put_into_a_sentence_is_escaped(value: str) -> None:
    said = Texts("en")("Hello, {name}.", name=value)
    assert "<" not in said
    assert str(bold(value)).count("<") == 2


def test_figures_are_grouped_as_the_reader_is_used_to() -> None:
    assert Texts("en").figures("14 000 airplanes") == "14,000 airplanes"
    assert Texts("de").figures("1 400 000") == "1.400.000"
    assert Texts("en").figures("1941 12 tanks") == "1941 12 tanks"


def test_an_unknown_language_is_english() -> None:
    assert Texts("tlh")("Hello, {name}.", name="Ada") == "Hello, Ada."


def test_a_bare_date_is_spelled_out_and_anything_else_stays() -> None:
    assert Texts("en").edtf("1942-06-11") == "11 June 1942"
    assert Texts("de").edtf("1942-06") == "Juni 1942"
    assert Texts("de").edtf("1942-06-11") == "11. Juni 1942"
    assert Texts("es").edtf("1942-06-11") == "11 de junio de 1942"
    assert [Texts(code).edtf("XXXX-02-29") for code in ("en", "de", "ru")] == [
        "29 February",
        "29. Februar",
        "29 февраля",
    ]
    assert [Texts("en").edtf(text) for text in ("1942", "1942-02-30", "193X", "June 11")] == [
        "1942",
        "1942-02-30",
        "193X",
        "June 11",
    ]


@pytest.mark.parametrize(
    ("language", "day", "moment", "year", "figure"),
    [
        ("en", "Tuesday, 3 March", "Tue 3 Mar, 09:00", "1942", "14,000"),
        ("de", "Dienstag, 3. März", "Di., 3. März, 09:00", "1942", "14.000"),
        ("ru", "вторник, 3 марта", "вт, 3 мар., 09:00", "1942", "14\u00a0000"),
        ("fa", "سه‌شنبه ۳ مارس", "سه‌شنبه ۳ مارس، ۰۹:۰۰", "۱۹۴۲", "۱۴٬۰۰۰"),
    ],
)
def test_days_and_figures_are_written_as_in_that_language(
    language: str, day: str, moment: str, year: str, figure: str
) -> None:
    t = Texts(language)
    then = datetime(2026, 3, 3, 9, tzinfo=UTC)
    assert (t.day(then.date()), t.moment(then, None)) == (day, moment)
    assert (t.edtf("1942"), t.figures("14 000")) == (year, figure)
    assert t.figures("$14 000 billion").startswith("$14"), "beside a pack's words a figure is part of them"


def test_a_name_does_not_turn_round_what_stands_after_it() -> None:
    assert escape("Z\u202eed <\u202d>") == "Zed &lt;&gt;"
    assert escape("محمد\u200f علی\u200cزاده") == "محمد\u200f علی\u200cزاده"
