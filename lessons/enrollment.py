"""Who studies what, and as they like it?"""

from dataclasses import dataclass, field
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a learner has set. `zone` is an IANA name, None until asked. Times are local wall time."""

    language: str = "en"
    zone: str | None = None
    rollover_hour: int = 4
    """The hour at which this learner's day begins."""
    reminder_time: time | None = time(9, 0)
    """None: no reminders."""
    quiet_from: time = time(22, 0)
    quiet_to: time = time(7, 0)
    new_per_day: int = 10
    reviews_per_day: int = 100
    paused_until: datetime | None = None
    """UTC; no reminder before then."""
    exam_on: date | None = None
    """The day by which all that is learnt should be known."""
    holiday_from: date | None = None
    holiday_to: date | None = None
    """The first and the last day on which nothing is due and no reminder comes."""
    minutes_per_day: int | None = 10
    """None: the day is limited by facts and reviews alone, not by time."""
    ask_confidence: bool = False
    """Whether the learner is asked how sure they are before they see whether an answer is right."""
    days_off: str = ""
    """Weekdays without a reminder, as digits from 1 for Monday to 7 for Sunday: "67"."""
    pictures: str = "light"
    """How pictures are drawn: "light", "dark", or "none" for words alone."""
    weekly: bool = True
    """Whether a summary of the week comes, to those who learned."""
    quiz_polls: bool = False
    """Whether questions with one right option come as Telegram's own quiz polls, where they fit."""

    @property
    def holiday(self) -> tuple[date, date] | None:
        """The first and the last day of the holiday, where both are set."""
        return (self.holiday_from, self.holiday_to) if self.holiday_from and self.holiday_to else None


@dataclass(frozen=True, slots=True)
class Reminding:
    """Where a learner stands with reminders; all moments are UTC."""

    next_at: datetime | None = None
    last_at: datetime | None = None
    ignored: int = 0
    """Reminders since the learner last did anything."""


@dataclass(frozen=True, slots=True)
class Learner:
    """A person who chats with the bot. `id` is ours, `chat_id` Telegram's private chat with them."""

    id: int
    chat_id: int
    name: str
    joined_at: datetime
    preferences: Preferences = field(default_factory=Preferences)
    reminding: Reminding = field(default_factory=Reminding)
    last_active_at: datetime | None = None
    blocked_at: datetime | None = None
    """Set while the learner has the bot blocked: nothing is sent."""
    expecting: str | None = None
    """What the next typed words answer outside a question ("zone", "reminder_time"); None: nothing."""
    parameters: tuple[float, ...] | None = None
    """The learner's own parameters of the memory model; None: the usual ones. Not kept by `save`."""
    weekly_at: datetime | None = None
    """When the summary of the week comes, UTC; None: none is planned. Not kept by `save`."""
    weekly_week: str | None = None
    """The first day of the week last told of. Not kept by `save`."""
