"""What time is it? The real clock, and one that can be moved forward."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Tells the time as an aware UTC moment."""

    def now(self) -> datetime:
        """The present moment, UTC."""
        return datetime.now(UTC)


class MovableClock(Clock):
    """A clock that can be moved. With `start` it stands still between moves; without, it runs like the real one."""

    def __init__(self, start: datetime | None = None, *, offset: timedelta = timedelta()) -> None:
        assert start is None or start.tzinfo is not None, "moments are aware"
        self._start = start
        self.offset = offset

    def now(self) -> datetime:
        """The moved moment, UTC."""
        base = super().now() if self._start is None else self._start.astimezone(UTC)
        return base + self.offset

    def move(self, by: timedelta) -> datetime:
        """Moves the clock by `by` and tells the new time."""
        self.offset += by
        return self.now()
