"""What is looked up the quick way is what the plain way finds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.candidates.printed import printed
from content.facts.line import TOKEN, tokenise

SIGNS = "ab Eé’'.,-_ 17([]:/w½"
TEXTS = st.lists(st.sampled_from([*SIGNS, "https://", "www.", "[2]", "1,000", " the ", " Holm "])).map("".join)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_letters_before_a_space_are_the_same_tokens(text: str) -> None:
    line = tokenise(text)
    plain = [(match.lastgroup, match.start(), match.end()) for match in TOKEN.finditer(text)]

    assert list(zip(line.kinds[: len(line)], line.starts, line.ends, strict=True)) == plain


@pytest.mark.parametrize("words", ["Act", "Act of Holm", "Holm"])
@given(text=st.lists(st.sampled_from(["Act", "Acts", " ", "of", "Holm", ".", "_", "é", "(", "1"])).map("".join))
@settings(max_examples=100, deadline=None)
def test_a_name_is_found_where_a_pattern_finds_it(words: str, text: str) -> None:
    assert list(printed(words, text)) == [match.start() for match in re.finditer(rf"\b{words}\b", text)]
