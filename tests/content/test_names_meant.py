"""Whose name may a question put for "he" or "the canal"? One that its text has told, and nobody else's since."""

import re
from pathlib import Path

import pytest

from benchmarks.questions.sheet import HERE
from content.build import build
from content.candidates.names import NAME, Names
from content.candidates.nouns import STARTERS
from content.candidates.people import full_name, gender, is_person
from content.document import Document
from content.readers import read
from lessons.items import Item

FILES = sorted(file for number in (38, 40) for file in (HERE / "documents" / f"round-{number}").iterdir())
_PRONOUN = re.compile(r"(?:(?:In|On|By|At|From|After|During) [^,]{3,40},? )?(?P<pronoun>[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
_KIND = {"he": "he", "his": "he", "she": "she", "her": "she"}
_ASKED = re.compile(
    r"^(?:Put|Match)\b.*$|^(?:In|On|By|Until|From|How|Which|What|According)\b[^?]*?\b(?:did|was|were|does|do|has) "
)


def names_of(stem: str) -> list[str]:
    """The names in a question, without the words that only open it."""
    rest = _ASKED.sub("", stem)
    found = (match.group() for match in NAME.finditer(rest) if not rest[match.start() - 1 : match.start()].isalnum())
    return [re.sub(r"[’']s$", "", name) for name in found if name.lower() not in STARTERS]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_question_names_whom_the_text_means_last(file: Path) -> None:
    document = read(file.read_bytes(), file.name)
    known = {word.lower() for word in re.findall(r"\w+", f"{document.title} {document.text}")}

    for _, item in build([document]).pack.items():
        names = names_of(item.prompt)
        assert {word.lower() for name in names for word in re.findall(r"\w+", name)} <= known, item.prompt
        assert not rivals(document, item, names), item.prompt


def rivals(document: Document, item: Item, names: list[str]) -> list[str]:
    """Who else of that sex is named between the name in the question and the pronoun that it stands for."""
    cited = item.sources[0] if item.sources else None
    told = _PRONOUN.match(cited.exact or "") if cited else None
    meant = next((name for name in names if is_person(name)), None)
    if cited is None or cited.start is None or told is None or meant is None or meant in document.title:
        return []
    surname = meant.split()[-1]
    at = document.text.rindex(surname, 0, cited.start)
    between = document.text[at + len(surname) : cited.start]
    return [name for name in NAME.findall(between) if gender(name) == _KIND[told["pronoun"].lower()]]


def test_a_surname_is_not_told_in_full_where_a_relative_may_bear_it() -> None:
    text = "# Tolva\n\nWhen Jan Otto Reck died, the rule passed to his son Karl Anton.\n\nReck was overtaken in 1870.\n"
    names = Names(read(text.encode(), "tolva.md"))

    assert len(full_name("Reck", len(text), names)) > 1
