"""Figures and dates as teachers write them."""

from decimal import Decimal

import pytest

from content.packfile.answers.dates import BadDate, read_date
from content.packfile.answers.quantities import BadQuantity, quantity_text, read_quantity


@pytest.mark.parametrize(
    ("text", "value", "unit", "scale"),
    [
        ("55 m", "55", "m", 0),
        ("-40 °C", "-40", None, 0),
        ("1 567 t", "1567", "t", 0),
        ("1_567 t", "1567", "t", 0),
        ("6.02e23", "6.02e23", None, 23),
        ("6.02 × 10^23", "6.02e23", None, 23),
        ("6.02 × 10²³", "6.02e23", None, 23),
        ("11.3 billion USD", "11300000000", "USD", 9),
        ("$11.3 billion", "11300000000", "USD", 9),
        ("400 000 vehicles", "400000", "vehicles", 0),
        ("15 million pairs of army boots", "15000000", "pairs of army boots", 6),
        ("20 years", "20", "year", 0),
        ("20-year", "20", "year", 0),
        ("5 hundred thousand men", "500000", "men", 5),
    ],
)
def test_a_figure_is_read(text, value, unit, scale):
    quantity = read_quantity(text).quantity
    assert (quantity.value, quantity.scale) == (Decimal(value), scale)
    assert quantity.written == text
    if unit:
        assert quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("55 m ± 2", "absolute", "2"),
        ("55 m ±2 m", "absolute", "2"),
        ("55 m +- 2", "absolute", "2"),
        ("55 m ± 10 %", "relative", "10"),
        ("45 % ± 2 %", "absolute", "2"),
        ("2.7 million t ± 0.1 million", "absolute", "100000"),
        ("2.7 million t ± 0.1", "absolute", "100000"),
        ("6.02e23 ~ 3 sf", "figures", "3"),
        ("55 m ± 0", "exact", None),
    ],
)
def test_a_tolerance_is_read_and_written(text, kind, value):
    quantity = read_quantity(text).quantity
    assert quantity.tolerance.kind == kind
    assert quantity.tolerance.value == (None if value is None else Decimal(value))
    assert read_quantity(quantity_text(quantity)).quantity == quantity


def test_a_range_is_closed_and_its_key_the_middle():
    quantity = read_quantity("50..60 thousand men").quantity
    assert (quantity.tolerance.low, quantity.tolerance.high) == (50_000, 60_000)
    assert (quantity.value, quantity.written) == (55_000, "50–60 thousand men")


@pytest.mark.parametrize("text", ["~ 60 000 men", "about 60 000 men"])
def test_about_is_kept_apart_from_the_words(text):
    quantity = read_quantity(text).quantity
    assert quantity.approximate
    assert quantity.written == "60 000 men"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("many", "none"),
        ("1,567 t", "comma"),
        ("12 34 m", "groups"),
        ("1" * 41, "large"),
        ("1e401", "large"),
        ("1e9999999", "large"),
        ("1e" + "9" * 5000, "large"),
        ("9**9**9 m", "unit"),
        ("55 m ± some", "none"),
        ("55 m ± 200", "wide"),
        ("60..50", "range"),
    ],
)
def test_what_is_no_figure_is_refused_with_a_reason(text, code):
    with pytest.raises(BadQuantity) as refused:
        read_quantity(text)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("280 BC", "-0279"),
        ("1 BC", "0000"),
        ("2 BCE", "-0001"),
        ("AD 79", "0079"),
        ("15 March 44 BC", "-0043-03-15"),
        ("431–404 BC", "-0430/-0403"),
        ("about 280 BC", "-0279~"),
        ("1942-06-11", "1942-06-11"),
        ("11 June 1942", "1942-06-11"),
        ("June 11, 1942", "1942-06-11"),
        ("June 1942", "1942-06"),
        ("4 June", "XXXX-06-04"),
        ("the 1930s", "193X"),
        ("19th century", "18XX"),
        ("spring 1941", "1941-21"),
        ("1939-09/1945-09", "1939-09/1945-09"),
        ("1941/..", "1941/.."),
        ("1869?", "1869?"),
        ("2000-02-29", "2000-02-29"),
    ],
)
def test_a_date_is_stored_as_edtf(text, edtf):
    date = read_date(text)
    assert date.edtf == edtf
    assert date.written == ("" if text == edtf else text)


def test_a_leap_day_of_the_old_style_exists_in_its_own_calendar():
    assert read_date("29 February 1700", julian=True).edtf == "1700-02-29"
    with pytest.raises(BadDate):
        read_date("29 February 1700")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1900-02-29", "day"),
        ("31 June 1942", "day"),
        ("1942-13", "day"),
        ("16/10/1759", "slashes"),
        ("79", "short"),
        ("0 BC", "zero"),
        ("1941-1945", "hyphen"),
        ("1945/1941", "order"),
        ("soon", "form"),
        ("±", "tolerance"),
    ],
)
def test_what_is_no_date_is_refused_with_a_reason(text, code):
    with pytest.raises(BadDate) as refused:
        read_date(text)
    assert refused.value.code == code
