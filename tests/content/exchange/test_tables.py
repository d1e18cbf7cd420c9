"""Tables: our template, other people's columns, Quizlet, Kahoot."""

import io

import openpyxl
import pytest

from content.exchange import BadFile
from lessons.items import ChoiceItem, MatchItem, NumberItem, OrderItem, TextItem, TruthItem
from tests.content.exchange.told import codes, items_of


def test_a_simple_table_with_a_header(sample, come):
    found = come(sample("lights.csv"), None, "lights.csv")
    assert [item.kind for item in items_of(found)] == ["date", "number", "choice", "truth", "text"]
    assert [lesson.title for lesson in found.pack.lessons] == ["Old lights", "Lenses"]
    assert [(note.code, note.line) for note in found.report.refused] == [("no_answer", 8)]
    assert items_of(found)[2].hints == ("It is Roman.",)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_separator_and_encoding(come, sign, coding):
    text = f"Frage{sign}Antwort\r\nWie heißt er?{sign}Grün\r\n"
    (item,) = items_of(come(text.encode(coding), None, "table.csv"))
    assert (item.prompt, item.key) == ("Wie heißt er?", "Grün")


def test_excels_own_mark_of_its_separator(come):
    (item,) = items_of(come("sep=;\nquestion;answer\nWho, then?;Ada, of course\n", None, "t.csv"))
    assert (item.prompt, item.key) == ("Who, then?", "Ada, of course")


def test_the_kinds_of_the_template(come):
    rows = [
        "kind,question,answer,wrong,accept,why",
        'choice,Which?,"[ ] no\n> Not this one.\n[x] yes",,,',
        "choice,Which one?,right,wrong; other,,",
        'order,First?,"one\ntwo",,,',
        'match,Pairs?,"a -> b\nc -> d",,,',
        "number,How tall?,55 m ± 2,100 m -> That is another.,180 ft ± 7,So it is.",
        'number,How many?,"1,567",,,',
        "text,Who?,Fresnel,,Augustin Fresnel,",
        "truth,So it is.,true,,,",
    ]
    found = come("\n".join(rows), "csv")
    kinds = [ChoiceItem, ChoiceItem, OrderItem, MatchItem, NumberItem, TextItem, TruthItem]
    assert [type(item) for item in items_of(found)] == kinds
    assert items_of(found)[0].answer[0].feedback == "Not this one."
    assert items_of(found)[4].wrong[0].feedback == "That is another."
    assert [(note.code, note.line) for note in found.report.refused] == [("native", 11)]


def test_a_cell_cannot_bring_a_question_of_its_own(come):
    found = come('kind,question,answer,why\ntext,Who?,Ada,"x\n\n## ? Other?\n\ntext: no"\n', "csv")
    assert len(items_of(found)) + len(found.report.refused) == 1


def test_columns_that_other_programs_use(come):
    head = "Question Text,Question Type,Option 1,Option 2,Option 3,Correct Answer,Time in seconds,Answer explanation,Zz"
    found = come(f'{head}\nWhich?,Multiple Choice,a,b,c,2,30,So.,1\nWhich two?,Checkbox,a,b,c,"1,3",30,,\n', "csv")
    one, two = items_of(found)
    assert (one.key, one.why, two.key) == ("b", "So.", "a\nc")
    assert codes(found.report.changed) == ["unknown_column", "time_limit", "time_limit"]


def test_a_table_without_header_is_question_answer_and_wrong_ones(come):
    found = come("phare,lighthouse\nlueur,gleam\nwhich?,this,that\nonly\n", "csv")
    assert [item.kind for item in items_of(found)] == ["text", "text", "choice"]
    assert codes(found.report.changed) == ["columns_guessed"]
    assert codes(found.report.refused) == ["columns"]


@pytest.mark.parametrize(("data", "code"), [(b"", "no_question"), (b"one\ntwo\n", "one_column"), (b"a,\0", "no_text")])
def test_no_table_is_refused_as_a_whole(come, data, code):
    with pytest.raises(BadFile) as refused:
        come(data, "csv")
    assert refused.value.code == code


def test_quizlet_cards_and_broken_rows(sample, come):
    found = come(sample("quizlet.txt"), "quizlet")
    assert [(item.prompt, item.key) for item in items_of(found)] == [
        ("phare", "lighthouse"),
        ("balise", "beacon, a mark that guides ships"),
        ("Pharos", "100 m"),
    ]
    assert codes(found.report.changed) == ["joined_line", "as_number"]
    assert codes(found.report.refused) == ["columns"]


def test_kahoots_template(sample, come):
    found = come(sample("kahoot.xlsx"), None, "kahoot.xlsx")
    assert found.report.format == "kahoot"
    assert [item.key for item in items_of(found)] == [
        "The Tower of Hercules",
        "Pharos\nEddystone",
        "Pharos\nEddystone",
        "false",
    ]
    assert [(note.code, note.line) for note in found.report.refused] == [("no_right_answer", 13), ("not_an_option", 14)]
    assert "date_cell" in codes(found.report.changed)


def test_a_spreadsheet_with_our_columns(come):
    book = openpyxl.Workbook()
    for row in (["Question", "Answer"], ["How many?", 12.0], ["How long?", 2.5], ["Who?", "Ada"], [None, None]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    found = come(out.getvalue(), None, "table.xlsx")
    assert [(item.prompt, item.key) for item in items_of(found)] == [
        ("How many?", "12"),
        ("How long?", "2.5"),
        ("Who?", "Ada"),
    ]


def test_cells_behind_the_last_column_and_further_sheets_are_told(come):
    found = come("question,answer\nHow far?,a long way, or so\n", "csv")
    assert [(note.code, note.data["words"]) for note in found.report.changed] == [("cells_beyond", "or so")]
    book = openpyxl.Workbook()
    for row in (("question", "answer"), ("How far?", "a long way")):
        book.active.append(row)
    book.create_sheet("more")
    out = io.BytesIO()
    book.save(out)
    assert codes(come(out.getvalue(), "xlsx").report.changed) == ["sheets"]
