"""How long until the next try? Back-off, and what Telegram asks for."""

from datetime import timedelta

from telegram.error import RetryAfter


def pause_secs(failures: int, *, first: float = 0.5, longest: float = 30.0) -> float:
    """The pause after so many failures in a row: doubled each time, up to `longest`."""
    return float(min(longest, first * 2 ** min(failures - 1, 20)))


def retry_after_secs(error: RetryAfter) -> float:
    """What Telegram asked for; the library is in the middle of changing its type."""
    asked = error.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)
