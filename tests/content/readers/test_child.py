"""Foreign formats are read in a child process with limits; several documents go to the worker at once."""

import io
import json
import os
import subprocess
import sys

import pytest

from content import child, confined, limits, readers
from content.child import read
from content.confined import environment
from content.errors import Crashed, Damaged, Scanned, TooLarge
from content.worker import packed, unpacked, work
from tests.content.readers.printing import article


@pytest.mark.parametrize("name", ["same.pdf", "parish.docx", "parish.odt", "parish.epub", "same.html", "same.txt"])
def test_the_child_gives_the_same_document(sample, name):
    assert read(sample(name), name) == readers.read(sample(name), name)


def test_text_needs_no_child_and_others_formats_do(sample, monkeypatch):
    monkeypatch.setattr(child, "asked", lambda *told: pytest.fail("a child was started"))
    assert read(sample("same.txt"), "same.txt")
    for name in ("same.pdf", "parish.docx", "parish.odt", "parish.epub", "same.html"):
        assert readers.is_foreign(sample(name), name)


def test_faults_come_back_with_their_data():
    with pytest.raises(Damaged) as caught:
        read(b"%PDF-1.7 nothing", "ä\0\udcff.pdf")
    assert caught.value.reason == "truncated"
    assert "pdf" in caught.value.name
    answer = {"fault": "Scanned", "data": {"name": "a.pdf", "pages": 3, "first": 2}}
    error = child._fault(answer, "a.pdf")
    assert isinstance(error, Scanned)
    assert (error.pages, error.first) == (3, 2)


@pytest.mark.parametrize("said", [b"", b"{", b"[]", b'{"document": 1}', b'{"document": {"text": 3}}', b"null"])
def test_nonsense_from_the_child_is_one_error(monkeypatch, said):
    monkeypatch.setattr(child, "asked", lambda *told: (said, False))
    with pytest.raises(Crashed):
        read(b"%PDF-1.7", "a.pdf")
    monkeypatch.setattr(child, "asked", lambda *told: (said, True))
    with pytest.raises(TooLarge):
        read(b"%PDF-1.7", "a.pdf")


@pytest.mark.parametrize("fault", ["DocumentError", "Path", "__name__", "Nothing", "annotations"])
def test_an_unknown_fault_is_a_crash(fault):
    assert isinstance(child._fault({"fault": fault, "data": {"name": "a", "b": 1}}, "a"), Crashed)


def test_a_child_that_hangs_is_ended(monkeypatch):
    monkeypatch.setattr(confined.sys, "executable", "/bin/sh")
    script = ["-c", "exec sleep 60"]
    popen = subprocess.Popen
    monkeypatch.setattr(confined.subprocess, "Popen", lambda told, **kept: popen([told[0], *script], **kept))
    with pytest.raises(TooLarge):
        read(b"%PDF-1.7", "a.pdf", clock_secs=0.3)


def test_the_child_knows_none_of_the_bots_secrets(monkeypatch):
    monkeypatch.setenv("LECTERN_TOKEN", "123:abc")
    assert "123:abc" not in environment().values()
    assert set(environment()) <= {"PATH", "SYSTEMROOT", "LANG", "TMPDIR", "TEMP", "PYTHONPATH", "PYTHONUTF8"}


LIMITED = """
import sys
from content.confined import limit_this_process
limit_this_process()
try:
    {}
except (PermissionError, MemoryError, OSError) as error:
    print("refused")
"""


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9), 0.1)",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "import os; os.remove('/tmp/lectern-no-such-file')",
        "bytearray(4_000_000_000)",
        "open('/tmp/lectern-child-test', 'w').write('x' * 10_000)",
    ],
)
def test_a_child_has_no_network_no_programs_no_room_to_grow(attempt):
    done = subprocess.run(
        [sys.executable, "-c", LIMITED.format(attempt)],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
        timeout=30,
    )
    assert done.stdout == "refused\n", done.stderr


# The worker


def told(name: str | None, data: bytes) -> list[dict[str, object]]:
    out = io.StringIO()
    work(name, io.BytesIO(data), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_one_document_is_worked_as_ever(sample):
    lines = told("same.docx", sample("same.docx"))
    assert lines[0]["stage"]
    assert lines[-1]["pack"]["title"] == "The salt works of Brine Bay"
    assert lines[-1]["report"]["documents"] == ["same.docx"]


def test_several_documents_make_one_pack(sample):
    documents = [("same.odt", sample("same.odt")), ("parish.epub", sample("parish.epub"))]
    assert unpacked(io.BytesIO(packed(documents, "Two places"))) == (documents, "Two places")
    last = told(None, packed(documents, "Two places"))[-1]
    assert last["pack"]["title"] == "Two places"
    assert last["report"]["documents"] == ["same.odt", "parish.epub"]
    assert len(last["pack"]["sources"]) == 2


def test_a_fault_names_the_document_that_is_at_fault(sample):
    last = told(None, packed([("same.md", sample("same.md")), ("b.pdf", b"%PDF-1.7")]))[-1]
    assert last == {"fault": "Damaged", "data": {"name": "b.pdf", "reason": "truncated"}}


def test_a_pack_among_documents_is_refused(sample):
    pack = b"---\nformat: 1\npack: a\n---\n"
    last = told(None, packed([("same.md", sample("same.md")), ("a.md", pack)]))[-1]
    assert last == {"fault": "PackAmongDocuments", "data": {"name": "a.md"}}
    assert told("a.md", pack)[-1]["fault"] == "PackAtFault"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"nonsense\n",
        b"[]\n",
        b'{"documents": []}\n',
        b'{"documents": [{"name": "a", "bytes": -1}]}\n',
        b'{"documents": [{"name": "a", "bytes": 99999999999}]}\n',
        json.dumps({"documents": [{"name": "a", "bytes": 0}] * (limits.DOCUMENTS + 1)}).encode() + b"\n",
    ],
)
def test_a_header_that_lies_is_refused(data):
    assert told(None, data)[-1]["fault"] == "TooLarge"


def test_what_was_left_out_is_in_the_report():
    last = told("tides.pdf", article())[-1]
    codes = {entry["code"]: entry["count"] for entry in last["report"]["skipped"]}
    assert codes["running_head"] >= 1
    assert codes["page_numbers"] >= 1


def test_the_command_line_is_as_safe(sample, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 nothing")
    (tmp_path / "b.pdf").write_bytes(sample("same.pdf"))
    env = os.environ | {"COLUMNS": "120"}
    run = [sys.executable, "-m", "bot"]
    bad = subprocess.run(
        [*run, "extract", str(tmp_path / "a.pdf")], capture_output=True, text=True, env=env, check=False
    )
    assert bad.returncode == 1
    assert bad.stderr.splitlines()[0].endswith("open it in its own program, save it again, and retry.")
    assert len(bad.stderr.splitlines()) == 1
    good = subprocess.run(
        [*run, "extract", str(tmp_path / "b.pdf")], capture_output=True, text=True, env=env, check=False
    )
    assert "8.4 × 10²⁵" in good.stdout
