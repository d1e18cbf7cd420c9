"""How does a sitting go on, back, round again and to its end?"""

from dataclasses import replace
from datetime import datetime

from lessons.errors import NothingToUndo, StepAlreadyAnswered
from lessons.response import Response
from lessons.session.sitting import Phase, Session, SessionKind, Step


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
    return session if session.phase is Phase.CLOSED else replace(session, phase=Phase.SUMMARY, picked=(), held=None)


def pick(session: Session, option: int) -> Session:
    """One more option tapped of an answer that takes several; a second tap takes it back."""
    if session.phase is not Phase.ASKING:
        raise StepAlreadyAnswered(session)
    if option in session.picked:
        return replace(session, picked=tuple(other for other in session.picked if other != option))
    return replace(session, picked=(*session.picked, option))


def hold(session: Session, response: Response, key: str) -> Session:
    """The answer taken in, but not judged until the learner has said how sure they are."""
    if session.phase is not Phase.ASKING:
        raise StepAlreadyAnswered(session)
    return replace(session, phase=Phase.SURE, held=response, response_key=key)


def hint(session: Session) -> Session:
    """One more hint shown."""
    if session.phase is not Phase.ASKING:
        raise StepAlreadyAnswered(session)
    return replace(session, hints=session.hints + 1)


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
        held=None,
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
    fresh = replace(session, position=position, picked=(), hints=0, asked_scale=False, said_before="", held=None)
    if position >= len(session.steps):
        return replace(fresh, phase=Phase.SUMMARY)
    if session.steps[position].kind == "reading":
        return replace(fresh, phase=Phase.READING)
    return replace(fresh, phase=Phase.ASKING, asked_at=now)
