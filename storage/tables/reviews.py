"""What is in the database about answers? The log of them, what is remembered, and what was scored again."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from lessons.memory import Memory
from storage.columns import MemoryJson
from storage.tables.base import Base, moment, partial, ref, row_id, table_of, words


class MemoryRow(Base, table=True):
    """What a learner remembers of an item. Rows lie by learner (no rowid in SQLite): one learner, a few pages.

    Items are never deleted while a memory needs them, so `item_id` has no constraint to be checked at every answer.
    """

    __tablename__ = "memories"
    __table_args__ = (Index(None, "learner_id", "due"), {"sqlite_with_rowid": False})
    learner_id: int = ref("learners", primary=True)
    item_id: int = Field(primary_key=True, sa_type=BigInteger)
    stability: float
    difficulty: float
    due: datetime = moment()
    last_review: datetime = moment()
    reviews: int
    lapses: int


class AttemptRow(Base, table=True):
    """The log: nothing in it is ever changed but `undone_at`. An answer to a step counts once.

    A `drill` is practice over what was missed: it changed no memory. `confidence` is what was said before the key.

    A learner's first answer to an item has no memory before it; the small index on those counts today's new items,
    and another finds an item's first answers for its statistics.
    """

    __tablename__ = "attempts"
    __table_args__ = (
        Index(None, "learner_id", "at"),
        partial("uq_attempts_once", "session_id", "step", unique=True, where="undone_at IS NULL"),
        partial("ix_attempts_first", "learner_id", "at", where="before IS NULL AND undone_at IS NULL"),
        partial("ix_attempts_first_of_item", "item_id", "at", where="before IS NULL AND undone_at IS NULL"),
    )
    id: int = row_id()
    learner_id: int = ref("learners")
    item_id: int = Field(sa_type=BigInteger)
    session_id: int = Field(sa_type=BigInteger)
    step: int
    verdict: str
    fraction: float
    rating: str
    hinted: bool = False
    at: datetime = moment()
    elapsed_secs: float | None = None
    undone_at: datetime | None = moment(nullable=True)
    response_key: str | None = words(nullable=True)
    drill: bool = False
    confidence: str | None = None
    before: Memory | None = Field(default=None, sa_type=MemoryJson)
    after: Memory = Field(sa_type=MemoryJson)
    said: str = words()


class RescoringRow(Base, table=True):
    """Somebody's answers to an item whose key was corrected are yet to be scored again; `was` is the old key."""

    __tablename__ = "rescoring"
    learner_id: int = ref("learners", primary=True)
    item_id: int = Field(primary_key=True, sa_type=BigInteger)
    was: str = words()
    at: datetime = moment()


class RegradeRow(Base, table=True):
    """How an attempt counts after its key was corrected; the newest stands. The attempt itself is never changed."""

    __tablename__ = "regrades"
    __table_args__ = (Index(None, "learner_id", "item_id"), Index(None, "item_id"))
    id: int = row_id()
    learner_id: int = ref("learners")
    item_id: int = Field(sa_type=BigInteger)
    attempt_id: int = Field(sa_type=BigInteger)
    verdict: str
    fraction: float
    rating: str
    at: datetime = moment()


memories = table_of(MemoryRow)
attempts = table_of(AttemptRow)
rescoring = table_of(RescoringRow)
regrades = table_of(RegradeRow)
