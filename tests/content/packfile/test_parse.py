"""A pack on paper becomes the pack that was meant."""

from decimal import Decimal

from content.packfile import parse
from lessons.items import (
    ChoiceItem,
    ClozeItem,
    DateItem,
    EstimateItem,
    FirstItem,
    MatchItem,
    NumberItem,
    OrderItem,
    TextItem,
    TruthItem,
)


def test_the_manuals_pack_has_no_faults(lighthouses):
    parsed = parse(lighthouses)
    assert [diagnostic.text() for diagnostic in parsed.diagnostics] == []
    assert parsed.pack.key == "lighthouses"
    assert parsed.pack.title == "Lighthouses: four lights and their numbers"
    assert [lesson.id for lesson in parsed.pack.lessons] == ["old-lights", "eddystone"]


def test_every_kind_of_question_is_read(lighthouses):
    pack = parse(lighthouses).pack
    kinds = [type(item) for _, item in pack.items()]
    assert kinds == [
        DateItem, NumberItem, ChoiceItem, DateItem, TextItem, TruthItem, OrderItem, MatchItem, EstimateItem, ClozeItem,
        FirstItem,
    ]  # fmt: skip


def test_an_item_belongs_to_the_reading_above_it(lighthouses):
    lesson = parse(lighthouses).pack.lessons[0]
    assert {item.reading for item in lesson.items} == {"the-oldest-lights"}
    assert [block.kind for block in lesson.readings[0].blocks] == ["paragraph", "image", "paragraph"]


def test_a_source_keeps_its_line_and_its_details(lighthouses):
    (source,) = parse(lighthouses).pack.sources
    assert source.citation.startswith("A. Example, Notes on sea towers")
    assert (source.title, source.date, source.note) == (
        "Notes on sea towers",
        "2024",
        "The measures are the author's own.",
    )


def test_positions_name_the_line_of_the_heading(lighthouses):
    item = parse(lighthouses).pack.lessons[0].items[1]
    assert (item.position.file, item.position.line) == ("lessons/10-old-lights.md", 25)


def test_a_top_folder_makes_no_difference(lighthouses):
    inside = {f"my pack/{path}": data for path, data in lighthouses.items()}
    assert parse(inside).pack == parse(lighthouses).pack


def test_lessons_come_in_the_order_of_their_numbers(lighthouses):
    lighthouses["lessons/9-eddystone.md"] = lighthouses.pop("lessons/20-eddystone.md")
    assert [lesson.id for lesson in parse(lighthouses).pack.lessons] == ["eddystone", "old-lights"]


def test_one_file_may_hold_several_lessons(one):
    lessons = [f"---\nlesson: {name}\ntitle: T\n---\n# A\n\nText.\n\n" for name in "ab"]
    parsed = one("Words about it.\n\n" + "".join(lessons))
    assert [lesson.id for lesson in parsed.pack.lessons] == ["a", "b"]
    assert parsed.pack.description == "Words about it."


def test_prose_before_the_first_heading_is_the_lessons_own_reading(one):
    lesson = one("Hello there.\n\n# Next\n\nMore.\n").pack.lessons[0]
    assert [(reading.title, reading.text) for reading in lesson.readings] == [
        ("Tiny", "Hello there."),
        ("Next", "More."),
    ]


def test_a_deep_heading_stands_within_its_reading(one):
    (reading,) = one("# A\n\nText.\n\n#### Detail\n\nMore.\n").pack.lessons[0].readings
    assert [block.kind for block in reading.blocks] == ["paragraph", "heading", "paragraph"]


def test_html_is_text_and_comments_are_not_shown(one):
    (reading,) = one("# A\n\n<b>5 < 6</b>\n\n<!-- not\nshown -->\n").pack.lessons[0].readings
    assert reading.text == "<b>5 < 6</b>"


def test_links_and_emphasis_are_styles(one):
    (reading,) = one("# A\n\nSee **the** *old* [map](https://a.example/b) or `x`.\n").pack.lessons[0].readings
    styles = [(run.style, run.text) for run in reading.blocks[0].text if run.style != "text"]
    assert styles == [("strong", "the"), ("em", "old"), ("link", "map"), ("code", "x")]


def test_a_link_into_telegram_stays_text(one):
    (reading,) = one("# A\n\n[me](tg://user?id=1)\n").pack.lessons[0].readings
    assert [run.style for run in reading.blocks[0].text] == ["text"]


def test_a_line_indented_by_two_spaces_goes_on(ask):
    item = ask("number: 5\nwhy: It is so,\n  and always was.")
    assert item.why == "It is so, and always was."


def test_what_phones_type_is_understood(ask):
    item = ask("number: 55 m +/- 2\nwrong: 60 m → Too much.\nsource: reading “Some words.”")
    assert item.answer.tolerance.value == Decimal(2)
    assert item.wrong[0].feedback == "Too much."
    assert item.sources[0].exact == "Some words."


def test_equal_dates_are_allowed_in_an_order(ask):
    item = ask("1. One -> 1941\n2. Other -> 1941\n3. Last -> June 1942")
    assert [entry.date for entry in item.answer] == ["1941", "1941", "1942-06"]


def test_a_semicolon_and_an_arrow_can_be_meant(ask):
    item = ask(r"text: a; b" + "\n" + r"accept: c\; d; e \-> f")
    assert item.answer == "a; b"
    assert item.accept == ("c; d", "e -> f")
    assert ask("text: a\naccept: b\\\\\\\\; c").accept == ("b\\\\", "c")


def test_ids_that_are_missing_follow_from_the_words(one):
    first = one("# A\n\nText.\n\n## ? Why?\n\ntruth: true\n")
    again = one("# A\n\nText, mended.\n\n## ?  WHY?\n\ntruth: false\n")
    assert [diagnostic.code for diagnostic in first.diagnostics] == ["W101"]
    assert first.pack.lessons[0].items[0].id == again.pack.lessons[0].items[0].id


def test_the_same_question_twice_gets_two_ids(one):
    pack = one("# A\n\nText.\n\n## ? Why?\n\ntruth: true\n\n## ? Why?\n\ntruth: true\n").pack
    assert len({item.id for _, item in pack.items()}) == 2


def test_decoys_are_shown_as_they_stand(ask, one):
    assert ask("number: 60 000 men\ndecoys: 40,000 men; 95,000 men").decoys == ("40,000 men", "95,000 men")
    parsed = one("# A\n\nText.\n\n## ? How many? {#a}\n\nnumber: 5\ndecoys: 6; none\n")
    assert [diagnostic.code for diagnostic in parsed.diagnostics] == ["W202"]
    assert parsed.pack is not None
