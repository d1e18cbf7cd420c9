"""How are tables set with spaces, lists of terms and the first lines of a text read?"""

import pytest

from content.document import Document
from content.readers import read

ACCOUNTS = """The town of Vik spent more than it had planned, as it has done every year.

Service            1907     1908
{units}Roads             1,204    1,318
Lamps               862      797
Schools             655      701
Harbour             412      388
"""


def kinds(document: Document) -> list[tuple[str, str]]:
    """Kind and words of each block."""
    return [(block.kind, document[block.span]) for section in document.sections for block in section.blocks]


@pytest.mark.parametrize(
    ("units", "unit"), [("                   £000     £000\n", "£000"), ("   tons   tons\n", "tons")]
)
def test_units_below_the_heads_of_a_table_stand_in_brackets_behind_them(units: str, unit: str) -> None:
    blocks = kinds(read(ACCOUNTS.format(units=units).encode(), "a.txt"))

    assert ("row", f"Service | 1907 ({unit}) | 1908 ({unit})") in blocks
    assert ("row", "Roads | 1,204 | 1,318") in blocks


def test_figures_below_the_heads_are_no_units() -> None:
    blocks = kinds(read(ACCOUNTS.format(units="                   100      200\n").encode(), "a.txt"))

    assert not any("(100)" in words for _, words in blocks)


def test_a_list_of_short_terms_is_a_list() -> None:
    page = (
        "<html><body><h1>Vik</h1><dl><dt>1871</dt><dd>The mill is built</dd><dt>1902</dt><dd>It burns</dd></dl></body>"
    )

    assert kinds(read(page.encode(), "a.html"))[1:] == [
        ("bullet", "1871: The mill is built"),
        ("bullet", "1902: It burns"),
    ]


def test_terms_with_long_texts_stay_paragraphs() -> None:
    told = "The mill is built on the river by men who came from the north. " * 6
    page = f"<html><body><h1>Vik</h1><dl><dt>Mill</dt><dd>{told}</dd><dt>Weir</dt><dd>{told}</dd></dl></body>"

    assert not any(kind == "bullet" for kind, _ in kinds(read(page.encode(), "a.html")))


@pytest.mark.parametrize("below", ["A short guide", "Questions that are often asked", "A short guide\nRevised edition"])
def test_capitals_at_the_head_of_a_text_are_its_title_and_what_stands_below_is_no_heading(below: str) -> None:
    document = read(f"THE MILL OF VIK\n{below}\n\nWelcome to the mill, which was built in 1871.\n".encode(), "mill.txt")

    assert document.title == "THE MILL OF VIK"
    assert [kind for kind, _ in kinds(document) if kind in ("row", "heading")] == []


def test_a_line_with_the_writers_name_is_no_heading() -> None:
    text = (
        "The bridge is open\n\nBy Anna Moe, our reporter\n\nThe bridge was opened on 3 May by the mayor of the town.\n"
    )

    assert ("heading", "By Anna Moe, our reporter") not in kinds(read(text.encode(), "news.txt"))
