"""How is a table with wide and high cells told?"""

import pytest

from content.build import build
from content.document import Document
from content.readers import read

HEADS = """<html><body><h1>Trade of Orlen</h1><h2>Partners</h2>
<table><caption>Trade by partner, million crowns</caption>
<tr><th rowspan="2">Partner</th><th colspan="2">Sold</th><th colspan="2">Bought</th></tr>
<tr><th>1907</th><th>1908</th><th>1907</th><th>1908</th></tr>
<tr><td>Vik</td><td>92</td><td>101</td><td>87</td><td>89</td></tr>
<tr><td>Holm</td><td>43</td><td>48</td><td>39</td><td>41</td></tr>
<tr><td>Ness</td><td>66</td><td>71</td><td>58</td><td>62</td></tr>
<tr><td>Brenna</td><td>29</td><td>35</td><td>33</td><td>38</td></tr></table></body></html>"""


def rows(document: Document) -> list[str]:
    """The rows of its tables."""
    return [document[one.span] for section in document.sections for one in section.blocks if one.kind == "row"]


def test_a_head_over_two_columns_is_told_with_each_head_below_it() -> None:
    told = rows(read(HEADS.encode(), "a.html"))

    assert told[0] == "Partner | Sold 1907 | Sold 1908 | Bought 1907 | Bought 1908"
    assert told[1] == "Vik | 92 | 101 | 87 | 89"


def test_such_a_table_is_asked() -> None:
    items = [item for _, item in build([read(HEADS.encode(), "a.html")]).pack.items()]

    assert items
    assert all(
        "“Sold 1908”" in item.prompt or "“Bought 1908”" in item.prompt for item in items if item.kind == "number"
    )


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("<td>Sum</td><td></td><td>190</td>", "Sum | | 190"),
        ("<td colspan=2>Sum</td><td>190</td>", "Sum | | 190"),
        ("<td colspan=99>Of which abroad</td>", "Of which abroad"),
        ("<td rowspan=999>Vik</td><td>3</td><td>4</td>", "Vik | 3 | 4"),
        ("<td colspan=x>Vik</td><td>3</td><td>4</td>", "Vik | 3 | 4"),
    ],
)
def test_each_cell_stands_in_its_column(row: str, told: str) -> None:
    above = "<tr><th>A</th><th>B</th><th>C</th></tr><tr><td>a</td><td>1</td><td>2</td></tr>"
    page = f"<h1>Vik</h1><table>{above}<tr>{row}</tr></table>"

    assert " ".join(rows(read(page.encode(), "a.html"))[-1].split()) == told


def test_below_a_high_cell_the_places_stay_empty() -> None:
    told = "<tr><th>A</th><th>B</th></tr><tr><td rowspan=2>Vik</td><td>1</td></tr><tr><td>2</td></tr>"
    page = f"<h1>V</h1><table>{told}</table>"

    assert [" ".join(row.split()) for row in rows(read(page.encode(), "a.html"))] == ["A | B", "Vik | 1", "| 2"]


def test_what_a_page_says_of_endless_columns_is_not_believed() -> None:
    page = "<h1>V</h1><table>" + "<tr><td colspan=999>a</td><td colspan=999 rowspan=999>b</td></tr>" * 300 + "</table>"

    assert len(read(page.encode(), "a.html").text) < 300 * 200


def test_a_title_across_a_box_is_told_once() -> None:
    page = "<h1>V</h1><table><tr><th colspan=2>Anna Moe</th></tr><tr><th>Born</th><td>1871</td></tr></table>"

    assert rows(read(page.encode(), "a.html")) == ["Anna Moe", "Born | 1871"]


def test_a_title_across_a_table_is_its_caption_and_units_below_the_heads_stand_behind_them() -> None:
    title = "<tr><th colspan=3>Trade of Vik</th></tr><tr><th>Goods</th><th>1912</th><th>1913</th></tr>"
    units = "<tr><td></td><td>£000</td><td>£000</td></tr>"
    page = f"<h1>V</h1><table>{title}{units}<tr><td>Coal</td><td>2</td><td>3</td></tr><tr><td>Oats</td></tr></table>"
    document = read(page.encode(), "a.html")

    assert rows(document)[:2] == ["Goods | 1912 (£000) | 1913 (£000)", "Coal | 2 | 3"]
    assert [document[block.span] for block in document.sections[0].blocks if block.kind == "paragraph"] == [
        "Trade of Vik"
    ]
