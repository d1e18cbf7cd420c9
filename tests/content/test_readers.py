"""Documents come out of every reader with their title, sections, junk and offsets."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from content.document import Block, Document
from content.errors import Empty, TooLarge, Unsupported
from content.facts import DateValue, extract
from content.facts.listing import listing
from content.readers import LIMIT, read

SAMPLES = Path(__file__).parents[1] / "documents"
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def sample(name: str) -> Document:
    return read((SAMPLES / name).read_bytes(), name)


def blocks(document: Document) -> list[Block]:
    return [block for section in document.sections for block in section.blocks]


def texts(document: Document) -> list[str]:
    return [document[fact.span] for fact in extract(document)]


def values(document: Document, *, junk: bool = False) -> list[object]:
    found = [entry for entry in listing(document) if bool(entry.get("in_junk")) == junk]
    return [entry["value"] for entry in found]


def seed(name: str) -> Document:
    path = SEEDS / name
    if not path.exists():
        pytest.skip("The seed documents are not here.")
    return read(path.read_bytes(), name)


@pytest.mark.parametrize("name", ["lighthouses.md", "glacier.html", "bridge.txt"])
def test_blocks_stand_in_order_and_inside_the_text(name: str) -> None:
    document = sample(name)
    end = 0
    for block in blocks(document):
        assert end <= block.span.start < block.span.end <= len(document.text)
        end = block.span.end
    for fact in extract(document):
        assert any(fact.span in block.span for block in document.sections[fact.section].blocks)


def test_markdown_gives_its_front_matter_headings_lists_and_tables() -> None:
    document = sample("lighthouses.md")
    assert (document.title, document.date, document.author) == ("Lights on the coast", "2019-03-04", "A. Keeper")
    kinds = [block.kind for block in blocks(document)]
    assert kinds.count("bullet") == 3
    assert kinds.count("row") == 3
    assert document.sections[-1].path[-1] == "The great storm"
    assert "6.02 × 10³ litres" in document.text
    assert "[^1]" not in document.text


def test_markdown_facts_take_their_year_from_context() -> None:
    found = {entry["text"]: entry for entry in listing(sample("lighthouses.md"))}
    assert found["14 December"]["value"] == "1822-12-14"
    assert found["January"]["value"] == "1823-01"
    assert found["January"]["needs_context"] is True
    assert found["230"]["value"]["unit"] == "sack of coal"
    assert found["230"]["group"] == found["5"]["group"]


def test_html_leaves_out_menus_and_keeps_superscripts() -> None:
    document = sample("glacier.html")
    assert (document.title, document.date, document.author) == ("A shrinking glacier", "2021-09-12", "B. Walker")
    assert document.url == "https://news.example/glacier"
    prose = " ".join(document[block.span] for block in blocks(document) if block.kind != "junk")
    assert "Home" not in prose
    assert "photographs" not in prose
    left_out = [(block.why_junk, document[block.span]) for block in blocks(document) if block.kind == "junk"]
    assert left_out[0] == ("navigation", "Home 1999\nAbout\nCopyright 2021")
    assert left_out[1] == ("side_list", "Read more: 25 photographs")
    assert "2.5 km³" in document.text
    found = {entry["text"]: entry["value"] for entry in listing(document)}
    assert found["1990 and 2020"] == "1990/2020"
    assert found["2.5 km³"]["unit"] == "cubic kilometre"
    assert found["220 kg"]["number"] == 220


def test_plain_text_shows_title_date_headings_and_junk() -> None:
    document = sample("bridge.txt")
    assert (document.title, document.date) == ("The Bridge at Harrow Ford", "1931-05-03")
    reasons = [block.why_junk for block in blocks(document) if block.kind == "junk"]
    assert reasons == ["date_line", "outline", "repeated_title", "dated_index"]
    assert [section.heading for section in document.sections if section.heading][:2] == [
        "1. The first bridge",
        "2. The flood of 1894",
    ]


def test_plain_text_facts_are_right() -> None:
    document = sample("bridge.txt")
    found = {entry["text"]: entry for entry in listing(document)}
    assert found["September 1788"]["value"] == "1788-09"
    assert found["11 November"]["value"] == "1894-11-11"
    assert found["15 November"]["value"] == "1894-11-15"
    assert found["3,400 pounds sterling"]["value"]["unit"] == "GBP"
    assert found["310"]["value"]["unit"] == "head of cattle"
    assert found["1,200"]["sentence"].endswith("had sent help.")
    facts = [fact for fact in extract(document) if fact.group is not None]
    assert len(facts) == 4
    assert all(fact.lead_in and document[fact.lead_in] == "The losses were great:" for fact in facts)


def test_the_first_seed_gives_every_figure_and_date() -> None:
    document = seed("000_39aad4225c19529e.txt")
    facts = {document[fact.span]: fact for fact in extract(document)}
    assert facts["180 billion dollars"].flags == ("hedged", "rebased_money")
    assert "broken_attribution" in facts["60,000"].flags
    listed = [fact for fact in extract(document) if fact.group is not None]
    assert len(listed) == 9
    assert all(fact.lead_in and document[fact.lead_in].endswith("an immense contribution:") for fact in listed)
    dates = [fact.value.edtf for fact in extract(document) if isinstance(fact.value, DateValue)]
    assert dates == ["1941", "193X", "193X", "1945"]


def test_the_second_seed_keeps_its_index_apart() -> None:
    document = seed("002_eccf781555f45b1d.txt")
    assert document.date == "1943-04-01"
    assert [value for value in values(document) if isinstance(value, str)] == ["1942", "1942-06-11", "1942-06-04"]
    index = [value for value in values(document, junk=True) if isinstance(value, str)]
    assert len(index) == 38
    assert index[1] == "1990-09-14"
    assert index[-1] == "1924-02-14"


def test_formats_are_known_by_content() -> None:
    assert read(b"<!doctype html><html><body><p>In 1850</p></body></html>", "notes.txt").text == "In 1850"
    assert read("In 1850".encode("utf-16"), "a.txt").text == "In 1850"
    with pytest.raises(Unsupported) as caught:
        read(b"{\\rtf1 In 1850}", "a.txt")
    assert caught.value.format == "rtf"
    with pytest.raises(Unsupported):
        read(b"abc\x00\x01\x02", "a.txt")


def test_empty_and_oversized_documents_are_refused() -> None:
    with pytest.raises(Empty):
        read(b" \n\n", "a.txt")
    with pytest.raises(TooLarge):
        read(b"a" * (LIMIT + 1), "a.txt")


def test_another_encoding_is_read_with_a_warning() -> None:
    document = read("Le café coûtait £5 en 1931, près de la forêt brûlée.".encode("cp1252"), "a.txt")
    assert "café" in document.text
    assert document.warnings


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@example(text="\t;;\r1")
@given(text=st.text(alphabet=st.sampled_from(list("ab 1.<>/#*-|[]()&;:\n\r\t\"'é£–\u00a0")), min_size=1, max_size=200))
@settings(max_examples=80, deadline=None)
def test_no_reader_ever_stumbles(name: str, text: str) -> None:
    try:
        document = read(text.encode(), name)
    except Empty:
        return
    for block in blocks(document):
        assert 0 <= block.span.start < block.span.end <= len(document.text)
    extract(document)


def test_windows_line_ends_keep_offsets_in_the_decoded_text() -> None:
    text = "The Bridge\r\n\r\nIt was opened in\r\nSeptember 1788 by the mayor.\r\n"
    document = read(text.encode(), "a.txt")
    assert document.text == text
    assert texts(document) == ["September 1788"]


def test_a_date_right_below_the_title_is_the_documents() -> None:
    text = "The Siege of Ryde\n3 May 2004\n\nThe town fell on 5 May after 30 days. It was late.\n"
    document = read(text.encode(), "siege.txt")
    assert (document.title, document.date) == ("The Siege of Ryde", "2004-05-03")


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_lines_that_begin_with_a_date_are_a_timeline(gap: str) -> None:
    """Each is an entry of its own; a line right above them is their heading."""
    text = (
        f"MILESTONES OF THE PORT\n\nThe quays{gap}4 June 1783: The mole is begun.\n1790: The first crane is set up.\n"
        "2 July 1801 – The customs house burns down.\n"
    )
    document = read(text.encode(), "port.txt")
    entries = [
        document[block.span] for section in document.sections for block in section.blocks if block.kind == "bullet"
    ]

    assert entries == [
        "4 June 1783: The mole is begun.",
        "1790: The first crane is set up.",
        "2 July 1801 – The customs house burns down.",
    ]


def test_a_line_above_names_with_years_says_what_they_are() -> None:
    text = "The Husum Museum stands on the quay, and it was built of brick by the town.\n\n"
    text += "Directors since 1993\nOtto Finn, 1994\nAda Orme, 2001\nJan Holm, 2013\nEva Lund, 2021\n"
    document = read(text.encode(), "museum.txt")
    blocks = [(block.kind, document[block.span]) for section in document.sections for block in section.blocks]

    assert ("title", "Directors since 1993") in blocks
    assert ("row", "Eva Lund, 2021") in blocks


def test_a_chapters_number_takes_no_title_from_it() -> None:
    text = "9  The Husum War, 1850–1853\n\nA divided land\n\nThe talks began at Bremen on 10 July 1851.\n"

    assert read(text.encode(), "war.txt").title == "9 The Husum War, 1850–1853"
