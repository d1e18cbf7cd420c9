"""What is asked of a table, and what of a page's furniture?"""

import pytest

from content.build import build
from content.readers import read
from lessons.items import Item
from lessons.response import Typed

TABLE = """# Lighthouses of the coast

## Towers

The towers of the northern district:

| Name | Built | Height (m) | No. |
|---|---|---|---|
| Skarvik | 1871 | 31.5 | 1 |
| Brenna | 1902 | 18.2 | 2 |
| Old Holm | 1846 | 24.7 | 3 |
| Sandey | 1911 | 27.9 | 4 |
"""


def asked(text: str, name: str = "page.md") -> list[Item]:
    """The items of a page."""
    return [item for _, item in build([read(text.encode(), name)]).pack.items()]


def test_cells_are_asked_by_row_and_column_and_the_columns_take_turns() -> None:
    prompts = [item.prompt for item in asked(TABLE)]

    table = "the table “The towers of the northern district”"
    assert prompts == [
        f"What height, in metres, does {table} give for “Skarvik”?",
        f"Which year does {table} give for “Sandey” in the column “Built”?",
    ]


def test_the_wrong_figures_are_other_cells_of_the_column_in_its_unit() -> None:
    figures = [item for item in asked(TABLE) if "height" in item.prompt]

    assert figures
    assert all(set(item.options(0)) <= {"31.5 m", "18.2 m", "24.7 m", "27.9 m"} for item in figures)
    assert all(item.key in item.options(0) for item in figures)


def test_the_card_of_a_cell_shows_the_head_of_its_table() -> None:
    pack = build([read(TABLE.encode(), "page.md")]).pack
    readings = {reading.id: reading for lesson in pack.lessons for reading in lesson.readings}

    assert all("Height (m)" in readings[item.reading].text for _, item in pack.items() if item.reading)


@pytest.mark.parametrize(
    "change",
    [
        ("| Name | Built | Height (m) | No. |", "| 12 | 1850 | 3.5 | 9 |"),
        ("Old Holm", "Brenna"),
    ],
    ids=["no head", "a name twice"],
)
def test_a_table_that_does_not_name_its_cells_is_not_asked(change: tuple[str, str]) -> None:
    assert asked(TABLE.replace(*change)) == []


def test_years_can_head_columns() -> None:
    text = TABLE.replace("Built", "2019").replace("1871", "311").replace("1902", "182").replace("1846", "247")

    assert any(item.prompt.endswith(" in 2019?") for item in asked(text.replace("1911", "279")))


def test_a_text_in_another_language_gives_none_and_the_report_says_so() -> None:
    text = "Закон был подписан 11 марта 1941 года. Страна получила 400 000 грузовиков и 14 000 самолётов."
    report = build([read(text.encode(), "page.txt")]).report

    assert report.items == 0
    assert {skipped.code for skipped in report.skipped} == {"language"}


@pytest.mark.parametrize(
    "page",
    [
        "## See also\n\n- 50 deepest mines\n- 12 oldest bridges\n- Category: 1901 establishments in Norway\n",
        "## Related\n\n- Freight rates at record: 12 March 2021\n- Crew crisis goes on: 9 January 2021\n",
        "## Review questions\n\n1. In what year was the Brenna light built by Nils Holm in 1902?\n",
        "## 14 June\n\n- 1777: The Continental Congress adopts the flag\n- 1940: German troops enter Paris\n",
        "- 1 History\n- 2 List\n- 3 See also\n",
    ],
    ids=["see also", "related", "exercises", "this day in history", "contents"],
)
def test_links_exercises_and_contents_are_not_asked(page: str) -> None:
    assert asked("# Lighthouses of the coast\n\nThe coast has many lights.\n\n" + page) == []


def test_a_column_of_years_is_not_named_again_and_no_start_lies_before_the_first() -> None:
    text = TABLE.replace("Built", "Year").replace("The towers of the northern district:", "Table 3: First lit")
    items = [item for item in asked(text) if item.prompt.startswith("Which year")]

    assert items[0].prompt == "Which year does the table “First lit” give for “Sandey”?"
    assert all(int(option) >= 1846 for item in items for option in item.options(0))


def test_measures_of_models_are_not_asked() -> None:
    text = TABLE.replace("Height (m)", "Weight (kg)")

    assert not any("Weight" in item.prompt for item in asked(text))


YEARS = """# The port of Ness

## Trade

Figures in this table are from the books of the port.

| Year | Ships | Timber (tonnes) |
|---|---|---|
| 1850 | 410 | 9,100 |
| 1870 | 560 | 12,400 |
| 1890 | 730 | 15,800 |
| 1910 | 690 | 11,200 |
"""


def test_years_can_name_rows() -> None:
    prompts = {item.prompt: item.key for item in asked(YEARS)}

    assert prompts["How many ships does the table under “Trade” give for 1850?"] == "410"
    assert prompts["Which figure, in tonnes, does the table under “Trade” give for 1890 in the column “Timber”?"]


def test_a_column_in_several_currencies_is_not_asked() -> None:
    text = YEARS.replace("| 410 |", "| $410 |").replace("| 560 |", "| £560 |")

    assert asked(text)
    assert not any("ships" in item.prompt.lower() for item in asked(text))


def test_figures_far_from_all_others_of_the_column_are_not_asked() -> None:
    items = asked(YEARS.replace("| 410 |", "| 4 |"))

    assert items
    assert not any("ships" in item.prompt and item.key == "4" for item in items)


def test_the_empty_corner_of_a_table_is_no_hindrance_and_a_unit_there_is_told() -> None:
    by_year = "| £ thousand | 2019 | 2020 | 2021 |\n|---|---|---|---|\n"
    rows = "| Dues | 410 | 560 | 480 |\n| Rents | 120 | 155 | 140 |\n| Wages | 300 | 360 | 330 |\n"
    text = f"# The port of Ness\n\n## Accounts\n\n{by_year}{rows}"

    assert all("Which amount, in pounds, does" in item.prompt for item in asked(text))
    assert all(item.key.startswith("£") and item.key.endswith(",000") for item in asked(text))
    assert asked(text.replace("£ thousand", " ").replace("## Accounts", "## Accounts (in thousands of pounds)"))


def test_the_wrong_figures_for_a_year_are_the_rows_other_years() -> None:
    head = "| Number at work | 2019 | 2020 | 2021 |\n|---|---|---|---|\n"
    rows = "| Ships | 410 | 560 | 480 |\n| Cranes | 20 | 25 | 22 |\n| Dockers | 300 | 360 | 330 |\n"
    item = next(item for item in asked(f"# The port of Ness\n\n## Accounts\n\n{head}{rows}") if "Ships" in item.prompt)

    assert item.prompt.endswith((" in 2019?", " in 2021?"))

    assert set(item.options(0)) == {"410", "480", "560"}


def test_a_row_that_sums_up_the_others_is_neither_asked_nor_an_option() -> None:
    text = YEARS.replace("| Year |", "| Pier |").replace("1850", "North").replace("1870", "South")
    text = text.replace("1890", "East").replace(
        "| 1910 | 690 | 11,200 |", "| West | 690 | 11,200 |\n| Port | 2,390 | 48,500 |"
    )

    assert not any("Port" in item.prompt or "2,390" in item.options(0) for item in asked(text))


def test_quarters_of_a_year_are_not_asked() -> None:
    text = YEARS
    for year, quarter in zip(("1850", "1870", "1890", "1910"), ("Jan", "April", "July", "October"), strict=True):
        text = text.replace(f"| {year} |", f"| {quarter} |")

    assert asked(text) == []


def test_a_sum_of_the_rows_above_it_is_neither_asked_nor_an_option() -> None:
    head = "| Item | 2015 | 2016 |\n|---|---|---|\n"
    rows = "| Fares | 410 | 430 |\n| Shop | 220 | 250 |\n| Takings | 630 | 680 |\n"
    rows += "| Wages | 300 | 360 |\n| Coal | 280 | 290 |\n"
    items = asked(f"# The line to Ness\n\n## Accounts (£ thousand)\n\n{head}{rows}")

    assert items
    assert not any("Takings" in item.prompt or {"630", "680"} & set(item.options(0)) for item in items)


def test_figures_of_places_by_year_of_which_nothing_says_what_they_count_are_not_asked() -> None:
    rows = "| Holm | 410 | 560 | 480 |\n| Ness | 120 | 155 | 140 |\n| Brenna | 300 | 360 | 330 |\n"
    text = f"# The famine\n\n## Leaving\n\n| Parish | 1841 | 1851 | 1861 |\n|---|---|---|---|\n{rows}"

    assert asked(text) == []
    assert asked(text.replace("## Leaving\n", "## Leaving\n\nInhabitants of the parishes\n"))


ACCOUNTS = """# The port of Ness: report {year}

## Accounts (£000)

| Item | 2019 | 2020 |
|---|---|---|
| Dues | 410 | 560 |
| Rents | 320 | 455 |
| Wages | 300 | 360 |
| Coal | 290 | 390 |
"""


@pytest.mark.parametrize(("year", "asked_of"), [("2020", "2020"), ("2019", "2019"), ("", "2020")])
def test_of_two_years_that_of_the_report_is_asked_else_the_later(year: str, asked_of: str) -> None:
    prompts = [item.prompt for item in asked(ACCOUNTS.format(year=year))]

    assert prompts
    assert all(prompt.endswith(f" in {asked_of}?") for prompt in prompts)


def test_of_a_few_rows_not_all_are_asked_and_the_text_says_which_matter() -> None:
    told = ACCOUNTS.format(year="2020").replace("## Acc", "## Trade\n\nThe price of Coal rose in the winter.\n\n## Acc")

    assert len(asked(ACCOUNTS.format(year="2020"))) == 2
    assert any("“Coal”" in item.prompt for item in asked(told))
    assert any("“Dues”" in item.prompt for item in asked(told))


@pytest.mark.parametrize(
    ("typed", "credit"),
    [
        *((words, 1) for words in ("£560,000", "560 thousand", "560 thousand pounds", "£0.56m", "560k")),
        ("560", 0.5),
        *((words, 0.25) for words in ("560 million", "£5,600,000")),
    ],
)
def test_a_typed_answer_to_a_cell_is_read_in_the_tables_size(typed: str, credit: float) -> None:
    item = next(item for item in asked(ACCOUNTS.format(year="2020")) if "“Dues”" in item.prompt)

    assert item.grade(Typed(typed, "en"), 0).fraction == credit


def test_a_line_above_the_table_may_tell_the_unit() -> None:
    text = ACCOUNTS.format(year="2020").replace(" (£000)\n", "\n\nAll figures are in thousands of pounds.\n")

    assert all(item.key.startswith("£") or item.key.endswith(",000 pounds") for item in asked(text))
    assert all("in pounds" in item.prompt for item in asked(text))


def test_a_table_that_another_of_its_section_could_be_taken_for_is_not_asked() -> None:
    rows = ACCOUNTS.format(year="2020").partition("| Item")[2]
    text = ACCOUNTS.format(year="2020") + "\nThe other harbour did worse than that of Ness.\n\n| Item" + rows

    assert asked(text) == []


def test_the_kind_of_thing_that_a_table_lists_is_told_where_its_heading_does_not() -> None:
    text = TABLE.replace("## Towers\n\nThe towers of the northern district:", "## Today").replace("Name", "Lighthouse")

    assert asked(text)
    assert all("the table of lighthouses under “Today”" in item.prompt for item in asked(text))


def test_shares_of_men_and_women_are_no_count_of_them() -> None:
    head = "Out of work by district, per cent, 2020\n\n| District | Men | Women |\n|---|---|---|\n"
    rows = "| Holm | 7.4 | 8.1 |\n| Ness | 6.2 | 9.3 |\n| Brenna | 5.5 | 6.9 |\n| Vik | 8.8 | 7.7 |\n"
    items = asked(f"# Work\n\n## The year\n\n{head}{rows}")

    assert items
    assert not any("How many" in item.prompt for item in items)
    assert all(item.key.endswith("%") for item in items)


def test_days_in_a_column_are_asked_as_dates() -> None:
    rows = "| Holm | 4 May 1871 |\n| Ness | 9 June 1880 |\n| Brenna | 1 July 1902 |\n| Vik | 3 March 1911 |\n"
    items = asked(f"# Lights\n\n## Towers\n\n| Tower | First lit |\n|---|---|\n{rows}")

    assert items
    assert all(item.prompt.startswith("Which date does") and "“First lit”" in item.prompt for item in items)


def test_a_second_head_begins_a_second_table() -> None:
    rows = ACCOUNTS.format(year="2020").partition("| Item | 2019 | 2020 |\n")[2].partition("\n")[2]
    two = ACCOUNTS.format(year="2020").replace("| Item |", "| Income |").replace(" (£000)", "")
    spent = rows.replace("Dues", "Ropes").replace("Rents", "Paint").replace("Wages", "Tar").replace("Coal", "Oil")
    items = asked(f"{two}| Spending (£000) | 2019 | 2020 |\n{spent}")

    assert any(item.key.startswith("£") for item in items)
    assert not any("for “Spending" in item.prompt for item in items)
    assert all(item.key.startswith("£") == ("the table “Spending” under" in item.prompt) for item in items)


def test_a_caption_may_follow_the_number_of_its_table() -> None:
    text = TABLE.replace("The towers of the northern district:", "Table 2. Lights of the northern coast, 1911")

    assert all("does the table “Lights of the northern coast, 1911” give" in item.prompt for item in asked(text))


def test_signs_between_cells_are_no_words_of_a_card() -> None:
    note = "The board keeps a list of all towers which stand on the coast of the district and are still lit today. " * 2
    pack = build([read(TABLE.replace("## Towers\n", f"## Towers\n\n{note}\n").encode(), "page.md")]).pack
    texts = [reading.text for lesson in pack.lessons for reading in lesson.readings]

    assert texts
    assert all(len(text.replace("|", " ").split()) >= 55 for text in texts)


def test_where_a_figure_grows_too_fast_others_of_its_year_stand_beside_it() -> None:
    head = "Iron made, in tonnes\n\n| Works | 1850 | 1880 | 1910 |\n|---|---|---|---|\n"
    rows = "| Holm | 410 | 5,600 | 48,000 |\n| Ness | 320 | 4,900 | 37,000 |\n| Vik | 250 | 3,900 | 31,000 |\n"
    items = asked(f"# Iron\n\n## Output\n\n{head}{rows}| Brenna | 290 | 4,100 | 27,000 |\n")

    assert items
    assert all(
        option in "48,000 37,000 31,000 27,000 410 320 250 290".replace(" ", " tonnes ") + " tonnes"
        for item in items
        for option in item.options(0)
    )


def test_a_table_without_a_head_over_its_figures_is_asked_by_its_rows() -> None:
    rows = "| Ropes | 560 |\n| Paint | 455 |\n| Tar | 360 |\n| Oil | 390 |\n"
    items = asked(f"# The port of Ness\n\n## Money\n\nFigures in £ million.\n\n| Spending | |\n|---|---|\n{rows}")

    assert items
    assert all(
        item.prompt.startswith("Which amount, in millions of pounds, does the table under “Money” give for “")
        for item in items
    )


@pytest.mark.parametrize(
    ("head", "row", "told"),
    [
        ("2020", "Dues", True),
        ("Spent in 2020", "Dues", True),
        ("Members 2020", "Dues", False),
        ("Share of 2020", "Dues", False),
        ("2020", "Number of ships", False),
        ("2020", "Employees", False),
        ("2020", "Ropes and vehicles", True),
        ("2020", "Vehicles and ropes", True),
    ],
)
def test_the_unit_over_a_table_does_not_hold_for_what_counts_something_else(head: str, row: str, told: bool) -> None:
    text = ACCOUNTS.format(year="2020").replace("| 2019 | 2020 |", f"| {head.replace('2020', '2019')} | {head} |")
    items = [item for item in asked(text.replace("Dues", row)) if f"“{row}”" in item.prompt]

    assert items
    assert all(item.key.startswith("£") is told for item in items)


def test_a_line_above_a_table_set_with_spaces_is_its_title() -> None:
    head = "Paper made by mill (thousand tonnes)\nMill          2017     2018\n"
    rows = "Tofte          118      164\nHalden         211      219\nSkogn          386      391\nVik    94    97\n"
    text = f"VIK PAPER\n\nREPORT 2018\n\n{head}{rows}"
    items = asked(text, "page.txt")

    assert items
    assert all("the table “Paper made by mill” give" in item.prompt and " in 2018?" in item.prompt for item in items)


def test_places_and_matches_of_a_league_are_not_asked() -> None:
    head = "| Pos | Club | Won | Points |\n|---|---|---|---|\n"
    rows = "| 1 | Vik | 25 | 79 |\n| 2 | Holm | 23 | 74 |\n| 3 | Ness | 19 | 63 |\n| 4 | Alta | 14 | 49 |\n"
    prompts = [item.prompt for item in asked(f"# The league\n\n## Final table\n\n{head}{rows}")]

    assert prompts
    assert all("“Points”" in prompt for prompt in prompts)


@pytest.mark.parametrize(("byline", "is_asked"), [("", True), ("By Anna Moe\n\n9:15 am\n\n", False)])
def test_the_page_of_an_office_is_no_news_for_its_menu_alone(byline: str, is_asked: bool) -> None:
    around = "Log in | Sign up\n\n{}Published 28 May 2020\n\n"
    text = ACCOUNTS.format(year="2020").replace("## Acc", around.format(byline) + "## Acc") + "\nShare this page\n"

    assert bool(asked(text)) is is_asked


def test_a_first_row_that_begins_with_a_date_is_no_head() -> None:
    text = (
        "# Macedon\n\n## Dates to remember\n\n359 BC | Philip becomes king\n338 BC | Battle of Chaeronea\n"
        "333 BC | Battle of Issus\n323 BC | Death of Alexander\n"
    )

    assert not [item for item in asked(text, "macedon.txt") if "359 BC”" in item.prompt]


def test_a_head_without_a_corner_belongs_to_its_table_and_a_row_like_the_others_is_no_head() -> None:
    page = "{head}Ole Berg    {rows[0]}\nJan Holm    {rows[1]}\nPer Vik     {rows[2]}\nNils Aune   {rows[3]}\n"
    rows = ("1861    1879", "1879    1902", "1902    1931", "1931    1950")
    text = "The harbour of Skarn\n\nHarbour masters\n\n" + page

    prompts = [
        item.prompt for item in asked(text.format(head=f"            From    To\n{'-' * 24}\n", rows=rows), "page.txt")
    ]

    assert any("“Ole Berg” in the column “From”" in prompt for prompt in prompts)
    assert asked(text.format(head="", rows=rows), "page.txt") == []


def test_of_years_in_rows_those_that_stand_out_are_asked_and_of_a_directory_none() -> None:
    years = "| Year | Members |\n|---|---|\n| 2015 | 214 |\n| 2016 | 231 |\n| 2017 | 252 |\n| 2019 | 318 |\n"
    rooms = (
        "| Name | Room |\n|---|---|\n| Ann Berg | 112 |\n| Per Vik | 114 |\n| Ole Holm | 121 |\n| Jan Aune | 131 |\n"
    )

    told = {prompt.split()[-1] for item in asked(f"# The club\n\n## Members\n\n{years}") if (prompt := item.prompt)}

    assert told == {"2015?", "2019?"}
    assert asked(f"# The club\n\n## Staff\n\n{rooms}") == []


def test_the_sum_is_asked_before_the_lesser_rows_and_its_wrong_figures_exceed_the_parts() -> None:
    rows = "| Dues | 10,940 |\n| Moorings | 3,290 |\n| Rents | 1,985 |\n| Ferry | 1,685 |\n| Total income | 17,900 |\n"
    items = asked(f"# The port, report for 2022\n\nIncome (£000)\n\n|  | 2022 |\n|---|---|\n{rows}")

    total = next(item for item in items if "“Total income”" in item.prompt)
    figures = [int(option.strip("£").split()[0].replace(",", "")) for option in total.options(0)]
    assert total.key == "£17,900,000"
    assert len(figures) > 2
    assert all(10_940_000 + 3_290_000 < figure < 1.8 * 17_900_000 for figure in figures)
    assert not any("“Ferry”" in item.prompt for item in items)


def test_a_year_of_nobody_knows_what_and_what_others_are_measured_by_are_not_asked() -> None:
    rows = "| Niobium | 9.3 | 1930 |\n| Lead | 7.2 | 1913 |\n| Tin | 3.7 | 1913 |\n| Mercury | 4.2 | 1911 |\n"
    waste = "| Vik | 96,700 | 371 |\n| Berg | 108,000 | 418 |\n| Holm | 122,900 | 395 |\n| Arl | 141,300 | 442 |\n"

    metals = asked(f"# Metals\n\n## In the cold\n\n| Metal | Degrees | Year |\n|---|---|---|\n{rows}")
    bins = asked(f"# Waste\n\n## Bins\n\n| District | Population | Kilograms of waste |\n|---|---|---|\n{waste}")

    assert metals
    assert bins
    assert not any("year" in item.prompt for item in metals)
    assert not any("population" in item.prompt for item in bins)


def test_two_tables_with_nothing_between_are_two_and_two_rows_of_heads_are_one() -> None:
    head = "<tr><td rowspan=2>Quay</td><td colspan=2>Ships</td><td colspan=2>Tons</td></tr><tr>{}</tr>"
    years = "<td>2020</td><td>2021</td>" * 2
    rows = (("North", 412, 455, 190, 231), ("South", 377, 402, 288, 305), ("Oil", 301, 298, 255, 240))
    body = "".join(f"<tr><td>{'</td><td>'.join(map(str, row))}</td></tr>" for row in rows)
    money = "<tr><td>£000</td><td>2021</td></tr><tr><td>Dues</td><td>377</td></tr><tr><td>Rents</td><td>455</td></tr>"
    money += "<tr><td>Gifts</td><td>310</td></tr>"
    page = f"<h1>The port, 2021</h1><table>{head.format(years)}{body}</table><table>{money}</table>"

    prompts = [item.prompt for item in asked(page, "page.html")]

    assert any("in the column “Ships 2021”" in prompt or "in the column “Tons 2021”" in prompt for prompt in prompts)
    assert any("in pounds" in prompt and prompt.endswith("in 2021?") for prompt in prompts)


MEASURED = """# Reading in Vik

## Schools

Pupils who read well, by district (per cent)

| District | 2016 | 2019 | Pupils tested 2019 |
|---|---|---|---|
| Harbour | 66 | 61 | 3,052 |
| Hill | 77 | 75 | 2,761 |
| Lake | 81 | 70 | 2,406 |
| Old Town | 79 | 78 | 2,870 |
"""


@pytest.mark.parametrize(
    ("heads", "asked_of"),
    [
        ("| District | 2016 | 2019 | Pupils tested 2019 |", "in 2019?"),
        ("| District | Opened | Pupils 2019 | Average age |", "How many pupils"),
        ("| District | Candidates | Passed | Pupils per teacher |", "“Passed”?"),
        ("| District | Boys | Girls | Both |", "“Both”?"),
        ("| District | Number | Their rooms | Average age |", "“Number”?"),
        ("| Battle | Date | Royalists | Guns |", ""),
        ("| District | At 2022 prices | Grants | Version |", ""),
    ],
    ids=["years", "opened", "put in", "both", "number", "no years of three digits", "a program"],
)
def test_a_table_is_asked_by_the_columns_that_it_is_about(heads: str, asked_of: str) -> None:
    text = MEASURED.replace("| District | 2016 | 2019 | Pupils tested 2019 |", heads)
    text = text if "2016" in heads else text.replace(" (per cent)", "").replace("who read well", "of the town")
    prompts = [item.prompt for item in asked(text)]

    assert bool(prompts) == bool(asked_of)
    assert all(asked_of in prompt for prompt in prompts)


def test_the_largest_of_a_column_is_asked_though_no_other_comes_near() -> None:
    rows = "| People's Party | 72 |\n| Northern Party | 12 |\n| Congress | 2 |\n| Free List | 18 |\n"
    text = f"# Vik\n\n## Votes\n\nTable 1. Seats won in the assembly\n\n| Party | Seats |\n|---|---|\n{rows}"
    items = asked(text)

    assert [item.prompt for item in items] == [
        "How many seats does the table “Seats won in the assembly” give for “People's Party”?"
    ]
    assert items[0].key == "72"


def test_a_title_may_stand_below_its_table() -> None:
    text = MEASURED.replace("Pupils who read well, by district (per cent)", "The schools were asked in May.")
    prompts = [item.prompt for item in asked(f"{text}\nTable 6.2. Pupils who read well (per cent)\n")]

    assert prompts
    assert all("the table “Pupils who read well”" in prompt for prompt in prompts)


def test_values_parted_by_commas_are_a_table() -> None:
    rows = "Skarvik,1871,31.5\nBrenna,1902,18.2\nOld Holm,1846,24.7\nSandey,1911,27.9\n"
    prompts = [item.prompt for item in asked(f"Towers\n\nName,Built,Height (m)\n{rows}", "page.txt")]

    assert "What height, in metres, does the table under “Towers” give for “Skarvik”?" in prompts


def test_dates_of_a_column_lie_between_its_first_and_its_last() -> None:
    rows = "| Delaware | 7 December 1787 |\n| Georgia | 2 January 1788 |\n| Virginia | 25 June 1788 |\n"
    rows += "| Vermont | 4 May 1790 |\n"
    items = asked(f"# States\n\n## Ratification\n\n| State | Date of ratification |\n|---|---|\n{rows}")

    assert items
    assert all(1787 <= int(option[-4:]) <= 1790 for item in items for option in item.options(0))
