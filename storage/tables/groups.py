"""What is in the database about groups? Rounds with their questions, players and answers; the question of the day.

A group is no learner: its number stands in `group_id`. Who plays is named by `chat_id`, the number of their private
chat with the bot, whether they have talked to it or not; so that all about a person is found, and goes, by it.
"""

from datetime import datetime, time

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.base import NEVER_REUSED, Base, moment, partial, ref, row_id, table_of, words


class RoundRow(Base, table=True):
    """A round in a group or a topic of it; `kind` "daily" is the question of the day, each day one more question.

    `due_at` is when it moves on by itself; `message_id` the invitation's message, later the one with the result.
    """

    __tablename__ = "rounds"
    __table_args__ = (
        Index(None, "group_id", "stage"),
        Index(None, "stage", "touched_at"),
        Index(None, "pack_id"),
        partial("ix_rounds_due", "due_at", where="due_at IS NOT NULL"),
        NEVER_REUSED,
    )
    id: int = row_id()
    group_id: int = Field(sa_type=BigInteger)
    thread_id: int | None = Field(default=None, sa_type=BigInteger)
    kind: str
    pack_id: int = ref("packs")
    stage: str
    position: int = 0
    size: int
    polls: bool = False
    limit_secs: int = 0
    teams: bool = False
    language: str
    salt: str
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    asked_at: datetime | None = moment(nullable=True)
    due_at: datetime | None = moment(nullable=True)
    touched_at: datetime = moment()


class RoundQuestionRow(Base, table=True):
    """A question of a round: the message that asks it, the poll where it is one, the message that tells its key.

    One whose answer was corrected while it was asked is `void`: it counts for nobody.
    """

    __tablename__ = "round_questions"
    __table_args__ = (UniqueConstraint("poll_id"),)
    round_id: int = ref("rounds", primary=True)
    position: int = Field(primary_key=True)
    item_id: int = Field(sa_type=BigInteger)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    poll_id: str | None = None
    key_message_id: int | None = Field(default=None, sa_type=BigInteger)
    void: bool = False


class RoundPlayerRow(Base, table=True):
    """Who is in a round, under which name; the starter may lead without having joined."""

    __tablename__ = "round_players"
    __table_args__ = (UniqueConstraint("round_id", "name"), Index(None, "chat_id"))
    round_id: int = ref("rounds", primary=True)
    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    name: str = words()
    joined: bool = True
    starter: bool = False
    team: int | None = None
    at: datetime = moment()


class RoundAnswerRow(Base, table=True):
    """What somebody answered to a question of a round: the first counts, so there is one."""

    __tablename__ = "round_answers"
    __table_args__ = (Index(None, "chat_id"), Index(None, "at"))
    round_id: int = ref("rounds", primary=True)
    position: int = Field(primary_key=True)
    chat_id: int = Field(primary_key=True, sa_type=BigInteger)
    option: int
    is_right: bool
    at: datetime = moment()


class DailyRow(Base, table=True):
    """A group's question of the day: the round that holds it, and when the next one is due."""

    __tablename__ = "dailies"
    __table_args__ = (
        Index(None, "round_id"),
        partial("ix_dailies_due", "next_at", where="next_at IS NOT NULL"),
    )
    group_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    round_id: int = ref("rounds")
    at: time
    zone: str
    next_at: datetime | None = moment(nullable=True)


rounds = table_of(RoundRow)
round_questions = table_of(RoundQuestionRow)
round_players = table_of(RoundPlayerRow)
round_answers = table_of(RoundAnswerRow)
dailies = table_of(DailyRow)
