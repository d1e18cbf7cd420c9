"""A question typed in the chat: its figure or date is read as its language writes it."""

from decimal import Decimal

import pytest

from content.composing import Typed, composed
from content.mending import Unfit
from lessons.items import DateItem, NumberItem, TruthItem


@pytest.mark.parametrize(
    ("language", "key", "value", "unit"),
    [
        ("en", "1,500 m", "1500", "m"),
        ("en", "$12,000", "12000", "USD"),
        ("de", "11,3 Milliarden Euro", "11.3e9", "EUR"),
        ("es", "1.500 metros", "1500", "m"),
        ("ru", "1 234,5 км", "1234.5", "km"),
        ("fr", "1 234,5 km", "1234.5", "km"),
        ("fa", "۱۲۳۴ متر", "1234", "m"),
        ("hi", "1,23,456 m", "123456", "m"),
    ],
)
def test_a_figure_is_read_as_its_language_writes_it(language: str, key: str, value: str, unit: str) -> None:
    item = composed(Typed("How much?", key), language)
    assert isinstance(item, NumberItem)
    assert item.answer.value == Decimal(value)
    assert item.answer.unit == unit
    assert item.answer.shown == key


@pytest.mark.parametrize(
    ("language", "key"),
    [
        ("en", "11 June 1942"),
        ("pt", "11 de junho de 1942"),
        ("ru", "11 июня 1942 г."),
        ("fa", "۱۱ ژوئن ۱۹۴۲"),
        ("de", "11. Juni 1942"),
        ("id", "11 Juni 1942"),
    ],
)
def test_a_date_is_read_as_its_language_writes_it(language: str, key: str) -> None:
    item = composed(Typed("When?", key), language)
    assert isinstance(item, DateItem)
    assert item.answer.edtf == "1942-06-11"


@pytest.mark.parametrize(
    ("language", "key", "says"), [("de", "wahr", True), ("ru", "нет", False), ("en", "False", False)]
)
def test_a_statement_is_true_or_false_in_any_language(language: str, key: str, says: bool) -> None:
    item = composed(Typed("The bridge stands.", key), language)
    assert isinstance(item, TruthItem)
    assert item.answer is says


def test_a_date_that_cannot_be_read_is_no_figure_with_the_rest_as_its_unit() -> None:
    with pytest.raises(Unfit) as refused:
        composed(Typed("Quando?", "11 de junio de 19x42"), "pt")
    assert refused.value.code == "number"
