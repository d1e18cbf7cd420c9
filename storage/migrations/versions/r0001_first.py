"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "aside_updates",
        sa.Column("update_id", row_id, autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_aside_updates")),
    )
    op.create_index(op.f("ix_aside_updates_at"), "aside_updates", ["at"], unique=False)
    op.create_index(op.f("ix_aside_updates_chat_id"), "aside_updates", ["chat_id"], unique=False)
    op.create_table(
        "learners",
        sa.Column("id", row_id, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=True),
        sa.Column("rollover_hour", sa.Integer(), nullable=False),
        sa.Column("reminder_time", sa.Time(), nullable=True),
        sa.Column("quiet_from", sa.Time(), nullable=False),
        sa.Column("quiet_to", sa.Time(), nullable=False),
        sa.Column("new_per_day", sa.Integer(), nullable=False),
        sa.Column("reviews_per_day", sa.Integer(), nullable=False),
        sa.Column("paused_until", sa.BigInteger(), nullable=True),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.Column("last_at", sa.BigInteger(), nullable=True),
        sa.Column("ignored", sa.Integer(), nullable=False),
        sa.Column("last_active_at", sa.BigInteger(), nullable=True),
        sa.Column("blocked_at", sa.BigInteger(), nullable=True),
        sa.Column("expecting", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_learners")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_learners_chat_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_learners_reminder",
        "learners",
        ["next_at"],
        unique=False,
        sqlite_where=sa.text("next_at IS NOT NULL AND blocked_at IS NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL AND blocked_at IS NULL"),
    )
    op.create_table(
        "leases",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_leases")),
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "owed_views",
        sa.Column("id", row_id, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("args", sa.Text(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owed_views")),
        sa.UniqueConstraint("chat_id", "key", name=op.f("uq_owed_views_chat_id_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_owed_views_not_before"), "owed_views", ["not_before"], unique=False)
    op.create_table(
        "seen_updates",
        sa.Column("update_id", row_id, autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_seen_updates")),
    )
    op.create_index(op.f("ix_seen_updates_at"), "seen_updates", ["at"], unique=False)
    op.create_table(
        "attempts",
        sa.Column("id", row_id, nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("session_id", sa.BigInteger(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("fraction", sa.Float(), nullable=False),
        sa.Column("rating", sa.String(), nullable=False),
        sa.Column("hinted", sa.Boolean(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("elapsed_secs", sa.Float(), nullable=True),
        sa.Column("undone_at", sa.BigInteger(), nullable=True),
        sa.Column("response_key", sa.Text(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_attempts_learner_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
    )
    op.create_index(
        "ix_attempts_first",
        "attempts",
        ["learner_id", "at"],
        unique=False,
        sqlite_where=sa.text("before IS NULL AND undone_at IS NULL"),
        postgresql_where=sa.text("before IS NULL AND undone_at IS NULL"),
    )
    op.create_index(op.f("ix_attempts_learner_id_at"), "attempts", ["learner_id", "at"], unique=False)
    op.create_index(
        "uq_attempts_once",
        "attempts",
        ["session_id", "step"],
        unique=True,
        sqlite_where=sa.text("undone_at IS NULL"),
        postgresql_where=sa.text("undone_at IS NULL"),
    )
    op.create_table(
        "memories",
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("stability", sa.Float(), nullable=False),
        sa.Column("difficulty", sa.Float(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("last_review", sa.BigInteger(), nullable=False),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_memories_learner_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("learner_id", "item_id", name=op.f("pk_memories")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_memories_learner_id_due"), "memories", ["learner_id", "due"], unique=False)
    op.create_table(
        "packs",
        sa.Column("id", row_id, nullable=False),
        sa.Column("shelf", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("lessons", sa.Integer(), nullable=False),
        sa.Column("items", sa.Integer(), nullable=False),
        sa.Column("installed_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["learners.id"], name=op.f("fk_packs_owner_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_packs")),
        sa.UniqueConstraint("shelf", "key", name=op.f("uq_packs_shelf_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_packs_owner_id"), "packs", ["owner_id"], unique=False)
    op.create_table(
        "sessions",
        sa.Column("id", row_id, nullable=False),
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_sessions_learner_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_sessions_learner_id_is_open_id"), "sessions", ["learner_id", "is_open", "id"], unique=False
    )
    op.create_table(
        "enrollments",
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("pack_id", sa.BigInteger(), nullable=False),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.Column("chosen_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_enrollments_learner_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_enrollments_pack_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("learner_id", "pack_id", name=op.f("pk_enrollments")),
    )
    op.create_index(op.f("ix_enrollments_pack_id"), "enrollments", ["pack_id"], unique=False)
    op.create_table(
        "lessons_done",
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("pack_id", sa.BigInteger(), nullable=False),
        sa.Column("lesson", sa.String(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_lessons_done_learner_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_lessons_done_pack_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("learner_id", "pack_id", "lesson", name=op.f("pk_lessons_done")),
    )
    op.create_index(op.f("ix_lessons_done_pack_id"), "lessons_done", ["pack_id"], unique=False)
    op.create_table(
        "media",
        sa.Column("pack_id", sa.BigInteger(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_media_pack_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pack_id", "path", name=op.f("pk_media")),
    )
    op.create_table(
        "readings",
        sa.Column("id", row_id, nullable=False),
        sa.Column("pack_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("lesson", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired_at", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_readings_pack_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
        sa.UniqueConstraint("pack_id", "key", name=op.f("uq_readings_pack_id_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "items",
        sa.Column("id", row_id, nullable=False),
        sa.Column("pack_id", sa.BigInteger(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("lesson", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.BigInteger(), nullable=True),
        sa.Column("key_hash", sa.String(), nullable=False),
        sa.Column("wording_hash", sa.String(), nullable=False),
        sa.Column("resting", sa.Boolean(), nullable=False),
        sa.Column("corrected_at", sa.BigInteger(), nullable=True),
        sa.Column("retired_at", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["pack_id"], ["packs.id"], name=op.f("fk_items_pack_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name=op.f("fk_items_reading_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_items")),
        sa.UniqueConstraint("pack_id", "key", name=op.f("uq_items_pack_id_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_items_pack_id_position"), "items", ["pack_id", "position"], unique=False)
    op.create_table(
        "reports",
        sa.Column("learner_id", sa.BigInteger(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["items.id"], name=op.f("fk_reports_item_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learners.id"], name=op.f("fk_reports_learner_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("learner_id", "item_id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_item_id"), "reports", ["item_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_reports_item_id"), table_name="reports")
    op.drop_table("reports")
    op.drop_index(op.f("ix_items_pack_id_position"), table_name="items")
    op.drop_table("items")
    op.drop_table("readings")
    op.drop_table("media")
    op.drop_index(op.f("ix_lessons_done_pack_id"), table_name="lessons_done")
    op.drop_table("lessons_done")
    op.drop_index(op.f("ix_enrollments_pack_id"), table_name="enrollments")
    op.drop_table("enrollments")
    op.drop_index(op.f("ix_sessions_learner_id_is_open_id"), table_name="sessions")
    op.drop_table("sessions")
    op.drop_index(op.f("ix_packs_owner_id"), table_name="packs")
    op.drop_table("packs")
    op.drop_index(op.f("ix_memories_learner_id_due"), table_name="memories")
    op.drop_table("memories")
    op.drop_index(
        "uq_attempts_once",
        table_name="attempts",
        sqlite_where=sa.text("undone_at IS NULL"),
        postgresql_where=sa.text("undone_at IS NULL"),
    )
    op.drop_index(op.f("ix_attempts_learner_id_at"), table_name="attempts")
    op.drop_index(
        "ix_attempts_first",
        table_name="attempts",
        sqlite_where=sa.text("before IS NULL AND undone_at IS NULL"),
        postgresql_where=sa.text("before IS NULL AND undone_at IS NULL"),
    )
    op.drop_table("attempts")
    op.drop_index(op.f("ix_seen_updates_at"), table_name="seen_updates")
    op.drop_table("seen_updates")
    op.drop_index(op.f("ix_owed_views_not_before"), table_name="owed_views")
    op.drop_table("owed_views")
    op.drop_table("meta")
    op.drop_table("leases")
    op.drop_index(
        "ix_learners_reminder",
        table_name="learners",
        sqlite_where=sa.text("next_at IS NOT NULL AND blocked_at IS NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL AND blocked_at IS NULL"),
    )
    op.drop_table("learners")
    op.drop_index(op.f("ix_aside_updates_chat_id"), table_name="aside_updates")
    op.drop_index(op.f("ix_aside_updates_at"), table_name="aside_updates")
    op.drop_table("aside_updates")
