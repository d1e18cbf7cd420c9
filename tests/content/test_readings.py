"""How is a text cut? Into whole, contiguous windows of a comfortable size."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.build import build
from content.document import Block, Document, Section, Span
from content.facts import extract
from content.openings import leans
from content.outline import outline, semicolon_list
from content.readers import read
from content.readings import blocks_of, clean, windows

SAMPLES = sorted((Path(__file__).parents[1] / "documents").glob("build-*"))


def plain(*paragraphs: str) -> Document:
    """A document without headings."""
    text, blocks = "\n\n".join(paragraphs), []
    at = 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Document("plain.txt", text, "", (Section((), tuple(blocks)),))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.stem)
def test_windows_cover_the_text_without_gap_or_overlap(sample: Path) -> None:
    document = read(sample.read_bytes(), sample.name)
    made = outline(document, extract(document))

    joined = [unit for window in windows(made) for unit in window.units]

    assert joined == list(made.units)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 30), min_size=1, max_size=60))
def test_windows_of_plain_prose_are_of_a_comfortable_size(lengths: list[int]) -> None:
    document = plain(" ".join("Word" + " word" * (length - 1) + "." for length in lengths))

    sizes = [window.words for window in windows(outline(document))]

    assert sum(sizes) == sum(lengths)
    assert all(size <= 130 for size in sizes)
    if sum(lengths) > 180:
        assert min(sizes) >= 40


def test_a_window_does_not_begin_with_a_word_that_points_back() -> None:
    filler = " ".join(["The harbour grew and more ships came to it every year than ever before."] * 7)
    document = plain(f"{filler} This made the town rich. {filler} It was a good time for all.")

    starts = [document[window.span].split()[0] for window in windows(outline(document))]

    assert not {"This", "It"} & set(starts)


def test_a_list_stays_with_its_lead_in_and_becomes_bullets() -> None:
    document = plain(
        "The convoy carried the following goods to Murmansk:", "400 jeeps; 14 airplanes; 80 tractors; 9 tanks."
    )

    (window,) = windows(outline(document))

    kinds = [block.kind for block in blocks_of(document, window)]
    assert kinds == ["paragraph", "bullet", "bullet", "bullet", "bullet"]


def test_prose_with_semicolons_is_no_list() -> None:
    assert semicolon_list("He came; he saw. Then he left; nobody knew why; it was late.") == ()


def test_readings_are_verbatim_but_for_citation_marks_and_spaces() -> None:
    assert clean("It rose [3]  in\n1910 [12]. ") == "It rose in 1910."


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.stem)
def test_every_paragraph_of_a_reading_stands_in_the_document(sample: Path) -> None:
    document = read(sample.read_bytes(), sample.name)
    text = clean(document.text)

    for lesson in build([document]).pack.lessons:
        assert len(lesson.readings) <= 10
        for reading in lesson.readings:
            for block in reading.blocks:
                if block.kind == "paragraph":
                    assert "".join(run.text for run in block.text) in text


@pytest.mark.parametrize(
    ("sentence", "needs"),
    [
        ("The crisis of 2008 cost it fourteen million.", True),
        ("Queen Victoria received her at Balmoral in September.", True),
        ("The young emperor Charles summoned him to Worms.", True),
        ("The Data Association named her its first member.", True),
        ("The Pole was reached in December. They stayed for three days.", True),
        ("While he was recovering in Bristol, Brunel entered a competition.", False),
        ("The town bought a mill and gave it to the poor.", False),
        ("Nobody had foreseen the plague.", False),
        ("A congress of American states that he had called met at Panama.", True),
        ("Suleiman, whom Europeans call the Magnificent, succeeded him in September.", True),
        ("A second volume came out in the spring.", True),
        ("The harvest, however, was poor again.", True),
        ("It was Hanna Voss, a well-known judge, who changed the law.", False),
        ("Morgan then sold the mill.", True),
        ("Morgan chose instead to sell the mill.", True),
        ("Morgan chose a mill instead of a farm.", False),
        ("Morgan, the only one to be tried, sold the mill.", True),
        ("Morgan later turned to the sea.", True),
        ("By then ships were slow.", True),
        ("Mrs Dahl won the great medal of the Society for it, the first of her life.", True),
        ("In all, 86 men were killed.", True),
        ("The law of the sea was changed later.", False),
    ],
)
def test_a_sentence_leans_where_it_speaks_of_somebody_untold(sentence: str, needs: bool) -> None:
    assert leans(sentence) is needs


STORY = "The mill of Vik was built by Anna Moe in 1871 for eleven weavers and a smith who had come from Bergen by sea. "


@pytest.mark.parametrize(
    "line",
    [
        "The great wheel. Photo: A. Berg",
        "Workers at the gate, about 1907. Picture: Vik Museum / H. Lie",
        "Image © Vik Archive",
        "The tower in 1920. Photograph by Anna Berg",
        "Compiled by the mill's friends, last changed 3 May 2019. Write to us, please.",
        "Further reading: Berg, A. (1975); Lie, H. (2002).",
        "[Map 4: The mills of Vik in 1605 and in 1707]",
        "The Friends of the Mill, charity number 104422",
        "“The wheel turned day and night … and nobody slept.”",
        "Anna Moe, Chair, 2 March 2019",
    ],
)
def test_what_is_printed_under_a_picture_or_a_page_is_on_no_card(line: str) -> None:
    pack = build([read(f"# The mill of Vik\n\n{STORY * 4}\n\n{line}\n".encode(), "page.md")]).pack
    texts = [reading.text for lesson in pack.lessons for reading in lesson.readings]

    assert texts
    assert not any(line in text for text in texts)


def test_whom_to_ask_and_what_stands_above_the_title_is_on_no_card() -> None:
    page = (
        f"Vik Society · Handout\n\n# The mill of Vik\n\n{STORY * 4} Enquiries: 028 5550 0147.\n\nRing 01632 960117.\n"
    )
    readings = [
        reading.text for lesson in build([read(page.encode(), "page.md")]).pack.lessons for reading in lesson.readings
    ]
    assert readings
    assert not any(word in text for text in readings for word in ("Enquiries", "Handout", "Ring"))


def test_a_sentence_on_a_picture_is_text() -> None:
    line = "A drawing by Anna Moe shows the great wheel of the mill as it stood in 1871 beside the river and the road."
    pack = build([read(f"# The mill of Vik\n\n{STORY * 4}\n\n{line}\n".encode(), "page.md")]).pack

    assert any(line in reading.text for lesson in pack.lessons for reading in lesson.readings)


def test_a_section_that_gives_one_card_has_no_number_in_its_title() -> None:
    plain = "The river is broad and slow and full of fish, and many birds live in the reeds along its banks there. " * 6
    page = f"# The mill of Vik\n\n## The river\n\n{plain}\n\n{plain}\n\n{STORY * 4}\n"
    titles = [
        reading.title for lesson in build([read(page.encode(), "page.md")]).pack.lessons for reading in lesson.readings
    ]

    assert titles
    assert not any(title.endswith(")") for title in titles)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("Sum | 7,420 | 100*", "Sum | 7,420 | 100"),
        ("Ear | 92 | 66.0† | 2,870", "Ear | 92 | 66.0 | 2,870"),
        ("The engine is shown at Vik.*", "The engine is shown at Vik."),
        ("A 5* hotel stands at Vik", "A 5* hotel stands at Vik"),
        ("3 * 4 is twelve", "3 * 4 is twelve"),
        ("A *coup d'état* of 1868", "A coup d'état of 1868"),
    ],
)
def test_marks_of_notes_that_no_card_shows_fall_away(printed: str, shown: str) -> None:
    assert clean(printed) == shown
