"""Does every answer fall on its own day's square, whatever the clock does?"""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.days import start_of_day, study_day
from lessons.heatmap import LEVELS, heat_map, level, longest_run

TODAY = date(2026, 3, 29)
ZONES = (
    "Europe/Lisbon",
    "America/Sao_Paulo",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Pacific/Kiritimati",
)
FIRST, LAST = datetime(2025, 4, 5), datetime(2026, 3, 28)  # noqa: DTZ001 - hypothesis puts the zone on


def test_a_grid_of_whole_weeks_with_what_is_not_there_left_empty() -> None:
    grid = heat_map({TODAY: 3, date(2026, 3, 27): 12}, TODAY, days=84, first_weekday=0)
    assert len(grid.weeks) == 12, "the 29th is a Sunday"
    assert all(day is not None for week in grid.weeks for day in week)
    assert (grid.learned, grid.total, grid.longest, grid.answers) == (2, 84, 1, 15)
    assert [one.level for one in grid.weeks[-1] if one and one.count] == [4, 1]
    sunday_first = heat_map({}, TODAY, days=84, first_weekday=6)
    assert [one is None for one in sunday_first.weeks[-1]] == [False] + [True] * 6


@pytest.mark.parametrize(("count", "most", "step"), [(0, 9, 0), (1, 1, 1), (1, 100, 1), (100, 100, 4), (50, 100, 2)])
def test_steps_go_by_the_fullest_day(count: int, most: int, step: int) -> None:
    assert level(count, most) == step


@given(st.integers(1, 500), st.data())
def test_more_answers_never_have_a_lower_step(most: int, data: st.DataObject) -> None:
    less = data.draw(st.integers(0, most))
    more = data.draw(st.integers(less, most))
    assert 0 <= level(less, most) <= level(more, most) <= LEVELS


@given(
    st.lists(st.datetimes(FIRST, LAST, timezones=st.just(UTC)), max_size=60),
    st.sampled_from(ZONES),
    st.integers(0, 6),
    st.integers(0, 6),
)
def test_every_answer_is_in_the_square_of_its_study_day(
    moments: list[datetime], zone: str, rollover: int, first: int
) -> None:
    counts = Counter(study_day(moment, zone, rollover) for moment in moments)
    grid = heat_map(counts, TODAY, days=365, first_weekday=first)
    squares = {one.day: one for week in grid.weeks for one in week if one is not None}
    assert len(squares) == 365
    assert grid.answers == len(moments)
    for moment in moments:
        day = study_day(moment, zone, rollover)
        assert squares[day].count == counts[day]
        assert start_of_day(day, zone, rollover) <= moment < start_of_day(day + timedelta(days=1), zone, rollover)
    for week in grid.weeks:
        for place, one in enumerate(week):
            assert one is None or one.day.weekday() == (first + place) % 7
    assert grid.learned == len(counts)
    assert longest_run([one.count for one in squares.values()]) == grid.longest
