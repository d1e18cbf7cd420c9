"""What is a sitting? Its steps, where it stands, and what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from lessons.confidence import Confidence
from lessons.grade import Band, Grade, Verdict
from lessons.rating import Rating
from lessons.response import Response


class SessionKind(StrEnum):
    """Why the learner sat down."""

    LESSON = "lesson"
    QUIZ = "quiz"
    REVIEW = "review"
    TIMED = "timed"
    """So many minutes: what is due first, then a reading with its questions."""
    READING = "reading"
    """Readings alone, one after the other."""


class Phase(StrEnum):
    """What the learner sees now."""

    READING = "reading"
    ASKING = "asking"
    SURE = "sure"
    """The answer is given; before it is judged, the learner is asked how sure they are."""
    ANSWERED = "answered"
    SUMMARY = "summary"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to be shown; `ref` is the row id of a reading or an item."""

    kind: Literal["reading", "question"]
    ref: int


@dataclass(frozen=True, slots=True)
class Result:
    """How one step was answered; enough to show the answer's view again without grading again."""

    step: int
    item: int
    verdict: Verdict
    fraction: float
    said: str
    rating: Rating
    reason: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
    understood: str | None = None
    feedback: str | None = None
    hints: int = 0
    confidence: Confidence | None = None

    @property
    def grade(self) -> Grade:
        """The grade that was given."""
        return Grade(self.verdict, self.fraction, self.reason, self.data, self.understood, self.feedback)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A sitting: `steps` in order, `position` the index of the one shown.

    `picked` holds options tapped so far where an answer takes several. `asked_scale`: the learner has been asked for
    the missing size word of this question, having typed `said_before`. `rounds` are the indices of the steps at which
    a round begins; rounds after the first drill what was missed. `response_key` is of the response last taken in.
    `held` is the response that waits in the phase SURE.
    """

    id: int
    learner_id: int
    kind: SessionKind
    steps: tuple[Step, ...]
    phase: Phase
    started_at: datetime
    position: int = 0
    pack_id: int | None = None
    lesson: str | None = None
    picked: tuple[int, ...] = ()
    hints: int = 0
    asked_scale: bool = False
    said_before: str = ""
    results: tuple[Result, ...] = ()
    asked_at: datetime | None = None
    response_key: str | None = None
    rounds: tuple[int, ...] = (0,)
    held: Response | None = None

    @property
    def drill(self) -> bool:
        """Whether this round only practises what was missed: its answers do not change memory."""
        return len(self.rounds) > 1

    @property
    def round_start(self) -> int:
        """The first step of the present round."""
        return self.rounds[-1]

    @property
    def step(self) -> Step | None:
        """The step shown now; None once all are done."""
        return self.steps[self.position] if self.position < len(self.steps) else None

    @property
    def result(self) -> Result | None:
        """The result of the step shown now, if it has been answered."""
        return next((result for result in reversed(self.results) if result.step == self.position), None)

    @property
    def results_by_item(self) -> dict[int, Result]:
        """The last result of each item of this round."""
        return {result.item: result for result in self.results if result.step >= self.round_start}

    @property
    def score(self) -> tuple[int, int]:
        """How many of this round's questions were right, of how many answered."""
        grades = [result.grade for result in self.results_by_item.values()]
        return sum(grade.band is Band.RIGHT for grade in grades), len(grades)

    @property
    def missed(self) -> tuple[int, ...]:
        """Items of this round that were not right, in the order asked."""
        return tuple(item for item, result in self.results_by_item.items() if result.grade.band is not Band.RIGHT)

    @property
    def questions(self) -> tuple[int, int]:
        """Which question of this round is shown, counting from 1, and how many there are."""
        upto = self.steps[self.round_start : self.position + 1]
        every = self.steps[self.round_start :]
        return sum(s.kind == "question" for s in upto), sum(s.kind == "question" for s in every)
