"""A deadline as it is typed, and the code of a class as it is typed."""

from datetime import UTC, datetime

import pytest

from bot.actions.class_codes import ALPHABET, new_code, read_code, shown
from bot.actions.deadlines import in_days, read_deadline

NOW = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)  # a Monday


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("6 March", "en", "2026-03-06T22:59"),
        ("March 6", "en", "2026-03-06T22:59"),
        ("2026-03-20", "en", "2026-03-20T22:59"),
        ("20.3.2026", "de", "2026-03-20T22:59"),
        ("20.03.26", "de", "2026-03-20T22:59"),
        ("20/3/26 18:00", "en", "2026-03-20T17:00"),
        ("20. März", "de", "2026-03-20T22:59"),
        ("1 March", "en", "2027-03-01T22:59"),
        ("Friday", "en", "2026-03-06T22:59"),
        ("fri", "en", "2026-03-06T22:59"),
        ("tomorrow", "ru", "2026-03-03T22:59"),
        ("завтра 18:00", "ru", "2026-03-03T17:00"),
        ("heute", "de", "2026-03-02T22:59"),
        ("فردا", "fa", "2026-03-03T22:59"),
        ("Freitag", "de", "2026-03-06T22:59"),
        ("monday", "de", "2026-03-09T22:59"),
        ("12 June 18:00", "en", "2026-06-12T16:00"),  # summer time by then
        ("12 June at 6pm", "en", "2026-06-12T16:00"),
    ],
)
def test_a_day_to_come_in_any_common_form(text: str, language: str, wanted: str) -> None:
    found = read_deadline(text, language, "Europe/Berlin", NOW)
    assert found is not None
    assert found.astimezone(UTC).isoformat()[:16] == wanted


@pytest.mark.parametrize(
    "text",
    [
        *("", "   ", "yesterday", "March", "1942", "1 March 2025", "6 March 2099", "99/99/9999", "30 February"),
        *(
            "12 June 25:00",
            "5 March 300 BC",
            "x" * 5000,
            "Friday Friday",
            "6 March 2026 to 9 March 2026",
            "\N{SNOWMAN}",
        ),
    ],
)
def test_what_is_no_day_to_come_is_none(text: str) -> None:
    assert read_deadline(text, "en", "Europe/Berlin", NOW) is None


def test_so_many_days_end_with_the_last_minute_there() -> None:
    assert in_days(7, "Asia/Tokyo", NOW) == datetime(2026, 3, 10, 14, 59, tzinfo=UTC)
    assert in_days(28, "Europe/Berlin", NOW) == datetime(2026, 3, 30, 21, 59, tzinfo=UTC)


def test_a_code_is_read_however_it_is_typed() -> None:
    code = new_code()
    assert set(code) <= set(ALPHABET)
    for typed in (code, shown(code), shown(code).lower(), f" {code.lower()} ", shown(code).replace("-", " ")):
        assert read_code(typed) == code
    for typed in ("", "K7QX", "K7QX-3MZ0", "K7QX--3MZP", "../../etc", "K7QX-3MZP-", "OILS-1000"):
        assert read_code(typed) is None
    assert len({new_code() for _ in range(200)}) == 200
