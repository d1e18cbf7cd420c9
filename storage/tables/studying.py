"""What is in the database about studying? Who studies what, how far they are, and their sittings."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from storage.tables.base import NEVER_REUSED, Base, moment, ref, row_id, table_of, words


class EnrollmentRow(Base, table=True):
    """Who studies what; the pack chosen last is the current one."""

    __tablename__ = "enrollments"
    __table_args__ = (Index(None, "pack_id"),)
    learner_id: int = ref("learners", primary=True)
    pack_id: int = ref("packs", primary=True)
    joined_at: datetime = moment()
    chosen_at: datetime = moment()


class LessonDoneRow(Base, table=True):
    """A lesson that a learner has been through."""

    __tablename__ = "lessons_done"
    __table_args__ = (Index(None, "pack_id"),)
    learner_id: int = ref("learners", primary=True)
    pack_id: int = ref("packs", primary=True)
    lesson: str = Field(primary_key=True)
    done_at: datetime = moment()


class SessionRow(Base, table=True):
    """A sitting. `state` is the rest of the frozen Session as JSON; `message_id` is the message that shows it.

    `is_open` and not the phase stands in the index, since the phase changes with every tap.
    """

    __tablename__ = "sessions"
    __table_args__ = (Index(None, "learner_id", "is_open", "id"), NEVER_REUSED)
    id: int = row_id()
    learner_id: int = ref("learners")
    kind: str
    phase: str
    position: int
    is_open: bool
    started_at: datetime = moment()
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    state: str = words()


class SittingPollRow(Base, table=True):
    """A quiz poll in a private chat: its message, and the step of the sitting that it asks."""

    __tablename__ = "sitting_polls"
    __table_args__ = (Index(None, "chat_id"), Index(None, "at"))
    poll_id: str = Field(primary_key=True)
    chat_id: int = Field(sa_type=BigInteger)
    session_id: int = Field(sa_type=BigInteger)
    position: int
    message_id: int = Field(sa_type=BigInteger)
    at: datetime = moment()


enrollments = table_of(EnrollmentRow)
lessons_done = table_of(LessonDoneRow)
sessions = table_of(SessionRow)
sitting_polls = table_of(SittingPollRow)
