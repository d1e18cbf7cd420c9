"""Each danger of a stranger's file, built: every one ends in a code, none in a crash or in memory gone."""

import io
import json
import sqlite3
import stat
import struct
import zipfile

import openpyxl
import pytest
import zstandard

from content.exchange import BadFile, read
from content.exchange.anki.database import opened
from content.exchange.anki.package import unpacked
from content.exchange.sentences import SENTENCES
from content.exchange.xml import parse
from tests.content.exchange.decks import TABLES, database, zipped
from tests.content.exchange.told import codes, items_of

CARD = '{"title": "T", "language": "en", "mainLibrary": "H5P.QuestionSet"}'


def refusal(data: bytes, fmt: str) -> str:
    with pytest.raises(BadFile) as refused:
        read(data, "file", fmt)
    assert refused.value.code in SENTENCES
    return refused.value.code


def test_a_file_larger_than_a_pack_may_be():
    assert refusal(b"a" * 20_000_001, "gift") == "large"


def test_a_zip_bomb():
    assert refusal(zipped({"h5p.json": CARD, "content/content.json": b"\0" * 30_000_000}), "h5p") in (
        "zip_ratio",
        "zip_large",
    )


def test_a_bomb_hidden_in_a_spreadsheet():
    book = io.BytesIO()
    openpyxl.Workbook().save(book)
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/extra.xml", b" " * 30_000_000)
    assert refusal(book.getvalue(), "xlsx") in ("zip_ratio", "zip_large")


def test_a_zip_whose_sizes_lie():
    data = bytearray(zipped({"h5p.json": CARD, "content/content.json": "{}" * 500}, zipfile.ZIP_STORED))
    place = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, place + 24, 7)
    assert refusal(bytes(data), "h5p") in ("zip_damaged", "zip_length")


@pytest.mark.parametrize(
    "name", ["../h5p.json", "/etc/h5p.json", "a/../../h5p.json", "C:\\h5p.json", "con.json", "a\0b"]
)
def test_names_that_lead_out_of_the_archive(name):
    info = zipfile.ZipInfo("x")
    info.filename = name
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(info, CARD)
    data = out.getvalue()
    assert refusal(data, "h5p") in ("zip_name", "missing_file")


def test_a_link_in_the_archive():
    info = zipfile.ZipInfo("h5p.json")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    assert refusal(out.getvalue(), "h5p") == "zip_link"


def test_two_files_whose_names_differ_in_case_alone():
    assert refusal(zipped({"h5p.json": CARD, "H5P.json": CARD}), "h5p") == "zip_twice"


def test_an_archive_within_the_archive():
    assert refusal(zipped({"collection.anki2": zipped({"a": "b"})}), "apkg") == "zip_nested"


def test_too_many_files():
    assert refusal(zipped({f"f{n}": "" for n in range(2001)}), "h5p") == "zip_members"


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 100, b"PK\x05\x06" + b"\0" * 18])
def test_half_an_archive(data):
    assert refusal(data, "apkg") in ("zip_damaged", "missing_file")


def entity(depth: int) -> bytes:
    lines = [f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};&e{n - 1};">' for n in range(1, depth)]
    return f'<!DOCTYPE quiz [<!ENTITY e0 "ha">{"".join(lines)}]><quiz>&e{depth - 1};</quiz>'.encode()


@pytest.mark.parametrize(
    "data",
    [
        entity(30),
        b'<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>',
        b"<!DOCTYPE quiz [<!ELEMENT quiz ANY>]><quiz/>",
        b'<!DOCTYPE quiz [<!ENTITY % p SYSTEM "http://127.0.0.1/x">%p;]><quiz/>',
    ],
)
def test_xml_with_entities_or_types_of_its_own(data):
    assert refusal(data, "moodle-xml") == "xml_hostile"


def test_a_document_type_that_only_names_itself_does_no_harm():
    root = parse(b'<!DOCTYPE questestinterop SYSTEM "ims_qtiasiv1p2p1.dtd"><questestinterop/>').root
    assert root.tag == "questestinterop"


def test_xml_nested_deeply_and_xml_cut_off():
    assert refusal(b"<quiz>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</quiz>", "moodle-xml") == "xml_deep"
    assert refusal(b"<quiz><question>", "moodle-xml") == "xml_damaged"
    assert refusal(b'<?xml version="1.0" encoding="nonsense"?><quiz/>', "moodle-xml") == "xml_damaged"


def test_html_nested_deeply_is_read_as_its_words(come):
    found = come("[html]" + "<div>" * 3000 + "Why?" + "</div>" * 3000 + " {T}", "gift")
    assert items_of(found)[0].prompt == "Why?"


@pytest.mark.parametrize(
    "number", ["1e9999999", "9" * 5000, "1e999999999999999999", "-" * 100, "0x10", "nan", "1_0e5_0"]
)
def test_huge_and_odd_numbers_cost_nothing(come, number):
    for text in (f"How many? {{#{number}}}", f"How many? {{#1:{number}}}", f"How many? {{#{number}..{number}}}"):
        found = come(text, "gift")
        assert found.pack is None
        assert set(codes(found.report.refused)) <= {"not_a_number", "too_long", "comma"}


@pytest.mark.parametrize("pattern", ["(a+)+$", "[ab][ab][ab][ab][ab][ab]" * 5, "\\d", "a|b", "x" * 500 + "["])
def test_patterns_from_a_file_are_never_run(pattern):
    from content.exchange.qti.one import alternatives
    from content.exchange.question import Refuse

    with pytest.raises(Refuse):
        alternatives(pattern)
    assert alternatives("Z[uü]rich") == ["Zurich", "Zürich"]


def locked(data: bytes) -> bytes:
    """The archive with every file marked as locked with a password, in both of its lists."""
    changed = bytearray(data)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = changed.find(mark)
        while place >= 0:
            changed[place + flags] |= 1
            place = changed.find(mark, place + 4)
    return bytes(changed)


@pytest.mark.parametrize("fmt", [None, "apkg", "h5p", "qti", "xlsx", "kahoot"])
@pytest.mark.parametrize("name", ["genanki.apkg", "questions.h5p", "text2qti-qti.zip", "kahoot.xlsx"])
def test_an_archive_locked_with_a_password(sample, fmt, name):
    with pytest.raises(BadFile) as refused:
        read(locked(sample(name)), "file", fmt)
    assert refused.value.code == "zip_locked"


def test_a_locked_pack_says_so():
    found = read(locked(zipped({"pack.md": "x"})), "pack.zip")
    assert (found.pack, "locked with a password" in found.report.text()) == (None, True)


def test_names_and_text_lose_invisible_signs(come):
    (item,) = items_of(come("W\u202eho\u200b is\u2066 it\x07? {=A\u200bda}", "gift"))
    assert (item.prompt, item.key) == ("Who is it?", "Ada")


def test_zstd_that_swells_or_breaks():
    bomb = zstandard.ZstdCompressor().compress(b"\0" * 60_000_000)
    assert len(bomb) < 10_000
    for data, code in ((bomb, "zstd_large"), (b"nonsense", "zstd"), (bomb[:100], "zstd_large"), (b"", "")):
        if not code:
            assert unpacked(data, 1000) == b""
            continue
        with pytest.raises(BadFile) as refused:
            unpacked(data, 1_000_000)
        assert refused.value.code in (code, "zstd")


def test_a_zstd_window_beyond_the_limit():
    frame = b"\x28\xb5\x2f\xfd" + bytes([0x00, 0xF8]) + b"\0" * 20
    with pytest.raises(BadFile) as refused:
        unpacked(frame, 1_000_000)
    assert refused.value.code == "zstd"


def package(script: str) -> bytes:
    return zipped({"collection.anki2": database(script), "media": "{}"})


@pytest.mark.parametrize(
    ("script", "code"),
    [
        (TABLES + "CREATE VIEW v AS SELECT 1;", "database_hostile"),
        (TABLES + "CREATE TRIGGER t AFTER INSERT ON notes BEGIN SELECT 1; END;", "database_hostile"),
        (TABLES + "CREATE VIRTUAL TABLE f USING fts5(x);", "database_hostile"),
        ("CREATE TABLE x (y);", "database"),
        (TABLES, "database"),
        (TABLES + "INSERT INTO col VALUES ('[1]', '{}');", "database"),
        (TABLES + "INSERT INTO col VALUES ('{\"1\": {\"flds\": 3}}', '{}');", "database"),
        (TABLES + "INSERT INTO col VALUES ('{}', '{}');", "no_question"),
        ("CREATE TABLE col (models); CREATE TABLE notes (id); CREATE TABLE cards (id);", "database"),
    ],
)
def test_a_deck_with_a_database_that_is_none(script, code):
    assert refusal(package(script), "apkg") == code


def test_a_view_in_the_place_of_a_table():
    script = "CREATE TABLE col (models, decks); CREATE TABLE cards (id); CREATE VIEW notes AS SELECT 1 AS id;"
    assert refusal(package(script), "apkg") == "database_hostile"


def test_a_database_that_never_ends(monkeypatch):
    monkeypatch.setattr("content.exchange.anki.database.SLOWEST_SECS", -1)
    filler = (
        "INSERT INTO notes (flds) WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<20000)"
        " SELECT x FROM n;"
    )
    assert refusal(package(TABLES + filler), "apkg") == "database_slow"


def test_too_many_notes():
    filler = (
        "INSERT INTO col VALUES ('{}', '{}');"
        "INSERT INTO notes (guid, mid, tags, flds) WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE"
        " x<20001) SELECT x, 1, '', 'a' FROM n;"
    )
    assert refusal(package(TABLES + filler), "apkg") == "too_many_rows"


def test_our_connection_may_only_read():
    with opened(database(TABLES)) as connection:
        for statement in ("DELETE FROM notes", "ATTACH 'x.db' AS y", "PRAGMA writable_schema=ON", "CREATE TABLE z (a)"):
            with pytest.raises(sqlite3.DatabaseError):
                connection.execute(statement)


@pytest.mark.parametrize(
    "change", [lambda data: data[: len(data) // 2], lambda data: data[:100] + b"\xff" * 4000 + data[4100:]]
)
def test_a_damaged_database(sample, change):
    with zipfile.ZipFile(io.BytesIO(sample("anki-legacy.apkg"))) as archive:
        whole = archive.read("collection.anki21")
    assert refusal(zipped({"collection.anki21": change(whole)}), "apkg") == "database"


def test_a_deck_of_which_only_the_dummy_is_there(sample):
    with zipfile.ZipFile(io.BytesIO(sample("anki-modern.apkg"))) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name != "collection.anki21b"}
    assert refusal(zipped(files), "apkg") == "dummy"


@pytest.mark.parametrize("name", ["../../evil.png", "/etc/passwd", "a/b.png", "con.png"])
def test_a_medium_is_known_by_a_name_of_ours(sample, name):
    with zipfile.ZipFile(io.BytesIO(sample("genanki.apkg"))) as archive:
        files = {one: archive.read(one) for one in archive.namelist()}
    data = files["collection.anki2"].replace(b"tower.png", name.ljust(9)[:9].encode())
    found = read(
        zipped({**files, "collection.anki2": data, "media": json.dumps({"0": name.ljust(9)[:9].strip()})}), "d.apkg"
    )
    assert all(medium.path.startswith("media/") and medium.path.count("/") == 1 for medium in found.pack.media)


def test_a_spreadsheet_with_macros():
    book = io.BytesIO()
    openpyxl.Workbook().save(book)
    with zipfile.ZipFile(book, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    assert refusal(book.getvalue(), "xlsx") == "macros"


@pytest.mark.parametrize("fmt", ["xlsx", "kahoot"])
def test_a_spreadsheet_that_is_none(fmt):
    assert refusal(zipped({"xl/workbook.xml": "<x/>"}), fmt) == "workbook"


@pytest.mark.parametrize("data", ["[" * 100_000, '{"results": ' + "[" * 100_000, "nope", "{}", '{"results": {}}'])
def test_json_that_is_deep_or_none(data):
    assert refusal(data.encode(), "opentdb") in ("json", "no_question")


def test_a_cell_larger_than_the_csv_reader_takes():
    assert refusal(b"question,answer\n" + b"a" * 200_000 + b",b\n", "csv") in ("csv", "no_items")
