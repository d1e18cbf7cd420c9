"""Weekdays on which a learner wants no reminder."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("learners", sa.Column("days_off", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("learners", "days_off")
