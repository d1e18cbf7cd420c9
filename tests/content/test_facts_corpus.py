"""Every phrase of tests/corpus means what its line says; the phrases of nothing.txt mean nothing."""

from pathlib import Path

import pytest

from content.facts import DateValue, Fact, extract_text

CORPUS = Path(__file__).parents[1] / "corpus" / "en"
BOUNDS = {"more_than": ">", "at_least": ">=", "less_than": "<", "at_most": "<=", None: ""}


def lines(name: str) -> list[str]:
    text = (CORPUS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def shown(fact: Fact) -> str:
    value = fact.value
    if isinstance(value, DateValue):
        return (value.edtf or "null") + (f" {value.part}" if value.part else "")
    high = f"..{value.number_high}" if value.number_high else ""
    unit = f" {value.unit}" if value.unit else ""
    return ("~" if value.approximate else "") + BOUNDS[value.bound] + value.number + high + unit


def check(line: str, kind: str) -> None:
    text, *wanted = (piece.strip() for piece in line.split(" | "))
    found = [
        f"{text[fact.span.start : fact.span.end]} = {shown(fact)}" for fact in extract_text(text) if fact.kind == kind
    ]
    assert found == wanted


@pytest.mark.parametrize("line", lines("dates.txt"))
def test_a_phrase_gives_its_dates(line: str) -> None:
    check(line, "date")


@pytest.mark.parametrize("line", lines("figures.txt"))
def test_a_phrase_gives_its_figures(line: str) -> None:
    check(line, "figure")


@pytest.mark.parametrize("line", lines("nothing.txt"))
def test_a_phrase_without_facts_gives_none(line: str) -> None:
    assert [line[fact.span.start : fact.span.end] for fact in extract_text(line)] == []
