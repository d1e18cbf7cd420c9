"""Practice in the log, how sure somebody was of an answer, and whether they are asked that."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("attempts", sa.Column("drill", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("attempts", sa.Column("confidence", sa.String(), nullable=True))
    op.add_column("learners", sa.Column("ask_confidence", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("learners", "ask_confidence")
    op.drop_column("attempts", "confidence")
    op.drop_column("attempts", "drill")
