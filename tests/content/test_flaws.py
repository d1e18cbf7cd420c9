"""Which items should nobody see?"""

from decimal import Decimal

import pytest

from content.candidates.clause import marked, statement
from content.candidates.hedging import unhedged
from content.candidates.mark import MARK
from content.candidates.variants import variants
from content.shown import key_in, shown_figures, shown_years


@pytest.mark.parametrize(
    ("key", "text", "found"),
    [
        ("1942", "The agreement of 1942", True),
        ("19", "Signed in 1942", False),
        ("11.3 billion dollars", "It gave 11.3 billion", True),
        ("14,000", "The list gives 114,000", False),
        ("June 11", "On june 11 they met", True),
        ("8", "The 8 ships", True),
    ],
)
def test_a_printed_key_is_found(key: str, text: str, found: bool) -> None:
    assert key_in(key, text) is found


def test_years_days_and_numbered_names_are_no_shown_figures() -> None:
    text = "In 1969 Apollo 11 carried 21.5 kilograms on July 24 and 2 million letters"

    assert shown_figures(text) == (Decimal("21.5"), Decimal(2_000_000))
    assert shown_years(text) == (1969,)


@pytest.mark.parametrize(
    ("sentence", "fact", "line", "hedge"),
    [
        ("It cost over $5 million.", "$5 million", f"It cost {MARK}", "over"),
        ("However, an estimated 300 men died.", "300", f"{MARK} men died", "an estimated"),
        ("The tower (built by Eiffel)[3] has 300 steps.", "300", f"The tower has {MARK} steps", None),
        (
            "The act gave 11 billion dollars, equivalent to 180 billion dollars today.",
            "11 billion dollars",
            f"The act gave {MARK}",
            None,
        ),
    ],
)
def test_what_a_question_does_not_need_is_cut(sentence: str, fact: str, line: str, hedge: str | None) -> None:
    start = sentence.index(fact)
    cut = marked(sentence, start, start + len(fact))
    assert cut is not None
    told = statement(cut)
    assert told is not None

    bare, words = unhedged(told)

    assert (bare.removeprefix("An ").strip(), words and words.lower()) == (line, hedge)


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("He said “we lost 300 men” to the press.", "300"),
        ("The tower (300 steps) is old.", "300"),
        ("Who would have thought that 300 men came?", "300"),
    ],
)
def test_a_fact_in_quotes_brackets_or_a_question_is_not_stated(sentence: str, fact: str) -> None:
    start = sentence.index(fact)
    cut = marked(sentence, start, start + len(fact))

    assert cut is None or statement(cut) is None


@pytest.mark.parametrize(
    ("line", "smaller"),
    [
        (f"The Act, enacted in {MARK}, was a law", f"The Act was enacted in {MARK}"),
        (f"Molotov, who had visited Washington in {MARK}, took part", f"Molotov had visited Washington in {MARK}"),
        (f"The tower was built in 1900 and demolished in {MARK}", f"The tower was demolished in {MARK}"),
        (f"Jack was arrested in 1900 and died in {MARK}", f"Jack died in {MARK}"),
        (f"Luna drilled to a depth of two metres and returned {MARK} of soil", f"Luna returned {MARK} of soil"),
        (f"The canal has {MARK} locks, and the highest point lies far inland", f"The canal has {MARK} locks"),
        (f"Ali Maalin, a cook in Merca, fell ill on {MARK}", f"Ali Maalin fell ill on {MARK}"),
        (f"To make tools, the Motala Workshop was founded in {MARK}", f"The Motala Workshop was founded in {MARK}"),
    ],
)
def test_a_smaller_statement_that_holds_the_fact_is_found(line: str, smaller: str) -> None:
    assert smaller in [text for _, text in variants(line)]
