"""Every phrase of tests/corpus means what its line says; the phrases of nothing*.txt mean nothing."""

from pathlib import Path

import pytest

from content.facts import DateValue, Fact, extract_text

CORPUS = Path(__file__).parents[1] / "corpus"
BOUNDS = {"more_than": ">", "at_least": ">=", "less_than": "<", "at_most": "<=", None: ""}


def lines(kind: str) -> list[tuple[str, str]]:
    """The lines of every language's files of that kind ("dates.txt", "dates-ranges.txt"), each with its language."""
    found = []
    for path in sorted(CORPUS.glob(f"*/{kind}*.txt")):
        told = (line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
        found += [(path.parent.name, line) for line in told]
    return found


def shown(fact: Fact) -> str:
    value = fact.value
    if isinstance(value, DateValue):
        told = [value.edtf or "null", *([value.part] if value.part else [])]
        told += ["ambiguous"] if value.ambiguous else []
        return " ".join(told + (["context"] if value.needs_context and value.edtf else []))
    high = f"..{value.number_high}" if value.number_high else ""
    unit = f" {value.unit}" if value.unit else ""
    return ("~" if value.approximate else "") + BOUNDS[value.bound] + value.number + high + unit


def check(language: str, line: str, kind: str) -> None:
    text, *wanted = (piece.strip() for piece in line.split("|"))
    written, text = text[1:].split(" ", 1) if text.startswith("@") else (None, text)
    found = [
        f"{text[fact.span.start : fact.span.end]} = {shown(fact)}"
        for fact in extract_text(text, date=written, language=language)
        if fact.kind == kind
    ]
    told = "context" in line
    assert [one if told else one.removesuffix(" context") for one in found] == [words for words in wanted if words]


@pytest.mark.parametrize(("language", "line"), lines("dates"))
def test_a_phrase_gives_its_dates(language: str, line: str) -> None:
    check(language, line, "date")


@pytest.mark.parametrize(("language", "line"), lines("figures"))
def test_a_phrase_gives_its_figures(language: str, line: str) -> None:
    check(language, line, "figure")


@pytest.mark.parametrize(("language", "line"), lines("nothing"))
def test_a_phrase_without_facts_gives_none(language: str, line: str) -> None:
    assert [line[fact.span.start : fact.span.end] for fact in extract_text(line, language=language)] == []
