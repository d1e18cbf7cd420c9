"""Which format is it? Told by the content; an article is none of them."""

from pathlib import Path

import pytest

from content.exchange import FORMATS, recognise
from content.exchange.writing import write

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "tests" / "documents" / "exchange"
NAMES = {
    "lights.gift": "gift",
    "moodle.xml": "moodle-xml",
    "anki-notes.txt": "anki-text",
    "genanki.apkg": "apkg",
    "anki-modern.apkg": "apkg",
    "anki-collection.colpkg": "apkg",
    "lights.csv": "csv",
    "kahoot.xlsx": "kahoot",
    "lights.aiken": "aiken",
    "text2qti-qti.zip": "qti",
    "text2qti.txt": "text2qti",
    "questions.h5p": "h5p",
    "opentdb.json": "opentdb",
    "quizdown.md": "quizdown",
    "lights.md": "native",
}
WRITTEN = {"native": "native", "gift": "gift", "moodle-xml": "moodle-xml", "anki-text": "anki-text", "apkg": "apkg",
           "csv": "csv", "qti21": "qti"}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("called", [None, "file.txt", "file"])
def test_a_sample_is_known_by_its_content(name, called):
    assert recognise((SAMPLES / name).read_bytes(), called or name) == NAMES[name]


@pytest.mark.parametrize("fmt", WRITTEN)
def test_what_we_write_we_know(lights, fmt):
    written = write(lights, fmt)
    assert recognise(written.data, written.name) == WRITTEN[fmt]


def test_quizlet_is_known_where_every_line_is_a_card():
    assert recognise(b"phare\tlighthouse\nlueur\tgleam\nbalise\tbeacon\n", "cards.txt") == "quizlet"


DOCUMENTS = [
    *sorted(path for path in (ROOT / "tests" / "documents").iterdir() if path.is_file()),
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_is_no_quiz(path):
    found = recognise(path.read_bytes(), path.name)
    assert found is None or (found == "native" and path.read_text(encoding="utf-8").startswith("---"))


@pytest.mark.parametrize(
    "data", [b"", b"\0\1\2", b"PK\x03\x04", b"%PDF-1.7", b"<html></html>", b"{}", b"[]", b"\xff\xfe"]
)
def test_something_else_is_nothing(data):
    assert recognise(data, "file") is None


def test_every_format_is_on_its_page():
    page = (ROOT / "docs" / "exchange.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"| `{name}` |" not in page] == []
