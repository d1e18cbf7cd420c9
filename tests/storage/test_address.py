import pytest

from storage.address import address, place_of
from storage.errors import DatabaseUnreachable


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sqlite:///a/b.db", "sqlite:///a/b.db"),
        ("sqlite+aiosqlite:////a/b.db", "sqlite:////a/b.db"),
        ("postgres://u:p@h/n", "postgresql+asyncpg://u:p@h/n"),
        ("postgresql://u:p@h:5433/n?sslmode=require", "postgresql+asyncpg://u:p@h:5433/n?ssl=require"),
    ],
)
def test_an_address_is_read_as_operators_write_it(written: str, meant: str) -> None:
    assert address(written).render_as_string(hide_password=False) == meant


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("mysql://h/n", "scheme"),
        ("sqlite://", "memory"),
        ("sqlite:///:memory:", "memory"),
        ("no address", "address"),
        ("", "address"),
        ("postgresql://h:port/n", "address"),
    ],
)
def test_a_wrong_address_is_refused_with_the_reason(written: str, reason: str) -> None:
    with pytest.raises(DatabaseUnreachable) as refused:
        address(written)
    assert refused.value.reason == reason


def test_the_password_is_never_shown() -> None:
    assert "secret" not in place_of(address("postgresql://u:secret@h/n"))
    with pytest.raises(DatabaseUnreachable) as refused:
        address("postgres ql://u:secret@h/n")
    assert "secret" not in str(refused.value)
