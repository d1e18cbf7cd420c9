"""What is in the database about people? Themselves, what they may do, and the links that made them what they are."""

from datetime import date, datetime, time

from sqlalchemy import BigInteger
from sqlmodel import Field

from storage.tables.base import NEVER_REUSED, Base, moment, partial, ref, row_id, table_of, words


class LearnerRow(Base, table=True):
    """A person. A reminder is the moment `next_at`, not a job; the sleeping ones are not in its index.

    So is the weekly summary (`weekly_at`); `weekly_week` is the first day of the week that was last told of.
    """

    __tablename__ = "learners"
    __table_args__ = (
        partial("ix_learners_reminder", "next_at", where="next_at IS NOT NULL AND blocked_at IS NULL"),
        partial("ix_learners_weekly", "weekly_at", where="weekly_at IS NOT NULL AND blocked_at IS NULL"),
        NEVER_REUSED,
    )
    id: int = row_id()
    chat_id: int = Field(sa_type=BigInteger, unique=True)
    name: str = words()
    joined_at: datetime = moment()
    language: str
    zone: str | None
    rollover_hour: int
    reminder_time: time | None
    quiet_from: time
    quiet_to: time
    new_per_day: int
    reviews_per_day: int
    paused_until: datetime | None = moment(nullable=True)
    next_at: datetime | None = moment(nullable=True)
    last_at: datetime | None = moment(nullable=True)
    ignored: int = 0
    last_active_at: datetime | None = moment(nullable=True)
    blocked_at: datetime | None = moment(nullable=True)
    expecting: str | None = words(nullable=True)
    exam_on: date | None
    holiday_from: date | None
    holiday_to: date | None
    minutes_per_day: int | None
    memory_parameters: str | None = words(nullable=True)
    memory_fit: str | None = words(nullable=True)
    memory_tried_at: datetime | None = moment(nullable=True)
    ask_confidence: bool = False
    days_off: str = ""
    pictures: str = "light"
    weekly: bool = True
    weekly_at: datetime | None = moment(nullable=True)
    weekly_week: str | None
    quiz_polls: bool = False


class RoleRow(Base, table=True):
    """Who may teach ("teacher") and whose the installation is ("owner"); nobody else has a row."""

    __tablename__ = "roles"
    learner_id: int = ref("learners", primary=True)
    role: str
    granted_by: int | None = ref("learners", nullable=True, on_delete="SET NULL")
    at: datetime = moment()


class InvitationRow(Base, table=True):
    """A link that works once and not for ever; of its token only the hash is here. They are few."""

    __tablename__ = "invitations"
    token_hash: str = Field(primary_key=True)
    kind: str
    class_id: int | None = Field(default=None, sa_type=BigInteger)
    pack_id: int | None = Field(default=None, sa_type=BigInteger)
    created_by: int | None = ref("learners", nullable=True)
    created_at: datetime = moment()
    expires_at: datetime = moment()
    used_at: datetime | None = moment(nullable=True)
    used_by: int | None = ref("learners", nullable=True, on_delete="SET NULL")


learners = table_of(LearnerRow)
roles = table_of(RoleRow)
invitations = table_of(InvitationRow)
