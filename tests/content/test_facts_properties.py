"""Whatever the text, extraction ends, never raises, and every offset holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.facts import DateValue, extract_text

PIECES = [
    "1941",
    "June",
    "11",
    ",",
    " ",
    "May",
    "$",
    "£",
    "million",
    "bn",
    "one",
    "hundred",
    "and",
    "a half",
    "-",
    "–",
    "to",
    "'45",
    "th",
    "century",
    "BC",
    "AD",
    "(",
    ")",
    "%",
    "km",
    "²",
    "×",
    "10^",
    "½",
    "/",
    ".",
    "the",
    "third",
    "of",
    "people",
    "men",
    "c.",
    "about",
    "over",
    "1930s",
    "spring",
    "Q3",
    "between",
    "from",
    "in",
    "\n",
    "€",
    "0",
    "00",
    "12,000",
    "3.5",
    "or",
    "more",
    "’",
    "é",
    "№",
]
prose = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
)


@given(prose)
@settings(max_examples=400, deadline=None)
def test_extraction_never_raises_and_offsets_hold(text: str) -> None:
    end = 0
    for fact in extract_text(text):
        assert end <= fact.span.start < fact.span.end <= len(text)
        assert fact.span in fact.sentence
        assert text[fact.span.start : fact.span.end].strip()
        end = fact.span.end
        if not isinstance(fact.value, DateValue):
            float(fact.value.number)
            assert (
                fact.value.number_high is None
                or fact.value.unit == "score"
                or float(fact.value.number_high) > float(fact.value.number)
            )


@given(prose)
@settings(max_examples=100, deadline=None)
def test_the_same_text_gives_the_same_facts(text: str) -> None:
    assert extract_text(text) == extract_text(text)


HOSTILE = ["1", "1,", "111,", "(", ")", "5;", "1.", "5-", "1/", "$", "'", "½", "a ", "May ", "one ", "10^", "(1) "]
HOSTILE += ["5 and ", "5 to ", "5, 6 and ", "5 men, ", "5 ft ", "one hundred and ", "June 5 and ", "between 5 and "]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repetition_comes_to_an_end(piece: str) -> None:
    """Within the timeout: what grew with the square of the length would take hours."""
    text = piece * (200_000 // len(piece))
    assert all(0 <= fact.span.start < fact.span.end <= len(text) for fact in extract_text(text))


COUNTING = [
    "{} and ",
    "aged {}, ",
    "{} more than ",
    "at {}, he ",
    "film {} Men The ",
    "{} U.S. ",
    "{} or ",
    "1. e4 {}. ",
    "{}-",
]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", COUNTING)
def test_hostile_counting_comes_to_an_end(piece: str) -> None:
    """Numbers that all differ, so that no guard against repetition helps."""
    text = "".join(piece.format(number) for number in range(12_000))
    assert all(0 <= fact.span.start < fact.span.end <= len(text) for fact in extract_text(text))


def test_straight_and_curly_apostrophes_give_the_same_facts() -> None:
    straight = "In the summer of '42 the 1930's crisis cost 5 o'clock and $3 million."
    curly = straight.replace("'", "’")
    assert [fact.value for fact in extract_text(straight)] == [fact.value for fact in extract_text(curly)]
