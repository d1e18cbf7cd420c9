"""What is in the database to learn from? Packs with their readings, items, pictures and sounds."""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, UniqueConstraint
from sqlmodel import Field

from storage.tables.base import NEVER_REUSED, Base, moment, partial, ref, row_id, table_of, words


class PackRow(Base, table=True):
    """A pack. `shelf` keeps two uploaders' packs of one key apart: "" for the operator's, else the owner's.

    `body` is the canonical JSON, last because SQLite need not read it where only the columns before it are asked for.
    """

    __tablename__ = "packs"
    __table_args__ = (
        UniqueConstraint("shelf", "key"),
        Index(None, "owner_id"),
        partial("ix_packs_public", "id", where="status = 'public'"),
        NEVER_REUSED,
    )
    id: int = row_id()
    shelf: str
    key: str
    owner_id: int | None = ref("learners", nullable=True, on_delete="SET NULL")
    status: str
    title: str = words()
    version: str
    language: str
    lessons: int
    items: int
    installed_at: datetime = moment()
    updated_at: datetime = moment()
    content_hash: str
    body: str = words()


class MediumRow(Base, table=True):
    """A picture or sound of a pack."""

    __tablename__ = "media"
    pack_id: int = ref("packs", primary=True)
    path: str = Field(primary_key=True)
    data: bytes = Field(sa_type=LargeBinary)


class ReadingRow(Base, table=True):
    """A reading under its number. `body` is its JSON; a retired one is kept for sittings that still show it."""

    __tablename__ = "readings"
    __table_args__ = (UniqueConstraint("pack_id", "key"), NEVER_REUSED)
    id: int = row_id()
    pack_id: int = ref("packs")
    key: str
    lesson: str
    position: int
    retired_at: datetime | None = moment(nullable=True)
    body: str = words()


class ItemRow(Base, table=True):
    """An item under the number that memories hold on to. `position` is its place in the order of teaching.

    `key_hash` tells whether the answer changed, `wording_hash` whether the words did; `corrected_at` is when the
    answer last changed. A `resting` item is asked of nobody until its teacher has looked at it.
    """

    __tablename__ = "items"
    __table_args__ = (
        UniqueConstraint("pack_id", "key"),
        Index(None, "pack_id", "position"),
        Index(None, "reading_id"),
        NEVER_REUSED,
    )
    id: int = row_id()
    pack_id: int = ref("packs")
    key: str
    kind: str
    lesson: str
    position: int
    reading_id: int | None = ref("readings", nullable=True, on_delete="SET NULL")
    key_hash: str
    wording_hash: str
    resting: bool = False
    corrected_at: datetime | None = moment(nullable=True)
    retired_at: datetime | None = moment(nullable=True)
    body: str = words()


packs = table_of(PackRow)
media = table_of(MediumRow)
readings = table_of(ReadingRow)
items = table_of(ItemRow)
