"""What is in the database about the making of packs? Documents, drafts, who may mend them, and what was reported."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.base import NEVER_REUSED, Base, moment, partial, ref, row_id, table_of, words


class UploadRow(Base, table=True):
    """A document that somebody sent, on its way to a pack. The file itself is not kept: `file_id` is Telegram's.

    `message_id` is the message that brought it (the same one again is no second upload), `shown_id` the one that tells
    how far the work is. `outcome` is JSON: the report, or the fault. `purpose` is "new", "join" (one more document for
    the draft `target_id`) or "correct" (another text of the pack `target_id`). `pasted` is a text sent as messages,
    which Telegram would not give a second time: it is let go of when its pack is published or removed.
    """

    __tablename__ = "uploads"
    __table_args__ = (
        UniqueConstraint("chat_id", "message_id"),
        Index(None, "learner_id", "at"),
        partial("ix_uploads_waiting", "id", where="state <> 'done'"),
        partial("ix_uploads_album", "target_id", where="purpose = 'album'"),
        Index(None, "pack_id"),
        NEVER_REUSED,
    )
    id: int = row_id()
    learner_id: int = ref("learners")
    chat_id: int = Field(sa_type=BigInteger)
    message_id: int = Field(sa_type=BigInteger)
    shown_id: int | None = Field(default=None, sa_type=BigInteger)
    file_id: str
    name: str = words()
    at: datetime = moment()
    state: str
    stage: str
    share: float
    tries: int = 0
    pack_id: int | None = ref("packs", nullable=True, on_delete="SET NULL")
    outcome: str | None = words(nullable=True)
    purpose: str = "new"
    target_id: int | None = Field(default=None, sa_type=BigInteger)
    pasted: str | None = words(nullable=True)


class DraftRow(Base, table=True):
    """The working copy of a pack: what its teacher kept, mended, dropped. It outlives publishing, so that a corrected
    document need not be looked through again.

    `body` is the canonical JSON with the dropped questions, `state` that of `lessons.drafting`, `documents` the uploads
    it was built from, `report` the builder's. `pending`: it differs from what learners have, or they have nothing yet.
    `version` grows when other questions stand in it (buttons carry it), `stamp` with every change of the body.
    """

    __tablename__ = "drafts"
    __table_args__ = (Index(None, "learner_id"),)
    pack_id: int = ref("packs", primary=True)
    learner_id: int = ref("learners")
    pending: bool
    version: int
    stamp: int
    updated_at: datetime = moment()
    documents: str = words()
    report: str | None = words(nullable=True)
    state: str = words()
    body: str = words()


class PackAuthorRow(Base, table=True):
    """Who may review, mend and correct a pack beside its owner."""

    __tablename__ = "pack_authors"
    __table_args__ = (Index(None, "learner_id"),)
    pack_id: int = ref("packs", primary=True)
    learner_id: int = ref("learners", primary=True)
    at: datetime = moment()


class ReportRow(Base, table=True):
    """A learner's word that something is wrong with an item; `decision` is its teacher's ("keep", "mend", "retire")."""

    __tablename__ = "reports"
    __table_args__ = (Index(None, "item_id"),)
    learner_id: int = ref("learners", primary=True)
    item_id: int = ref("items", primary=True)
    reason: str = words()
    at: datetime = moment()
    decided_at: datetime | None = moment(nullable=True)
    decision: str | None = None


uploads = table_of(UploadRow)
drafts = table_of(DraftRow)
pack_authors = table_of(PackAuthorRow)
reports = table_of(ReportRow)
