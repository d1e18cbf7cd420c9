"""No line is so odd that a build hangs on it; a page's own heading is its title wherever its menus end."""

import pytest

from content.build import build
from content.readers import read

PIECES = [
    *(
        "| ",
        "a | ",
        "Opened | 1894 | ",
        "› ",
        "· ab ",
        "x > ",
        ", ",
        "; ",
        "( ",
        "[1] ",
        "* ",
        "- ",
        "* a ",
        "1. ",
        "1.1 ",
    ),
    *(
        "the ",
        "of the ",
        "John ",
        "Mr. ",
        "St. John ",
        "who was ",
        ", who ",
        "and he ",
        "“",
        "in 1900 ",
        "(b. ",
        "by Ann ",
    ),
    *("see page 4 ", "Tel. 01 ", "a@b ", "no. 5 ", "10 to 20 ", "A.B.", "ISBN 0-", "1900-", "born 1 May "),
]


@pytest.mark.timeout(30)
@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("size", [190, 3_000])
def test_a_build_comes_to_an_end_on_any_line(piece: str, size: int) -> None:
    line = piece * (size // len(piece))
    statement = f"{line.capitalize()}x was opened in 1931 and cost $60 million."
    text = f"# The bridge\n\n{line}\n\n{statement}\n\n- {line}\n- {line}\n"
    for name in ("a.md", "a.txt"):
        built = build([read(text.encode(), name)])
        assert built.pack.title


def test_a_page_is_named_by_its_heading_behind_long_menus() -> None:
    menu = "<ul><li>Visit</li><li>Music</li><li>Donate</li><li>Shop</li></ul>"
    page = f"<p>Skip to content</p>{menu}<h1>The building of the mill</h1><p>It was built in 1702.</p>"
    assert read(page.encode(), "mill.html").title == "The building of the mill"
    headed = f"<title>The mill | Museum</title><h1>Museum</h1>{menu}<h1>The mill</h1><p>It was built in 1702.</p>"
    assert read(headed.encode(), "a.html").title == "The mill"
