"""The exam, the holiday and the minutes a day: typed, tapped, shown, and what they do to the plan."""

from datetime import UTC, date, datetime

import pytest

from bot.actions.typing_dates import read_day, read_days

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("12 June", "en", date(2026, 6, 12)),
        ("12. Juni", "de", date(2026, 6, 12)),
        ("12 июня", "ru", date(2026, 6, 12)),
        ("2026-06-12", "en", date(2026, 6, 12)),
        ("1 February", "en", date(2027, 2, 1)),
        ("today", "en", None),
        ("1942", "en", None),
        ("1 March 2026", "en", None),
        ("\x00" * 500, "en", None),
    ],
)
def test_the_day_of_an_exam(text: str, language: str, day: date | None) -> None:
    assert read_day(text, language, "Europe/Berlin", NOW) == day


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("1 July to 14 July", "en", (date(2026, 7, 1), date(2026, 7, 14))),
        ("1 to 14 July", "en", (date(2026, 7, 1), date(2026, 7, 14))),
        ("1 – 14 July", "en", (date(2026, 7, 1), date(2026, 7, 14))),
        ("28. Dezember bis 6. Januar", "de", (date(2026, 12, 28), date(2027, 1, 6))),
        ("1. bis 14. Juli", "de", (date(2026, 7, 1), date(2026, 7, 14))),
        ("2026-07-01 - 2026-07-14", "en", (date(2026, 7, 1), date(2026, 7, 14))),
        ("3 May", "en", (date(2026, 5, 3), date(2026, 5, 3))),
        ("14 to", "en", None),
        ("a to b to c", "en", None),
        ("", "en", None),
    ],
)
def test_the_days_of_a_holiday(text: str, language: str, days: tuple[date, date] | None) -> None:
    assert read_days(text, language, None, NOW) == days
