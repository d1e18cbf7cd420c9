"""A stranger's file is read in a child process: what it says, and what is said of one that dies."""

import json
import subprocess
import sys

import pytest

from content.exchange import BadFile, child, read


def told(data: bytes, *arguments: str) -> dict:
    command = [sys.executable, "-m", "content.exchange.worker", *arguments]
    done = subprocess.run(command, input=data, capture_output=True, timeout=60, check=True)
    (line,) = done.stdout.splitlines()
    assert done.stderr == b""
    return json.loads(line)


def test_the_child_says_what_reading_here_would(sample):
    here, there = read(sample("moodle.xml"), "m.xml"), child.read(sample("moodle.xml"), "m.xml")
    assert there == here
    assert there.pack.media[0].data == here.pack.media[0].data


def test_one_line_of_json_with_pack_media_and_report(sample):
    line = told(sample("genanki.apkg"), "deck.apkg")
    assert set(line) == {"pack", "media", "report"}
    assert line["report"]["imported"] == 6
    assert list(line["media"]) == [medium["path"] for medium in line["pack"]["media"]]


def test_a_file_of_which_nothing_can_be_taken():
    line = told(b"Why? {}", "--from", "gift", "--", "-quiz")
    assert line["pack"] is None
    assert [note["code"] for note in line["report"]["refused"]] == ["essay"]


def test_a_file_that_cannot_be_opened_is_a_fault_with_its_sentence():
    line = told(b"%PDF", "x.pdf")
    assert line == {"fault": "unknown", "data": {}, "text": "this is no format that is known here"}
    with pytest.raises(BadFile) as refused:
        child.read(b"%PDF", "x.pdf")
    assert refused.value.code == "unknown"


def test_the_language_is_a_choice():
    found = child.read(b"Wie lang? {=2 Meter}", "a.gift", "gift", language="de")
    assert (found.pack.language, next(found.pack.items())[1].answer.unit) == ("de", "m")


def test_a_child_without_memory_is_told_as_out_of_bounds(monkeypatch):
    monkeypatch.setattr(child, "_COMMAND", ("-c", "import sys; sys.stdin.read(); sys.exit(9)"))
    with pytest.raises(BadFile) as refused:
        child.read(b"x", "x")
    assert refused.value.code == "out_of_bounds"


@pytest.mark.parametrize("said", ["", "null", "[]", "{", '{"pack": 1, "media": {}}', '{"fault": 3}'])
def test_nonsense_from_the_child_is_one_error(monkeypatch, said):
    monkeypatch.setattr(child, "asked", lambda *told: (said.encode(), False))
    with pytest.raises(BadFile) as refused:
        child.read(b"x", "x")
    assert refused.value.code == "out_of_bounds"


def test_a_child_that_never_ends_is_ended(monkeypatch):
    monkeypatch.setattr(child, "_COMMAND", ("-c", "while True: pass"))
    monkeypatch.setattr(child, "CLOCK_SECS", 0.2)
    with pytest.raises(BadFile) as refused:
        child.read(b"x", "x")
    assert refused.value.code == "out_of_bounds"


def test_the_child_can_write_no_file(tmp_path):
    target = tmp_path / "written"
    script = (
        "import sys; from content.confined import limit_this_process; limit_this_process();"
        f"f = open({str(target)!r}, 'w'); f.write('x' * 10); f.flush()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=60, check=False)
    assert done.returncode != 0
    assert target.read_text() == ""
