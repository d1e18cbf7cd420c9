"""Moodle XML: every type, feedback, units, files, and the types that are programs."""

from decimal import Decimal

import pytest

from content.exchange import BadFile
from lessons.items import ClozeItem, Tolerance
from tests.content.exchange.told import codes, items_of


def quiz(inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><quiz>{inner}</quiz>'


def question(kind: str, text: str, rest: str) -> str:
    stem = f'<questiontext format="html"><text>{text}</text></questiontext>'
    return quiz(f'<question type="{kind}"><name><text>N</text></name>{stem}{rest}</question>')


def test_a_whole_file_tells_every_question(sample, come):
    found = come(sample("moodle.xml"), None, "moodle.xml")
    assert (found.report.imported, found.report.readings) == (9, 1)
    assert codes(found.report.refused) == ["essay", "calculated", "calculated", "picture_only"]
    kinds = [item.kind for item in items_of(found)]
    assert kinds == ["choice", "choice", "truth", "text", "number", "match", "cloze", "cloze", "choice"]


def test_what_belongs_to_a_question_comes_with_it(sample, come):
    first = items_of(come(sample("moodle.xml"), None))[0]
    assert (first.id, first.why, first.hints, first.tags) == (
        "still-works",
        "It stands in Galicia.",
        ("It is Roman.",),
        ("sea",),
    )
    assert first.answer[0].feedback == "Earthquakes."


def test_a_picture_of_a_description_stands_in_its_reading(sample, come):
    pack = come(sample("moodle.xml"), None).pack
    (reading,) = pack.lessons[0].readings
    assert [block.kind for block in reading.blocks] == ["paragraph", "image"]
    assert pack.media[0].data.startswith(b"\x89PNG")
    assert items_of(come(sample("moodle.xml"), None))[0].reading == reading.id


def test_figures_keep_unit_tolerance_and_mistakes(sample, come):
    item = next(one for one in items_of(come(sample("moodle.xml"), None)) if one.kind == "number")
    assert (item.answer.value, item.answer.unit, item.answer.tolerance.value) == (55, "m", 2)
    assert item.partly[0].quantity.tolerance.value == 5
    assert (item.wrong[0].quantity.value, item.wrong[0].feedback) == (100, "That is the Pharos.")
    assert item.prompt.endswith("5.5 × 10¹")


def test_each_gap_of_a_cloze_is_asked_with_the_others_filled_in(sample, come):
    gaps = [item for item in items_of(come(sample("moodle.xml"), None)) if isinstance(item, ClozeItem)]
    assert [item.prompt for item in gaps] == [
        "The lens came to ____ in 1823 from Paris.",
        "The lens came to Cordouan in ____ from Paris.",
    ]
    assert gaps[1].answer.answer.tolerance == Tolerance("absolute", Decimal("0.5"))


def test_a_picture_in_a_question_is_shown_before_it(come):
    picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="
    text = f'See <![CDATA[<img src="@@PLUGINFILE@@/a%20b.png">]]></text><file name="a b.png">{picture}</file><text>'
    found = come(question("truefalse", text, '<answer fraction="100"><text>true</text></answer>'), "moodle-xml")
    (item,) = items_of(found)
    assert item.reading == found.pack.lessons[0].readings[0].id
    assert codes(found.report.changed) == ["picture_in_reading"]


@pytest.mark.parametrize(
    ("kind", "rest", "code"),
    [
        ("essay", "", "essay"),
        ("ddwtos", "", "kind"),
        ("calculatedmulti", "", "calculated"),
        ("cloze", "", "no_answer"),
        ("shortanswer", "", "no_answer"),
        ("numerical", '<answer fraction="100"><text>many</text></answer>', "not_a_number"),
        ("truefalse", "", "no_answer"),
        ("matching", "", "few_pairs"),
        ("multichoice", '<answer fraction="0"><text>a</text></answer>' * 2, "few_options"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_reason(come, kind, rest, code):
    found = come(question(kind, "What?", rest), "moodle-xml")
    assert found.pack is None
    assert codes(found.report.refused) == [code]


def test_other_xml_is_refused_as_a_whole(come):
    with pytest.raises(BadFile) as refused:
        come("<quizzes/>", "moodle-xml")
    assert refused.value.code == "xml_kind"


def test_a_question_bank_as_moodle_writes_it(sample, come):
    found = come(sample("moodle-bank.xml"), None, "questions-BELLS-top.xml")
    assert codes(found.report.refused) == ["essay", "calculated", "kind"]
    assert [item.id for item in items_of(found)[5:]] == [f"cast-day-{number}" for number in range(1, 5)]
    assert [lesson.title for lesson in found.pack.lessons] == ["Casting / tuning"]
    first, truth, number, word, match, *gaps = items_of(found)
    assert (first.id, first.tags, first.hints) == ("bells-metal", ("metal", "week 2"), ("It is a bronze.",))
    assert (truth.why, number.answer.unit, word.accept) == (
        "The ear makes it up out of the partials.",
        "kg",
        ("soundbow",),
    )
    assert [pair.left for pair in match.answer] == ["hum", "tierce"]
    assert "the ratio 3:1" in gaps[0].prompt
    told = codes(found.report.changed)
    assert {"category_info", "hidden", "sound_left_out", "case", "penalty", "overall_feedback"} <= set(told)


def test_a_picture_in_the_feedback_is_told_as_left_out(come):
    said = (
        '<generalfeedback format="html"><text><![CDATA[See <img src="@@PLUGINFILE@@/b.png">]]></text></generalfeedback>'
    )
    found = come(
        question("truefalse", "Is it?", said + '<answer fraction="100"><text>true</text></answer>'), "moodle-xml"
    )
    assert [(note.code, note.data["words"]) for note in found.report.changed] == [("picture_left_out", "b.png")]
