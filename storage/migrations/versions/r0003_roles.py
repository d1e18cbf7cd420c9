"""Who may teach and the links that make somebody so; drafts under review, corrections, decisions on reports."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "roles",
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("granted_by", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["learner_id"], ["learners.id"], name=op.f("fk_roles_learner_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["granted_by"], ["learners.id"], name=op.f("fk_roles_granted_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("learner_id", name=op.f("pk_roles")),
    )
    op.create_table(
        "invitations",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("class_id", sa.BigInteger(), nullable=True),
        sa.Column("pack_id", sa.BigInteger(), nullable=True),
        sa.Column("created_by", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.Column("used_by", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["created_by"], ["learners.id"], name=op.f("fk_invitations_created_by"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["used_by"], ["learners.id"], name=op.f("fk_invitations_used_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_invitations")),
    )
    _drafts()
    _corrections()
    op.add_column("uploads", sa.Column("purpose", sa.String(), nullable=False, server_default="new"))
    op.add_column("uploads", sa.Column("target_id", sa.BigInteger(), nullable=True))
    op.add_column("uploads", sa.Column("pasted", sa.Text(), nullable=True))
    op.add_column("reports", sa.Column("decided_at", sa.BigInteger(), nullable=True))
    op.add_column("reports", sa.Column("decision", sa.String(), nullable=True))


def _drafts() -> None:
    op.create_table(
        "pack_authors",
        sa.Column("pack_id", sa.BigInteger(), nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_pack_authors_pack_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_pack_authors_learner_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("pack_id", "learner_id", name=op.f("pk_pack_authors")),
    )
    op.create_index(op.f("ix_pack_authors_learner_id"), "pack_authors", ["learner_id"], unique=False)
    op.create_table(
        "drafts",
        sa.Column("pack_id", sa.BigInteger(), nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("pending", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("documents", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_drafts_pack_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["learner_id"], ["learners.id"], name=op.f("fk_drafts_learner_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pack_id", name=op.f("pk_drafts")),
    )
    op.create_index(op.f("ix_drafts_learner_id"), "drafts", ["learner_id"], unique=False)


def _corrections() -> None:
    op.create_table(
        "rescoring",
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("was", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_rescoring_learner_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("learner_id", "item_id", name=op.f("pk_rescoring")),
    )
    op.create_table(
        "regrades",
        sa.Column("id", row_id, nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("attempt_id", sa.BigInteger(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("fraction", sa.Float(), nullable=False),
        sa.Column("rating", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_regrades_learner_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regrades")),
    )
    op.create_index(op.f("ix_regrades_learner_id_item_id"), "regrades", ["learner_id", "item_id"], unique=False)
    op.create_index(op.f("ix_regrades_item_id"), "regrades", ["item_id"], unique=False)


def downgrade() -> None:
    op.drop_column("reports", "decision")
    op.drop_column("reports", "decided_at")
    for name in ("pasted", "target_id", "purpose"):
        op.drop_column("uploads", name)
    op.drop_table("regrades")
    op.drop_table("rescoring")
    op.drop_table("drafts")
    op.drop_table("pack_authors")
    op.drop_table("invitations")
    op.drop_table("roles")
