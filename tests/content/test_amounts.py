"""Figures behind a verb that surely governs them are asked plainly; where it must be told for what, they are not."""

import pytest

from content.candidates.amounts import Counted, questions
from content.candidates.mark import MARK


def asked(line: str, what: Counted = "measure") -> list[str]:
    return [stem for _, stem in questions(line.replace("#", MARK), what, lambda subject: subject)]


@pytest.mark.parametrize(
    ("line", "stem"),
    [
        ("Orla Mill employed # spinners in 1851", "How many spinners did Orla Mill employ in 1851?"),
        ("Orla Mill employs # people", "How many people does Orla Mill employ?"),
        ("Brannock Library holds # printed books", "How many printed books does Brannock Library hold?"),
        ("The choir consists of # singers", "Of how many singers does The choir consist?"),
        ("The dome was built of # bricks", "Of how many bricks was The dome built?"),
        ("Port Ellery has a population of #", "What is the population of Port Ellery?"),
        ("The Venture had a crew of # men", "How large was the crew of The Venture?"),
    ],
)
def test_what_was_counted(line: str, stem: str) -> None:
    assert asked(line, "count") == [stem]


@pytest.mark.parametrize(
    ("line", "stem"),
    [
        ("The mirror is # across", "What is the diameter of The mirror?"),
        ("The mirror measured # in diameter", "What was the diameter of The mirror?"),
        ("The chimney stands # high", "How high is The chimney?"),
        ("Ferrow Marsh covers #", "How large an area does Ferrow Marsh cover?"),
        ("Skell Rock lies # north-east of Ardmair", "How far north-east of Ardmair does Skell Rock lie?"),
        ("Lake Orn is # above sea level", "How far above sea level is Lake Orn?"),
        ("The siege of Tolva lasted #", "How long did The siege of Tolva last?"),
        ("The rent of a plot was # in 1890", "What was The rent of a plot in 1890?"),
        ("The turnover of the company reached # in 1908", "What did The turnover of the company reach in 1908?"),
    ],
)
def test_what_was_measured(line: str, stem: str) -> None:
    assert asked(line) == [stem]


def test_money_given_away_must_be_told_for_what() -> None:
    assert asked("The town raised # for the bridge", "money") == ["How much money did The town raise for the bridge?"]
    assert asked("The town lent #", "money") == []
    assert asked("The town lent # to the company", "money") == ["How much money did The town lend to the company?"]
    assert asked("The town raised #") == []


@pytest.mark.parametrize(
    "line",
    [
        "The lamps used # lenses",
        "In 1851 Orla Mill, a spinning mill, employed # spinners",
        "Orla Mill employed # spinners in the year when it burned down",
        "Orla Mill employed more than # spinners",
    ],
)
def test_not_asked(line: str) -> None:
    assert asked(line, "count") == []


@pytest.mark.parametrize(
    ("line", "stem"),
    [
        ("# of the population of Orla is Lutheran", "What percentage of the population of Orla is Lutheran?"),
        (
            "Coal accounts for # of the exports of Tolva",
            "What percentage of the exports of Tolva does Coal account for?",
        ),
        (
            "The Centre Party won # of the votes in 1921",
            "What percentage of the votes did The Centre Party win in 1921?",
        ),
    ],
)
def test_what_share(line: str, stem: str) -> None:
    assert asked(line, "share") == [stem]
    assert asked(line, "count") == []
