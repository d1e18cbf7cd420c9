"""A pack as JSON: the same pack, the same bytes, within its schema."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from content.packfile import load
from content.packs import bundled_path
from lessons import items
from lessons.canonical import (
    TooLong,
    dumps,
    from_json,
    item_from_json,
    item_to_json,
    key_hash,
    schema,
    to_json,
    wording_hash,
)
from lessons.rich import Run, rich
from lessons.source import Citation, Position

ROOT = Path(__file__).parents[2]

HEIGHT = items.NumberItem(
    id="hercules-height",
    stem=rich("How tall is the Tower of Hercules?"),
    answer=items.Quantity(Decimal(55), "m", items.Tolerance("absolute", Decimal(2)), "55 m"),
    accept=(items.Quantity(Decimal(180), "ft", None, "180 ft"),),
    wrong=(items.WrongQuantity(items.Quantity(Decimal(100), "m", None, "100 m"), "That is the Pharos."),),
    decoys=("34 m",),
    sources=(Citation("towers", "a shaft of 55 m", 3, 18),),
    position=Position("lessons/10-old-lights.md", 25),
)
DATE = items.DateItem(
    id="lit",
    stem=(Run("When was it "), Run("lit", "strong"), Run("?", "link", "https://a.example")),
    answer=items.DateAnswer("-0279~", "about 280 BC", "julian", 20),
    precision="year",
    wrong=(items.WrongDate(items.DateAnswer("0280"), "The other side."),),
)
EVERY = [
    HEIGHT,
    DATE,
    items.TextItem(id="t", stem=rich("Who?"), answer="Fresnel", wrong=(items.WrongText("Smeaton", "No."),)),
    items.TruthItem(id="u", stem=rich("So it is."), answer=False, hints=("Think.",), level=2, tags=("a",)),
    items.ChoiceItem(id="c", stem=rich("Which?"), answer=(items.Option("A", True), items.Option("B", False, "No."))),
    items.EstimateItem(
        id="e", stem=rich("Guess."), answer=items.Quantity(Decimal("1.13e10"), "USD", scale=9, approximate=True)
    ),
    items.OrderItem(id="o", stem=rich("Order."), answer=(items.Entry("A", "1941"), items.Entry("B"))),
    items.FirstItem(id="f", stem=rich("First?"), answer=(items.Entry("A", "1941"), items.Entry("B"))),
    items.MatchItem(id="m", stem=rich("Match."), answer=(items.Pair("A", "1"), items.Pair("B", "2"))),
    items.ClozeItem(id="lit", stem=DATE.stem, answer=replace(DATE, wrong=()), why="So.", was="old"),
]


@pytest.mark.parametrize("item", EVERY, ids=lambda item: item.kind)
def test_every_kind_comes_back_from_json(item):
    data = json.loads(json.dumps(item_to_json(item)))
    again = item_from_json(data)
    assert again == item
    assert again.position == item.position


def test_the_json_of_an_item_is_as_documented():
    data = item_to_json(HEIGHT)
    assert data["answer"] == {
        "value": "55",
        "unit": "m",
        "tolerance": {"kind": "absolute", "value": "2"},
        "written": "55 m",
    }
    assert data["stem"] == [{"t": "text", "v": "How tall is the Tower of Hercules?"}]
    assert data["at"] == {"file": "lessons/10-old-lights.md", "line": 25}


def test_a_pack_comes_back_and_its_bytes_do_not_change():
    pack = load(bundled_path("lend-lease")).pack
    text = dumps(pack)
    assert from_json(json.loads(text)) == pack
    assert dumps(from_json(json.loads(text))) == text


def test_equal_decimals_give_equal_bytes():
    other = replace(HEIGHT, answer=replace(HEIGHT.answer, value=Decimal("55.00")))
    assert item_to_json(other) == item_to_json(HEIGHT)


@pytest.mark.parametrize("value", ["1e400", "-1.5e-390", "123456789012345678901234567890.123", "0", "-0"])
def test_numbers_of_any_size_stay_exact(value):
    item = replace(HEIGHT, answer=items.Quantity(Decimal(value)))
    assert item_from_json(item_to_json(item)).answer.value == Decimal(value)


def test_the_schema_is_one_and_accepts_the_bundled_pack():
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(to_json(load(bundled_path("lend-lease")).pack), schema())


def test_the_schema_in_the_manual_is_current():
    assert json.loads((ROOT / "docs" / "pack.schema.json").read_text(encoding="utf-8")) == schema(), (
        "run: uv run python -m scripts.write_schema"
    )


def test_unknown_fields_and_long_texts_are_refused():
    data = item_to_json(HEIGHT)
    with pytest.raises(TooLong):
        item_from_json({**data, "colour": "red"})
    with pytest.raises(TooLong) as refused:
        item_to_json(replace(HEIGHT, why="a" * 2001))
    assert refused.value.faults[0][0][-1] == "why"


def test_every_object_of_the_schema_is_closed_and_every_list_and_text_has_an_end():
    for name, definition in schema()["$defs"].items():
        assert definition["additionalProperties"] is False, name
        for field, found in definition["properties"].items():
            for one in found.get("anyOf", [found]):
                if one.get("type") == "string" and not {"const", "enum", "pattern"} & set(one):
                    assert "maxLength" in one, (name, field)
                if one.get("type") == "array":
                    assert "maxItems" in one, (name, field)


def test_wording_and_key_are_told_apart():
    worded = replace(HEIGHT, stem=rich("How high is it?"), why="So.")
    corrected = replace(HEIGHT, answer=replace(HEIGHT.answer, value=Decimal(56)))
    moved = replace(HEIGHT, id="other", reading="elsewhere", was="hercules-height", position=None)
    assert key_hash(worded) == key_hash(HEIGHT) != key_hash(corrected)
    assert wording_hash(worded) != wording_hash(HEIGHT)
    assert (key_hash(moved), wording_hash(moved)) == (key_hash(HEIGHT), wording_hash(HEIGHT))
    assert len(key_hash(HEIGHT)) == 16


def test_how_a_figure_is_written_is_wording():
    written = replace(HEIGHT, answer=replace(HEIGHT.answer, written="55 metres"))
    assert key_hash(written) == key_hash(HEIGHT)
    assert wording_hash(written) != wording_hash(HEIGHT)


def test_another_wrong_option_is_wording_and_another_right_one_is_not():
    choice = EVERY[4]
    other = replace(choice, answer=(choice.answer[0], items.Option("C")))
    assert key_hash(other) == key_hash(choice)
    swapped = replace(choice, answer=(items.Option("A"), items.Option("B", True)))
    assert key_hash(swapped) != key_hash(choice)
