"""PDFs are read in reading order; heads, page numbers and notes are left out; powers stay powers."""

import pytest
from reportlab.lib import colors
from reportlab.platypus import Paragraph, Table, TableStyle

from content.facts import extract
from content.readers import read
from content.readers.pdf.joining import joined
from tests.content.readers.printing import HEIGHT, PARTS, STYLES, WIDTH, article, drawn, flowing


@pytest.fixture(scope="module")
def tides():
    return read(article(), "tides.pdf")


def test_two_columns_are_read_one_after_the_other(tides, prose):
    text = prose(tides)
    places = [text.find(f"Part {n}: the light was first lit on 14 December 18{n}3") for n in (1, 2, 3, 4)]
    assert all(place >= 0 for place in places)
    assert places == sorted(places)
    for n in (1, 2, 3, 4):
        assert (
            text.count(f"Part {n}: the light was first lit on 14 December 18{n}3 by the keeper and his two sons") == 3
        )
        assert text.count(f"In 184{n} the harbour took 1,20{n} ships, and by 186{n} it took 2,45{n} of them.") == 3


def test_title_and_headings_are_told_by_their_size(tides):
    assert tides.title == "Tides and towers on the northern coast"
    assert [section.heading for section in tides.sections if section.heading] == [
        f"{n}. {words}" for n, words in enumerate(PARTS, start=1)
    ]


def test_words_parted_at_the_margin_are_whole_again(tides, prose):
    text = prose(tides)
    assert "after a winter of storms" in text
    assert "a well-known man measured" in text


def test_powers_are_kept_and_notes_dropped(tides, prose):
    text = prose(tides)
    assert "6.02 × 10²³ atoms" in text
    assert "H₂O ran" in text
    assert "2.5 km²." in text
    assert "41 m of stone. The lamp" in text
    assert "2,451 of them. The cost" in text
    assert "1023" not in tides.text


def test_running_heads_numbers_and_notes_are_left_out_and_told(tides, prose, kinds):
    text = prose(tides)
    for words in ("Letters of the Harbour Society", "Counted by hand", "101", "1701"):
        assert words not in text
    left_out = {kind: words for kind, _, words in kinds(tides) if kind in {"running_head", "note"}}
    assert "Letters of the Harbour Society, no. 12" in left_out["running_head"]
    assert "Counted by hand." in "\n".join(left_out.values())
    told = dict(tides.warnings)
    assert told["page_numbers"] == "2"
    assert int(told["running_head"]) >= 2


def test_blocks_know_their_page_and_offsets_hold(tides):
    pages = [block.page for section in tides.sections for block in section.blocks if block.kind != "junk"]
    assert pages == sorted(pages)
    assert set(pages) == {1, 2}
    end = 0
    for section in tides.sections:
        for block in section.blocks:
            assert end <= block.span.start < block.span.end <= len(tides.text)
            end = block.span.end
    words = {tides[fact.span] for fact in extract(tides)}
    assert {"14 December 1813", "3,402 pounds", "2.5 km²", "12 %"} <= words


def test_a_table_of_figures_is_rows(kinds):
    table = Table([["Year", "Ships", "Cargo (tons)"], ["1840", "1,200", "90,500"], ["1850", "2,450", "181,000"]])
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    words = "Coal from the north, about 310 tons a week in winter, and timber for the props of the inland mines."
    long = Table([["Port", "What was landed"], ["Harrow", Paragraph(words, STYLES["BodyText"])]], colWidths=[60, 250])
    document = read(flowing("The harbour grew for 20 years, as the table shows.", table, long, "It ended."), "t.pdf")
    rows = [words for kind, _, words in kinds(document) if kind == "row"]
    assert rows == [
        *("Year | Ships | Cargo (tons)", "1840 | 1,200 | 90,500", "1850 | 2,450 | 181,000"),
        *("Port | What was landed", f"Harrow | {words}"),
    ]


def test_slides_are_lists_below_headings(kinds):
    def slide(number, heading, lines):
        def draw(canvas):
            canvas.setFont("Helvetica-Bold", 32)
            canvas.drawString(60, HEIGHT - 90, heading)
            canvas.setFont("Helvetica", 20)
            for at, line in enumerate(lines):
                canvas.drawString(80, HEIGHT - 160 - 40 * at, f"•  {line}")
            canvas.setFont("Helvetica", 10)
            canvas.drawString(60, 20, "History of transport, lecture 4")
            canvas.drawRightString(WIDTH - 60, 20, str(number))

        return draw

    document = read(
        drawn(
            slide(1, "The canal age", ["First canal: 1761", "165 km dug by 1790"]),
            slide(2, "Boats", ["A boat carried 30 tons", "In 1820 there were 8,000 boats"]),
            slide(3, "Decline", ["Railways from 1830", "Tolls fell by 40 %"]),
        ),
        "slides.pdf",
    )
    found = kinds(document)
    assert [(kind, words) for kind, _, words in found if kind in {"title", "heading"}] == [
        *(("title", "The canal age"), ("heading", "Boats"), ("heading", "Decline"))
    ]
    assert [words for kind, _, words in found if kind == "bullet"][2:4] == [
        *("A boat carried 30 tons", "In 1820 there were 8,000 boats")
    ]


def test_three_columns_are_read_one_after_the_other(prose):
    lines = [f"word {chr(97 + column)} stands on row {row} here" for column in range(3) for row in range(12)]

    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 60, "The parish letter")
        canvas.setFont("Helvetica", 9)
        for at, line in enumerate(lines):
            canvas.drawString(40 + 175 * (at // 12), HEIGHT - 120 - 11 * (at % 12), line)

    text = " ".join(prose(read(drawn(draw), "a.pdf")).split())
    assert text == f"The parish letter {' '.join(lines)}"


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("a win-", "ter of storms", "a winter of storms"),
        ("a well-", "known man", "a well-known man"),
        ("the co-", "operation of", "the co-operation of"),
        ("the Anglo-", "French war", "the Anglo-French war"),
        ("from 1941-", "1945 on", "from 1941-1945 on"),
        ("from 1941–", "1945 on", "from 1941–1945 on"),
        ("it was –", "so to say", "it was – so to say"),
        ("plain", "words", "plain words"),
    ],
)
def test_lines_are_joined(before, after, whole):
    assert joined(before, after, frozenset({"co-operation"})) == whole


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(prose, degrees):
    def draw(canvas):
        canvas.setPageRotation(degrees)
        canvas.translate(*{90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}[degrees])
        canvas.rotate(degrees)
        canvas.setFont("Times-Roman", 12)
        canvas.drawString(72, 400, "The harbour took 300 ships in the year that")
        canvas.drawString(72, 386, "its wall was built, and 1,200 in 1850.")

    document = read(drawn(draw), "a.pdf")
    assert prose(document) == "The harbour took 300 ships in the year that its wall was built, and 1,200 in 1850."


def test_writing_at_the_margin_is_passed_over(prose):
    def draw(canvas):
        canvas.setFont("Times-Roman", 12)
        canvas.drawString(72, 400, "The harbour took 300 ships.")
        canvas.translate(30, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Draft of 7 May")

    assert prose(read(drawn(draw), "a.pdf")) == "The harbour took 300 ships."


def test_chapters_keep_their_headings_and_short_running_heads_go():
    def page(number, head, heading):
        def draw(canvas):
            canvas.setFont("Helvetica", 8)
            canvas.drawString(60, HEIGHT - 40, f"{head}   {number}")
            if heading:
                canvas.setFont("Helvetica-Bold", 24)
                canvas.drawString(60, HEIGHT - 90, heading)
            canvas.setFont("Helvetica", 11)
            for at in range(30):
                canvas.drawString(
                    60,
                    HEIGHT - 130 - 14 * at,
                    f"On day {at} of year 18{number}0 the harbour took {at + 7} ships in all.",
                )

        return draw

    pages = [
        page(1, "One", "Chapter 1"),
        page(2, "One", ""),
        page(3, "Two", "Chapter 2"),
        page(4, "Three", "Chapter 3"),
    ]
    document = read(drawn(*pages), "a.pdf")
    assert [section.heading for section in document.sections if section.heading] == ["Chapter 2", "Chapter 3"]
    assert document.title == "Chapter 1"
    assert dict(document.warnings)["running_head"] == "4"
    assert document.text.count("On day 0 of year") == 4
    assert document.text.count("On day 29 of year") == 4


def test_a_large_initial_belongs_to_its_word(prose):
    def draw(canvas):
        canvas.setFont("Times-Roman", 34)
        canvas.drawString(60, 676, "O")
        canvas.setFont("Times-Roman", 11)
        for at, line in enumerate(
            ["n the night of 12 May the face of the quarry", "came down and buried 14 waggons of slate that"]
        ):
            canvas.drawString(90, 692 - 13 * at, line)
        for at, line in enumerate(
            ["were to go to the harbour by the morning train. The", "owners put it at 2,300 pounds, and left it there."]
        ):
            canvas.drawString(60, 666 - 13 * at, line)

    assert prose(read(drawn(draw), "a.pdf")).startswith("On the night of 12 May the face of the quarry")


def test_a_table_of_words_is_rows_and_no_columns(kinds):
    reigns = [
        *(("Harold of the marsh", "from January to October 1066"), ("Edith the younger", "for 3 years")),
        *(("Old Osric of the northern hills", "until the great storm of 1087"), ("Wulfstan", "nobody knows")),
        *(("Another Harold, his nephew", "for 41 years and a day, by the book of the abbey"),),
    ]
    document = read(flowing("Those who ruled the marsh.", Table(reigns), "There were no others."), "a.pdf")
    assert [words for kind, _, words in kinds(document) if kind == "row"] == [" | ".join(row) for row in reigns]


def test_columns_drawn_word_by_word_are_lines_of_prose(kinds):
    words = ("the lamp was lit by a keeper who kept bees in summer when the ships were few " * 40).split()
    drawing = iter(words)
    drawn_words: list[str] = []

    def draw(canvas):
        canvas.setFont("Times-Roman", 10)
        for column in range(2):
            for at in range(24):
                line: list[str] = []
                while sum(canvas.stringWidth(f"{word} ", "Times-Roman", 10) for word in line) < 205:
                    line.append(next(drawing))
                drawn_words.extend(line)
                widths = [canvas.stringWidth(word, "Times-Roman", 10) for word in line]
                gap, x = (230 - sum(widths)) / (len(line) - 1), 60 + 242 * column
                for word, width in zip(line, widths, strict=True):
                    canvas.drawString(x, HEIGHT - 80 - 12 * at, word)
                    x += width + gap

    found = kinds(read(drawn(draw), "a.pdf"))
    assert [kind for kind, _, _ in found] == ["paragraph"]
    assert found[0][2].split() == drawn_words


def test_a_box_beside_the_text_is_no_part_of_its_lines(prose):
    text = ["The department kept 310 km of road in that year and", "spent a good sum, of which 40 % went to the bridge"]
    text += ["that had been closed since November. The work took", "14 months and ended on 3 May, nine weeks too late."]

    def draw(canvas):
        canvas.setFont("Helvetica", 11)
        for at, line in enumerate(text):
            canvas.drawString(60, HEIGHT - 100 - 13 * at, line)
        canvas.setFont("Helvetica", 9)
        for at, line in enumerate(["In brief", "14 bridges", "61 lamps", "9 gulls"]):
            canvas.drawString(400, HEIGHT - 96 - 11 * at, line)

    found = " ".join(prose(read(drawn(draw), "a.pdf")).split())
    assert found.startswith(" ".join(text))
    assert found.endswith("9 gulls")
