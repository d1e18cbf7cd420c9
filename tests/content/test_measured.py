"""What do a table's heads say of unit and size?"""

from decimal import Decimal

import pytest

from content.measured import measure_of, parted
from content.packfile.answers.quantities import plain_quantity_text, quantity_text, read_quantity
from lessons.quantity import Quantity


@pytest.mark.parametrize(
    ("head", "bare", "unit", "power", "shown", "told"),
    [
        ("Height (m)", "Height", "m", 0, "5.5 m", "in metres"),
        ("Cost, £m", "Cost", "GBP", 6, "£5.5 million", "in millions of pounds"),
        ("Dues (EUR thousand)", "Dues", "EUR", 3, "5,500 euros", "in euros"),
        ("Pulp (NOK million)", "Pulp", "NOK", 6, "5.5 million NOK", "in millions of NOK"),
        ("Trips in millions", "Trips", None, 6, "5.5 million", "in millions"),
        ("Visitors (m)", "Visitors", None, 6, "5.5 million", "in millions"),
        ("Books lent ('000)", "Books lent", None, 3, "5,500", ""),
        ("1919 (£'000s)", "1919", "GBP", 3, "£5,500", "in pounds"),
        ("Coal (thousands of tons)", "Coal", "ton", 3, "5,500 tons", "in tons"),
        ("Basin (1,000 km²)", "Basin", "km2", 3, "5,500 km²", "in square kilometres"),
        ("Leaks (million litres a day)", "Leaks", "l", 6, "5.5 million litres a day", "in millions of litres a day"),
        ("Share of trade (%)", "Share of trade", "%", 0, "5.5%", "in per cent"),
        ("Souls (estimates, thousands)", "Souls", None, 3, "5,500", ""),
        ("% of total", "", "%", 0, "5.5%", "in per cent of total"),
        ("£ thousand", "", "GBP", 3, "£5,500", "in pounds"),
        ("US$ billion", "", "USD", 9, "US$5.5 billion", "in billions of dollars"),
        ("Rent (€/m²)", "Rent", "EUR", 0, "€5.5/m²", "in euros per m²"),
        ("Tonnes", "Tonnes", "t", 0, "5.5 tonnes", ""),
        ("Gifts (million kronor)", "Gifts", "krona", 6, "5.5 million kronor", "in millions of kronor"),
    ],
)
def test_a_head_tells_unit_and_size(head: str, bare: str, unit: str | None, power: int, shown: str, told: str) -> None:
    found, measure = parted(head)

    assert measure is not None
    assert (found, measure.unit, measure.power, measure.written("5.5"), measure.told) == (
        bare,
        unit,
        power,
        shown,
        told,
    )


@pytest.mark.parametrize(
    "head",
    [
        "Number",
        "Tickets",
        "Men",
        "Marks",
        "Deaths (estimate)",
        "Gains in 1815",
        "Year to 31 March",
        "Length of year in Earth years",
        "Wages, skilled men",
        "Meters, phase 1",
        "Lancaster, Pennsylvania",
        "Light (candles)",
        "Grain",
        "m",
        "Births (m)",
        "Life expectancy (m)",
        "Points (h)",
        "Votes (K)",
        "Ticket (day)",
        "Ticket, day",
        "Iron, bar",
        "Medals (gold)",
        "",
    ],
)
def test_what_is_no_unit_stays_a_part_of_the_head(head: str) -> None:
    assert parted(head) == (head, None)


@pytest.mark.parametrize("said", ["", "the books", "a good year", "£ or so", "thousand and one nights", "m and n"])
def test_words_that_name_no_measure_are_none(said: str) -> None:
    assert measure_of(said) is None


@pytest.mark.parametrize(
    "head",
    [
        "Height (m)",
        "Cost, £m",
        "Pulp (NOK million)",
        "Trips in millions",
        "Rent (€/m²)",
        "Share (%)",
        "Basin (million km²)",
    ],
)
def test_what_is_shown_is_read_again_in_a_pack(head: str) -> None:
    _, measure = parted(head)
    assert measure is not None

    figure = measure.scaled(Quantity(Decimal("5.5"), written="5.5"))
    written = quantity_text(figure) or plain_quantity_text(figure)

    assert read_quantity(written).quantity.value == figure.value
    assert read_quantity(figure.written).quantity.value == figure.value
