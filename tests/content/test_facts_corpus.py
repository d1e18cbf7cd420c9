"""Every phrase of tests/corpus means what its line says; the phrases of nothing*.txt mean nothing."""

from pathlib import Path

import pytest

from content.facts import DateValue, Fact, extract_text

CORPUS = Path(__file__).parents[1] / "corpus"
BOUNDS = {"more_than": ">", "at_least": ">=", "less_than": "<", "at_most": "<=", None: ""}


def files(kind: str) -> list[str]:
    """The files of that kind ("dates.txt", "dates-ranges.txt") of every language, below the corpus."""
    return sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.glob(f"*/{kind}*.txt"))


def lines(file: str) -> list[str]:
    """The phrases of a file."""
    told = (CORPUS / file).read_text(encoding="utf-8").splitlines()
    found = [line for line in told if line and not line.startswith("#")]
    assert found
    return found


def wrong(file: str, kind: str) -> list[str]:
    """What lines of a file give that they should not; a test for each line would cost more than its work."""
    return [complaint for line in lines(file) if (complaint := amiss(file.split("/")[0], line, kind))]


def shown(fact: Fact) -> str:
    value = fact.value
    if isinstance(value, DateValue):
        told = [value.edtf or "null", *([value.part] if value.part else [])]
        told += ["ambiguous"] if value.ambiguous else []
        return " ".join(told + (["context"] if value.needs_context and value.edtf else []))
    high = f"..{value.number_high}" if value.number_high else ""
    unit = f" {value.unit}" if value.unit else ""
    return ("~" if value.approximate else "") + BOUNDS[value.bound] + value.number + high + unit


def amiss(language: str, line: str, kind: str) -> str:
    """What the line gives where that is not what it says; else nothing."""
    text, *wanted = (piece.strip() for piece in line.split("|"))
    written, text = text[1:].split(" ", 1) if text.startswith("@") else (None, text)
    found = [
        f"{text[fact.span.start : fact.span.end]} = {shown(fact)}"
        for fact in extract_text(text, date=written, language=language)
        if fact.kind == kind
    ]
    told = "context" in line
    given = [one if told else one.removesuffix(" context") for one in found]
    return "" if given == [words for words in wanted if words] else f"{line}\n    gives {given}"


@pytest.mark.parametrize("file", files("dates"))
def test_its_phrases_give_their_dates(file: str) -> None:
    assert wrong(file, "date") == []


@pytest.mark.parametrize("file", files("figures"))
def test_its_phrases_give_their_figures(file: str) -> None:
    assert wrong(file, "figure") == []


@pytest.mark.parametrize("file", files("nothing"))
def test_its_phrases_give_no_facts(file: str) -> None:
    language = file.split("/")[0]
    found = {one: [one[f.span.start : f.span.end] for f in extract_text(one, language=language)] for one in lines(file)}
    assert {line: facts for line, facts in found.items() if facts} == {}
