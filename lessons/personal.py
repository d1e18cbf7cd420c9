"""Does this learner forget otherwise than most? Own parameters are fitted, and kept only if they foresee better.

The reviews of the first four fifths, by time, are what is fitted; the last fifth says whether it was worth it: the
parameters that give those answers the best chance are kept, and what is as good as a draw goes to the usual ones.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import isfinite, log

from lessons.attempt import Attempt
from lessons.days import study_day
from lessons.rating import Rating
from lessons.schedule import BOUNDS, Schedule

LEAST_REVIEWS = 400
"""With fewer there is too little to learn from."""
LEAST_JUDGED = 40
HELD_BACK = 0.2
LEAST_GAIN = 0.001
"""Log loss, a review: less is chance."""
GRADES = {Rating.AGAIN: 1, Rating.HARD: 2, Rating.GOOD: 3, Rating.EASY: 4}


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer that tells about memory: the first of its study day."""

    day: date
    rating: Rating


History = tuple[Answered, ...]
"""One item's answers, oldest first."""
Course = list[tuple[int, int]]
"""The same as a fitter takes it: the grade, 1 to 4, and the days since the answer before."""
Fitter = Callable[[list[Course]], Sequence[float] | None]
"""Gives parameters for those courses; None where it cannot."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What came of it: the parameters to use (None: the usual), how many reviews there were and were held back, and the
    log loss on those held back of the usual, of the ones kept before, and of the new ones."""

    parameters: tuple[float, ...] | None
    reviews: int
    judged: int
    usual: float
    before: float | None = None
    fitted: float | None = None


def histories(attempts: Iterable[Attempt], zone: str | None, rollover_hour: int) -> list[History]:
    """The answers of one learner, oldest first, by item; what was answered again on the same day is left out."""
    found: dict[int, list[Answered]] = {}
    for attempt in attempts:
        mine = found.setdefault(attempt.item_id, [])
        day = study_day(attempt.at, zone, rollover_hour)
        if attempt.undone_at is None and (not mine or mine[-1].day < day):
            mine.append(Answered(day, attempt.rating))
    return [tuple(mine) for mine in found.values()]


def fit(found: Sequence[History], fitter: Fitter, before: tuple[float, ...] | None = None) -> Fit | None:
    """The parameters to use from now on; None where there are too few reviews to tell."""
    days = sorted(answer.day for history in found for answer in history[1:])
    if sum(map(len, found)) < LEAST_REVIEWS or not days:
        return None
    since = days[int(len(days) * (1 - HELD_BACK))]
    judged = sum(day >= since for day in days)
    if judged < LEAST_JUDGED or days[0] >= since:
        return None
    reviews, usual = sum(map(len, found)), log_loss(None, found, since)
    losses: dict[tuple[float, ...] | None, float] = {None: usual}
    if before is not None:
        losses[before] = log_loss(before, found, since)
    fitted = _sound(fitter(courses(found, since)))
    if fitted is not None:
        losses[fitted] = log_loss(fitted, found, since)
    best = min(losses, key=lambda each: losses[each] + (LEAST_GAIN if each else 0.0))
    return Fit(best, reviews, judged, usual, losses[before] if before else None, losses[fitted] if fitted else None)


def courses(found: Sequence[History], before: date) -> list[Course]:
    """What was answered before that day, with the days between."""
    out: list[Course] = []
    for history in found:
        early = [answer for answer in history if answer.day < before]
        gaps = [0, *((b.day - a.day).days for a, b in pairwise(early))]
        if len(early) > 1:
            out.append([(GRADES[answer.rating], gap) for answer, gap in zip(early, gaps, strict=True)])
    return out


def log_loss(parameters: tuple[float, ...] | None, found: Sequence[History], since: date) -> float:
    """How badly the answers from that day on are foreseen, a review; 0 would be perfect."""
    schedule, losses = Schedule(parameters=parameters), []
    for history in found:
        state: tuple[float, float] | None = None
        last = history[0].day
        for answer in history:
            gone = (answer.day - last).days
            if state is not None and answer.day >= since:
                chance = min(0.999, max(0.001, schedule.curve(state[0], gone)))
                losses.append(-log(1 - chance if answer.rating is Rating.AGAIN else chance))
            state, last = schedule.state_after(state, answer.rating, gone), answer.day
    return sum(losses) / len(losses)


def _sound(parameters: Sequence[float] | None) -> tuple[float, ...] | None:
    """The fitter's numbers, if they are what the memory model can take."""
    if parameters is None or len(parameters) != len(BOUNDS):
        return None
    if not all(isfinite(one) for one in parameters):
        return None
    return tuple(min(high, max(low, float(one))) for one, (low, high) in zip(parameters, BOUNDS, strict=True))
