"""A learner's exam, holiday, minutes a day, and the parameters of their own memory."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

COLUMNS = (
    ("exam_on", sa.Date()),
    ("holiday_from", sa.Date()),
    ("holiday_to", sa.Date()),
    ("minutes_per_day", sa.Integer()),
    ("memory_parameters", sa.Text()),
    ("memory_fit", sa.Text()),
    ("memory_tried_at", sa.BigInteger()),
)


def upgrade() -> None:
    for name, kind in COLUMNS:
        op.add_column("learners", sa.Column(name, kind, nullable=True))


def downgrade() -> None:
    for name, _ in reversed(COLUMNS):
        op.drop_column("learners", name)
