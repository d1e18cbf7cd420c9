import pytest

from content.candidates.mark import MARK
from content.candidates.told_beside import told_beside


def told(line: str) -> list[str]:
    return [text.replace(MARK, "#") for _, text in told_beside(line.replace("#", MARK))]


@pytest.mark.parametrize(
    ("line", "statement"),
    [
        (
            "Under the Harbour Act, which Anna Reck signed on #, the fees fell",
            "Anna Reck signed the Harbour Act on #",
        ),
        (
            "It was done by the Tolva Fisheries Act, which Anna Reck signed on #",
            "Anna Reck signed the Tolva Fisheries Act on #",
        ),
        (
            "The Guild of Bakers, which nine Tolva millers had founded as a club in #, grew",
            "Nine Tolva millers founded the Guild of Bakers as a club in #",
        ),
        (
            "The effect was shown in Brod by Anna Reck, who in # froze a drop of oil",
            "In # Anna Reck froze a drop of oil",
        ),
        (
            "Reck ordered the burning of Brod Castle, which began on # and lasted a week",
            "The burning of Brod Castle began on #",
        ),
        (
            "Trade led to the building of the Tolva Railway, which began operations in #",
            "The Tolva Railway began operations in #",
        ),
        ("Congress in # created the Committee of Tolva", "In #, Congress created the Committee of Tolva"),
        ("The league that replaced the guild in # soon broke up", "The league replaced the guild in #"),
    ],
)
def test_a_clause_deeper_in_the_sentence_tells_of_the_name_before_it(line: str, statement: str) -> None:
    assert statement in told(line)


@pytest.mark.parametrize(
    "line",
    [
        "Reck wrote the history of the Tolva Oil Company, which Lund began to publish in #",  # the history
        "He signed a treaty with the Tolva League, which Anna Reck signed in #",  # the treaty
        "The Tolva Oil Company, which Anna Reck had left the town to found in #, grew",
        "He was the son of Anna Reck, who in # froze a drop of oil",  # the son
        "The ship that Reck built in # sank",  # Reck built it
    ],
)
def test_nothing_is_told_where_the_clause_may_be_another_s(line: str) -> None:
    assert told(line) == []
