"""What is in the database? Every table on one page, those of groups on another; `migrations/` tells how it came to be.

Two rules. A row about a learner names the learner in a column called `learner_id` (or `chat_id`) and goes when the
learner is forgotten. And no table is scanned: whatever grows has the index that its questions need, named beside it.
"""

from datetime import date, datetime, time
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Index, LargeBinary, MetaData, Table, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from lessons.memory import Memory
from storage.columns import MemoryJson, Moment, RowId

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
NEVER_REUSED: dict[str, Any] = {"sqlite_autoincrement": True}
"""For ids that stand in buttons or are held by a sender: SQLite would give a deleted row's number away again."""


class Base(SQLModel):
    """What all tables share: names for constraints, so that migrations can speak of them on every database."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)


def ref(parent: str, *, primary: bool = False, nullable: bool = False, on_delete: str = "CASCADE") -> Any:
    """A column that names a row of the table `parent`."""
    return Field(
        default=None,
        primary_key=primary,
        nullable=nullable,
        sa_type=BigInteger,  # type: ignore[call-overload]
        foreign_key=f"{parent}.id",
        ondelete=on_delete,
    )


def moment(*, nullable: bool = False) -> Any:
    """A column that holds a moment."""
    return Field(default=None, nullable=nullable, sa_type=Moment)


def words(default: str | None = None, *, nullable: bool = False) -> Any:
    """A column that holds text of any length."""
    return Field(default=default, nullable=nullable, sa_type=Text)


def given_id() -> Any:
    """A row's number that comes from elsewhere."""
    return Field(primary_key=True, sa_type=RowId, sa_column_kwargs={"autoincrement": False})


def row_id() -> Any:
    """The row's own number, given by the database."""
    return Field(default=None, primary_key=True, sa_type=RowId)


class LearnerRow(Base, table=True):
    """A person. A reminder is the moment `next_at`, not a job; the sleeping ones are not in its index.

    So is the weekly summary (`weekly_at`); `weekly_week` is the first day of the week that was last told of.
    """

    __tablename__ = "learners"
    __table_args__ = (
        Index(
            "ix_learners_reminder",
            "next_at",
            sqlite_where=text("next_at IS NOT NULL AND blocked_at IS NULL"),
            postgresql_where=text("next_at IS NOT NULL AND blocked_at IS NULL"),
        ),
        Index(
            "ix_learners_weekly",
            "weekly_at",
            sqlite_where=text("weekly_at IS NOT NULL AND blocked_at IS NULL"),
            postgresql_where=text("weekly_at IS NOT NULL AND blocked_at IS NULL"),
        ),
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


class PackRow(Base, table=True):
    """A pack. `shelf` keeps two uploaders' packs of one key apart: "" for the operator's, else the owner's.

    `body` is the canonical JSON, last because SQLite need not read it where only the columns before it are asked for.
    """

    __tablename__ = "packs"
    __table_args__ = (
        UniqueConstraint("shelf", "key"),
        Index(None, "owner_id"),
        Index(
            "ix_packs_public",
            "id",
            sqlite_where=text("status = 'public'"),
            postgresql_where=text("status = 'public'"),
        ),
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
        Index(
            "uq_attempts_once",
            "session_id",
            "step",
            unique=True,
            sqlite_where=text("undone_at IS NULL"),
            postgresql_where=text("undone_at IS NULL"),
        ),
        Index(
            "ix_attempts_first",
            "learner_id",
            "at",
            sqlite_where=text("before IS NULL AND undone_at IS NULL"),
            postgresql_where=text("before IS NULL AND undone_at IS NULL"),
        ),
        Index(
            "ix_attempts_first_of_item",
            "item_id",
            "at",
            sqlite_where=text("before IS NULL AND undone_at IS NULL"),
            postgresql_where=text("before IS NULL AND undone_at IS NULL"),
        ),
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
        Index(
            "ix_uploads_waiting",
            "id",
            sqlite_where=text("state <> 'done'"),
            postgresql_where=text("state <> 'done'"),
        ),
        Index(
            "ix_uploads_album",
            "target_id",
            sqlite_where=text("purpose = 'album'"),
            postgresql_where=text("purpose = 'album'"),
        ),
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


class MetaRow(Base, table=True):
    """A named value of this installation."""

    __tablename__ = "meta"
    key: str = Field(primary_key=True)
    value: str = words()


class LeaseRow(Base, table=True):
    """What only one replica may do at a time, who does it, and until when that holds without a sign of life."""

    __tablename__ = "leases"
    name: str = Field(primary_key=True)
    holder: str
    until: datetime = moment()


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


class ClassRow(Base, table=True):
    """A group of learners. Who has the `code` may join; `zone` is the one its deadlines are told in.

    `joined` counts those who ever joined: nobody gets the number of one who left. `board`: its learners see a board.
    """

    __tablename__ = "classes"
    __table_args__ = (NEVER_REUSED,)
    id: int = row_id()
    name: str = words()
    code: str = Field(unique=True)
    zone: str | None
    joined: int = 0
    created_at: datetime = moment()
    archived_at: datetime | None = moment(nullable=True)
    board: bool = False


class ClassTeacherRow(Base, table=True):
    """Who leads a class. `weekly_at`: when their weekly message is due; `weekly_week`: the ISO week of the last."""

    __tablename__ = "class_teachers"
    __table_args__ = (
        Index(None, "learner_id"),
        Index(
            "ix_class_teachers_weekly",
            "weekly_at",
            sqlite_where=text("weekly_at IS NOT NULL"),
            postgresql_where=text("weekly_at IS NOT NULL"),
        ),
    )
    class_id: int = ref("classes", primary=True)
    learner_id: int = ref("learners", primary=True)
    is_owner: bool
    since: datetime = moment()
    weekly: bool = True
    weekly_at: datetime | None = moment(nullable=True)
    weekly_week: str | None


class ClassMemberRow(Base, table=True):
    """Who learns in a class, under which number; `pseudonym` is NULL for those who show their own name.

    `board` is how they stand on the class's board: "alias" (a pseudonym), "name", or "off".
    """

    __tablename__ = "class_members"
    __table_args__ = (
        UniqueConstraint("class_id", "number"),
        UniqueConstraint("class_id", "pseudonym"),
        Index(None, "learner_id"),
    )
    class_id: int = ref("classes", primary=True)
    learner_id: int = ref("learners", primary=True)
    number: int
    pseudonym: str | None
    joined_at: datetime = moment()
    board: str = "alias"


class AssignmentRow(Base, table=True):
    """A pack, or a lesson of it, given to a class."""

    __tablename__ = "assignments"
    __table_args__ = (Index(None, "class_id"), Index(None, "pack_id"), NEVER_REUSED)
    id: int = row_id()
    class_id: int = ref("classes")
    pack_id: int = ref("packs")
    lesson: str | None
    given_at: datetime = moment()
    deadline: datetime | None = moment(nullable=True)
    tries: int | None
    draw: int | None
    sealed: bool = False


class AccommodationRow(Base, table=True):
    """More time or tries for one learner."""

    __tablename__ = "accommodations"
    __table_args__ = (Index(None, "learner_id"),)
    assignment_id: int = ref("assignments", primary=True)
    learner_id: int = ref("learners", primary=True)
    extra_secs: int = 0
    extra_tries: int = 0


class PackAuthorRow(Base, table=True):
    """Who may review, mend and correct a pack beside its owner."""

    __tablename__ = "pack_authors"
    __table_args__ = (Index(None, "learner_id"),)
    pack_id: int = ref("packs", primary=True)
    learner_id: int = ref("learners", primary=True)
    at: datetime = moment()


class CertificateRow(Base, table=True):
    """That a learner knew a pack on a day, in the words that were printed; who has the `code` may have it confirmed."""

    __tablename__ = "certificates"
    __table_args__ = (UniqueConstraint("learner_id", "pack_id"), Index(None, "pack_id"))
    code: str = Field(primary_key=True)
    learner_id: int = ref("learners")
    pack_id: int | None = ref("packs", nullable=True, on_delete="SET NULL")
    name: str = words()
    title: str = words()
    facts: int
    total: int
    class_name: str | None = words(nullable=True)
    at: datetime = moment()


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


def table_of(model: type[Base]) -> Table:
    """The Core table of a model: statements on it cost a fraction of what the ORM's do."""
    return Base.metadata.tables[str(model.__tablename__)]


learners = table_of(LearnerRow)
packs = table_of(PackRow)
media = table_of(MediumRow)
readings = table_of(ReadingRow)
items = table_of(ItemRow)
enrollments = table_of(EnrollmentRow)
lessons_done = table_of(LessonDoneRow)
sessions = table_of(SessionRow)
memories = table_of(MemoryRow)
attempts = table_of(AttemptRow)
owed_views = table_of(OwedViewRow)
reports = table_of(ReportRow)
uploads = table_of(UploadRow)
seen_updates = table_of(SeenUpdateRow)
aside_updates = table_of(AsideUpdateRow)
meta = table_of(MetaRow)
leases = table_of(LeaseRow)
roles = table_of(RoleRow)
invitations = table_of(InvitationRow)
drafts = table_of(DraftRow)
pack_authors = table_of(PackAuthorRow)
certificates = table_of(CertificateRow)
rescoring = table_of(RescoringRow)
regrades = table_of(RegradeRow)
classes = table_of(ClassRow)
class_teachers = table_of(ClassTeacherRow)
class_members = table_of(ClassMemberRow)
assignments = table_of(AssignmentRow)
accommodations = table_of(AccommodationRow)
