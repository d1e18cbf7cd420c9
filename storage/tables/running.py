"""What is in the database about the installation? Named values, and what only one replica may do at a time."""

from datetime import datetime

from sqlmodel import Field

from storage.tables.base import Base, moment, table_of, words


class MetaRow(Base, table=True):
    """A named value of this installation."""

    __tablename__ = "meta"
    key: str = Field(primary_key=True)
    value: str = words()


class LeaseRow(Base, table=True):
    """What only one replica may do at a time, who does it, and until when that holds without a sign of life."""

    __tablename__ = "leases"
    name: str = Field(primary_key=True)
    holder: str
    until: datetime = moment()


meta = table_of(MetaRow)
leases = table_of(LeaseRow)
