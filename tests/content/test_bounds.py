"""No option lies outside the years in which a thing can have happened."""

import pytest

from content.build import build
from content.readers import read


def years(text: str, stem: str, name: str = "page.md") -> list[int]:
    """The years among the options of the question that begins so."""
    items = [item for _, item in build([read(text.encode(), name)]).pack.items()]
    item = next(item for item in items if item.prompt.startswith(stem))
    return [int(option.split()[-2 if option.endswith("BC") else -1]) for option in item.options(0)]


def test_nobody_fails_an_examination_before_being_grown() -> None:
    text = (
        "# Otto Finn\n\nOtto Finn (1822–1895) was a chemist of Husum. In 1827 his family moved to Bremen. "
        "He failed his first examination for the Academy of Bremen in 1842. In 1848 he found the acid of the lime.\n"
    )

    found = years(text, "In what year did Otto Finn fail")

    assert min(found) >= 1830
    assert 1842 in found


def test_who_has_died_does_nothing_more() -> None:
    text = (
        "# The Bremen Revolt\n\nOtto Finn marched into Bremen on 2 March 1917 with the sailors of Husum. "
        "Otto Finn was shot by the guards on 3 May 1917. The war at sea went on until the spring of 1919.\n"
    )

    assert max(years(text, "On what date did Otto Finn march")) == 1917


def test_a_body_does_nothing_before_it_is_founded() -> None:
    text = (
        "# The Husum Museum\n\nOtto Finn died in 1835 in Bremen. The Husum Museum was founded on 10 August 1846. "
        "The first volume of the Frisian Annals was printed in 1848. A fire broke out at Bremen in 1865.\n"
    )

    assert min(years(text, "In what year was the first volume")) >= 1846


def test_a_report_tells_of_no_later_year() -> None:
    text = "# Report 2023\n\nThe Rivers Trust of Husum keeps the Arl clean. In 2021 beavers were set free at Holm.\n"

    assert max(years(text, "In what year were beavers set free")) <= 2023


@pytest.mark.parametrize(
    ("before", "after", "low", "high"), [(1860, 1880, 1860, 1880), (1869, 1873, 1869, 1873), (1880, 1860, 1858, 1884)]
)
def test_years_lie_between_what_is_told_before_and_after(before: int, after: int, low: int, high: int) -> None:
    told = f"In {before} Anna Holt came to Husum. In 1871 the Frisian Bank was founded. In {after} it rained on Sylt."
    found = years(f"# Tales of Husum\n\n{told}\n", "In what year was the Frisian Bank")

    assert all(low <= year <= high for year in found)


def test_where_all_is_of_one_year_only_the_day_is_in_doubt() -> None:
    told = (
        "The war began on 3 March 1871. The Frisian Bank was closed on 8 May 1871. On 9 June 1871 Otto Finn left Husum."
    )

    assert set(years(f"# Tales of Husum\n\n{told}\n", "On what date was the Frisian Bank")) == {1871}


def test_years_before_christ_stay_within_their_war() -> None:
    told = (
        "The Punians landed at Arl in 218 BC. The town of Syrax fell in 212 BC. Peace was made at Zamir in 201 BC. "
        "Carthin paid its last debt in 191 BC."
    )

    assert set(years(f"# The Punian War\n\n{told}\n", "In what year did the town of Syrax")) <= set(range(201, 219))


def test_the_death_of_a_namesake_ends_nobodys_life() -> None:
    text = (
        "# Anna Holt\n\nAnna Holt (21 May 1799 – 9 March 1847) was a collector of Husum. Her father, Otto Holt, died "
        "in 1810. She sold her first fossil in 1811. She was given a pension by the Frisian Bank in 1835.\n"
    )

    assert years(text, "On what date was Anna Holt born?").count(1799) == 2


def test_a_report_may_print_its_year_below_the_title() -> None:
    told = "The old Custom House, built in 1834 by Otto Finn, was let."
    text = f"PORT OF HOLM\nANNUAL REPORT FOR 2018\n\nTHE YEAR\n\n{told}\n"
    items = [item for _, item in build([read(text.encode(), "port.txt")]).pack.items()]

    assert items == []


@pytest.mark.parametrize(
    ("title", "count"), [("Tourism in Holm: Annual Report 2022", 0), ("The story of the islands", 1)]
)
def test_what_a_report_tells_beside_its_year_is_not_asked(title: str, count: int) -> None:
    told = "The Holm Sea Museum, which was founded in 1926, had its best year. The Holm Sea Museum is on the quay."
    items = [item for _, item in build([read(f"# {title}\n\n{told}\n".encode(), "page.md")]).pack.items()]

    assert len([item for item in items if item.key == "1926"]) == count


def test_no_option_is_a_day_that_never_was() -> None:
    text = "# Tales of Husum\n\nAnna Holt was elected mayor of Husum on 29 February 1876. It rained all day on Sylt.\n"
    items = [item for _, item in build([read(text.encode(), "page.md")]).pack.items()]

    options = [option for item in items for option in item.options(0)]
    assert options
    assert not any("29 February 187" in option for option in options if "1876" not in option)


def test_games_are_held_every_fourth_year() -> None:
    text = "# Tales of Husum\n\nThe first Olympic race for women was won by Anna Holt at Bremen on 5 August 1984.\n"

    assert set(years(text, "On what date was the first Olympic race")) == {1984}


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("In the Second World War Husum was bombed from the sea by Otto Finn on 11 June 1940.", 1940, 1945),
        ("The Treaty of Husum was signed on 30 March 1856 after the Crimean War.", 1856, 1900),
        ("Otto Finn won the sea race of Husum on 8 October 1863. Otto Finn was shot on 11 February 1864.", 1863, 1900),
        ("The war began on 2 May 1861. The Frisian Bank was founded on 6 February 1862.", 1862, 1900),
        ("The Frisian Bank was founded in Husum on 3 January 1871.", 1800, 1900),
    ],
)
def test_no_option_is_before_the_war_the_deed_or_what_is_told_first(told: str, first: int, last: int) -> None:
    document = read(f"# Tales of Husum\n\n{told} It rained all day on Sylt, and nobody came.\n".encode(), "page.md")
    items = [item for _, item in build([document]).pack.items()]
    options = [option for item in items[-1:] for option in item.options(0)]

    assert options
    assert all(first <= int(option[-4:]) <= last for option in options)
    assert not any(option.split()[1] == "December" for option in options)


def test_a_title_tells_the_period() -> None:
    text = (
        "# The Husum War, 1848–1855\n\n## The blockade\n\nThe fort at Holm was taken by Otto Finn in 1849. "
        "The Treaty of Husum was signed in 1854. The harbour of Husum was opened to ships again on 3 May 1861.\n"
    )

    found = years(text, "In what year was the Treaty of Husum")
    assert 1848 <= min(found) < max(found) <= 1855


@pytest.mark.parametrize(
    ("sentence", "stem", "low", "high"),
    [
        ("President James A. Garfield opened the Husum Museum on 4 March 1881.", "On what date did", 1881, 1881),
        ("The Bremen Canal Act was signed by Woodrow Wilson on 1 March 1913.", "On what date was", 1913, 1921),
        ("King George VI opened the Bremen Bridge in Husum on 2 June 1937.", "On what date did", 1936, 1952),
        ("Prime Minister Clement Attlee opened the Bremen Mine on 3 March 1951.", "On what date did", 1945, 1951),
    ],
)
def test_nobody_rules_before_or_after_the_reign(sentence: str, stem: str, low: int, high: int) -> None:
    found = years(f"# Bremen\n\n{sentence} It stood in the old town, where the fair had been held for ages.\n", stem)

    assert low <= min(found) <= max(found) <= high
