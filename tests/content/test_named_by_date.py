"""Acts, treaties and events that a sentence names together with their date."""

import pytest

from content.candidates.mark import MARK
from content.candidates.named_by_date import named_by_date


def told(line: str, text: str = "", asked: str = "year") -> list[str]:
    return [statement.replace(MARK, "#") for _, statement in named_by_date(line.replace("#", MARK), text, asked)]


@pytest.mark.parametrize(
    ("line", "statement"),
    [
        ("The Tolva Fisheries Act of # said that cod was no herring.", "The Tolva Fisheries Act was passed in #"),
        ("Many were fed by his Bread Act (#).", "The Bread Act was passed in #"),
        ("By the Treaty of Tolva (#) the coast was shared out.", "The Treaty of Tolva was signed in #"),
        ("The resulting Treaty of Brod in # drew a line.", "The Treaty of Brod was signed in #"),
        ("The Court upheld this in Reck v. Tolva (#), but not for long.", "Reck v. Tolva was decided in #"),
        (
            "The marriage of Anna of Brod and Otto of Reck in # joined the lands.",
            "The marriage of Anna of Brod and Otto of Reck took place in #",
        ),
        ("After the siege of Tolva in #, nobody came.", "The siege of Tolva took place in #"),
        ("The formation of the Tolva Party (#), which Reck led, came late.", "The Tolva Party was formed in #"),
        ("After the annexation of Brod in #, nobody came.", "Brod was annexed in #"),
        ("The Brod Massacre in # killed five.", "The Brod Massacre took place in #"),
        ("After the murder of Count Otto Reck in #, there was war.", "Count Otto Reck was murdered in #"),
    ],
)
def test_a_name_and_its_date_make_a_statement(line: str, statement: str) -> None:
    assert told(line) == [statement]


@pytest.mark.parametrize(
    ("line", "text", "asked"),
    [
        ("The Reform Act of # gave many the vote.", "", "year"),  # there were several
        ("The Bread Act of # fed many.", "The Bread Act of 1861 did not. The Bread Act of 1862 fed many.", "year"),
        ("The Bread Acts of # and 1862 fed many.", "", "year"),
        ("The Bread Act of # fed many.", "", "day"),  # passed on one day, signed on another
        ("He described the siege of Tolva in #, and left.", "", "year"),  # it may be when he described it
        ("The Danes broke the Treaty of Tolva in #.", "", "year"),  # it was signed before
        ("The court overruled Reck v. Lund in #.", "", "year"),
        ("The fleet of Tolva in # had ten ships.", "", "year"),
    ],
)
def test_what_may_be_of_another_time_is_not_told(line: str, text: str, asked: str) -> None:
    assert told(line, text, asked) == []
