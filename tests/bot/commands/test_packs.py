"""lectern check, items, packs and install, as a person types them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import cli

TEXT = (
    "---\nformat: 1\npack: tiny\nversion: 1.0.0\ntitle: Tiny\nlanguage: en\nlicence: CC0-1.0\n---\n"
    "# A reading\n\nIt is 55 m high.\n\n## ? How high is it?\n\nnumber: 55 m\nwhy: See above.\n"
    'source: reading "55 m high"\n'
)


def lectern(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, prog_name="lectern")


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_good_pack_is_summed_up(tiny):
    result = lectern("check", str(tiny))
    assert result.exit_code == 0
    assert result.output.splitlines()[-1] == "tiny 1.0.0: 1 lesson, 1 reading, 1 question; 0 errors, 1 warning"


def test_a_bad_pack_is_the_inputs_fault(tiny):
    tiny.write_text(TEXT.replace("55 m\n", "1,567 m\n"), encoding="utf-8")
    result = lectern("check", str(tiny))
    assert result.exit_code == 1
    assert "tiny.md:15:10: error E203" in result.output


def test_check_speaks_json(tiny):
    result = lectern("check", str(tiny), "--json")
    told = json.loads(result.output)
    assert told["ok"] is True
    assert [one["code"] for one in told["diagnostics"]] == ["W101"]


def test_check_mends(tiny):
    assert "mended: tiny.md" in lectern("check", str(tiny), "--fix").output
    assert lectern("check", str(tiny)).output.endswith("0 errors, 0 warnings\n")


def test_a_pack_that_is_not_there_is_the_inputs_fault():
    result = lectern("check", "no-such-pack")
    assert result.exit_code == 1
    assert "lend-lease" in result.output


@pytest.mark.parametrize("command", ["check", "items"])
@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"PK\x03\x04", b"\xff" * 100])
def test_what_is_no_pack_is_the_inputs_fault(tmp_path, command, data):
    path = tmp_path / "some.zip"
    path.write_bytes(data)
    result = lectern(command, str(path))
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_items_are_listed_flat(tiny):
    (item,) = json.loads(lectern("items", str(tiny), "--json").stdout)
    assert item["id"].startswith("q-")
    assert item["kind"] == "number"
    assert item["prompt"] == "How high is it?"
    assert item["key"] == "55 m"
    assert item["options"] == []
    assert item["tolerance"] is None
    assert item["explanation"] == "See above."
    assert item["quote"] == "55 m high"
    assert item["lesson"] == "tiny"


def test_every_item_of_the_bundled_pack_is_listed():
    found = json.loads(lectern("items", "lend-lease", "--json").stdout)
    assert len(found) >= 40
    assert len({one["kind"] for one in found}) >= 6
    assert all(one["key"] and one["prompt"] for one in found)


def test_a_pack_is_installed_and_listed(tiny, tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'lectern.db'}")
    result = lectern("install", str(tiny))
    assert result.exit_code == 0, result.output
    assert "1 new" in result.output
    assert json.loads(lectern("packs", "--json").stdout)[0]["key"] == "tiny"
    assert "0 new, 0 changed, 0 retired" in lectern("install", str(tiny)).output
