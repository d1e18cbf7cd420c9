"""The scorer of benchmarks/facts: it praises a perfect copy, and tells what is not right as such."""

import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks.facts import ours, report, rivals
from benchmarks.facts.__main__ import main
from benchmarks.facts.adapters import harness
from benchmarks.facts.classes import date_class, figure_class
from benchmarks.facts.gold import HALVES, Annotated, BadMark, Mark, load, parse
from benchmarks.facts.score import Score, faults, score

SOURCE = """about: a test
date: 1950-01

On {4 June 1942|@1942-06-04} about {60,000|~60000 man} men drove {1,500 km|>=1500 kilometre} on {Route 66|!}.
By {11 July|@1942-07-11 ctx} they had spent {£40–45m|40000000..45000000 GBP}. It was {late 1942|@1942 late}.
"""


@pytest.fixture
def document() -> Annotated:
    return parse(SOURCE, "march")


def copy(mark: Mark, **changes: Any) -> dict[str, Any]:
    """The entry that `lectern extract` would print for that mark."""
    entry: dict[str, Any] = {"kind": mark.kind, "start": mark.start, "end": mark.end, "text": mark.text}
    if mark.kind == "date":
        entry |= {"value": mark.value, "part": mark.part, "approximate": mark.approximate}
        return entry | changes
    value = {
        "number": float(mark.value or 0),
        "number_high": float(mark.high) if mark.high else None,
        "unit": mark.unit,
        "approximate": mark.approximate,
        "bound": mark.bound,
    }
    return entry | {"value": value | changes}


def scored(document: Annotated, *entries: dict[str, Any]) -> Score:
    return score([document], {document.name: entries})


def perfect(document: Annotated) -> list[dict[str, Any]]:
    return [copy(mark) for mark in document.facts]


def test_marks_are_read_and_taken_out_of_the_text(document: Annotated) -> None:
    assert document.text.startswith("On 4 June 1942 about 60,000 men drove 1,500 km on Route 66.")
    assert document.date == "1950-01"
    assert [document.text[mark.start : mark.end] for mark in document.marks] == [mark.text for mark in document.marks]
    assert [mark.kind for mark in document.marks].count("trap") == 1
    men, way = document.facts[1:3]
    assert (men.value, men.unit, men.approximate, men.bound) == ("60000", "man", True, None)
    assert (way.value, way.bound) == ("1500", "at_least")
    assert document.facts[3].from_context
    assert document.facts[5].part == "late"


@pytest.mark.parametrize("mark", ["{5 men|five men}", "{5 men|}", "{5|5", "{1942|@1942 perhaps}"])
def test_a_mark_that_means_nothing_is_refused(mark: str) -> None:
    with pytest.raises(BadMark):
        parse(f"about: x\n\nThere were {mark} here.", "bad")


def test_a_perfect_copy_scores_100(document: Annotated) -> None:
    got = scored(document, *perfect(document))
    for name in ("date value", "date strict", "figure value", "figure number", "figure strict"):
        assert got[name].f1 == 100, name
    for name in ("year from context", "approximate", "bound", "part"):
        assert got[name].recall == 100, name
    assert (got.traps, got.taken, got.errors) == (1, 0, [])


def test_nothing_found_scores_0_and_all_is_missed(document: Annotated) -> None:
    got = scored(document)
    assert got["date value"].f1 == got["figure value"].f1 == 0
    assert faults(got.errors) == {"missed": 6}


@pytest.mark.parametrize(
    "changes", [{"number": 6000.0}, {"unit": "woman"}, {"unit": None}, {"number_high": 70000.0}], ids=str
)
def test_a_wrong_figure_is_told_as_a_wrong_value(document: Annotated, changes: dict[str, Any]) -> None:
    entries = perfect(document)
    entries[1] = copy(document.facts[1], **changes)
    got = scored(document, *entries)
    assert faults(got.errors) == {"wrong value": 1}
    assert got["figure value"].right == 2
    assert got["figure strict"].f1 == 100
    assert got["figure number"].right == (3 if "unit" in changes else 2)


def test_a_wrong_year_is_told_and_lowers_year_from_context(document: Annotated) -> None:
    entries = perfect(document)
    entries[3]["value"] = "1950-07-11"
    got = scored(document, *entries)
    assert [(error.of, error.fault, error.expected) for error in got.errors] == [("day", "wrong value", "1942-07-11")]
    assert got["year from context"].recall == 0


def test_a_wider_span_keeps_the_value_and_loses_the_strict_span(document: Annotated) -> None:
    entries = perfect(document)
    entries[0] |= {"start": 0}
    got = scored(document, *entries)
    assert faults(got.errors) == {"wrong span": 1}
    assert got["date value"].f1 == 100
    assert got["date strict"].right == 2


def test_a_trap_taken_and_an_extra_fact_are_told_apart(document: Annotated) -> None:
    trap = document.traps[0]
    extra = {"number": 5, "number_high": None, "unit": None, "approximate": False, "bound": None}
    taken = {"kind": "figure", "start": trap.end - 2, "end": trap.end, "text": "66", "value": extra}
    lone = taken | {"start": 0, "end": 2, "text": "On"}
    got = scored(document, *perfect(document), taken, lone)
    assert got.taken == 1
    assert faults(got.errors) == {"trap taken": 1, "extra": 1}
    assert got["figure value"].found == 5


def test_flags_are_counted_apart_from_values(document: Annotated) -> None:
    entries = perfect(document)
    entries[1] = copy(document.facts[1], approximate=False)
    entries[2] = copy(document.facts[2], bound="more_than")
    got = scored(document, *entries)
    assert got["figure value"].f1 == 100
    assert got["approximate"].recall == got["bound"].recall == 0
    assert faults(got.errors) == {"wrong flag": 2}


def test_a_fact_found_twice_counts_once(document: Annotated) -> None:
    got = scored(document, *perfect(document), *perfect(document))
    assert got["date value"].right == 3
    assert got["date value"].found == 6


def test_the_tilde_of_a_date_counts_as_approximate_not_as_value() -> None:
    document = parse("about: x\n\nBuilt about {1450|@1450~}.", "house")
    entry = copy(document.facts[0]) | {"value": "1450", "approximate": False}
    got = scored(document, entry)
    assert got["date value"].f1 == 100
    assert got["approximate"].recall == 0


@pytest.mark.parametrize(
    ("edtf", "of"),
    [
        ("1942-06-04", "day"),
        ("1942-06", "month"),
        ("1942-21", "season, quarter, half"),
        ("1450~", "year"),
        ("193X", "decade"),
        ("18XX", "century"),
        ("1914/1918", "range"),
        ("-0479", "BC"),
        ("0000", "BC"),
        (None, "no year known"),
    ],
)
def test_dates_are_sorted_by_kind(edtf: str | None, of: str) -> None:
    assert date_class(edtf) == of


@pytest.mark.parametrize(
    ("unit", "of"),
    [
        ("GBP", "money"),
        ("cent", "money"),
        ("basis point", "percent"),
        ("kilogram per cubic metre", "measure"),
        ("degree Celsius", "measure"),
        ("year", "duration, age"),
        ("rifle brigade", "count"),
        ("pair of army boots", "count"),
        ("ordinal", "ordinal"),
        ("score", "score"),
        ("time", "times"),
        (None, "bare number"),
    ],
)
def test_figures_are_sorted_by_unit(unit: str | None, of: str) -> None:
    assert figure_class(unit) == of


def test_the_table_tells_each_program_in_a_column(document: Annotated) -> None:
    told = list(report.table({"A": scored(document, *perfect(document)), "B": scored(document)}, {"A": 1e6}))
    assert told[0] == "| | A | B |"
    assert told[2] == "| dates, value F1 | 100.0 | – |"
    assert told[-1] == "| characters a second | 1,000,000 | – |"


def test_every_document_is_well_marked() -> None:
    documents = load()
    assert {document.half for document in documents} == set(HALVES)
    assert len({document.name for document in documents}) == len(documents)
    for document in documents:
        assert document.traps, document.name
        assert len(document.facts) >= 15, document.name


def test_a_rival_that_is_not_there_is_told_and_not_scored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LECTERN_RIVALS", str(tmp_path))
    main(["open", "--no-speed"])
    told = capsys.readouterr().out
    assert told.count("not installed") == len(rivals.RIVALS)
    assert "| | Lectern |\n" in told


def test_a_rival_that_breaks_is_told(document: Annotated, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LECTERN_RIVALS", str(tmp_path))
    python = tmp_path / "text2num" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\necho 'no such module' >&2\nexit 1\n")
    python.chmod(0o755)
    with pytest.raises(rivals.RivalFailed, match="no such module"):
        rivals.run("text2num", [document])


def test_errors_of_the_half_set_aside_are_listed_only_when_it_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--no-rivals", "--no-speed", "--errors"])
    _, aside = capsys.readouterr().out.split("## aside")
    assert "…" not in aside


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("from 1914 to 1918", ["1914/1918"]),
        ("between 1914 and 1918", ["1914/1918"]),
        ("1914–1918", ["1914/1918"]),
        ("in 1914 and 1918", ["1914", "1918"]),
    ],
)
def test_ranges_are_lent_to_rivals_by_our_convention(text: str, joined: list[str]) -> None:
    dates = [harness.date(text, match.start(), match.end(), match[0]) for match in re.finditer(r"\d{4}", text)]
    assert [entry["value"] for entry in harness.join_ranges(text, dates)] == joined


def test_offsets_of_what_we_find_are_those_of_the_plain_text() -> None:
    for document in load():
        assert ours.as_document(document).text == document.text
        assert all(document.text[each["start"] : each["end"]] == each["text"] for each in ours.find(document))
