"""Who stands where on a class's board? Only the top is shown, and to each learner their own line; equals are equal."""

from collections.abc import Mapping
from dataclasses import dataclass

TOP = 5
"""So many lines are shown at most, and never more than the better half; more only where the last of them are equal."""
MOST_SHOWN = 10
LEAST_PEOPLE = 3
"""With fewer on it a board would only compare two."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the place (equal scores share one), who, and how many facts they hold today."""

    place: int
    learner_id: int
    score: int


@dataclass(frozen=True, slots=True)
class Board:
    """The lines that are shown, and the line of the one who looks: None where they are not on the board."""

    top: tuple[Line, ...]
    mine: Line | None
    people: int

    @property
    def is_enough(self) -> bool:
        """Whether there are people enough to show anything."""
        return self.people >= LEAST_PEOPLE


def board(scores: Mapping[int, int], me: int) -> Board:
    """The board of these scores, by learner. Whoever holds nothing yet stands nowhere."""
    ranked = sorted(((score, who) for who, score in scores.items() if score > 0), key=lambda one: (-one[0], one[1]))
    lines = [Line(1 + sum(other > score for other, _ in ranked), who, score) for score, who in ranked]
    top = [line for line in lines if line.place <= min(TOP, (len(scores) + 1) // 2)]
    if len(top) > MOST_SHOWN:  # a long tie at the end is left out whole, never cut in the middle
        top = [line for line in top if line.place < top[-1].place]
    mine = next((line for line in lines if line.learner_id == me), None)
    return Board(tuple(top), mine, len(scores))
