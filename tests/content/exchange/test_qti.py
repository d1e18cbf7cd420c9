"""QTI of three generations: packages of other programs, and items as their makers write them."""

import io
import zipfile

import pytest

from content.exchange import BadFile
from lessons.items import ChoiceItem, ClozeItem, MatchItem, NumberItem, OrderItem, TextItem
from tests.content.exchange.told import codes, items_of

V2 = 'xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"'


def item(declaration: str, body: str, rest: str = "") -> str:
    head = f'<assessmentItem {V2} identifier="i1" title="T" adaptive="false" timeDependent="false">'
    return f"{head}{declaration}<itemBody>{body}</itemBody>{rest}</assessmentItem>"


def declared(base: str, cardinality: str, *values: str, mapping: str = "") -> str:
    correct = "".join(f"<value>{value}</value>" for value in values)
    return (
        f'<responseDeclaration identifier="R" cardinality="{cardinality}" baseType="{base}">'
        f"<correctResponse>{correct}</correctResponse>{mapping}</responseDeclaration>"
    )


CHOICE = (
    '<choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Which?</prompt>'
    '<simpleChoice identifier="a">Pharos<feedbackInline identifier="a">It fell.</feedbackInline></simpleChoice>'
    '<simpleChoice identifier="b">Hercules</simpleChoice></choiceInteraction>'
)


def test_a_package_of_another_program_in_qti_2(sample, come):
    found = come(sample("package-maker-qti21.zip"), None, "lights.zip")
    kinds = [type(one) for one in items_of(found)]
    assert kinds == [ChoiceItem, ChoiceItem, NumberItem, TextItem, MatchItem, OrderItem]
    number = items_of(found)[2]
    assert (number.key, number.answer.tolerance.value) == ("55", 2)
    assert items_of(found)[5].prompt == "Put these in order."


def test_a_pool_of_blackboard(sample, come):
    found = come(sample("package-maker-blackboard.zip"), None, "pool.zip")
    *keys, _ = (one.key for one in items_of(found))
    assert keys == ["The Tower of Hercules", "Pharos\nEddystone", "55", "Fresnel"]
    match = items_of(found)[-1]
    assert match.prompt == "Match the tower and its year."
    assert [(pair.left, pair.right) for pair in match.answer] == [
        ("Winstanley", "1698"),
        ("Smeaton", "1759"),
        ("Fresnel", "1823"),
    ]
    assert found.report.refused == ()


def test_a_choice_with_words_for_an_option(come):
    (one,) = items_of(come(item(declared("identifier", "single", "b"), "<p>See.</p>" + CHOICE), "qti"))
    assert (one.prompt, one.key, one.answer[0].feedback) == ("See.\nWhich?", "Hercules", "It fell.")


@pytest.mark.parametrize(
    ("equal", "kind", "value"),
    [
        ('toleranceMode="absolute" tolerance="2 2"', "absolute", 2),
        ('toleranceMode="relative" tolerance="5 5"', "relative", 5),
    ],
)
def test_figures_with_the_tolerance_of_their_rules(come, equal, kind, value):
    inner = f"<responseCondition><responseIf><equal {equal}/></responseIf></responseCondition>"
    rules = f"<responseProcessing>{inner}</responseProcessing>"
    body = '<p>How tall? <textEntryInteraction responseIdentifier="R"/></p>'
    (one,) = items_of(come(item(declared("float", "single", "55"), body, rules), "qti"))
    assert (one.prompt, one.answer.tolerance.kind, one.answer.tolerance.value) == ("How tall?", kind, value)


def test_a_gap_in_a_text_and_other_answers_by_a_mapping(come):
    mapping = (
        '<mapping><mapEntry mapKey="Cordouan" mappedValue="1"/><mapEntry mapKey="Royan" mappedValue="0.5"/></mapping>'
    )
    body = '<p>It came to <textEntryInteraction responseIdentifier="R"/> first.</p>'
    (one,) = items_of(come(item(declared("string", "single", "Cordouan", mapping=mapping), body), "qti"))
    assert isinstance(one, ClozeItem)
    assert (one.prompt, one.answer.partly[0].text) == ("It came to ____ first.", "Royan")


def test_version_3_is_the_same_with_other_names(come):
    text = (
        '<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i3" title="T">'
        '<qti-response-declaration identifier="R" cardinality="single" base-type="identifier"><qti-correct-response>'
        "<qti-value>b</qti-value></qti-correct-response></qti-response-declaration><qti-item-body>"
        '<qti-choice-interaction response-identifier="R" max-choices="1"><qti-prompt>Which?</qti-prompt>'
        '<qti-simple-choice identifier="a">x</qti-simple-choice><qti-simple-choice identifier="b">y</qti-simple-choice>'
        "</qti-choice-interaction></qti-item-body></qti-assessment-item>"
    )
    (one,) = items_of(come(text, None, "item.xml"))
    assert (one.id, one.key) == ("i3", "y")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (item("", CHOICE).replace('adaptive="false"', 'adaptive="true"'), "program"),
        (item('<templateDeclaration identifier="x"/>', CHOICE), "program"),
        (item("", "<customInteraction/>"), "program"),
        (item("", "<extendedTextInteraction/>"), "essay"),
        (item("", "<hotspotInteraction/>"), "kind"),
        (item("", CHOICE + CHOICE), "kind"),
        (item("", "<p>Only words.</p>"), "no_answer"),
        (item(declared("identifier", "single"), CHOICE), "no_right_answer"),
    ],
)
def test_programs_and_other_interactions_are_refused_by_name(come, text, code):
    assert codes(come(text, "qti").report.refused) == [code]


def one_two(kind: str, presentation: str, conditions: str) -> str:
    """An item of QTI 1.2 of that kind."""
    label = (
        f"<qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>{kind}</fieldentry></qtimetadatafield>"
    )
    return (
        f'<questestinterop><assessment title="T"><section><item ident="q7" title="Question"><itemmetadata><qtimetadata>'
        f"{label}</qtimetadata></itemmetadata><presentation>{presentation}</presentation>"
        f"<resprocessing>{conditions}</resprocessing></item></section></assessment></questestinterop>"
    )


def asked(text: str) -> str:
    return f'<material><mattext texttype="text/html">{text}</mattext></material>'


def dropdown(name: str, **options: str) -> str:
    labels = "".join(
        f'<response_label ident="{key}"><material><mattext>{text}</mattext></material></response_label>'
        for key, text in options.items()
    )
    head = f'<response_lid ident="response_{name}"><material><mattext>{name}</mattext></material>'
    return f"{head}<render_choice>{labels}</render_choice></response_lid>"


def right(name: str, *keys: str) -> str:
    return "".join(
        f'<respcondition><conditionvar><varequal respident="{name}">{key}</varequal></conditionvar>'
        '<setvar varname="SCORE" action="Add">50</setvar></respcondition>'
        for key in keys
    )


STORY = asked("The lens of [maker] came to [tower].")


def test_several_typed_gaps_are_a_question_each(come):
    gaps = dropdown("maker", a="Fresnel", b="Augustin Fresnel") + dropdown("tower", c="Cordouan")
    conditions = right("response_maker", "a", "b") + right("response_tower", "c")
    found = come(one_two("fill_in_multiple_blanks_question", STORY + gaps, conditions), "qti")
    first, second = items_of(found)
    assert (first.prompt, first.key, first.answer.accept) == (
        "The lens of ____ came to Cordouan.",
        "Fresnel",
        ("Augustin Fresnel",),
    )
    assert (second.id, second.prompt, second.key) == ("q7-tower", "The lens of Fresnel came to ____.", "Cordouan")
    assert codes(found.report.changed) == ["gap_of_many", "gap_of_many"]


def test_several_dropdowns_are_a_choice_each(come):
    gaps = dropdown("maker", a="Fresnel", b="Smeaton") + dropdown("tower", c="Eddystone", d="Cordouan")
    conditions = right("response_maker", "a") + right("response_tower", "d")
    first, second = items_of(come(one_two("multiple_dropdowns_question", STORY + gaps, conditions), "qti"))
    assert [(option.text, option.right) for option in first.answer] == [("Fresnel", True), ("Smeaton", False)]
    assert (second.prompt, second.key) == ("The lens of Fresnel came to ____.", "Cordouan")


def test_gaps_between_pieces_of_text(come):
    gap = '<response_str ident="{}"><render_fib/></response_str>'.format
    body = f"<flow>{asked('It was')} {gap('a')} {asked('who built')} {gap('b')} {asked('in 1759.')}</flow>"
    found = come(one_two("", body, right("a", "Smeaton") + right("b", "Eddystone")), "qti")
    assert [one.prompt for one in items_of(found)] == [
        "It was ____ who built Eddystone in 1759.",
        "It was Smeaton who built ____ in 1759.",
    ]


def test_several_gaps_of_which_one_has_no_answer(come):
    gaps = dropdown("maker", a="Fresnel") + dropdown("tower", c="Cordouan")
    found = come(one_two("fill_in_multiple_blanks_question", STORY + gaps, right("response_maker", "a")), "qti")
    assert codes(found.report.refused) == ["no_right_answer"]


def test_a_match_with_words_that_belong_to_nothing(come):
    options = {"a": "1759", "b": "1823", "c": "1900"}
    columns = dropdown("Smeaton", **options) + dropdown("Fresnel", **options)
    conditions = right("response_Smeaton", "a") + right("response_Fresnel", "b")
    found = come(one_two("matching_question", asked("Match.") + columns, conditions), "qti")
    assert [(pair.left, pair.right) for pair in items_of(found)[0].answer] == [("Smeaton", "1759"), ("Fresnel", "1823")]
    assert found.report.changed[0].data == {"words": "1900"}


def cartridge(manifest: str, files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("imsmanifest.xml", f"<manifest><resources>{manifest}</resources></manifest>")
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


QUIZ = (
    '<questestinterop><assessment title="Lights"><section><item ident="q1" title="Where">'
    "<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>cc_profile</fieldlabel>"
    "<fieldentry>cc.fib.v0p1</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>"
    '<presentation><material><mattext texttype="text/html">&lt;p&gt;Where? '
    '&lt;img src="$IMS-CC-FILEBASE$/a%20b.png"&gt;&lt;/p&gt;</mattext></material>'
    '<response_str ident="r"><render_fib/></response_str></presentation><resprocessing>'
    '<respcondition><conditionvar><varequal respident="r">Zurich</varequal></conditionvar><setvar>100</setvar>'
    '</respcondition><respcondition><conditionvar><varsubstring respident="r">Z[uü]rich</varsubstring></conditionvar>'
    "<setvar>100</setvar></respcondition></resprocessing></item></section></assessment></questestinterop>"
)


def test_a_common_cartridge_with_a_page_and_a_repeated_quiz(come):
    manifest = (
        '<resource type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment"><file href="quiz/a.xml"/></resource>'
        '<resource type="associatedcontent/x"><file href="non_cc_assessments/a.xml.qti"/></resource>'
        '<resource type="webcontent" href="page.html"><file href="page.html"/></resource>'
    )
    page = "<html><head><title>Lights</title></head><body><p>They warn ships.</p></body></html>"
    files = {"quiz/a.xml": QUIZ, "non_cc_assessments/a.xml.qti": QUIZ, "page.html": page}
    found = come(cartridge(manifest, files), None, "course.imscc")
    (one,) = items_of(found)
    assert (one.id, one.answer, one.accept) == ("q1", "Zurich", ("Zürich",))
    assert found.report.readings == 1
    assert set(codes(found.report.changed)) == {"pattern", "picture_left_out"}


def test_a_file_that_the_manifest_names_and_the_archive_has_not():
    manifest = '<resource type="imsqti_xmlv1p2" href="gone.xml"/>'
    from content.exchange import read

    with pytest.raises(BadFile) as refused:
        read(cartridge(manifest, {}), "x.zip", "qti")
    assert refused.value.code == "no_question"
