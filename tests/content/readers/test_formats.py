"""The same text gives the same facts in every format; what is no text is left out and told."""

import pytest

from content.facts import extract
from content.facts.listing import listing
from content.readers import read
from content.readers.marks import superscript

FORMATS = ("txt", "md", "html", "docx", "odt", "epub", "pdf")


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_text_gives_the_same_facts_in_every_format(sample, ending):
    by_hand = [
        *("1788-05-03", 17, 4200, 2.5, 84 * 10**24, "1801", 310, 3, 12, "1846", 40, 5, 7),
        *(1150, 230, 14, "1852-06", "1894-11-11", 14000, "2018"),
    ]
    document = read(sample(f"same.{ending}"), f"same.{ending}")
    plain = read(sample("same.txt"), "same.txt")
    assert document.title == "The salt works of Brine Bay"
    found = [entry for entry in listing(document) if not entry.get("in_junk")]
    assert [entry["value"] for entry in found] == [entry["value"] for entry in listing(plain)]
    numbers = [entry["value"] if isinstance(entry["value"], str) else entry["value"]["number"] for entry in found]
    assert [value for value in by_hand if value not in numbers] == []
    assert [section.heading for section in document.sections if section.heading] == ["The first pans", "Decline"]
    assert [document[block.span] for block in document.sections[-1].blocks if block.kind == "bullet"] == [
        "1,150 pounds in wages",
        "230 sacks of salt",
        "14 horses, sold in June 1852",
    ] or ending in {"txt", "pdf"}


@pytest.mark.parametrize("ending", FORMATS)
def test_each_facts_offsets_hold_its_words(sample, ending):
    document = read(sample(f"same.{ending}"), f"same.{ending}")
    for entry, fact in zip(listing(document), extract(document), strict=True):
        assert document.text[entry["start"] : entry["end"]] == entry["text"] == document[fact.span]
    assert {"8.4 × 10²⁵", "2.5 m³", "11 November 1894"} <= {document[fact.span] for fact in extract(document)}


@pytest.mark.parametrize("ending", ["docx", "odt", "epub"])
def test_a_parish_history_keeps_its_structure(sample, kinds, prose, ending):
    document = read(sample(f"parish.{ending}"), f"parish.{ending}")
    found = kinds(document)
    assert (document.title, document.author, document.language) == ("A parish and its bridge", "A. Keeper", "en")
    assert ("heading", 1, "The bridge") in found
    assert ("heading", 2, "The flood") in found
    assert ("bullet", 1, "310 head of cattle were lost.") in found
    assert ("bullet", 2, "3 barns.") in found
    assert ("row", 0, "1890 | 2 d. | 9,100") in found
    assert ("quote", 0, "“It rose 3 m in 40 minutes,” wrote the miller in 1894.") in found
    text = prose(document)
    assert "built in 1788 for 3,400 pounds. It had 4 arches" in text
    assert "2.1 × 10⁶ kg, and the mortar took 90 m³ of sand." in text
    assert "H₂O of 9 °C" in text
    assert "two of the arches:" in text
    notes = next(words for kind, _, words in found if kind == "note")
    assert notes.splitlines() == [
        "The parish book gives 3,650 pounds and the year 1791.",
        "So the miller told it in 1911.",
    ]
    assert ("note", "2") in document.warnings
    assert "3,650" not in text
    assert text.count("Table of Contents") == 0


def test_the_parts_of_a_book_are_its_pages(sample):
    document = read(sample("parish.epub"), "parish.epub")
    pages = {document[block.span]: block.page for section in document.sections for block in section.blocks}
    assert pages["The bridge"] < pages["The school"]


@pytest.mark.parametrize(
    ("before", "raised", "printed"),
    [
        ("6.02 × 10", "23", "²³"),
        ("10", "-3", "⁻³"),
        ("2.5 m", "3", "³"),
        ("km", "2", "²"),
        ("E = mc", "2", "²"),
        ("2", "16", "¹⁶"),
        ("as of ", "14", "¹⁴"),
        ("the 14", "th", "th"),
        ("x", "n+1", "ⁿ⁺¹"),
        ("10", "ab", "^(ab)"),
        ("in 1942", "1", ""),
        ("about 5,000", "3", ""),
        ("2.5", "4", ""),
        ("the treaty", "12", ""),
        ("the treaty.", "2", ""),
        ("the treaty", "1,2", ""),
        ("the treaty", "a", ""),
        ("the treaty", "*", ""),
        ("the treaty", "[3]", ""),
        ("Zürich", "2", ""),
        ("Lectern", "TM", ""),
    ],
)
def test_an_exponent_is_told_from_the_mark_of_a_note(before, raised, printed):
    assert superscript(before, raised) == printed


def test_known_notes_decide_what_digits_alone_cannot():
    assert superscript("all 17", "2") == "²"
    assert superscript("all 17", "2", frozenset({"2"})) == ""
    assert superscript("× 10", "2", frozenset({"2"})) == "²"


@pytest.mark.parametrize(
    "dress", ['ul class="menu"', 'ul id="nav"', 'div class="x sidebar"', 'ol role="menu"', "aside"]
)
def test_a_menu_does_not_leak_into_the_reading(prose, dress):
    page = f"""<body><{dress}><li>Home of the 1,200 ships</li><li>All 7 news</li></{dress.split()[0]}>
    <h1>The harbour</h1><p>It took 300 ships in 1850.</p></body>"""
    document = read(page.encode(), "a.html")
    assert prose(document) == "The harbour\nIt took 300 ships in 1850."
    assert "Home of the 1,200 ships" in document.text
    assert document.warnings[0][1] == "2"


def test_a_class_does_not_hide_the_page_itself(prose):
    page = '<body><div class="related"><main><h1>The harbour</h1><p>It took 300 ships.</p></main></div></body>'
    assert prose(read(page.encode(), "a.html")) == "The harbour\nIt took 300 ships."


def test_superscripts_live_in_tables_lists_headings_and_deep_markup(prose):
    deep = "<span>" * 400 + "10<sup>23</sup>" + "</span>" * 400
    page = f"""<body><h1>From 10<sup>3</sup> on</h1><table><tr><td>10<sup>4</sup></td><td>a</td></tr></table>
    <ul><li>10<sup>5</sup> bees</li></ul><p>{deep}</p>
    <p><math><msup><mn>10</mn><mn>12</mn></msup></math> stars, <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> old.</p>
    </body>"""
    text = prose(read(page.encode(), "a.html"))
    assert [
        power for power in ("10³ on", "10⁴ | a", "10⁵ bees", "10²³", "10¹² stars, 1/2 old") if power not in text
    ] == []


def test_links_to_notes_are_dropped_in_every_dress(prose):
    page = """<body><p>In 1850<a href="#f1"><sup>1</sup></a> and 1851<sup><a href="n.xhtml#f2">2</a></sup> and
    1852<a epub:type="noteref" href="#f3">3</a> and 1853<a role="doc-noteref" href="#f4">4</a>, 7 ships came.</p>
    <section role="doc-endnotes"><ol><li id="fn1">Not in 1849.</li></ol></section></body>"""
    assert prose(read(page.encode(), "a.html")) == "In 1850 and 1851 and 1852 and 1853, 7 ships came."


def test_a_table_that_only_places_the_page_is_read_as_text(prose):
    page = "<table><tr><td><h1>The harbour</h1><p>It took 300 ships.</p></td></tr></table>"
    assert prose(read(f"<body>{page}</body>".encode(), "a.html")) == "The harbour\nIt took 300 ships."


def test_invisible_signs_are_taken_out_and_letters_composed():
    document = read("The cafe\u0301 had 1\u200b20 \u202eseats in 19\u00ad50.".encode(), "a.txt")
    assert document.text == "The café had 120 seats in 1950."


def test_struck_words_are_left_out_and_told(prose):
    page = "<body><p>The mill had <s>6</s> 7 wheels in <del>1850</del> 1851.</p></body>"
    document = read(page.encode(), "a.html")
    assert prose(document) == "The mill had 7 wheels in 1851."
    assert document.warnings == (("struck", "2"),)


def test_notes_of_markdown_are_left_out_and_its_powers_kept(prose):
    text = "# The mill\n\nIt ground 10^6^ grains in 1850.[^1]\n\n[^1]: Or 1851, by the book.\n"
    document = read(text.encode(), "a.md")
    assert prose(document) == "The mill\nIt ground 10⁶ grains in 1850."
    assert document.warnings == (("note", "1"),)
    assert "Or 1851, by the book." in document.text
