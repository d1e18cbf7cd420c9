"""What is in the database about updates and messages? What came and was worked off, and what chats are owed."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.base import NEVER_REUSED, Base, given_id, moment, row_id, table_of, words


class OwedViewRow(Base, table=True):
    """What a chat has yet to be shown, in the order of ids. `version` grows when the view is owed anew."""

    __tablename__ = "owed_views"
    __table_args__ = (UniqueConstraint("chat_id", "key"), Index(None, "not_before"), NEVER_REUSED)
    id: int = row_id()
    chat_id: int = Field(sa_type=BigInteger)
    key: str | None = words(nullable=True)
    kind: str
    args: str = words()
    place: str
    version: int = 1
    tries: int = 0
    not_before: datetime | None = moment(nullable=True)
    error: str | None = words(nullable=True)


class SeenUpdateRow(Base, table=True):
    """An update whose effect is committed; kept as long as Telegram may send it again."""

    __tablename__ = "seen_updates"
    __table_args__ = (Index(None, "at"),)
    update_id: int = given_id()
    at: datetime = moment()


class AsideUpdateRow(Base, table=True):
    """An update that could not be worked off, with what went wrong; the queue went on without it."""

    __tablename__ = "aside_updates"
    __table_args__ = (Index(None, "chat_id"), Index(None, "at"))
    update_id: int = given_id()
    chat_id: int | None = Field(default=None, sa_type=BigInteger)
    at: datetime = moment()
    error: str = words()
    body: str = words()


owed_views = table_of(OwedViewRow)
seen_updates = table_of(SeenUpdateRow)
aside_updates = table_of(AsideUpdateRow)
