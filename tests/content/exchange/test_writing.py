"""Packs go out, and what comes back is what was kept; what was not is told."""

import csv
import io
import sqlite3
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import pypdfium2
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from content.exchange import FORMATS, BadFile, read
from content.exchange.report import Report
from content.exchange.sentences import SENTENCES
from content.exchange.writing import write
from content.packfile import load, loads, parse
from content.packfile import write as write_native
from content.packs import bundled, bundled_path
from lessons import items
from lessons.canonical import from_json, to_json
from lessons.items import Item
from lessons.pack import Lesson, Pack
from lessons.rich import rich
from tests.content.exchange.told import codes, items_of

WRITTEN = [name for name, one in FORMATS.items() if one.writes]
BACK = {
    "gift": "gift",
    "moodle-xml": "moodle-xml",
    "csv": "csv",
    "qti21": "qti",
    "anki-text": "anki-text",
    "apkg": "apkg",
}


def bare(item: Item) -> Item:
    """The item without its place in a pack."""
    return replace(item, reading=None, position=None)


def back(pack: Pack, fmt: str) -> dict[str, Item]:
    written = write(pack, fmt)
    found = read(written.data, written.name, BACK[fmt])
    assert found.report.refused == ()
    return {item.id: bare(item) for item in items_of(found)}


@pytest.mark.parametrize("fmt", WRITTEN)
def test_every_question_is_written_and_every_loss_has_its_sentence(lights, fmt):
    written = write(lights, fmt)
    assert written.report.imported == len(list(lights.items()))
    assert {note.code for note in written.report.changed} <= set(SENTENCES)
    assert written.name.startswith("lights.")
    assert Report.from_json(written.report.to_json()) == written.report
    assert str(written.report.imported) in written.report.text()


@pytest.mark.parametrize("fmt", [name for name in WRITTEN if name != "apkg"])
def test_the_same_pack_gives_the_same_bytes(lights, fmt):
    assert write(lights, fmt).data == write(lights, fmt, now=datetime(2026, 1, 1, tzinfo=UTC)).data


@pytest.mark.parametrize("fmt", BACK)
def test_every_question_comes_back_by_its_id(lights, fmt):
    assert set(back(lights, fmt)) == {item.id for _, item in lights.items()}


def test_our_own_formats_lose_nothing(lights):
    assert loads(write(lights, "native").data, "lights.zip").pack == lights
    assert from_json(to_json(lights)) == lights


def test_a_table_loses_nothing_of_a_question_but_where_its_words_stand(lights):
    found = back(lights, "csv")
    for _, item in lights.items():
        assert replace(found[item.id], sources=()) == replace(bare(item), sources=())
        assert [one.exact for one in found[item.id].sources] == [one.exact for one in item.sources]


KEPT = {
    "gift": (
        "hercules-height",
        "signs",
        "range",
        "still-works",
        "several",
        "lens-maker",
        "cordouan-first",
        "match-years",
    ),
    "moodle-xml": ("hercules-height", "signs", "still-works", "several", "lens-maker", "cordouan-first", "match-years"),
    "qti21": ("signs", "still-works", "several", "cordouan-first", "order-lights", "match-years"),
}


@pytest.mark.parametrize("fmt", KEPT)
def test_what_a_format_can_hold_comes_back_the_same(lights, fmt):
    found = back(lights, fmt)
    for item in (one for _, one in lights.items() if one.id in KEPT[fmt]):
        other = found[item.id]
        assert type(other) is type(item)
        for name in ("answer", "partly", "wrong"):
            mine, theirs = getattr(item, name, None), getattr(other, name, None)
            if name == "answer" and isinstance(mine, items.Quantity):
                spread = (mine.value, mine.tolerance)
                assert spread == (theirs.value, theirs.tolerance)
            elif name == "wrong" and fmt == "qti21":
                continue
            elif isinstance(mine, tuple) and mine and isinstance(mine[0], items.WrongQuantity):
                assert [(one.quantity.value, one.feedback) for one in mine] == [
                    (one.quantity.value, one.feedback) for one in theirs
                ]
            elif item.kind == "order" and mine:
                assert [one.text for one in mine] == [one.text for one in theirs]
            else:
                assert mine == theirs


def test_units_are_kept_by_moodle_and_told_in_the_words_by_gift(lights):
    assert back(lights, "moodle-xml")["hercules-height"].answer.unit == "m"
    assert back(lights, "gift")["hercules-height"].prompt == "How tall is the Tower of Hercules? (m)"


def test_each_loss_is_told_of_its_item(lights):
    told = {(note.item, note.code) for note in write(lights, "gift").report.changed}
    assert {
        ("pharos-date", "lost_hints"),
        ("pharos-date", "lost_level"),
        ("pharos-date", "lost_date"),
        ("pharos-date", "lost_tolerance"),
        ("hercules-height", "lost_decoys"),
        ("hercules-height", "lost_unit"),
        ("hercules-height", "lost_accept"),
        ("order-lights", "lost_order"),
        ("tower-cost", "lost_estimate"),
        ("tower-or-lens", "lost_first"),
        ("smeaton-lit", "lost_precision"),
        ("cordouan-first", "lost_was"),
        ("several", "lost_style"),
    } <= told


def test_readings_go_to_moodle_before_their_questions(lights):
    root = ElementTree.fromstring(write(lights, "moodle-xml").data)
    kinds = [question.get("type") for question in root]
    assert kinds[:3] == ["category", "description", "shortanswer"]


def test_a_deck_knows_its_notes_by_pack_and_item_and_dates_them(lights):
    now = datetime(2026, 3, 1, tzinfo=UTC)
    with zipfile.ZipFile(io.BytesIO(write(lights, "apkg", now=now).data)) as archive:
        data = archive.read("collection.anki2")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    notes = connection.execute("SELECT guid, mod, flds, id FROM notes").fetchall()
    cards = connection.execute("SELECT nid, due FROM cards ORDER BY due").fetchall()
    connection.close()
    assert {guid for guid, *_ in notes} == {f"lights/{item.id}" for _, item in lights.items()}
    assert {mod for _, mod, *_ in notes} == {int(now.timestamp())}
    ids = {key: guid for guid, _, _, key in notes}
    assert [ids[note] for note, _ in cards] == [f"lights/{item.id}" for _, item in lights.items()]


def test_a_later_version_dates_its_notes_later(lights):
    def age(version: str) -> int:
        with zipfile.ZipFile(io.BytesIO(write(replace(lights, version=version), "apkg").data)) as archive:
            connection = sqlite3.connect(":memory:")
            connection.deserialize(archive.read("collection.anki2"))
        found = connection.execute("SELECT max(mod) FROM notes").fetchone()[0]
        connection.close()
        return int(found)

    assert age("1.2.0") < age("1.2.1") < age("1.3.0") < age("2.0.0")


def test_anki_text_has_a_guid_a_line(lights):
    text = write(lights, "anki-text").data.decode()
    assert "#guid column:1" in text
    rows = list(csv.reader(io.StringIO("\n".join(text.split("\n")[5:])), delimiter="\t"))
    assert [row[0] for row in rows] == [f"lights/{item.id}" for _, item in lights.items()]
    assert all("<b>?" not in row[2] for row in rows)


def test_no_cell_of_a_table_is_a_formula():
    lesson = Lesson("l", "=1+1", (), (items.TextItem(id="a", stem=rich("@SUM(A1)"), answer="+1"),))
    pack = Pack("p", "1.0.0", "P", "en", "CC0-1.0", (lesson,))
    rows = csv.reader(io.StringIO(write(pack, "csv").data.decode("utf-8-sig")))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert back(pack, "csv")["a"].answer == "+1"


def test_the_sheet_asks_first_and_answers_on_its_last_pages(lights):
    document = pypdfium2.PdfDocument(write(replace(lights, title="Öl & <b> Свет"), "pdf").data)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert "Öl & <b> Свет" in pages[0]
    assert "How many {braces}, = signs & ~ waves" in " ".join(pages[0].split())
    assert "key" in pages[-1]
    assert "a shaft of 55 m" in pages[-1]
    assert all("a shaft of 55 m" not in page for page in pages[:-1])


def test_qti_is_a_package_whose_manifest_names_each_item(lights):
    with zipfile.ZipFile(io.BytesIO(write(lights, "qti21").data)) as archive:
        root = ElementTree.fromstring(archive.read("imsmanifest.xml"))
        named = {one.get("href") for one in root.iter() if one.tag.endswith("}resource")}
        assert named == {name for name in archive.namelist() if name != "imsmanifest.xml"}


@pytest.mark.parametrize("name", bundled())
@pytest.mark.parametrize("fmt", WRITTEN)
def test_a_bundled_pack_goes_out_whole(name, fmt):
    pack = load(bundled_path(name)).pack
    assert write(pack, fmt).report.imported == len(list(pack.items()))


def test_a_format_that_is_only_read(lights):
    with pytest.raises(BadFile) as refused:
        write(lights, "kahoot")
    assert refused.value.code == "no_writer"


words = st.text(st.sampled_from("ac Zéя\\~=#{}:<>&\"'*%->[]$@|;,_`^!?/.1"), min_size=1, max_size=30).map(
    lambda text: " ".join(text.split())
)
line = words.map(lambda text: (text if any(map(str.isalpha, text)) else f"{text} я").replace("__", "_ "))
several = st.lists(line, min_size=2, max_size=4, unique_by=str.casefold)


@st.composite
def questions(draw: st.DrawFn) -> Item:
    common = {"id": draw(st.from_regex(r"[a-z][a-z0-9]{0,6}", fullmatch=True)), "stem": rich(draw(line))}
    match draw(st.integers(0, 3)):
        case 0:
            texts = draw(several)
            said = draw(st.none() | line)
            options = tuple(items.Option(one, at == 0, said) for at, one in enumerate(texts))
            return items.ChoiceItem(answer=options, **common)
        case 1:
            return items.TruthItem(answer=draw(st.booleans()), **common)
        case 2:
            lefts, rights = draw(several), draw(several)
            return items.MatchItem(answer=tuple(items.Pair(*one) for one in zip(lefts, rights, strict=False)), **common)
    first, *rest = draw(several)
    return items.TextItem(answer=first, accept=tuple(rest), **common)


def packs() -> st.SearchStrategy[Pack]:
    listed = st.lists(questions(), min_size=1, max_size=4, unique_by=lambda item: item.id)
    return listed.map(lambda found: Pack("p", "1.0.0", "P", "en", "CC0-1.0", (Lesson("l", "L", (), tuple(found)),)))


def steady(pack: Pack) -> Pack | None:
    """The pack as it is read from our own format: what people cannot write there, they cannot export."""
    return parse(write_native(pack)).pack


@pytest.mark.parametrize("fmt", ["gift", "moodle-xml", "csv", "qti21"])
@given(pack=packs())
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_words_go_out_and_come_back(fmt, pack):
    native = steady(pack)
    event("written" if native else "cannot be written by hand")
    if native is None:
        return
    found = back(native, fmt)
    arrow = (lambda text: text.replace("->", "→")) if fmt == "gift" else str
    for _, item in native.items():
        other = found[item.id]
        if isinstance(item, items.TextItem) and not isinstance(other, items.TextItem):
            continue  # the words happen to be a figure or a date, which is told
        if isinstance(item, items.ChoiceItem) and isinstance(other, items.TruthItem):
            continue
        assert other.prompt == item.prompt
        if isinstance(item, items.MatchItem):
            assert [(one.left, one.right) for one in other.answer] == [
                (arrow(one.left), arrow(one.right)) for one in item.answer
            ]
        elif isinstance(item, items.TextItem):
            assert [other.answer, *other.accept] == [arrow(one) for one in (item.answer, *item.accept)]
        else:
            assert other.answer == item.answer


def test_losses_are_told_together_in_the_terminal(lights):
    text = write(lights, "apkg").report.text()
    assert "and 10 more: asked as a card with a question and an answer" in text
    assert codes(write(lights, "apkg").report.changed).count("as_card") == 14


@pytest.mark.parametrize("fmt", ["apkg", "qti21"])
def test_a_picture_that_stands_with_a_question_goes_out_and_comes_back(sample, come, fmt):
    pack = come(sample("genanki.apkg"), None, "deck.apkg").pack
    out = write(pack, fmt)
    again = read(out.data, out.name).pack
    assert [one.data for one in again.media] == [one.data for one in pack.media] != []
    shown = {item.prompt: bool(item.reading) for _, item in pack.items()}
    assert {item.prompt: bool(item.reading) for _, item in again.items()} == shown
    assert not {"lost_media", "lost_readings"} & {note.code for note in out.report.changed}


def test_an_id_that_some_systems_take_for_a_device_goes_out_and_comes_back() -> None:
    asked = items.TruthItem(id="nul", stem=rich("Is the mole of Husum made of granite?"), answer=True)
    assert "nul" in back(Pack("p", "1.0.0", "P", "en", "CC0-1.0", (Lesson("l", "L", (), (asked,)),)), "qti21")
