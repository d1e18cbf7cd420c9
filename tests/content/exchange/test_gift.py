"""GIFT in all its types, and as messy as files are."""

from decimal import Decimal

import pytest

from content.exchange import BadFile
from lessons import items
from lessons.items import ChoiceItem, ClozeItem, MatchItem, NumberItem, TextItem, TruthItem
from tests.content.exchange.told import codes, items_of


def test_a_real_file_tells_every_question(sample, come):
    found = come(sample("lights.gift"), None, "lights.gift")
    assert (found.report.imported, found.report.readings) == (11, 1)
    assert codes(found.report.refused) == ["essay", "not_a_number", "braces", "conflict"]
    assert [note.line for note in found.report.refused] == [30, 41, 43, 48]
    assert found.pack.lessons[0].title == "Old lights"


def test_ids_and_tags_stand_in_comments_and_feedback_is_kept(sample, come):
    first = items_of(come(sample("lights.gift"), "gift"))[0]
    assert (first.id, first.tags, first.why) == ("light-works", ("sea", "old lights"), "It stands in Galicia.")
    assert [(one.text, one.right, one.feedback) for one in first.answer] == [
        ("The Pharos of Alexandria", False, "Earthquakes brought it down."),
        ("The Tower of Hercules", True, "It was mended in 1791."),
        ("Smeaton's tower", False, None),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("Two and two? {=4}", NumberItem, "4"),
        ("Who? {=Ada =Ada L.}", TextItem, "Ada"),
        ("True? {T}", TruthItem, "true"),
        ("True? {FALSE#yes#no}", TruthItem, "false"),
        ("Half {#2.5:0.5}", NumberItem, "2.5"),
        ("Less {#-7.5}", NumberItem, "-7.5"),
        ("Part {#0,5}", NumberItem, "0.5"),
        ("Span {#1..2}", NumberItem, "1–2"),
        ("Which? {=a ~b}", ChoiceItem, "a"),
        ("Match {=a -> b =c -> d}", MatchItem, "a → b\nc → d"),
        ("It is {=good} here.", ClozeItem, "good"),
        ("It is ____ {#7}", ClozeItem, "7"),
    ],
)
def test_each_type_becomes_its_kind(come, text, kind, key):
    found = come(text, "gift")
    (item,) = items_of(found)
    assert (type(item), item.key) == (kind, key)


def test_tolerance_ranges_and_weights_of_figures(come):
    (item,) = items_of(come("When? {#=1822:3 =%50%1822:10 =%0%1900:0#no}", "gift"))
    assert item.answer.tolerance == items.Tolerance("absolute", Decimal(3))
    assert item.partly[0].quantity.tolerance == items.Tolerance("absolute", Decimal(10))
    assert (item.wrong[0].quantity.value, item.wrong[0].feedback) == (1900, "no")
    (span,) = items_of(come("When? {#1820..1824}", "gift"))
    assert (span.answer.value, span.answer.tolerance.low, span.answer.tolerance.high) == (1822, 1820, 1824)


def test_a_tolerance_wider_than_its_figure_becomes_a_range(come):
    (item,) = items_of(come("How cold? {#2:5}", "gift"))
    assert (item.answer.tolerance.low, item.answer.tolerance.high) == (-3, 7)


def test_escapes_and_formulas_come_out_as_they_were(come):
    found = come(r"What is \{x\: x \= \#2 \~ $$\\frac\{1\}\{2\}$$\}?\nAnd why? {=a\=b}", "gift")
    (item,) = items_of(found)
    assert item.prompt == "What is {x: x = #2 ~ $$\\frac{1}{2}$$}?\nAnd why?"
    assert item.key == "a=b"
    assert "formula" in codes(found.report.changed)


def test_html_is_shown_as_words_and_a_raised_figure_stays_raised(come):
    found = come("[html]<p>Is 10<sup>23</sup> &gt; 1?</p> {T}", "gift")
    assert items_of(found)[0].prompt == "Is 10²³ > 1?"


@pytest.mark.parametrize(
    "data", ["\ufeffOlé? {=sí}".encode(), "Olé? {=sí}".encode("cp1252"), "Olé? {=sí}".encode("utf-16")]
)
def test_marks_and_old_encodings_are_read(come, data):
    assert items_of(come(data, "gift"))[0].prompt == "Olé?"


def test_a_guessed_encoding_is_told(come):
    assert codes(come("Olé? {=sí}".encode("cp1252"), "gift").report.changed) == ["encoding"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Why? {}", "essay"),
        ("What? {abc}", "no_mark"),
        ("What? {=a", "braces"),
        ("What {=a} and {=b}", "braces"),
        ("Which? {~a ~b}", "no_right_answer"),
        ("Which? {~%100%a}", "few_options"),
        ("Which? {~%50%a ~%50%b}", "all_right"),
        ("Match {=a -> b}", "few_pairs"),
        ("Match {=a -> x =b -> x}", "same_right"),
        ("How many? {#1,567}", "comma"),
        ("How many? {#1e9999999}", "not_a_number"),
        ("How many? {#5..3}", "empty_range"),
        ("Who? {=*}", "no_answer"),
        ("Who? {=a*b}", "only_pattern"),
        ("{=a}", "no_question"),
        (f"{'x' * 1001} {{=a}}", "too_long"),
        ("Which? {=" + "a" * 201 + " ~b}", "too_long"),
        ("Which? {=a " + " ".join(f"~b{n}" for n in range(12)) + "}", "many_options"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_reason(come, text, code):
    found = come(text, "gift")
    assert found.pack is None
    assert codes(found.report.refused) == [code]


def test_several_right_options_of_which_one_is_enough(come):
    found = come("Name one. {=a =b ~c}", "gift")
    assert [one.text for one in items_of(found)[0].answer] == ["a", "c"]
    assert codes(found.report.changed) == ["one_of_several"]


def test_an_empty_file_is_refused_as_a_whole(come):
    with pytest.raises(BadFile) as refused:
        come("\n// only a comment\n", "gift")
    assert refused.value.code == "no_question"
