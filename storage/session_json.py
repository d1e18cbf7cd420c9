"""How is a sitting kept? The parts of a Session that no question of the database is about, as one JSON text."""

import json
from typing import Any

from sqlalchemy import Row

from lessons.confidence import Confidence
from lessons.grade import Verdict
from lessons.rating import Rating
from lessons.remembering import remembered
from lessons.response import Response, Tap, Typed
from lessons.session import Phase, Result, Session, SessionKind, Step
from storage.columns import micros, moment


def state_of(session: Session) -> str:
    """What does not stand in a column; parts that are as in a fresh sitting are left out."""
    state = {
        "pack": session.pack_id,
        "lesson": session.lesson,
        "picked": session.picked,
        "hints": session.hints,
        "asked_scale": session.asked_scale,
        "said_before": session.said_before,
        "asked_at": micros(session.asked_at) if session.asked_at else None,
        "response_key": session.response_key,
        "rounds": session.rounds if session.drill else None,
        "held": _held_json(session.held) if session.held else None,
    }
    said = _encode({name: value for name, value in state.items() if value})
    results = ",".join([_result_text(result) for result in session.results])
    text = f'{{"steps":{_steps_text(session.steps)},"results":[{results}]{"," if len(said) > 2 else ""}{said[1:]}'
    _keep(text, {name: getattr(session, name) for name in _PARTS})
    return text


def session_of(row: Row[Any]) -> Session:
    """The Session of a row."""
    return Session(
        id=row.id,
        learner_id=row.learner_id,
        kind=SessionKind(row.kind),
        phase=Phase(row.phase),
        started_at=row.started_at,
        position=row.position,
        **_parts(row.state),
    )


def _parts(text: str) -> dict[str, Any]:
    """What `state_of` wrote; what this process wrote itself, or read lately, is not read again."""
    known = _kept.get(text)
    if known is not None:
        return known
    kept: dict[str, Any] = json.loads(text)
    parts = {
        "steps": tuple(Step(KINDS[letter], ref) for letter, ref in kept["steps"]),
        "pack_id": kept.get("pack"),
        "lesson": kept.get("lesson"),
        "picked": tuple(kept.get("picked", ())),
        "hints": kept.get("hints", 0),
        "asked_scale": kept.get("asked_scale", False),
        "said_before": kept.get("said_before", ""),
        "results": tuple(_result(values) for values in kept.get("results", ())),
        "asked_at": moment(kept["asked_at"]) if "asked_at" in kept else None,
        "response_key": kept.get("response_key"),
        "rounds": tuple(kept.get("rounds", (0,))),
        "held": _held(kept["held"]) if "held" in kept else None,
    }
    _keep(text, parts)
    return parts


def _keep(text: str, parts: dict[str, Any]) -> None:
    if len(_kept) >= KEPT:
        del _kept[next(iter(_kept))]
    _kept[text] = parts


KEPT = 512
"""So many states are remembered as read, those of the last sittings moved; the text itself is the key."""
_kept: dict[str, dict[str, Any]] = {}
_COLUMNS = ("id", "learner_id", "kind", "phase", "started_at", "position")
_PARTS = tuple(name for name in Session.__slots__ if name not in _COLUMNS)
_encode = json.JSONEncoder(check_circular=False, separators=(",", ":")).encode


KINDS: Any = {"r": "reading", "q": "question"}


@remembered
def _steps_text(steps: tuple[Step, ...]) -> str:
    return _encode([[step.kind[0], step.ref] for step in steps])


@remembered
def _result_text(result: Result) -> str:
    """Written once: the results of earlier questions are the same objects at every step."""
    values = {
        "step": result.step,
        "item": result.item,
        "verdict": result.verdict,
        "fraction": result.fraction,
        "said": result.said,
        "rating": result.rating,
        "reason": result.reason,
        "data": dict(result.data),
        "understood": result.understood,
        "feedback": result.feedback,
        "hints": result.hints,
        "confidence": result.confidence,
    }
    return _encode({name: value for name, value in values.items() if value or name in ("step", "fraction", "said")})


def _result(values: dict[str, Any]) -> Result:
    confidence = Confidence(values["confidence"]) if "confidence" in values else None
    kinds = {"verdict": Verdict(values["verdict"]), "rating": Rating(values["rating"]), "confidence": confidence}
    return Result(**values | kinds)


def _held_json(held: Response) -> dict[str, Any]:
    return {"tap": held.options} if isinstance(held, Tap) else {"text": held.text, "language": held.language}


def _held(values: dict[str, Any]) -> Response:
    return Tap(tuple(values["tap"])) if "tap" in values else Typed(values["text"], values["language"])
