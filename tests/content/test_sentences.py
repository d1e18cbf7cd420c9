"""Sentences end where they end, and not at abbreviations, initials or inside facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.document import Span
from content.sentences import sentences


def split(text: str, closed: tuple[Span, ...] = ()) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, Span(0, len(text)), closed)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The mines of the U. S. S. R. in Siberia are deep. It is so.", 2),
        ("He left the U.S. The war went on.", 2),
        ("The U.S. Army came. It won.", 2),
        ("Mr. Hull met Dr. Smith. They spoke.", 2),
        ("J. R. Ames counted them. Nobody else did.", 2),
        ("See Brown v. Board of Education. It mattered.", 2),
        ("It weighed 27,000 lbs. (12,200 kg) in all. It sank.", 2),
        ("He came at 8:15 a.m. Monday. He left.", 2),
        ("It rose by 3.5 per cent. Then it fell.", 2),
        ("“It is over,” he said. “Go home.” They went.", 3),
        ("Did it end? Yes! It did.", 3),
        ("It cost No. 5 its place. Gen. Lee won, etc. and so on.", 2),
        ("One sentence with no end", 1),
        ("", 0),
    ],
)
def test_sentences_are_counted_right(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_a_fact_is_never_split() -> None:
    text = "It came on Sep. 14, 1990 and left."
    assert split(text, (Span(11, 24),)) == [text]


@given(st.text(max_size=300))
def test_sentences_cover_all_words_in_order(text: str) -> None:
    found = sentences(text, Span(0, len(text)))
    end = 0
    for span in found:
        assert not text[end : span.start].strip()
        assert span.start < span.end
        end = span.end
    assert not text[end:].strip()
