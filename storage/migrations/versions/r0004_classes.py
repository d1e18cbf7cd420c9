"""Classes, what they are given to learn, and an index for the statistics of questions."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FIRST = sa.text("before IS NULL AND undone_at IS NULL")
WEEKLY = sa.text("weekly_at IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "classes",
        sa.Column("id", row_id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=True),
        sa.Column("joined", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("archived_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_classes")),
        sa.UniqueConstraint("code", name=op.f("uq_classes_code")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "class_teachers",
        sa.Column("class_id", sa.BigInteger(), nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("is_owner", sa.Boolean(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("weekly", sa.Boolean(), nullable=False),
        sa.Column("weekly_at", sa.BigInteger(), nullable=True),
        sa.Column("weekly_week", sa.String(), nullable=True),
        _of("class_teachers", "class_id", "classes"),
        _of("class_teachers", "learner_id", "learners"),
        sa.PrimaryKeyConstraint("class_id", "learner_id", name=op.f("pk_class_teachers")),
    )
    op.create_index(op.f("ix_class_teachers_learner_id"), "class_teachers", ["learner_id"], unique=False)
    op.create_index(
        "ix_class_teachers_weekly",
        "class_teachers",
        ["weekly_at"],
        unique=False,
        sqlite_where=WEEKLY,
        postgresql_where=WEEKLY,
    )
    op.create_table(
        "class_members",
        sa.Column("class_id", sa.BigInteger(), nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("pseudonym", sa.String(), nullable=True),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        _of("class_members", "class_id", "classes"),
        _of("class_members", "learner_id", "learners"),
        sa.PrimaryKeyConstraint("class_id", "learner_id", name=op.f("pk_class_members")),
        sa.UniqueConstraint("class_id", "number", name=op.f("uq_class_members_class_id_number")),
        sa.UniqueConstraint("class_id", "pseudonym", name=op.f("uq_class_members_class_id_pseudonym")),
    )
    op.create_index(op.f("ix_class_members_learner_id"), "class_members", ["learner_id"], unique=False)
    op.create_table(
        "assignments",
        sa.Column("id", row_id, nullable=False),
        sa.Column("class_id", sa.BigInteger(), nullable=False),
        sa.Column("pack_id", sa.BigInteger(), nullable=False),
        sa.Column("lesson", sa.String(), nullable=True),
        sa.Column("given_at", sa.BigInteger(), nullable=False),
        sa.Column("deadline", sa.BigInteger(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=True),
        sa.Column("draw", sa.Integer(), nullable=True),
        sa.Column("sealed", sa.Boolean(), nullable=False),
        _of("assignments", "class_id", "classes"),
        _of("assignments", "pack_id", "packs"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignments")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_assignments_class_id"), "assignments", ["class_id"], unique=False)
    op.create_index(op.f("ix_assignments_pack_id"), "assignments", ["pack_id"], unique=False)
    op.create_table(
        "accommodations",
        sa.Column("assignment_id", sa.BigInteger(), nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("extra_secs", sa.Integer(), nullable=False),
        sa.Column("extra_tries", sa.Integer(), nullable=False),
        _of("accommodations", "assignment_id", "assignments"),
        _of("accommodations", "learner_id", "learners"),
        sa.PrimaryKeyConstraint("assignment_id", "learner_id", name=op.f("pk_accommodations")),
    )
    op.create_index(op.f("ix_accommodations_learner_id"), "accommodations", ["learner_id"], unique=False)
    op.create_index(
        "ix_attempts_first_of_item",
        "attempts",
        ["item_id", "at"],
        unique=False,
        sqlite_where=FIRST,
        postgresql_where=FIRST,
    )


def downgrade() -> None:
    op.drop_index("ix_attempts_first_of_item", "attempts")
    for table in ("accommodations", "assignments", "class_members", "class_teachers", "classes"):
        op.drop_table(table)


def _of(table: str, column: str, parent: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=name, ondelete="CASCADE")
