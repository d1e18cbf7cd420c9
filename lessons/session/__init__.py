"""What happens in one sitting? A frozen Session and the few moves that change it."""

from lessons.session.answering import Outcome, answer
from lessons.session.moves import close, hint, hold, open_session, pick, retry_missed, show, skip_to_end, undo
from lessons.session.sitting import Phase, Result, Session, SessionKind, Step

__all__ = [
    "Outcome",
    "Phase",
    "Result",
    "Session",
    "SessionKind",
    "Step",
    "answer",
    "close",
    "hint",
    "hold",
    "open_session",
    "pick",
    "retry_missed",
    "show",
    "skip_to_end",
    "undo",
]
