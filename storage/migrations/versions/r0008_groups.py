"""Rounds in groups, the question of the day, quiz polls in private chats."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

row_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
DUE = {"rounds": sa.text("due_at IS NOT NULL"), "dailies": sa.text("next_at IS NOT NULL")}


def upgrade() -> None:
    op.add_column("learners", sa.Column("quiz_polls", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "rounds",
        sa.Column("id", row_id, nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("pack_id", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("polls", sa.Boolean(), nullable=False),
        sa.Column("limit_secs", sa.Integer(), nullable=False),
        sa.Column("teams", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("asked_at", sa.BigInteger(), nullable=True),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("touched_at", sa.BigInteger(), nullable=False),
        _of("rounds", "pack_id", "packs"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_rounds_group_id_stage"), "rounds", ["group_id", "stage"], unique=False)
    op.create_index(op.f("ix_rounds_stage_touched_at"), "rounds", ["stage", "touched_at"], unique=False)
    op.create_index(op.f("ix_rounds_pack_id"), "rounds", ["pack_id"], unique=False)
    _due("rounds", "due_at")
    op.create_table(
        "round_questions",
        sa.Column("round_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("poll_id", sa.String(), nullable=True),
        sa.Column("key_message_id", sa.BigInteger(), nullable=True),
        _of("round_questions", "round_id", "rounds"),
        sa.PrimaryKeyConstraint("round_id", "position", name=op.f("pk_round_questions")),
        sa.UniqueConstraint("poll_id", name=op.f("uq_round_questions_poll_id")),
    )
    op.create_table(
        "round_players",
        sa.Column("round_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("joined", sa.Boolean(), nullable=False),
        sa.Column("starter", sa.Boolean(), nullable=False),
        sa.Column("team", sa.Integer(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        _of("round_players", "round_id", "rounds"),
        sa.PrimaryKeyConstraint("round_id", "chat_id", name=op.f("pk_round_players")),
        sa.UniqueConstraint("round_id", "name", name=op.f("uq_round_players_round_id_name")),
    )
    op.create_index(op.f("ix_round_players_chat_id"), "round_players", ["chat_id"], unique=False)
    op.create_table(
        "round_answers",
        sa.Column("round_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("option", sa.Integer(), nullable=False),
        sa.Column("is_right", sa.Boolean(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        _of("round_answers", "round_id", "rounds"),
        sa.PrimaryKeyConstraint("round_id", "position", "chat_id", name=op.f("pk_round_answers")),
    )
    op.create_index(op.f("ix_round_answers_chat_id"), "round_answers", ["chat_id"], unique=False)
    op.create_index(op.f("ix_round_answers_at"), "round_answers", ["at"], unique=False)
    op.create_table(
        "dailies",
        sa.Column("group_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("round_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Time(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        _of("dailies", "round_id", "rounds"),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_dailies")),
    )
    op.create_index(op.f("ix_dailies_round_id"), "dailies", ["round_id"], unique=False)
    _due("dailies", "next_at")
    op.create_table(
        "sitting_polls",
        sa.Column("poll_id", sa.String(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("session_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("poll_id", name=op.f("pk_sitting_polls")),
    )
    op.create_index(op.f("ix_sitting_polls_chat_id"), "sitting_polls", ["chat_id"], unique=False)
    op.create_index(op.f("ix_sitting_polls_at"), "sitting_polls", ["at"], unique=False)


def downgrade() -> None:
    for table in ("sitting_polls", "dailies", "round_answers", "round_players", "round_questions", "rounds"):
        op.drop_table(table)
    op.drop_column("learners", "quiz_polls")


def _of(table: str, column: str, parent: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{parent}.id"], name=name, ondelete="CASCADE")


def _due(table: str, column: str) -> None:
    where = DUE[table]
    op.create_index(f"ix_{table}_due", table, [column], unique=False, sqlite_where=where, postgresql_where=where)
