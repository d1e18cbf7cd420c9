"""Own parameters: fitted to the earlier answers, kept only if they foresee the later ones better."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from lessons.personal import LEAST_REVIEWS, Answered, Course, Fit, History, courses, fit, log_loss
from lessons.rating import Rating
from lessons.schedule import USUAL, Schedule

FIRST = date(2026, 1, 1)
QUICK = (*(one / 6 for one in USUAL[:4]), *USUAL[4:20], 0.5)
"""Somebody who forgets six times as fast at first."""


def learned(parameters: Sequence[float] | None, items: int, answers: int = 8, seed: int = 1) -> list[History]:
    """Answers of somebody whose memory has these parameters, asked after a few days each time."""
    chance, schedule = random.Random(seed), Schedule(parameters=parameters)
    found = []
    for item in range(items):
        day, state, history = FIRST + timedelta(days=item % 30), None, []
        for _ in range(answers):
            gone = chance.randint(1, 12) if state else 0
            day += timedelta(days=gone)
            right = chance.random() < (schedule.curve(state[0], gone) if state else 0.7)
            rating = Rating.GOOD if right else Rating.AGAIN
            state = schedule.state_after(state, rating, gone)
            history.append(Answered(day, rating))
        found.append(tuple(history))
    return found


def test_parameters_that_foresee_better_are_kept() -> None:
    found = learned(QUICK, 100)
    result = fit(found, lambda _: QUICK)
    assert result is not None
    assert result.parameters == QUICK
    assert result.fitted is not None
    assert result.fitted < result.usual
    assert result.reviews == 800
    assert 100 <= result.judged <= 200


def test_parameters_that_foresee_worse_are_not_kept() -> None:
    result = fit(learned(None, 100), lambda _: QUICK)
    assert result is not None
    assert result.parameters is None
    assert result.fitted is not None
    assert result.fitted > result.usual


def test_own_parameters_stay_until_better_ones_are_found_and_go_when_the_usual_are_better() -> None:
    stays = fit(learned(QUICK, 100), lambda _: None, QUICK)
    goes = fit(learned(None, 100), lambda _: None, QUICK)
    assert stays is not None
    assert goes is not None
    assert (stays.parameters, goes.parameters) == (QUICK, None)


def test_the_fitter_never_sees_what_it_is_judged_by() -> None:
    found, seen = learned(QUICK, 100), []

    def fitter(given: list[Course]) -> None:
        seen.extend(given)

    result = fit(found, fitter)
    assert result is not None
    assert sum(len(course) - 1 for course in seen) <= 700 - result.judged
    assert all(course[0][1] == 0 and min(days for _, days in course[1:]) >= 1 for course in seen)


@pytest.mark.parametrize("nonsense", [None, [], [1.0] * 17, [float("nan")] * 21])
def test_a_fitter_that_fails_changes_nothing(nonsense: list[float] | None) -> None:
    result = fit(learned(None, 100), lambda _: nonsense)
    assert result == Fit(None, 800, result.judged, result.usual) if result else False


def test_numbers_out_of_bounds_are_brought_back() -> None:
    wild = [one * 1000 for one in USUAL]
    result = fit(learned(None, 100), lambda _: wild)
    assert result is not None
    assert result.fitted is not None


def test_with_few_reviews_or_all_on_one_day_nothing_is_tried() -> None:
    few = learned(None, LEAST_REVIEWS // 8 - 1)
    one_day = [(Answered(FIRST, Rating.GOOD),)] * 500
    assert fit(few, lambda _: QUICK) is None
    assert fit(one_day, lambda _: QUICK) is None
    assert courses(one_day, FIRST + timedelta(days=9)) == []


def test_the_log_loss_is_lowest_for_the_truth() -> None:
    found = learned(QUICK, 100)
    assert log_loss(QUICK, found, FIRST) < log_loss(None, found, FIRST)
