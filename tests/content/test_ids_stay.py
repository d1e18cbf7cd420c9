"""Small edits of a document leave the ids of its questions alone: learners' progress hangs on them."""

import re
from pathlib import Path

import pytest

from content import readers
from content.build import build
from lessons.canonical import key_hash, wording_hash
from lessons.items import Item

DOCUMENTS = Path(__file__).parents[1] / "documents"
SAMPLES = ("build-harbour.txt", "build-railway.txt", "build-moon.txt")
ADDED = "The museum shop sells postcards of the old days to its many visitors."


def items(text: str) -> dict[str, Item]:
    """The questions on a text, by id."""
    return {item.id: item for _, item in build([readers.read(text.encode(), "text.txt")]).pack.items()}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_paragraph_put_in_changes_no_question(name: str) -> None:
    text = (DOCUMENTS / name).read_text(encoding="utf-8")
    before, parts = items(text), text.split("\n\n")
    after = items("\n\n".join([*parts[:2], ADDED, *parts[2:]]))
    assert {n: (key_hash(i), wording_hash(i)) for n, i in before.items()} == {
        n: (key_hash(i), wording_hash(i)) for n, i in after.items()
    }


@pytest.mark.parametrize("name", SAMPLES)
def test_a_corrected_figure_keeps_every_id(name: str) -> None:
    text = (DOCUMENTS / name).read_text(encoding="utf-8")
    before = items(text)
    for figure in list(re.finditer(r"\b\d[\d,]*\b", text))[3:7]:
        digits = figure.group()
        other = digits[:-1] + ("7" if digits[-1] != "7" else "6")
        after = items(text[: figure.start()] + other + text[figure.end() :])
        assert set(before) <= set(after), f"{digits} became {other}"


@pytest.mark.parametrize("name", SAMPLES)
def test_a_reworded_sentence_costs_at_most_the_questions_that_rest_on_it(name: str) -> None:
    text = (DOCUMENTS / name).read_text(encoding="utf-8")
    before = items(text)
    item = next(iter(before.values()))
    quote = next(citation.exact for citation in item.sources if citation.exact)
    reworded = text.replace(quote, "As everybody here knows, " + quote[:1].lower() + quote[1:], 1)
    theirs = {one.id for one in before.values() if any(citation.exact == quote for citation in one.sources)}
    assert set(before) - set(items(reworded)) <= theirs
