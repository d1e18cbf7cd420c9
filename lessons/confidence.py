"""How sure was the learner before the answer was shown, and how well do they know what they know?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """What a learner says before the answer is shown. The values are part of the log."""

    SURE = "sure"
    THINK = "think"
    GUESS = "guess"


FEW = 8
"""With fewer answers than this of one kind, their share says little and is not told."""


@dataclass(frozen=True, slots=True)
class Said:
    """Of so many answers given with that confidence, so many were right."""

    confidence: Confidence
    right: int
    total: int


def calibration(answers: Iterable[tuple[Confidence, bool]]) -> tuple[Said, ...]:
    """The right among all answers of each confidence, the surest first; those with too few answers are left out."""
    given: dict[Confidence, list[bool]] = {kind: [] for kind in Confidence}
    for confidence, right in answers:
        given[confidence].append(right)
    return tuple(Said(kind, sum(found), len(found)) for kind, found in given.items() if len(found) >= FEW)
