"""Anki decks of all three generations, made by Anki itself and by genanki, and notes as text."""

import pytest

from lessons.items import ClozeItem, DateItem, NumberItem, TextItem
from tests.content.exchange.told import codes, items_of

MADE_BY_ANKI = ["anki-legacy.apkg", "anki-modern.apkg", "anki-collection.colpkg"]


@pytest.mark.parametrize("name", MADE_BY_ANKI)
def test_every_generation_gives_the_same_cards(sample, come, name):
    found = come(sample(name), None, name)
    items = items_of(found)
    assert [item.key for item in items] == ["280 BC", "55 m", "Cordouan", "1823", "lighthouse", "phare"]
    assert [type(item) for item in items] == [DateItem, NumberItem, ClozeItem, ClozeItem, TextItem, TextItem]
    assert found.report.refused == ()
    assert found.pack.title == "Old lights"


@pytest.mark.parametrize("name", MADE_BY_ANKI)
def test_pictures_and_tags_come_along_and_the_other_field_explains(sample, come, name):
    found = come(sample(name), None, name)
    first, _, cloze, *_ = items_of(found)
    assert first.tags == ("sea",)
    assert cloze.why == "See the 2nd chapter."
    (reading,) = found.pack.lessons[0].readings
    assert first.reading == reading.id
    assert found.pack.media[0].path == reading.blocks[0].path


def test_a_deck_of_genanki_and_the_words_of_its_template(sample, come):
    found = come(sample("genanki.apkg"), None, "genanki.apkg")
    first, second, *rest = items_of(found)
    assert first.prompt == "What is asked: When was the Pharos finished?"
    assert (first.why, first.tags) == ("See 10²³", ("sea", "old"))
    assert second.key == "Augustin Fresnel"
    assert "sound_left_out" in codes(found.report.changed)
    assert [item.key for item in rest] == ["Cordouan", "1823", "lighthouse", "phare"]


def test_the_id_of_a_note_outlives_its_words(sample, come):
    once, again = (items_of(come(sample("genanki.apkg"), None)) for _ in range(2))
    assert [item.id for item in once] == [item.id for item in again]
    assert len({item.id for item in once}) == len(once)


def test_notes_as_text_with_their_header_lines(sample, come):
    found = come(sample("anki-notes.txt"), None, "anki-notes.txt")
    items = items_of(found)
    assert [item.key for item in items] == ["280 BC", "Cordouan", "1823", "lighthouse"]
    assert (items[0].id, items[0].tags) == ("pharos", ("sea", "old"))
    assert items[2].hints == ("a year",)
    assert [(note.code, note.line) for note in found.report.refused] == [("empty_card", 10)]


@pytest.mark.parametrize("separator", ["comma", "semicolon", "pipe", ";", "tab"])
def test_any_separator_may_be_named(come, separator):
    sign = {"comma": ",", "semicolon": ";", "pipe": "|", "tab": "\t"}.get(separator, separator)
    found = come(f"#separator:{separator}\nwho{sign}Ada\n", None)
    assert [(item.prompt, item.key) for item in items_of(found)] == [("who", "Ada")]


def test_without_html_a_tag_is_text(come):
    (item,) = items_of(come("#separator:tab\n#html:false\nWhat is <b>?\tbold & strong\n", None))
    assert (item.prompt, item.key) == ("What is <b>?", "bold & strong")


@pytest.mark.parametrize(("text", "code"), [("{{c1::a", "braces"), ("{{c1::a {{c2::b}} c}}", "nested")])
def test_broken_clozes_are_refused(come, text, code):
    assert codes(come(f"#separator:tab\n{text}\t\n", None).report.refused) == [code]


def test_gaps_of_one_number_are_asked_one_at_a_time(come):
    found = come("#separator:tab\n{{c1::Pharos}} and {{c1::Eddystone}}\t\n", None)
    (item,) = items_of(found)
    assert (item.prompt, item.key) == ("____ and …", "Pharos")
    assert codes(found.report.changed) == ["several_gaps"]


def test_long_answers_are_tapped_among_others_of_the_deck(come):
    rows = [
        f"term {n}\tthe meaning of it, told at length so that nobody would ever type it, number {n}" for n in range(5)
    ]
    found = come("#separator:tab\n" + "\n".join(rows), None)
    items = items_of(found)
    assert all(len(item.decoys) == 3 and item.key not in item.decoys for item in items)
    assert codes(found.report.changed) == ["options_from_deck"] * 5
    alone = come("#separator:tab\n" + rows[0], None)
    assert codes(alone.report.refused) == ["long_answer"]
