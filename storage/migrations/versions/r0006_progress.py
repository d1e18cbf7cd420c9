"""Pictures as the learner likes them, a weekly summary, boards that classes may have, certificates."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

WEEKLY = sa.text("weekly_at IS NOT NULL AND blocked_at IS NULL")


def upgrade() -> None:
    op.add_column("learners", sa.Column("pictures", sa.String(), nullable=False, server_default="light"))
    op.add_column("learners", sa.Column("weekly", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("learners", sa.Column("weekly_at", sa.BigInteger(), nullable=True))
    op.add_column("learners", sa.Column("weekly_week", sa.String(), nullable=True))
    op.create_index(
        "ix_learners_weekly",
        "learners",
        ["weekly_at"],
        unique=False,
        sqlite_where=WEEKLY,
        postgresql_where=WEEKLY,
    )
    op.add_column("classes", sa.Column("board", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("class_members", sa.Column("board", sa.String(), nullable=False, server_default="alias"))
    op.create_table(
        "certificates",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("pack_id", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("facts", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("class_name", sa.Text(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_certificates_learner_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_certificates_pack_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_certificates")),
        sa.UniqueConstraint("learner_id", "pack_id", name=op.f("uq_certificates_learner_id_pack_id")),
    )
    op.create_index(op.f("ix_certificates_pack_id"), "certificates", ["pack_id"], unique=False)


def downgrade() -> None:
    op.drop_table("certificates")
    op.drop_column("class_members", "board")
    op.drop_column("classes", "board")
    op.drop_index("ix_learners_weekly", table_name="learners")
    for name in ("weekly_week", "weekly_at", "weekly", "pictures"):
        op.drop_column("learners", name)
