"""What is in the database about classes? Who leads, who learns, what they were given, and who knew it in the end."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.base import NEVER_REUSED, Base, moment, partial, ref, row_id, table_of, words


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
        partial("ix_class_teachers_weekly", "weekly_at", where="weekly_at IS NOT NULL"),
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


classes = table_of(ClassRow)
class_teachers = table_of(ClassTeacherRow)
class_members = table_of(ClassMemberRow)
assignments = table_of(AssignmentRow)
accommodations = table_of(AccommodationRow)
certificates = table_of(CertificateRow)
