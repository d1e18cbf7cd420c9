"""Aiken, text2qti, quizdown, Open Trivia DB, H5P."""

import base64
import io
import json
import zipfile

import pytest

from content.exchange import BadFile
from lessons.items import ChoiceItem, NumberItem, OrderItem, TextItem, TruthItem
from tests.content.exchange.decks import zipped
from tests.content.exchange.told import codes, items_of


def test_aiken_with_its_usual_slips(sample, come):
    found = come(sample("lights.aiken"), None, "lights.txt")
    assert [(item.prompt, item.key) for item in items_of(found)] == [
        ("Which of these lights still works?", "The Tower of Hercules"),
        ("Who designed\nthe stepped lens?", "Fresnel"),
    ]
    assert [(note.code, note.line) for note in found.report.refused] == [("not_an_option", 12), ("no_right_answer", 17)]


def test_text2qti_and_what_text2qti_makes_of_it_are_the_same_questions(sample, come):
    text = come(sample("text2qti.txt"), None, "lights.txt")
    made = come(sample("text2qti-qti.zip"), None, "lights.zip")
    assert [type(item) for item in items_of(text)] == [
        NumberItem,
        ChoiceItem,
        ChoiceItem,
        NumberItem,
        TextItem,
        NumberItem,
        TruthItem,
    ]
    for one, other in zip(items_of(text), items_of(made), strict=True):
        assert (one.prompt, one.kind, one.why) == (other.prompt, other.kind, other.why)
        assert one.kind != "choice" or one.answer == other.answer
        assert one.kind != "number" or one.answer.tolerance == other.answer.tolerance
    assert codes(text.report.refused) == codes(made.report.refused) == ["essay"]
    assert text.pack.title == made.pack.title == "Four lights"


def test_text2qti_margins_texts_and_groups(come):
    text = (
        "Text title: Lights\nText:  They warn ships.\n\nGROUP\npick: 1\n\n1.  How much?\n=   1.4142 +- 1%\n\n"
        "2.  Which\n    of these?\n*a) this\n    one\nb)  that\n\nEND_GROUP\n\nstray\n"
    )
    found = come(text, "text2qti")
    one, two = items_of(found)
    assert (one.answer.tolerance.kind, one.answer.tolerance.value) == ("relative", 1)
    assert (two.prompt, two.key) == ("Which\nof these?", "this one")
    assert two.answer[1].text == "that stray"
    assert found.report.readings == 1


def test_quizdown(sample, come):
    found = come(sample("quizdown.md"), None, "quiz.md")
    one, two, three = items_of(found)
    assert (one.prompt, one.hints) == ("Which of these still works?\nThink of Spain.", ("It is Roman.",))
    assert one.answer[0].feedback == "Earthquakes."
    assert two.several
    assert isinstance(three, OrderItem)
    assert codes(found.report.refused) == ["no_answer"]


def test_open_trivia_keeps_its_credit(sample, come):
    found = come(sample("opentdb.json"), None, "api.json")
    one, two = items_of(found)
    assert one.prompt == 'Who built the tower of "Eddystone" lit in 1759?'
    assert (one.level, two.level, two.answer) == (1, 5, True)
    assert (found.pack.licence, found.pack.authors) == ("CC-BY-SA-4.0", ("Contributors of the Open Trivia Database",))
    assert codes(found.report.refused) == ["no_answer", "damaged_item"]


def test_open_trivia_in_base64(come):
    def coded(text: str) -> str:
        return base64.b64encode(text.encode()).decode()

    one = {"type": coded("multiple"), "question": coded("Who?"), "correct_answer": coded("Ada")}
    found = come(json.dumps({"results": [one | {"incorrect_answers": [coded("Bob")]}]}), "opentdb")
    assert [(item.prompt, item.key) for item in items_of(found)] == [("Who?", "Ada")]


def test_h5p_questions_their_picture_and_their_licence(sample, come):
    found = come(sample("questions.h5p"), None, "questions.h5p")
    assert [item.kind for item in items_of(found)] == ["choice", "truth", "cloze", "cloze"]
    first, second, gap, _ = items_of(found)
    assert first.answer[0].feedback == "Yes."
    assert first.reading == found.pack.lessons[0].readings[0].id
    assert second.why == "It did."
    assert (gap.prompt, gap.answer.accept, gap.hints) == (
        "The lens was designed by ____ in 1823.",
        ("Augustin Fresnel",),
        ("a Frenchman",),
    )
    assert (found.pack.licence, found.pack.authors) == ("CC-BY-SA-4.0", ("Ada Example",))
    assert codes(found.report.refused) == ["kind"]


def h5p(library: str, **params: object) -> bytes:
    """A package with that content alone, as its editor writes it."""
    card = {"title": "Bells", "language": "en", "mainLibrary": library, "license": "CC BY", "licenseVersion": "4.0"}
    return zipped({"h5p.json": json.dumps(card), "content/content.json": json.dumps(params)})


def test_h5p_words_to_drag_into_a_text(come):
    text = "A bell swings at *2 km/h:slowly* in a *frame*.\n"
    found = come(
        h5p("H5P.DragText", taskDescription="<p>Drag.</p>", textField=text, distractors="*rope*"), None, "a.h5p"
    )
    first, second = items_of(found)
    assert (first.prompt, first.hints, first.context) == ("A bell swings at ____ in a frame.", ("slowly",), "Drag.")
    assert (second.prompt, second.key) == ("A bell swings at 2 km/h in a ____.", "frame")
    assert codes(found.report.changed)[:2] == ["gap_of_many", "extra_answers"]


def test_h5p_cards(come):
    dialogs = [
        {
            "text": "<p>sound bow</p>",
            "answer": "<p>the thick rim</p>",
            "tips": {"front": "struck there"},
            "audio": [{}],
        },
        {"text": "<p>hum</p>", "answer": ""},
        3,
    ]
    found = come(h5p("H5P.Dialogcards", dialogs=dialogs), None, "a.h5p")
    (item,) = items_of(found)
    assert (item.prompt, item.key, item.hints) == ("sound bow", "the thick rim", ("struck there",))
    assert codes(found.report.changed) == ["sound_left_out"]
    assert codes(found.report.refused) == ["empty_card", "empty_card"]
    cards = [{"text": "Metal of bells?", "answer": "bronze/bell metal", "tip": "an alloy"}]
    (item,) = items_of(come(h5p("H5P.Flashcards", cards=cards), None, "b.h5p"))
    assert (item.key, item.accept) == ("bronze", ("bell metal",))


@pytest.mark.parametrize("content", ["[]", "{", '{"questions": 3}', '{"questions": [1]}', "[" * 5000])
def test_h5p_content_of_an_unknown_form(content, come):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("h5p.json", '{"mainLibrary": "H5P.QuestionSet", "title": 3}')
        archive.writestr("content/content.json", content)
    if content == '{"questions": [1]}':
        assert codes(come(out.getvalue(), "h5p").report.refused) == ["damaged_item"]
        return
    with pytest.raises(BadFile) as refused:
        come(out.getvalue(), "h5p")
    assert refused.value.code in ("json", "no_question")
