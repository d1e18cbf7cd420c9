"""Whatever the bytes: a pack and a report, or a code. What is in the pack can be written and read again."""

import io
import zipfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.exchange import FORMATS, read, recognise
from tests.content.exchange.holding import hold

SAMPLES = Path(__file__).parents[2] / "documents" / "exchange"
READ = [name for name, one in FORMATS.items() if one.reads]
SEEDS = {
    "gift": "lights.gift",
    "moodle-xml": "moodle.xml",
    "anki-text": "anki-notes.txt",
    "apkg": "genanki.apkg",
    "csv": "lights.csv",
    "quizlet": "quizlet.txt",
    "kahoot": "kahoot.xlsx",
    "aiken": "lights.aiken",
    "qti": "text2qti-qti.zip",
    "text2qti": "text2qti.txt",
    "h5p": "questions.h5p",
    "opentdb": "opentdb.json",
    "quizdown": "quizdown.md",
}
PIECES = [
    "{", "}", "=", "~", "#", ":", "->", "%50%", "%-1e9%", "\\", "::", "$CATEGORY: ", "//", "\n\n", "\n", "\t", ";", '"',
    "<p>", "</p>", "<![CDATA[", "]]>", "&amp;", "&#0;", "{{c1::", "}}", "::", "[x]", "- [ ]", "1. ", "*a) ", "=   ",
    "A) ", "ANSWER: ", "____", "1e999", "9" * 60, "-", "±", "\u202e", "\u0000", "\ufeff", "é", "я", "日本", "😀",
    "\ud7ff", "T", "FALSE", "1,567", "280 BC", "2024-02-30", "#separator:", "#guid column:1", "#deck column:99",
    "question,answer\n", "___", "*", "|",
]  # fmt: skip
quiet = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def seed(fmt: str) -> bytes:
    return (SAMPLES / SEEDS[fmt]).read_bytes()


@pytest.mark.parametrize("fmt", READ)
@given(data=st.binary(max_size=300))
@quiet
def test_random_bytes(fmt, data):
    hold(data, fmt)


@pytest.mark.parametrize("fmt", [name for name in SEEDS if not SEEDS[name].endswith(("apkg", "zip", "xlsx", "h5p"))])
@given(text=st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=25).map("".join))
@quiet
def test_pieces_of_every_syntax(fmt, text):
    hold(text.encode("utf-8", "surrogatepass") if fmt == "gift" else text.encode("utf-8", "replace"), fmt)


@pytest.mark.parametrize("fmt", SEEDS)
@given(st.data())
@quiet
def test_good_files_with_a_few_bytes_changed(fmt, data):
    changed = bytearray(seed(fmt))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(changed) - 1))
        match data.draw(st.integers(0, 2)):
            case 0:
                changed[place] = data.draw(st.integers(0, 255))
            case 1:
                del changed[place : place + data.draw(st.integers(1, 40))]
            case _:
                changed[place:place] = data.draw(st.sampled_from(PIECES)).encode("utf-8", "replace")
        changed = changed or bytearray(b"x")
    hold(bytes(changed), fmt)


@cache
def members(fmt: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(seed(fmt))) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


@pytest.mark.parametrize("fmt", ["apkg", "qti", "h5p", "kahoot"])
@given(st.data())
@quiet
def test_archives_whose_files_are_changed_within(fmt, data):
    files = dict(members(fmt))
    name = data.draw(st.sampled_from(sorted(files)))
    inner = bytearray(files[name] or b"x")
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(inner) - 1))
        inner[place : place + 1] = data.draw(st.binary(max_size=8))
        inner = inner or bytearray(b"x")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for one, content in {**files, name: bytes(inner)}.items():
            archive.writestr(one, content)
    hold(out.getvalue(), fmt)


@given(
    st.binary(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=20).map(lambda parts: "".join(parts).encode())
)
@quiet
def test_any_file_is_recognised_or_not(data):
    assert recognise(data, "file.txt") in (*FORMATS, None)


@given(
    st.lists(st.sampled_from(["x {=a}", "y {}", "z", "b {#q}", "m {=a -> b}", "T {T}", "<<<<<<< x", "{F}"]), min_size=1)
)
@quiet
def test_every_question_is_imported_or_refused(blocks):
    report = read("\n\n".join(blocks).encode(), "file", "gift").report
    assert report.found + report.readings == len(blocks)
