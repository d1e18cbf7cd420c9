"""Indexes where tables were walked through: albums, a pack's uploads, public packs, the items of a reading."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ALBUM, PUBLIC = sa.text("purpose = 'album'"), sa.text("status = 'public'")


def upgrade() -> None:
    op.create_index("ix_uploads_album", "uploads", ["target_id"], sqlite_where=ALBUM, postgresql_where=ALBUM)
    op.create_index(op.f("ix_uploads_pack_id"), "uploads", ["pack_id"])
    op.create_index("ix_packs_public", "packs", ["id"], sqlite_where=PUBLIC, postgresql_where=PUBLIC)
    op.create_index(op.f("ix_items_reading_id"), "items", ["reading_id"])


def downgrade() -> None:
    for name, table in (
        (op.f("ix_items_reading_id"), "items"),
        ("ix_packs_public", "packs"),
        (op.f("ix_uploads_pack_id"), "uploads"),
        ("ix_uploads_album", "uploads"),
    ):
        op.drop_index(name, table_name=table)
