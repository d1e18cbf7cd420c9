"""The clauses of long sentences that state a fact by themselves."""

import pytest

from content.candidates.clauses import clauses
from content.candidates.mark import MARK


def told(sentence: str, dated: bool = False) -> list[str]:
    """The statements of a sentence in which # stands for the fact."""
    return [clause.replace(MARK, "#") for clause in clauses(sentence.replace("#", MARK), dated)]


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("Trade was banned on #, the Reck family was ruined, and the town shrank.", "Trade was banned on #."),
        ("Two days after she had left, on #, a storm struck Tolva.", "On #, a storm struck Tolva."),
        (
            "In #, Anna Reck was elected mayor of Brod, and, as was usual, many left.",
            "In #, Anna Reck was elected mayor of Brod.",
        ),
        (
            "Nearby, the Tolva Museum opened its doors in # and still remains open.",
            "The Tolva Museum opened its doors in #.",
        ),
        (
            "Parliament received the king’s message, and on #, they formally ended the war.",
            "On #, Parliament formally ended the war.",
        ),
        (
            "First published in # by Ada Kern in Tolva, the register became a guide.",
            "The register was first published in # by Ada Kern in Tolva.",
        ),
        ("The two sides finalized the Treaty of Brod on #.", "The Treaty of Brod was finalized on #."),
        (
            "However, when the Tolva Bank lost its charter on #—a “black day”—its clients took notice.",
            "The Tolva Bank lost its charter on #.",
        ),
        (
            "Hopes for a republic were dashed in #, however, when Orlo closed the Diet.",
            "Hopes for a republic were dashed in # when Orlo closed the Diet.",
        ),
        (
            "On #, the front became a reality when Orlo’s forces stormed the quays of Brod.",
            "On #, Orlo’s forces stormed the quays of Brod.",
        ),
        ("In #, a Brod editor, Anna Reck, founded the Orlo Hall.", "In #, Anna Reck founded the Orlo Hall."),
        ("In #, the Orlo fleet, fearing a war, seized Brod.", "In #, the Orlo fleet seized Brod."),
        ("The hopes were great, and the voters elected Anna Reck in #.", "The voters elected Anna Reck in #."),
        ("When she died in #, Anna Reck left a fortune.", "Anna Reck died in #."),
        ("Orlo paid the debts, left Brod in #, and promised peace.", "Orlo left Brod in #."),
        ("After years of talk, in # Orlo signed the pact of Brod.", "In #, Orlo signed the pact of Brod."),
        ("It would not be until # that the vote was given to all of Brod.", "In #, the vote was given to all of Brod."),
        (
            "The king cut the term, and he signed the Orlo Exclusion Act on #.",
            "The Orlo Exclusion Act was signed on #.",
        ),
        ("The worst came on #, when the fleet of Orlo fired on Brod.", "On #, the fleet of Orlo fired on Brod."),
        (
            "With six friends he founded the Union of Brod, better known as the Grange, on #.",
            "The Union of Brod was founded on #.",
        ),
        ("On #, about 300 people, forty of them men, met in Brod.", "On #, about 300 people met in Brod."),
        ("It took months of fighting before Brod was freed on #.", "Brod was freed on #."),
        (
            "In Brod, Anna Reck founded the Orlo Hall in #, which drew many.",
            "Anna Reck founded the Orlo Hall in Brod in #.",
        ),
    ],
)
def test_the_clause_of_a_date_is_told_by_itself(sentence: str, clause: str) -> None:
    assert clause in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("By 1840, despite a ban, # settlers had come to Brod.", "By 1840, # settlers had come to Brod."),
        (
            "Many came; by 1835, though few had papers, there were # settlers in Brod.",
            "By 1835, there were # settlers in Brod.",
        ),
        ("Over # men—many without a coat—answered the call of Brod.", "Over # men answered the call of Brod."),
    ],
)
def test_a_figure_keeps_its_year(sentence: str, clause: str) -> None:
    assert clause in told(sentence, dated=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "When the war ended, # men lived in Brod.",
        "In June, # troops landed in Brod.",
        "If the count is right, # men lived in Brod.",
        "The largest day was 5 May, when # people came to Brod.",
        "While # men served in Orlo’s army, a few planned a revolt.",
    ],
)
def test_a_figure_without_its_time_is_not_told(sentence: str) -> None:
    assert told(sentence, dated=True) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The house, which Reck had let, was sold to a rival in #.",
        "The Orlo module, an elephant, shot in Angola in #, and a bell are shown.",
        "His son Robert had his own life, and Robert committed her in #.",
        "Reck signed on 4 May, Orlo on 7 May, and Brod on #.",
        "The Orlo mill, whose goods were praised by Reck in #, did not survive.",
        "Orlo brought it back in 1806, and it was ended in #.",
        "When Orlo opened its halls to women she enrolled on #, and he left.",
        "In # a friend at Brod, Orlo, Anna Reck, sent her a letter.",
        "The Orlos took Brod in 1920, with the result that those who got away met in Tolva, and opened the Diet on #.",
        "The bill passed Congress on #, as many had hoped.",
        "Two days later, on #, he left.",
        "The Orlovs had sunk ships in the canal, and it was shut until #.",
        "Reck released, in #, a set of plates containing his views.",
    ],
)
def test_no_clause_without_a_subject_of_its_own(sentence: str) -> None:
    assert [
        clause
        for clause in told(sentence)
        if clause.startswith(
            (
                "Was ",
                "Congress was",
                "The Orlovs was",
                "A set",
                "The Orlo m",
                "Robert",
                "Reck signed",
                "Whose",
                "Orlo",
                "The Orlos opened",
            )
        )
    ] == []
