"""What does an answer lead to? Graded and counted, or asked again."""

from dataclasses import dataclass, replace
from datetime import datetime

from lessons.confidence import Confidence
from lessons.errors import StepAlreadyAnswered
from lessons.grade import GAVE_UP, Grade, Verdict
from lessons.items import Item
from lessons.rating import Rating, rate
from lessons.response import Response, Tap, Typed
from lessons.session.sitting import Phase, Result, Session, Step


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


def answer(
    session: Session,
    item: Item,
    response: Response,
    *,
    now: datetime,
    seed: int,
    key: str,
    confidence: Confidence | None = None,
) -> Outcome:
    """The step's question answered.

    What cannot be read, and the first answer without its size word, is asked again: nothing is counted. "I don't
    know" is counted as wrong. Raises StepAlreadyAnswered where the session is not waiting for an answer.
    """
    step = session.step
    if session.phase not in (Phase.ASKING, Phase.SURE) or step is None:
        raise StepAlreadyAnswered(session)
    grade, said = _graded(session, item, response, seed)
    if grade.reason == GAVE_UP:
        grade = replace(grade, verdict=Verdict.WRONG)
    if grade.verdict is Verdict.UNREADABLE:
        return Outcome(replace(session, phase=Phase.ASKING, held=None, response_key=key), grade, None)
    if grade.verdict is Verdict.MISSING_SCALE and not session.asked_scale:
        asked = replace(session, phase=Phase.ASKING, held=None, asked_scale=True, said_before=said, response_key=key)
        return Outcome(asked, grade, None)
    result = _result(session, step, grade, said, confidence)
    after = replace(
        session,
        phase=Phase.ANSWERED,
        results=(*session.results, result),
        picked=(),
        asked_scale=False,
        said_before="",
        response_key=key,
        held=None,
    )
    return Outcome(after, grade, None if session.drill else result.rating)


def _result(session: Session, step: Step, grade: Grade, said: str, confidence: Confidence | None) -> Result:
    return Result(
        step=session.position,
        item=step.ref,
        verdict=grade.verdict,
        fraction=grade.fraction,
        said=said,
        rating=rate(grade, hinted=session.hints > 0, guessed=confidence is Confidence.GUESS),
        reason=grade.reason,
        data=grade.data,
        understood=grade.understood,
        feedback=grade.feedback,
        hints=session.hints,
        confidence=confidence,
    )


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
