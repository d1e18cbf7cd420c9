"""Which wrong answers are believable, and which never stand among the options?"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.distractors import Limits, apart, dates, figures, sides, years
from content.looks import date_look, dress, look

KEYS = (
    "400,000",
    "11.3 billion dollars",
    "nine",
    "20-year",
    "2.7 million tons",
    "$180",
    "2,670,371",
    "41%",
    "490 m",
    "58",
)


@pytest.mark.parametrize("words", KEYS)
def test_a_figure_is_written_back_as_it_was_read(words: str) -> None:
    shape = look(words)

    assert shape is not None
    assert dress(shape, shape.mantissa) == words


@pytest.mark.parametrize(
    "words", ["June 11, 1942", "11 June 1942", "June 4", "1941", "July 1823", "4th March 1801", "Sep 1939"]
)
def test_a_date_is_written_back_as_it_was_read(words: str) -> None:
    shape = date_look(words)

    assert shape is not None
    assert shape.write(shape.year, shape.month, shape.day) == words


def test_a_letter_is_a_scale_after_money_only() -> None:
    metres, dollars = look("490 m"), look("$5m")

    assert metres is not None
    assert dollars is not None
    assert (metres.value, dollars.value) == (490, 5_000_000)


@given(st.sampled_from(KEYS), st.integers(0, 10**9), st.lists(st.integers(1, 3_000_000).map(Decimal), max_size=5))
def test_options_look_alike_differ_and_lie_apart(words: str, chance: int, pool: list[Decimal]) -> None:
    key = look(words)
    assert key is not None

    made = figures(key, pool, Limits(), chance)

    shapes = [look(text) for text in made]
    assert 2 <= len(made) <= 3
    assert words not in made
    for shape in shapes:
        assert shape is not None
        assert (shape.after, shape.before, shape.group, shape.decimals) == (
            key.after,
            key.before,
            key.group,
            key.decimals,
        )
        if key.value > 20:
            assert apart(shape.value, key.value)
    assert [shape.value for shape in shapes if shape] == sorted(shape.value for shape in shapes if shape)


@given(st.integers(0, 10**9))
def test_no_option_crosses_a_figure_that_the_stem_shows(chance: int) -> None:
    key = look("7,000")
    assert key is not None
    above, below = sides(Decimal(7000), [Decimal(11200), Decimal(3000)])

    made = figures(key, [Decimal(24000), Decimal(2000)], Limits(above, below), chance)

    for text in made:
        shape = look(text)
        assert shape is not None
        assert 3000 < shape.value < 11200


@given(st.integers(0, 10**9))
def test_what_is_true_elsewhere_is_no_option(chance: int) -> None:
    key = look("8,000")
    assert key is not None

    made = figures(key, [Decimal(6000)], Limits(never=frozenset({Decimal(6000)})), chance)

    assert "6,000" not in made


def test_the_rank_of_the_key_is_spread_evenly() -> None:
    key = look("52,300")
    assert key is not None
    ranks = [0, 0, 0, 0]

    for chance in range(400):
        made = figures(key, [], Limits(), chance)
        ranks[sum(look(text).value < key.value for text in made)] += 1  # type: ignore[union-attr]

    assert min(ranks) >= 60


def test_siblings_come_first() -> None:
    key = look("14,000")
    assert key is not None

    made = figures(key, [Decimal(8000), Decimal(20000), Decimal(9000)], Limits(), 2)

    assert {"8,000", "9,000", "20,000"} == set(made)


@given(st.integers(1850, 2010), st.integers(0, 10**9))
def test_wrong_years_stay_between_the_years_shown(key: int, chance: int) -> None:
    made = years(key, [key - 3, key + 2], chance, low=key - 5, high=key + 6, never=frozenset({key + 1}))

    assert 2 <= len(made) <= 3
    assert list(made) == sorted(made)
    assert all(key - 5 < year < key + 6 and year not in (key, key + 1) for year in made)


def test_election_years_step_by_four() -> None:
    made = years(1912, [], 1, low=None, high=None, never=frozenset(), step=4)

    assert all((year - 1912) % 4 == 0 for year in made)


@given(st.integers(0, 10**6))
def test_full_dates_form_a_grid_of_two_days_and_two_years(chance: int) -> None:
    key = date_look("11 June 1942")
    assert key is not None

    shapes = [date_look(text) for text in dates(key, chance, lambda *_: True)]

    everything = [shape for shape in (*shapes, key) if shape is not None]
    assert len({(shape.day, shape.month) for shape in everything}) == 2
    assert len({shape.year for shape in everything}) == 2
