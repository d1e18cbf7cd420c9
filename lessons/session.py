"""What happens in one sitting? A frozen Session and the few moves that change it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Literal

from lessons.errors import NothingToUndo, StepAlreadyAnswered
from lessons.grade import GAVE_UP, Band, Grade, Verdict
from lessons.items import Item
from lessons.rating import Rating, rate
from lessons.response import Response, Tap, Typed


class SessionKind(StrEnum):
    """Why the learner sat down."""

    LESSON = "lesson"
    QUIZ = "quiz"
    REVIEW = "review"


class Phase(StrEnum):
    """What the learner sees now."""

    READING = "reading"
    ASKING = "asking"
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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an answer led to. `rating` is None where memory must not change: not counted, or a drill."""

    session: Session
    grade: Grade
    rating: Rating | None

    @property
    def counted(self) -> bool:
        """Whether the question is answered now; if not, it is asked again and no try was used."""
        return self.session.phase is not Phase.ASKING


def open_session(
    id: int,  # noqa: A002 - the field's name
    learner_id: int,
    kind: SessionKind,
    steps: tuple[Step, ...],
    now: datetime,
    *,
    pack_id: int | None = None,
    lesson: str | None = None,
) -> Session:
    """A new sitting, its first step shown."""
    session = Session(
        id=id,
        learner_id=learner_id,
        kind=kind,
        steps=steps,
        phase=Phase.SUMMARY,
        started_at=now,
        pack_id=pack_id,
        lesson=lesson,
    )
    return _at(session, 0, now)


def show(session: Session, now: datetime) -> Session:
    """On from a reading or an answered question to the next step, or the summary; otherwise unchanged."""
    if session.phase not in (Phase.READING, Phase.ANSWERED):
        return session
    return _at(session, session.position + 1, now)


def skip_to_end(session: Session) -> Session:
    """To the summary of what was answered so far."""
    return session if session.phase is Phase.CLOSED else replace(session, phase=Phase.SUMMARY, picked=())


def pick(session: Session, option: int) -> Session:
    """One more option tapped of an answer that takes several; a second tap takes it back."""
    if session.phase is not Phase.ASKING:
        raise StepAlreadyAnswered(session)
    if option in session.picked:
        return replace(session, picked=tuple(other for other in session.picked if other != option))
    return replace(session, picked=(*session.picked, option))


def hint(session: Session) -> Session:
    """One more hint shown."""
    if session.phase is not Phase.ASKING:
        raise StepAlreadyAnswered(session)
    return replace(session, hints=session.hints + 1)


def answer(session: Session, item: Item, response: Response, *, now: datetime, seed: int, key: str) -> Outcome:
    """The step's question answered.

    What cannot be read, and the first answer without its size word, is asked again: nothing is counted. "I don't
    know" is counted as wrong. Raises
    StepAlreadyAnswered where the session is not waiting for an answer.
    """
    step = session.step
    if session.phase is not Phase.ASKING or step is None:
        raise StepAlreadyAnswered(session)
    grade, said = _graded(session, item, response, seed)
    if grade.reason == GAVE_UP:
        grade = replace(grade, verdict=Verdict.WRONG)
    if grade.verdict is Verdict.UNREADABLE:
        return Outcome(replace(session, response_key=key), grade, None)
    if grade.verdict is Verdict.MISSING_SCALE and not session.asked_scale:
        return Outcome(replace(session, asked_scale=True, said_before=said, response_key=key), grade, None)
    rating = rate(grade, hinted=session.hints > 0)
    result = Result(
        step=session.position,
        item=step.ref,
        verdict=grade.verdict,
        fraction=grade.fraction,
        said=said,
        rating=rating,
        reason=grade.reason,
        data=grade.data,
        understood=grade.understood,
        feedback=grade.feedback,
        hints=session.hints,
    )
    after = replace(
        session,
        phase=Phase.ANSWERED,
        results=(*session.results, result),
        picked=(),
        asked_scale=False,
        said_before="",
        response_key=key,
    )
    return Outcome(after, grade, None if session.drill else rating)


def undo(session: Session) -> Session:
    """The last answer taken back: its question is asked again, with the hints already seen.

    A drill begun after that answer is dropped.
    """
    if not session.results:
        raise NothingToUndo
    last = session.results[-1]
    later = [start for start in session.rounds if start > last.step]
    return replace(
        session,
        position=last.step,
        steps=session.steps[: later[0]] if later else session.steps,
        rounds=tuple(start for start in session.rounds if start <= last.step),
        phase=Phase.ASKING,
        results=session.results[:-1],
        hints=last.hints,
        picked=(),
        asked_scale=False,
        said_before="",
        response_key=None,
    )


def retry_missed(session: Session, now: datetime) -> Session:
    """A further round over what was missed, as a drill: steps are added, none is renumbered."""
    missed = tuple(Step("question", item) for item in session.missed)
    if not missed:
        return session
    start = len(session.steps)
    again = replace(session, steps=session.steps + missed, rounds=(*session.rounds, start), response_key=None)
    return _at(again, start, now)


def close(session: Session) -> Session:
    """Ended; nothing more is shown."""
    return replace(session, phase=Phase.CLOSED, picked=())


def _at(session: Session, position: int, now: datetime) -> Session:
    """The session with that step shown afresh."""
    fresh = replace(session, position=position, picked=(), hints=0, asked_scale=False, said_before="")
    if position >= len(session.steps):
        return replace(fresh, phase=Phase.SUMMARY)
    if session.steps[position].kind == "reading":
        return replace(fresh, phase=Phase.READING)
    return replace(fresh, phase=Phase.ASKING, asked_at=now)


def _graded(session: Session, item: Item, response: Response, seed: int) -> tuple[Grade, str]:
    """The grade and what was said; "billion" after "11.3" completes it."""
    if isinstance(response, Tap):
        options = item.options(seed)
        said = "\n".join(options[index] for index in response.options if 0 <= index < len(options))
        return item.grade(response, seed), said
    grade = item.grade(response, seed)
    if session.asked_scale and session.said_before:
        whole = Typed(f"{session.said_before} {response.text}", response.language)
        completed = item.grade(whole, seed)
        if completed.verdict is not Verdict.UNREADABLE and completed.fraction > grade.fraction:
            return completed, whole.text
    return grade, response.text
