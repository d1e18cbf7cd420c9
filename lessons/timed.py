"""What fits into so many minutes? Reviews that are due first, then a reading with its questions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lessons.session import Step

WORDS_A_MINUTE = 180
LEAST_QUESTIONS = 2
"""A reading is begun only if so many of its questions fit behind it, or all that it has."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A reading with something unseen: its row id (None: questions that no reading teaches), words, unseen items."""

    reading: int | None
    words: int
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Timed:
    """The steps that fit, how they are made up, the seconds they take, and how many due reviews are left for later."""

    steps: tuple[Step, ...] = ()
    reviews: int = 0
    readings: tuple[int, ...] = ()
    new: int = 0
    secs: float = 0.0
    left: int = 0

    @property
    def minutes(self) -> int:
        """The time it takes, at least one minute."""
        return max(1, round(self.secs / 60))


def reading_secs(words: int) -> float:
    """The time to read so many words."""
    return words * 60 / WORDS_A_MINUTE


def timed_plan(
    minutes: int,
    secs: float,
    due: Sequence[int],
    unread: Iterable[Unread],
    *,
    early: Sequence[int] = (),
    most_new: int | None = None,
) -> Timed:
    """What fits into the minutes, an answer taking `secs`; the questions in the order given.

    `early` (not due yet) fills what is left where no reading fits any more. `most_new` caps the new facts.
    """
    room = minutes * 60.0
    reviews = list(due[: int(room // secs)])
    room -= len(reviews) * secs
    steps, readings, new = [Step("question", item) for item in reviews], [], 0
    for part in unread:
        cost = reading_secs(part.words)
        fitting = int((room - cost) // secs) if most_new is None else min(int((room - cost) // secs), most_new - new)
        if fitting < min(LEAST_QUESTIONS, len(part.items)):
            break
        taken = part.items[:fitting]
        if part.reading is not None:
            steps.append(Step("reading", part.reading))
            readings.append(part.reading)
        steps += [Step("question", item) for item in taken]
        new += len(taken)
        room -= cost + len(taken) * secs
        if len(taken) < len(part.items):
            break
    if not new:
        filling = early[: int(room // secs)]
        reviews += filling
        steps += [Step("question", item) for item in filling]
        room -= len(filling) * secs
    return Timed(
        tuple(steps), len(reviews), tuple(readings), new, minutes * 60.0 - room, max(0, len(due) - len(reviews))
    )


def smallest(secs: float, unread: Iterable[Unread]) -> Timed:
    """The least that makes sense where nothing fits: the first reading with two of its questions."""
    part = next(iter(unread), None)
    if part is None:
        return Timed()
    taken = part.items[:LEAST_QUESTIONS]
    shown = (Step("reading", part.reading),) if part.reading is not None else ()
    cost = reading_secs(part.words) + len(taken) * secs
    readings = (part.reading,) if part.reading is not None else ()
    return Timed((*shown, *(Step("question", item) for item in taken)), 0, readings, len(taken), cost)
