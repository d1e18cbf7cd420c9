"""What can a teacher's button say? Payloads of drafts, reviews, corrections, flags, roles; codes begin with t."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons import Payload, register


@dataclass(frozen=True, slots=True)
class Invite(Payload):
    """A link that makes somebody a teacher."""

    code: ClassVar[str] = "ti"


@dataclass(frozen=True, slots=True)
class Dismiss(Payload):
    """Take a teacher's role."""

    code: ClassVar[str] = "td"
    learner: int


register(Invite, Dismiss)
