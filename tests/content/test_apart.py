"""Do the options lie apart, and could each of them be true of its unit?"""

from itertools import pairwise

import pytest

from content.build import build
from content.readers import read
from lessons.items import Item

LIST = """# The mills of Grauwald in 2019

## The year in figures

- Days of operation: {days}
- Cables laid: 15 km
- Bridges mended: 340
- Sawn timber: 2,410 tonnes

The mills closed for a week in March.
"""

TABLE = """# Lighthouses of the coast

## Towers

The towers of the northern district:

| Name | Built | Reach (km) |
|---|---|---|
| Skarvik | 1871 | {0} |
| Brenna | 1902 | {1} |
| Old Holm | 1846 | {2} |
| Sandey | 1911 | {3} |
"""


def asked(text: str, about: str) -> list[Item]:
    """The items of a page that ask for one thing."""
    return [item for _, item in build([read(text.encode(), "page.md")]).pack.items() if about in item.prompt]


def figures(item: Item) -> list[float]:
    """The options as numbers."""
    return [float(text.split()[0].replace(",", "")) for text in item.options(0)]


@pytest.mark.parametrize("days", ["214", "298", "351"])
def test_no_year_has_more_than_366_days(days: str) -> None:
    (item,) = asked(LIST.format(days=days), "Days of operation")

    assert max(figures(item)) <= 366


def test_figures_of_two_digits_are_no_neighbours() -> None:
    (item,) = asked(LIST.format(days="214"), "Cables laid")

    assert all(high - low >= 0.08 * high for low, high in pairwise(sorted(figures(item))))


@pytest.mark.parametrize(
    ("cells", "several"), [(("40.1", "41.4", "42.7", "41.0"), False), (("40.1", "47.4", "55.7", "31.0"), True)]
)
def test_cells_that_are_all_nearly_alike_are_not_asked(cells: tuple[str, ...], several: bool) -> None:
    assert bool(asked(TABLE.format(*cells), "Reach")) == several


@pytest.mark.parametrize(("heading", "asked_of"), [("Leaving", False), ("Sheep (thousands)", True)])
def test_years_and_a_change_do_not_say_what_a_table_counts(heading: str, asked_of: bool) -> None:
    rows = "| Harl | 1,973 | 1,472 | –25% |\n| Ulm | 2,396 | 1,857 | –22% |\n| Texel | 1,418 | 1,010 | –29% |\n"
    head = "| Place | 1841 | 1851 | Change |\n|---|---|---|---|\n"
    text = f"# The islands\n\nMany went away.\n\n## {heading}\n\n{head}{rows}"

    assert bool(asked(text, "does the table")) == asked_of
