"""A driver's complaint becomes ours, or stays what it is."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from storage.errors import DatabaseBusy, DatabaseUnreachable
from storage.faults import translated


def test_an_exhausted_pool_is_a_busy_database() -> None:
    assert isinstance(translated(PoolExhausted("no connection"), "here"), DatabaseBusy)


def test_a_refused_connection_is_an_unreachable_database() -> None:
    assert isinstance(translated(ConnectionRefusedError(111, "refused"), "here"), DatabaseUnreachable)


def test_a_broken_constraint_is_a_fault_of_ours_and_stays() -> None:
    assert translated(IntegrityError("insert", {}, Exception()), "here") is None
