"""Nothing is dropped without a word: what is read and what is refused are together the items of the file."""

import io
import json

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.exchange import read
from tests.content.exchange.decks import TABLES, database, zipped

few = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))

LINES = {
    "gift": ["{n} x {{=a}}", "{n} y {{}}", "{n} z", "{n} b {{#q}}", "{n} m {{=a -> b}}", "{n} s {{T}}", "{n} {{=}}}}"],
    "aiken": ["{n} Which?\nA) a\nB) b\nANSWER: B", "{n} Which?\nA) a\nB) b\nANSWER: Q", "{n} One?\nA) a\nANSWER: A"],
    "text2qti": ["{n}. Which?\n*a) a{n}\nb) b", "{n}. Write.\n____", "{n}. Ab?\n=   5 +- 1", "{n}. No", "{n}. X?\n= x"],
    "quizdown": ["# {n} Which?\n- [x] a\n- [ ] b", "# {n} Order?\n1. a\n2. b", "# {n} N", "# {n} ?\n- [ ] a\n- [ ] b"],
    "quizlet": ["term {n}\tword{n}x", "term {n}\t???", "\tempty {n}"],
    "anki-text": ["front {n}\tback{n}x", "front {n}\t", "{{{{c1::gap{n}x}}}} it", "{{{{c1::gap {n}", "\tback {n}"],
    "csv": ["{n} how?,a{n}x,w1;w2", "{n} why?,,", ",answer {n},", "{n} what?,???,", "{n} deep?,{n} km,"],
    "moodle-xml": [
        '<question type="truefalse"><questiontext><text>{n}</text></questiontext>'
        '<answer fraction="100"><text>true</text></answer></question>',
        '<question type="essay"><questiontext><text>{n}</text></questiontext></question>',
        '<question type="description"><questiontext><text>{n}</text></questiontext></question>',
        '<question type="odd"/>',
        '<question type="shortanswer"><questiontext><text>{n}</text></questiontext></question>',
    ],
    "qti": [
        '<item ident="i{n}"><presentation><material><mattext>{n} it</mattext></material><response_str ident="r">'
        "<render_fib/></response_str></presentation><resprocessing><respcondition><conditionvar>"
        '<varequal respident="r">a</varequal></conditionvar><setvar>1</setvar></respcondition></resprocessing></item>',
        '<item ident="i{n}"/>',
        '<item ident="i{n}"><presentation><response_xy/></presentation></item>',
        '<item ident="i{n}"><presentation><material><mattext>{n}</mattext></material></presentation></item>',
    ],
}  # fmt: skip
AROUND = {
    "moodle-xml": "<quiz>{}</quiz>",
    "qti": "<questestinterop>{}</questestinterop>",
    "csv": "question,answer,wrong\n{}",
    "anki-text": "#separator:tab\n#html:true\n{}",
    "quizlet": "first\tword\n{}",
}
BETWEEN = {"quizlet": "\n", "anki-text": "\n", "csv": "\n"}


def counted(data: bytes, fmt: str) -> int:
    report = read(data, "file", fmt).report
    return report.found + report.readings


@pytest.mark.parametrize("fmt", LINES)
@given(data=st.data())
@few
def test_every_item_of_a_text_is_read_or_refused(fmt, data):
    blocks = data.draw(st.lists(st.sampled_from(LINES[fmt]), min_size=1, max_size=12))
    body = BETWEEN.get(fmt, "\n\n").join(block.format(n=number) for number, block in enumerate(blocks, 1))
    text = AROUND.get(fmt, "{}").format(body)
    assert counted(text.encode(), fmt) == len(blocks) + (fmt == "quizlet")


NOTES = ["What is {n}?\x1fword{n}x", "{n}\x1f", "\x1f{n}", "{n}", "<img src='a.png'>\x1f{n} x", "{n}?\x1f?"]


@given(
    notes=st.lists(st.sampled_from(NOTES), min_size=1, max_size=8),
    model=st.sampled_from([1, 9]),
    cards=st.integers(0, 2),
)
@few
def test_every_card_of_a_deck_is_read_or_refused(notes, model, cards):
    kind = {"name": "N", "flds": [{"name": "A"}, {"name": "B"}], "tmpls": [{"qfmt": "{{A}}", "afmt": "{{B}}"}] * 2}
    rows = [("INSERT INTO col VALUES (?, ?)", (json.dumps({"1": kind}), '{"1": {"name": "D"}}'))]
    for key, fields in enumerate(notes, 1):
        rows.append(("INSERT INTO notes VALUES (?, ?, ?, '', ?)", (key, f"g{key}", model, fields.format(n=key))))
        for order in range(cards):
            rows.append(("INSERT INTO cards VALUES (?, ?, ?, 1, 0, 0, ?)", (key * 9 + order, key, order, key)))
    deck = zipped({"collection.anki2": database(TABLES, rows), "media": "{}"})
    assert counted(deck, "apkg") == len(notes) * max(cards, 1)  # a note without a card is asked as its first


CONTENTS = [
    {"library": "H5P.TrueFalse 1.6", "params": {"question": "Is it?", "correct": "true"}},
    {"library": "H5P.MultiChoice 1.14", "params": {"question": "Which?", "answers": []}},
    {"library": "H5P.Blanks 1.14", "params": {"questions": ["It is *so*."]}},
    {"library": "H5P.Blanks 1.14", "params": {"questions": []}},
    {"library": "H5P.DragQuestion 1.13", "params": {}},
    "odd",
]


@given(contents=st.lists(st.sampled_from(CONTENTS), min_size=1, max_size=8))
@few
def test_every_content_of_an_h5p_is_read_or_refused(contents):
    card = {"title": "T", "language": "en", "mainLibrary": "H5P.QuestionSet"}
    package = zipped({"h5p.json": json.dumps(card), "content/content.json": json.dumps({"questions": contents})})
    assert counted(package, "h5p") == len(contents)


RESULTS = [
    {"type": "boolean", "question": "Is it?", "correct_answer": "True", "incorrect_answers": ["False"]},
    {"type": "multiple", "question": "Which?", "correct_answer": "a", "incorrect_answers": ["b", "c"]},
    {"type": "multiple", "question": "Which?", "correct_answer": "a", "incorrect_answers": []},
    {"question": "Which?"},
    3,
]


@given(results=st.lists(st.sampled_from(RESULTS), min_size=1, max_size=8))
@few
def test_every_result_of_the_trivia_database_is_read_or_refused(results):
    assert counted(json.dumps({"results": results}).encode(), "opentdb") == len(results)


SHEET = {
    "kahoot": [("Which?", "a", "b", 1), ("Which?", "a", "b", 7), ("", "a", "b", 1), ("Why?", "", "", 1)],
    "xlsx": [("Which?", "word", "", ""), ("", "word", "", ""), ("Why?", "", "", ""), ("Which?", "x", "y", "z")],
}
HEADS = {
    "kahoot": ("Question", "Answer 1", "Answer 2", "Correct answer(s)", "Time limit (sec)"),
    "xlsx": ("question", "answer", "wrong 1", "wrong 2"),
}


@pytest.mark.parametrize("fmt", SHEET)
@given(data=st.data())
@few
def test_every_row_of_a_spreadsheet_is_read_or_refused(fmt, data):
    listed = data.draw(st.lists(st.sampled_from(SHEET[fmt]), min_size=1, max_size=8))
    book = openpyxl.Workbook()
    for row in (HEADS[fmt], *listed):
        book.active.append([cell if cell != "" else None for cell in row])
    out = io.BytesIO()
    book.save(out)
    assert counted(out.getvalue(), fmt) == len(listed)
