"""Plain text of printed pages: heads go, parted words are mended, other text stays as it is."""

import pytest

from content.readers import read
from content.readers.margins import flowing

PAGES = """Towns of the Coast                                   12

THE HARBOUR OF NESS

The harbour was begun in 1712 by a company of mer-
chants from the south. It was deep enough for the lar-
gest ships of the time, so that many of them

Towns of the Coast                                   13

called there on the way home.
"""


def test_heads_go_and_the_sentence_goes_on_over_the_page() -> None:
    text = flowing(PAGES)

    assert "Towns of the Coast" not in text
    assert "so that many of them\ncalled there" in text


def test_words_parted_at_line_ends_are_whole() -> None:
    assert "merchants" in flowing(PAGES)
    assert "largest" in flowing(PAGES)


def test_a_head_that_is_the_only_title_stays_once() -> None:
    text = "The Mills of Ness   page 3\n\nThe first mill was built.\n\nThe Mills of Ness   page 4\n\nIt burned down.\n"

    assert flowing(text).count("The Mills of Ness") == 1
    assert "page 3" not in flowing(text)


def test_other_text_is_left_alone() -> None:
    text = "A well-\nknown case, told once.\n\nTotal   12\n\nTotal   40\n"

    assert flowing(text) == text


def test_a_wrapped_paragraph_that_ends_in_a_quotation_is_no_table_of_contents() -> None:
    lines = ["The keeper wrote in the autumn of that year that", "the lamp had failed him in the worst of the gale"]
    text = "The lamp\n\n" + "\n".join(
        [*lines, "and that he had lit a fire of tar on the rock", 'and "nobody came to help."']
    )

    document = read(f"{text}\n".encode(), "lamp.txt")
    assert [block.kind for section in document.sections for block in section.blocks][-1] == "paragraph"


def test_numbers_of_pages_on_lines_of_their_own_go_with_the_head_beside_them() -> None:
    head = "\n\nANNALS OF VIK\n\n    page {}\n\n"
    text = "The wall was broken by the sea, which carried off" + head.format(2) + "three houses."
    document = read((text + head.format(3) + "It was built again.").encode(), "page.txt")

    assert " ".join(document.text.split()) == (
        "The wall was broken by the sea, which carried off three houses. It was built again."
    )


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("1608 Lippershey makes one.\n1609 Galilei looks up.\n1668 Newton takes a mirror.", ["bullet"] * 3),
        ("1608\n\nLippershey makes one.\n\n1609\n\nGalilei looks up.\n\n1668\n\nNewton.", ["bullet"] * 3),
        ("Vik .......... 610\nHolm ......... 720\nNess ......... 811\nHarl ......... 95", ["row"] * 4),
        (
            "From: a@b.example\nTo: c@d.example\nSubject: Re: Vik\n\n> Yes.\n> No.\n\nIt was built.",
            ["junk", "junk", "paragraph"],
        ),
    ],
    ids=["years", "years above", "leaders", "mail"],
)
def test_lines_of_a_text_are_told_by_how_they_stand(text: str, kinds: list[str]) -> None:
    document = read(f"{text}\n".encode(), "page.txt")

    assert [block.kind for section in document.sections for block in section.blocks] == kinds
