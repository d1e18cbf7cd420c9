"""Who studies what, and as they like it?"""

from dataclasses import dataclass, field
from datetime import datetime, time


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
    reviews_per_day: int = 30
    paused_until: datetime | None = None
    """UTC; no reminder before then."""


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
