"""What is asked of a list, and what of its entries is left alone?"""

import pytest

from content.build import build
from content.readers import read
from lessons.items import DateItem, Item, NumberItem

MILL = """# The paper mill at Vik

The mill stands on the river and makes paper for books.

## {heading}

The year 1931 at the mill in figures:

- 41,200 reams of paper, up from 35,800 in 1930
- 64 workers, nine of them women
- 3 machines
- Logs counted at the weir: 18,300
- 212 horses, of which 30 belonged to the mill
"""


def asked(text: str) -> dict[str, Item]:
    """The questions on single facts of a page, by their stems."""
    items = [item for _, item in build([read(text.encode(), "page.md")]).pack.items()]
    return {item.prompt: item for item in items if isinstance(item, NumberItem | DateItem)}


def test_what_an_entry_adds_to_its_count_is_no_part_of_the_question() -> None:
    items = {stem: item for stem, item in asked(MILL.format(heading="The year")).items() if "How many" in stem}

    assert any(stem.startswith("How many reams of paper does the text list under") for stem in items)
    assert any(stem.startswith("How many workers does the text list under") for stem in items)
    reams = next(item for stem, item in items.items() if "reams" in stem)
    assert all(int(option.replace(",", "")) > 35_800 for option in reams.options(0))


def test_a_label_with_a_verb_in_it_is_still_a_label() -> None:
    items = asked(MILL.format(heading="The year"))

    assert any("“Logs counted at the weir”" in stem and item.key == "18,300" for stem, item in items.items())


@pytest.mark.parametrize("heading", ["Goals for 1940", "Next steps", "Our plans", "Main aims"])
def test_what_is_only_meant_to_be_is_not_asked(heading: str) -> None:
    assert asked(MILL.format(heading=heading).replace("The year 1931 at the mill in figures:", "")) == {}


TIMELINE = """# Voyages of the Gjelt

## Dates

- **{first} May 1910**: The Gjelt leaves Bergen with eleven men.
- **17 January 1912**: The ship reaches the ice at Cape Storm.
- **12 November 1912**: A boat finds the last hut of Captain Moe*.
- **21 November 1915**: The Gjelt is sold to a whaling firm.
- **30 August 1916**: The ship sinks off Jan Mayen.
"""


def test_the_wrong_years_of_a_timeline_lie_between_the_neighbours() -> None:
    items = asked(TIMELINE.format(first=3))
    hut = next(item for stem, item in items.items() if "finds the" in stem)

    assert {option[-4:] for option in hut.options(0)} <= {"1912", "1913", "1914", "1915"}


def test_whole_sentences_in_order_of_time_are_a_timeline_and_no_index_of_news() -> None:
    titles = TIMELINE.format(first=3).replace(".\n", "\n")

    assert len(asked(TIMELINE.format(first=3))) > 2
    assert asked(titles) == {}


def test_one_card_is_not_told_twice() -> None:
    prose = (
        "The Gjelt was built at Vik of oak and pine by eleven carpenters and lay at the quay for a whole winter. " * 3
    )
    entries = "".join(
        f"- **{day} May {year}**: The Gjelt sails with {crew} men from Bergen to the ice off {place}.\n"
        for day, year, crew, place in (
            (3, 1910, "eleven", "Cape Storm"),
            (9, 1912, "twelve", "Jan Mayen"),
            (14, 1915, "nine", "Bear Island"),
            (21, 1919, "fourteen", "Cape Farewell"),
            (28, 1924, "sixteen", "Hopen"),
        )
    )
    pack = build([read(f"# The Gjelt\n\n## Voyages\n\n{prose}\n\n{entries}".encode(), "page.md")]).pack
    texts = [reading.text for lesson in pack.lessons for reading in lesson.readings]

    assert len(list(pack.items())) > 3
    assert len(set(texts)) == len(texts)


def test_an_entry_that_tells_a_part_of_another_is_not_asked() -> None:
    page = "# Vik\n\n## The port\n\nGoods of the year 1931 in tonnes:\n\n- Goods landed: 14,200 tonnes\n"
    page += "- of which coal: 3,900 tonnes\n- of which ore: 6,100 tonnes\n- Fish sold: 9,700 tonnes\n"
    stems = list(asked(page))

    assert any("“Goods landed”" in stem for stem in stems)
    assert not any("of which" in stem for stem in stems)


def test_a_number_of_them_is_no_answer_to_the_entry() -> None:
    stems = list(
        asked(MILL.format(heading="The year").replace("64 workers, nine of them women", "64 mills, nine of them wet"))
    )

    assert any("How many mills" in stem for stem in stems)
    assert not any("“64 mills”" in stem for stem in stems)


@pytest.mark.parametrize("marks", [("I. ", "II. ", "III. ", "IV. "), ("", "", "", "")])
def test_lines_that_begin_with_roman_numbers_or_years_are_a_list(marks: tuple[str, ...]) -> None:
    told = ("1871: the mill is built", "1902: the weir breaks", "1880s: the road is paved", "1931: the mill burns")
    lines = "\n".join(mark + line for mark, line in zip(marks, told, strict=True))
    stems = list(asked(f"# Vik\n\nVik lies on the river and has a mill.\n\n## The mill, step by step\n\n{lines}\n"))

    assert any("Which year does the text give for “the weir breaks”" in stem for stem in stems)
    assert any("Which decade does the text give for “the road is paved”" in stem for stem in stems)


def test_a_label_that_two_entries_bear_is_not_asked() -> None:
    page = "# The league of Vik\n\nFive clubs play in the league.\n\n## Champions\n\n- 1988: Vik Bears\n"
    page += "- 1989: Holm Wolves\n- 1990: Holm Wolves\n- 1991: Ness Rangers\n- 1992: Alta Kings of the North\n"
    stems = list(asked(page))

    assert any("“Ness Rangers”" in stem for stem in stems)
    assert not any("Holm Wolves" in stem for stem in stems)


def test_of_counts_by_year_the_year_is_not_asked() -> None:
    page = "# Whales\n\n## Catch\n\nWhales landed at Vik by decade:\n\n- 1880s: 6,200 fin whales\n"
    page += "- 1890s: 9,100 fin whales\n- 1900s: 14,800 fin whales\n- 1910s: 11,300 fin whales\n"

    assert not any("Which decade" in stem for stem in asked(page))


@pytest.mark.parametrize(
    ("heading", "label", "stem"),
    [
        ("The Skar Bridge", "Opened", "On what date was the Skar Bridge opened?"),
        ("Skar Bridge", "Completed", "On what date was the Skar Bridge completed?"),
        ("Anna Moe", "Born", "On what date was Anna Moe born?"),
        ("Anna Moe", "Died", "On what date did Anna Moe die?"),
        ("Anna Moe", "Opened", "Which date does the text give for “Opened” under “Anna Moe”?"),
        ("Key Facts", "Opened", "Which date does the text give for “Opened” under “Key Facts”?"),
        ("Skar Bridge", "Storm", "Which date does the text give for “Storm” under “Skar Bridge”?"),
    ],
)
def test_what_happened_to_the_thing_above_the_list_is_asked_plainly(heading: str, label: str, stem: str) -> None:
    page = f"# The river Skar\n\nThe river runs to the sea at Vik.\n\n## {heading}\n\n- {label}: 3 May 1826\n"
    page += "- Length: 176 metres\n- Width: 12 metres\n- Cost: £18,400\n"

    assert stem in asked(page)


@pytest.mark.parametrize(
    "page",
    [
        "## What to bring\n\n- 2 bottles of water\n- 3 pens\n- 4 candles\n",
        "## Admission\n\n- Adults: £8.50\n- Children: £4.20\n- Families: £21.30\n",
        "## Below deck\n\nThe liner carried 6,000 tons of coal; 192 furnaces; 324 firemen; and 25 boilers.\n",
        "Author: Jane Holm\nPublished: 12 May 2019\nPages: 34\nPrice: £4.50\n",
        "## Stages\n\n- Brindisi, November 25\n- Aden, December 3\n- Colombo, December 8\n- Penang, December 16\n",
        "## The board\n\n- Ann Berg, finance director (2019)\n- Per Vik, chair (2014)\n- Ole Holm, trustee (2022)\n",
        "## The bill\n\n- 1927: Vik Monitor Top\n- 1931: Holm Super Star\n- 1936: Arl Royal Prince\n",
        "## Her life\n\n1899 born in Vik\n1918 flees to Arl\n1940 leaves for Boston\n",
        "## Losses\n\n- 35 never heard of again\n- 19 driven ashore\n- 44 taken by the enemy\n",
        "## Strength\n\n|  |  |\n|--|--|\n| Norse | 33 ships; 17,000 men |\n| Danes | 41 ships; 30,000 men |\n",
        "## The towns\n\nArl | 41,200\nVik | 28,300\nBerg | 19,400\nHolm | 17,700\n",
    ],
)
def test_side_lists_and_what_no_words_head_are_not_asked(page: str) -> None:
    assert asked(f"# The liner Gjelt\n\n{page}") == {}


@pytest.mark.parametrize(
    ("page", "stem", "key"),
    [
        (
            "Salt raised, in tonnes:\n\n- 1350: 8,000\n- 1500: 14,000\n- 1650: 31,000\n- 1790: 19,000\n",
            "Which figure does the text give for 1650 under “Salt raised, in tonnes”?",
            "31,000",
        ),
        (
            "The mine sold it so: 52 per cent to Norway; 22 per cent to Sweden; and 26 per cent to others.\n",
            "Which share does the text give for Norway under “Salt”?",
            "52 per cent",
        ),
        (
            "|  |  |\n|---|---|\n| 1601 | The mine is dug |\n| 1702 | A pump is built |\n| 1790 | The pump breaks |\n",
            "Which year does the text give for “A pump is built” under “Salt”?",
            "1702",
        ),
        (
            "Books:\n\n- The Salt Road (1924)\n- A House in Riga (1927)\n- Winter Guests (1931)\n",
            "Which year does the text give for “A House in Riga” under “Books”?",
            "1927",
        ),
        (
            "May 1882: The mine is dug.\n\nJune 1884: A pump is built.\n\nApril 1891: The pump breaks.\n",
            "Which date does the text give for “A pump is built” under “Salt”?",
            "June 1884",
        ),
        (
            "| Item | Value |\n|---|---|\n| Depth | 327 m |\n| Work begun | 4 May 1301 |\n| Miners | 1,420 |\n"
            "| Country | Norway |\n",
            "Which figure does the text give for “Depth” under “Salt”?",
            "327 m",
        ),
    ],
)
def test_years_shares_timelines_and_sheets_of_facts_are_asked(page: str, stem: str, key: str) -> None:
    items = asked(f"# The mine\n\nThe mine lies in the hills.\n\n## Salt\n\n{page}")

    assert items[stem].key == key
    assert not any("others" in other for other in items)


def test_the_other_days_of_a_list_without_years_are_the_wrong_ones_and_shares_lie_near_their_like() -> None:
    days = (
        "29 July: The fleet is sighted.\n31 July: The first fight.\n6 August: The fleet anchors.\n8 August: All burn.\n"
    )
    shares = "Share of pupils, by form:\n\n- North: 96.1 %\n- Coast: 94.8 %\n- Centre: 91.3 %\n- Hills: 88.7 %\n"

    fleet = asked(f"# The fleet of 1588\n\n## The year 1588\n\n{days}")
    forms = asked(f"# The school\n\n{shares}")

    assert fleet
    assert all(set(item.options(0)) <= {"29 July", "31 July", "6 August", "8 August"} for item in fleet.values())
    assert forms
    assert all(float(option.split()[0]) > 70 for item in forms.values() for option in item.options(0))


@pytest.mark.parametrize(
    "entries",
    [
        ("Bergen, Norway (1946)", "Turku, Finland (1946)", "Gothenburg, Sweden (1946)"),
        ("1995: fully operational", "1998: partly usable", "1999: hardly accessible"),
        ("Reference no.: 1380", "Melting point: 54 K", "Crew: 3"),
        ("64 – The Great Fire burns for days", "79 – Ash buries Pompeii", "80 – The Colosseum is opened by Titus"),
        ("Ellen Moe (1907)", "Anna Berg (1911)", "Ida Holm, Vik (1946)"),
    ],
    ids=["one year for all", "of what?", "of the page", "early years", "persons"],
)
def test_an_entry_that_says_too_little_is_not_asked(entries: tuple[str, ...]) -> None:
    lines = "\n".join(f"- {entry}" for entry in entries)

    assert asked(f"# Towns of the north\n\n## Their friends\n\n{lines}\n") == {}


@pytest.mark.parametrize("heading", ["Upcoming events", "Delivery", "Dates for your diary"])
def test_what_a_page_announces_is_not_asked(heading: str) -> None:
    lines = "- 4 June 2023: Open day of the mill\n- 2 July 2023: Boats on the pond\n- 9 July 2023: Old engines\n"

    assert asked(f"# The mill at Vik\n\n## {heading}\n\n{lines}") == {}


def test_a_name_whose_lead_in_cannot_be_told_is_not_asked() -> None:
    lines = "- Ketchup: 22\n- Cola: 11\n- Chocolate: 52\n- Apples: 10\n"
    told = "How much sugar is in {} (grams in 100):"

    assert asked(f"# Sweet things\n\n## Food\n\n{told.format('it')}\n\n{lines}") == {}
    assert asked(f"# Sweet things\n\n## Food\n\n{told.format('food')}\n\n{lines}")
