"""Files as they come: conflicts, quotation marks, ids and questions twice, lines that belong together or do not."""

import pytest

from content.exchange import BadFile
from tests.content.exchange.told import codes, items_of

CONFLICT = "<<<<<<< HEAD\nWhy?{0}so it is\n=======\nWhy?{0}so it was\n>>>>>>> other\n"
TRUTH = (
    '<question type="truefalse"><questiontext><text>{}</text></questiontext>'
    '<answer fraction="100"><text>true</text></answer></question>'
).format


@pytest.mark.parametrize(
    ("fmt", "text"),
    [
        ("csv", "question,answer\nHow?,by hand\n" + CONFLICT.format(",") + "Where?,at home\n"),
        ("quizlet", "How?\tby hand\n" + CONFLICT.format("\t") + "Where?\tat home\n"),
        ("anki-text", "#separator:tab\nHow?\tby hand\n" + CONFLICT.format("\t") + "Where?\tat home\n"),
    ],
)
def test_rows_in_a_merge_conflict_are_refused_and_the_others_read(come, fmt, text):
    found = come(text, fmt)
    assert [item.key for item in items_of(found)] == ["by hand", "at home"]
    assert codes(found.report.refused) == ["conflict"] * 5
    assert [note.line for note in found.report.refused] == [3, 4, 5, 6, 7] if fmt != "quizlet" else [2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("fmt", "text"),
    [
        ("aiken", "Which?\nA) a\n" + CONFLICT.format(" ") + "B) b\nANSWER: A\n"),
        ("text2qti", "1. Which?\n*a) a\n" + CONFLICT.format(" ") + "b) b\n"),
        ("quizdown", "# Which?\n- [x] a\n" + CONFLICT.format(" ") + "- [ ] b\n"),
        ("moodle-xml", "<quiz>\n\n" + CONFLICT.format(" ") + "</quiz>\n"),
    ],
)
def test_a_conflict_within_a_question_is_refused_with_its_line(come, fmt, text):
    with pytest.raises(BadFile) as refused:
        come(text, fmt)
    assert (refused.value.code, refused.value.data) == ("conflict_at", {"words": "3"})


def test_a_line_of_equals_signs_is_no_conflict(come):
    assert codes(come("term\tmeaning of it\n=======\n", "quizlet").report.changed) == ["joined_line"]


def test_a_quotation_mark_that_never_closes_costs_its_own_row_alone(come):
    text = 'question,answer\nHow?,"by\nhand"\nWhen?,"at ""noon"""\n"What is ""it""?,a thing\nWhy?,just so\n'
    found = come(text, "csv")
    assert [item.key for item in items_of(found)] == ["by hand", 'at "noon"', "just so"]
    assert [(note.code, note.line) for note in found.report.refused] == [("quoting", 5)]


def test_an_id_that_stands_twice_is_told(come):
    found = come("id,question,answer\nbell,One?,word x\nbell,Two?,other x\n", "csv")
    first, second = items_of(found)
    (note,) = found.report.changed
    assert (first.id, note.line, note.data) == ("bell", 3, {"words": "bell", "now": second.id})


def test_gift_questions_without_an_empty_line_between(come):
    text = "How old is it? {=a hundred years}\nIs it? {T}\n::C::Which {~one =two} is\nleft?\n::D:: Why {=for\n=once}\n"
    found = come(text, "gift")
    assert [item.prompt for item in items_of(found)] == ["How old is it?", "Is it?", "Which ____ is\nleft?", "Why"]


def test_gift_braces_twice_in_one_sentence_stay_refused(come):
    assert codes(come("It is {=a}\nand\nthen {=b}\n", "gift").report.refused) == ["braces"]


def test_empty_lines_before_the_declaration_of_xml(come):
    text = '\ufeff\n\n<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n' + TRUTH("Is it?") + TRUTH("") + "</quiz>"
    found = come(text, None, "file.xml")
    assert (len(items_of(found)), [note.line for note in found.report.refused]) == (1, [5])


@pytest.mark.parametrize("fmt", ["gift", "csv"])
def test_more_items_than_a_lesson_holds(come, fmt):
    rows = {"gift": "::Q{0}:: What is number {0}? {{#{0}}}\n\n", "csv": "What is {0}?,word{0}x\n"}[fmt]
    text = ("question,answer\n" if fmt == "csv" else "") + "".join(rows.format(n) for n in range(1_200))
    from content.exchange import read

    found = read(text.encode(), "many", fmt)
    assert (found.report.imported, len(found.pack.lessons)) == (1_200, 3)
