"""Hostile zips are refused with a reason; each test builds the attack."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from content.packfile import is_pack, load, loads, write_zip
from content.packfile.archive import good_name


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def code(data: bytes) -> str:
    parsed = loads(data, "pack.zip")
    assert parsed.pack is None
    assert len(parsed.diagnostics) == 1
    return parsed.diagnostics[0].code


def test_a_zip_of_a_pack_is_the_pack(lighthouses):
    assert loads(zipped(lighthouses), "pack.zip").pack is not None
    inside = {f"lighthouses (1)/{name}": data for name, data in lighthouses.items()}
    assert loads(zipped(inside), "pack.zip").pack is not None


def test_what_systems_leave_behind_is_passed_over(lighthouses):
    lighthouses |= {"__MACOSX/._pack.md": b"\0", ".DS_Store": b"\0", "media/Thumbs.db": b"\0"}
    assert loads(zipped(lighthouses), "pack.zip").diagnostics == ()


def test_a_bomb_is_refused_by_its_ratio(lighthouses):
    assert code(zipped(lighthouses | {"media/a.png": b"\0" * 19_000_000})) == "E417"


def test_a_member_over_twenty_megabytes_is_refused(lighthouses):
    assert code(zipped(lighthouses | {"media/a.png": b"\0" * 20_000_001})) in ("E416", "E417")


def test_the_sum_of_members_is_counted_too(monkeypatch, lighthouses):
    monkeypatch.setattr("content.packfile.limits.EXPANDED_BYTES", 2_000)
    assert code(zipped(lighthouses)) == "E416"


def test_overlapping_members_do_not_multiply():
    data = bytearray(zipped({"a.md": b"\0" * 9_000_000, "b.md": b"x"}))
    second = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 4)
    data[second + 16 : second + 28] = data[data.find(b"PK\x01\x02") + 16 :][:12]
    data[second + 42 : second + 46] = struct.pack("<I", 0)
    assert code(bytes(data)) in ("E410", "E417")


@pytest.mark.parametrize("claimed", [10, 5_000_000])
def test_a_forged_size_is_not_believed(lighthouses, claimed):
    data = bytearray(zipped(lighthouses))
    central = data.find(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", claimed)
    assert code(bytes(data)) in ("E410", "E419")


@pytest.mark.parametrize(
    "name",
    [
        "../pack.md",
        "/pack.md",
        "a/../../pack.md",
        "lessons\\a.md",
        "C:/pack.md",
        "con.md",
        "lessons/nul",
        "a//b.md",
        "lessons/a.md.",
        "x\u202egnp.md",
        "a\nb.md",
        "a" * 201,
        "./pack.md",
    ],
)
def test_names_with_tricks_are_refused(lighthouses, name):
    assert code(zipped(lighthouses | {name: b"x"})) == "E413"


@pytest.mark.parametrize("name", ["lessons/10-öffentlich.md", "media/карта 2.png", "уроки/"])
def test_names_in_any_script_are_good(name):
    assert good_name(name)


def test_a_link_is_refused(lighthouses):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in lighthouses.items():
            archive.writestr(name, data)
        link = zipfile.ZipInfo("media/link.png")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert code(target.getvalue()) == "E412"


def test_a_locked_zip_is_refused(lighthouses):
    data = bytearray(zipped(lighthouses))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert code(bytes(data)) == "E411"


def test_a_zip_in_the_zip_is_refused(lighthouses):
    assert code(zipped(lighthouses | {"media/a.png": zipped(lighthouses)})) == "E418"


def test_names_that_differ_in_case_alone_are_refused(lighthouses):
    assert code(zipped(lighthouses | {"Media/Pharos.PNG": b"x"})) == "E414"


def test_more_than_two_thousand_members_are_refused():
    assert code(zipped({f"a{n}.md": b"" for n in range(2001)})) == "E415"


def test_unusual_compression_is_refused(lighthouses):
    assert code(zipped(lighthouses, zipfile.ZIP_BZIP2)) == "E421"


@pytest.mark.parametrize("keep", [0, 3, 40, 500, -30])
def test_half_a_zip_is_refused(lighthouses, keep):
    assert code(zipped(lighthouses)[:keep]) == "E410"


def test_a_changed_byte_is_noticed(lighthouses):
    data = bytearray(zipped(lighthouses, zipfile.ZIP_STORED))
    data[data.find(b"Pharos")] ^= 1
    assert code(bytes(data)) == "E410"


def test_an_upload_over_twenty_megabytes_is_not_opened():
    assert code(b"PK\x03\x04" + b"\0" * 20_000_000) == "E402"


def test_a_folder_is_read_and_links_in_it_are_refused(lighthouses, tmp_path: Path):
    for name, data in lighthouses.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    assert load(tmp_path).diagnostics == ()
    (tmp_path / "media" / "link.png").symlink_to("/etc/passwd")
    assert [one.code for one in load(tmp_path).errors] == ["E412"]


def test_a_pack_is_told_from_other_documents(lighthouses):
    pack = loads(zipped(lighthouses), "p.zip").pack
    assert is_pack(write_zip(pack), "upload")
    assert is_pack(lighthouses["pack.md"], "pack.md")
    assert not is_pack(zipped({"word/document.xml": b"x"}), "a.docx")
    assert not is_pack(b"---\ntitle: a page of mine\n---\nText. pack: x\n", "page.md")
    assert not is_pack(b"# A heading\n", "page.md")
