"""Everything here is in our own words: no run of more than seven words of the documents that the lessons rest on."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
ROOMS = ("bot", "content", "lessons", "storage", "tests", "docs", "benchmarks", "scripts")
TEXTS = {".py", ".md", ".txt", ".toml", ".tsv", ".html", ".js", ".json", ".po", ".pot"}
RUN = 8


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_no_sentence_of_the_two_documents_stands_in_the_repository() -> None:
    documents = sorted(SEEDS.glob("*.txt"))
    if not documents:
        pytest.skip(f"the two documents are not beside this clone ({SEEDS})")
    theirs, titles = set(), set()
    for document in documents:
        text = document.read_text(encoding="utf-8")
        theirs |= runs(text)
        titles |= runs(text.splitlines()[0])
    theirs -= titles  # they are cited by their titles
    files = [file for room in ROOMS for file in (ROOT / room).rglob("*") if file.suffix in TEXTS]
    files += list(ROOT.glob("*.md"))
    copied = {
        str(file.relative_to(ROOT))
        for file in files
        if runs(file.read_text(encoding="utf-8", errors="replace")) & theirs
    }
    assert copied == set()
