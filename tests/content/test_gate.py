"""Does a gate ever change what its pattern finds?"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import content
from content.gate import Gated, needed, words_of

ROOT = Path(__file__).parents[2]
LETTERS = st.characters(exclude_characters="ſıİ", exclude_categories=("Cs",))
"""Three letters that a pattern without regard to case takes for s and i, and a text in small letters does not."""


def _gates() -> Iterator[tuple[str, Gated]]:
    for folder, prefix in ((ROOT / "content", "content"), (ROOT / "content" / "candidates", "content.candidates")):
        for found in pkgutil.iter_modules([str(folder)]):
            if found.ispkg or found.name.startswith("__"):
                continue
            module = importlib.import_module(f"{prefix}.{found.name}")
            yield from (
                (f"{prefix}.{found.name}.{name}", each)
                for name, each in vars(module).items()
                if isinstance(each, Gated)
            )


GATES = dict(_gates())


def test_the_package_is_the_one_looked_at() -> None:
    assert Path(content.__path__[0]) == ROOT / "content"
    assert len(GATES) > 15


@pytest.mark.parametrize("name", GATES)
def test_a_gate_is_open_to_every_line_of_our_documents_that_its_pattern_matches(name: str) -> None:
    gate = GATES[name]
    for file in sorted((ROOT / "benchmarks" / "questions" / "documents").rglob("*.txt"))[:60]:
        for line in re.split(r"(?<=[.?!]) |\n", file.read_text(encoding="utf-8")):
            assert gate.is_open(line) or gate.pattern.search(line) is None, line


@pytest.mark.parametrize("name", GATES)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_gate_is_open_to_whatever_its_pattern_can_match(name: str, data: st.DataObject) -> None:
    gate = GATES[name]
    line = data.draw(st.from_regex(gate.pattern, alphabet=LETTERS))

    assert gate.is_open(line)


def test_a_line_without_any_of_the_words_is_turned_away() -> None:
    gate = Gated(r"\b(?:later|the (?:same|following) year|hotter ones)\b", re.IGNORECASE)

    assert not gate.is_open("The bridge was opened in the summer of the flood.")
    assert gate.search("The bridge was opened in the year of the flood.") is None
    assert gate.search("It closed the Following Year.") is not None
    assert gate.sub("", "No more.") == "No more."


def test_the_words_are_read_from_the_pattern() -> None:
    assert needed(re.compile(r"\b(?:he|she)\b")) == ({"he", "she"}, ())
    assert needed(re.compile(r"\byears? (?:later|ago)\b")) == ({"years", "year"}, ())
    assert needed(re.compile(r"\b[Tt]he [a-z]{3,}est,")) == (frozenset(), ("est,",))


@pytest.mark.parametrize("pattern", [r"[A-Z]\w+", r"\w*(?:ed|ing)\b", r"(?i:ed),", r"\b(?:war|[a-z]+)s\b"])
def test_a_pattern_that_needs_no_certain_words_is_always_asked(pattern: str) -> None:
    assert needed(re.compile(pattern)) is None
    assert Gated(pattern).is_open("")


def test_words_are_small_and_whole() -> None:
    assert words_of("It’s A.D. 12, the Sea-King") == {"it", "s", "a", "d", "the", "sea", "king"}
