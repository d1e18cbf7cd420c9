"""Timelines whose entries begin with a date, and entries that begin with the name that they tell of."""

from content.build import build
from content.readers import read

TIMELINE = """# Trams of Ellwick

## Steps on the way

- **4 March 1880** The first line is opened by the mayor
- **12 July 1899** Electric cars run for the first time
- **30 June 1936** The last car leaves the depot at Brook Street; a crowd sings
- **2 May 1971** The company is sold
"""
BRIDGES = """# Four bridges of the north

Here are some of the great bridges of the coast, told in the order of their age.

- **Holm Bridge** (Skarvik). Opened on 3 June 1871, with a span of 140 metres. It has been widened twice.
- **Ness Bridge** (Brenna). A work of Nils Aas. It was opened by the king on 9 May 1902 in heavy rain.
- **Sund Bridge** (Sandey). Built with money from the whole island, after a long quarrel. Nobody counted the cost.
"""


def prompts(text: str) -> dict[str, str]:
    """What is asked of the text, with the keys."""
    return {item.prompt: item.key for _, item in build([read(text.encode(), "page.md")]).pack.items()}


def test_entries_that_begin_with_a_date_are_asked_without_a_colon_and_by_their_first_sentence() -> None:
    asked = prompts(TIMELINE)

    where = "under “Steps on the way”?"
    assert asked[f"Which date does the text give for “Electric cars run for the first time” {where}"] == "12 July 1899"
    assert f"Which date does the text give for “The last car leaves the depot at Brook Street” {where}" in asked


def test_an_entry_about_a_company_that_no_title_names_is_not_asked() -> None:
    assert not any("company" in prompt for prompt in prompts(TIMELINE))


def test_the_options_of_a_full_date_are_a_grid() -> None:
    pack = build([read(TIMELINE.encode(), "page.md")]).pack
    item = next(item for _, item in pack.items() if "Electric" in item.prompt)

    days, years = {o[:-4] for o in item.options(0)}, {o[-4:] for o in item.options(0)}
    assert (len(item.options(0)), len(days), len(years)) == (4, 2, 2)


def test_the_name_that_opens_an_entry_is_the_subject_of_its_sentences() -> None:
    asked = prompts(BRIDGES)

    assert asked["On what date was the Holm Bridge opened?"] == "3 June 1871"
    assert asked["On what date was the Ness Bridge opened by the king in heavy rain?"] == "9 May 1902"


def test_what_a_recipe_measures_out_is_not_asked() -> None:
    text = "# Oat cake\n\n## You need\n\n- 225 g oatmeal\n- 110 g butter\n- 2 tsp ginger\n- 55 g syrup\n"

    assert prompts(text) == {}


def test_figures_of_a_list_without_lead_in_are_not_asked_behind_other_text() -> None:
    told = "The plant was carried to many countries by sailors and monks, and it now grows all round the world."
    listed = "- Brazil, 260 tonnes\n- Vietnam, 160 tonnes\n- Colombia, 75 tonnes\n"

    assert prompts(f"# Tea\n\n## On the move\n\n{told}\n\n{listed}") == {}
    assert prompts(f"# Tea\n\n## On the move\n\n{told}\n\nThe harvests were these in 2010:\n\n{listed}") != {}
