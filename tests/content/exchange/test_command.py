"""lectern import and lectern export in a terminal."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import cli
from content.packfile import load

SAMPLES = Path(__file__).parents[2] / "documents" / "exchange"
TEMPLATE = Path(__file__).parents[3] / "docs" / "exchange-template.csv"


def run(*arguments: str | Path):
    return CliRunner().invoke(cli, [str(one) for one in arguments])


@pytest.mark.parametrize("target", ["pack", "pack.zip", "pack.md"])
def test_a_file_becomes_a_pack(tmp_path, target):
    done = run("import", SAMPLES / "lights.gift", "-o", tmp_path / target)
    assert done.exit_code == 0, done.output
    assert "refused: line 30, Write what you know of lenses. {}: an open answer cannot be graded" in done.output
    assert "11 questions imported, 1 reading; 9 changed, 4 refused" in done.output
    assert len(list(load(tmp_path / target).pack.items())) == 11


def test_the_report_as_json(tmp_path):
    done = run("import", SAMPLES / "lights.aiken", "-o", tmp_path / "p", "--json")
    report = json.loads(done.output)
    assert (report["imported"], len(report["refused"])) == (2, 2)


@pytest.mark.parametrize("fmt", ["gift", "moodle-xml", "anki-text", "apkg", "csv", "qti21", "pdf", "native"])
def test_a_pack_becomes_a_file_and_comes_back(tmp_path, fmt):
    target = tmp_path / "file"
    done = run("export", SAMPLES / "lights.md", "--to", fmt, "-o", target)
    assert done.exit_code == 0, done.output
    assert "14 questions written" in done.output
    if fmt != "pdf":
        again = run("import", target, "-o", tmp_path / "again")
        assert "14 questions imported" in again.output, again.output


def test_a_folder_is_a_pack_of_our_own(tmp_path):
    run("import", SAMPLES / "lights.md", "-o", tmp_path / "folder")
    done = run("import", tmp_path / "folder", "-o", tmp_path / "again.zip")
    assert done.exit_code == 0, done.output
    assert load(tmp_path / "folder").pack == load(tmp_path / "again.zip").pack


def test_the_template_is_a_pack_with_every_kind(tmp_path):
    done = run("import", TEMPLATE, "-o", tmp_path / "pack")
    assert "10 questions imported; 1 changed, 0 refused" in done.output
    kinds = {item.kind for _, item in load(tmp_path / "pack").pack.items()}
    assert kinds == {"choice", "number", "date", "text", "truth", "order", "match", "estimate", "first"}


@pytest.mark.parametrize(
    ("data", "arguments", "said"),
    [
        (b"only words", (), "this is no format that is known here; if you know it, name it with --from."),
        (b"Why? {}", ("--from", "gift"), "nothing in it could be taken over."),
        (b"<quiz>", ("--from", "moodle-xml"), "its XML is not well formed (line 1)."),
        (None, (), "cannot be read (no such file or directory)."),
    ],
)
def test_what_goes_wrong_is_one_sentence(tmp_path, data, arguments, said):
    file = tmp_path / "file"
    if data is not None:
        file.write_bytes(data)
    done = run("import", file, *arguments, "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert done.output.strip().endswith(said)
    assert "Traceback" not in done.output
    assert not (tmp_path / "out").exists()


def test_a_file_too_large_is_not_read(tmp_path):
    file = tmp_path / "file"
    with file.open("wb") as large:
        os.truncate(large.fileno(), 20_000_001)
    assert "larger than 20 MB" in run("import", file, "-o", tmp_path / "out").output


def test_pictures_find_no_room_in_one_text(tmp_path):
    done = run("import", SAMPLES / "genanki.apkg", "-o", tmp_path / "deck.md")
    assert done.exit_code == 1
    assert "has no room for pictures" in done.output


@pytest.mark.parametrize(
    "arguments", [("import", "x"), ("export", "lend-lease", "-o", "x"), ("import", "x", "--from", "y")]
)
def test_wrong_usage_is_status_2(arguments):
    assert run(*arguments).exit_code == 2


def test_a_pack_with_mistakes_is_not_exported(tmp_path):
    (tmp_path / "bad.md").write_text("## ? Why?\n")
    done = run("export", tmp_path / "bad.md", "--to", "gift", "-o", tmp_path / "out")
    assert (done.exit_code, (tmp_path / "out").exists()) == (1, False)


@pytest.mark.parametrize("command", ["import", "export"])
def test_an_output_that_cannot_be_written(tmp_path, command):
    source = SAMPLES / "lights.md"
    target = tmp_path / "no" / "such" / "file.zip"
    extra = ("--to", "native") if command == "export" else ()
    done = run(command, source, *extra, "-o", target)
    assert done.exit_code == 1
    assert "cannot be written" in done.output
