"""What can be refused? Exceptions that carry data; the sentence is found where people are spoken to.

LecternError
├── NotFound
│   ├── PackNotFound(pack)
│   ├── LessonNotFound(pack, lesson)
│   ├── ReadingNotFound(reading)
│   ├── ItemNotFound(item)
│   ├── SessionNotFound(session_id)
│   ├── ClassNotFound(class_id)
│   ├── AssignmentNotFound(assignment_id)
│   ├── RoundNotFound(round_id)
│   └── LearnerNotFound(learner_id)
└── Refused
    ├── NotAllowed(action)
    ├── NothingToUndo()
    ├── NothingToAsk(kind)
    ├── NoSuchOption(option)
    ├── StepAlreadyAnswered(session)
    ├── StaleSession(session_id)
    └── ClassFull(class_id)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lessons.session import Session


class LecternError(Exception):
    """Anything that the domain refuses."""


class NotFound(LecternError):
    """What was asked for is not there, or not there any more."""


class Refused(LecternError):
    """It is there, but this cannot be done with it now."""


class PackNotFound(NotFound):
    """No pack of that id or key."""

    def __init__(self, pack: int | str) -> None:
        super().__init__(pack)
        self.pack = pack


class LessonNotFound(NotFound):
    """The pack has no lesson of that id."""

    def __init__(self, pack: int | str, lesson: str) -> None:
        super().__init__(pack, lesson)
        self.pack = pack
        self.lesson = lesson


class ReadingNotFound(NotFound):
    """No reading of that id."""

    def __init__(self, reading: int | str) -> None:
        super().__init__(reading)
        self.reading = reading


class ItemNotFound(NotFound):
    """No item of that id."""

    def __init__(self, item: int | str) -> None:
        super().__init__(item)
        self.item = item


class SessionNotFound(NotFound):
    """No session of that id, or none under way (None)."""

    def __init__(self, session_id: int | None = None) -> None:
        super().__init__(session_id)
        self.session_id = session_id


class ClassNotFound(NotFound):
    """No class of that id or code, or the person has nothing to do with it."""

    def __init__(self, class_id: int | str) -> None:
        super().__init__(class_id)
        self.class_id = class_id


class AssignmentNotFound(NotFound):
    """Nothing of that id is assigned, or not any more."""

    def __init__(self, assignment_id: int) -> None:
        super().__init__(assignment_id)
        self.assignment_id = assignment_id


class RoundNotFound(NotFound):
    """No round of that id: it ended long ago."""

    def __init__(self, round_id: int) -> None:
        super().__init__(round_id)
        self.round_id = round_id


class LearnerNotFound(NotFound):
    """No learner of that id; they may have asked to be forgotten."""

    def __init__(self, learner_id: int) -> None:
        super().__init__(learner_id)
        self.learner_id = learner_id


class NotAllowed(Refused):
    """This person has no right to do that; `action` is a code."""

    def __init__(self, action: str) -> None:
        super().__init__(action)
        self.action = action


class NothingToUndo(Refused):
    """No answer is left that could be taken back."""


class NothingToAsk(Refused):
    """No item is due or new; `kind` is the session's kind."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class NoSuchOption(Refused):
    """The question has no option of that index."""

    def __init__(self, option: int) -> None:
        super().__init__(option)
        self.option = option


class StepAlreadyAnswered(Refused):
    """The session is not waiting for an answer: a second press, or an old button. `session` is what stands."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.id)
        self.session = session


class StaleSession(Refused):
    """The session moved on between load and save; load it again."""

    def __init__(self, session_id: int) -> None:
        super().__init__(session_id)
        self.session_id = session_id


class ClassFull(Refused):
    """The class holds as many learners as one can."""

    def __init__(self, class_id: int) -> None:
        super().__init__(class_id)
        self.class_id = class_id
