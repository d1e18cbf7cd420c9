"""What can be mended without asking is mended, and nothing else is touched."""

import zipfile
from pathlib import Path

import pytest

from content.packfile import load, parse
from content.packfile.fix import fix, fix_path

CARD = "---\nformat: 1\npack: tiny\nversion: 1.0.0\ntitle: Tiny\nlanguage: en\nlicence: CC0-1.0\n---\n"
TEXT = CARD + (
    "# A reading →\r\n\r\nIt is “high” → 55 m.\r\n\r\n"
    "## ? How high? ##\r\n\r\nnumber: 55 m +- 2\r\nwrong: 60 m → No.\r\nsource: reading “high”\r\n"
    "## ? {was=old} {was=old}\r\n\r\n"
    "## ? True? {was=former}\r\n\r\ntruth: true\r\n"
)


def test_ids_quotes_arrows_and_tolerances_are_written():
    mended = fix({"tiny.md": TEXT.encode()})["tiny.md"].decode()
    (first,) = (missing for missing in parse({"tiny.md": TEXT.encode()}).missing_ids if missing.line == 13)
    assert f"## ? How high? {{#{first.id}}}\r\n" in mended
    assert 'number: 55 m ± 2\r\nwrong: 60 m -> No.\r\nsource: reading "high"\r\n' in mended
    assert " was=former}\r\n" in mended
    assert "# A reading →\r\n\r\nIt is “high” → 55 m.\r\n" in mended


def test_an_id_that_is_written_is_the_one_it_had():
    text = CARD + "# A\n\nText.\n\n## ? Why?\n\ntruth: true\n\n## ? Why?\n\ntruth: true\n"
    before = parse({"tiny.md": text.encode()}).pack
    after = parse(fix({"tiny.md": text.encode()}))
    assert after.diagnostics == ()
    assert [item.id for _, item in after.pack.items()] == [item.id for _, item in before.items()]


@pytest.mark.parametrize("top", ["", "my-pack/"])
def test_folders_and_zips_are_mended_in_place(lighthouses, tmp_path: Path, top):
    path = "lessons/20-eddystone.md"
    lighthouses[path] = lighthouses[path].replace(b" {#smeaton-lit}", b"")
    for name, data in lighthouses.items():
        (tmp_path / "folder" / top / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "folder" / top / name).write_bytes(data)
    packed = tmp_path / "pack.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in lighthouses.items():
            archive.writestr(top + name, data)
    for place in (packed, tmp_path / "folder"):
        assert [one.code for one in load(place).diagnostics] == ["W101"]
        assert len(fix_path(place)) == 1
        assert load(place).diagnostics == ()
        assert fix_path(place) == ()
