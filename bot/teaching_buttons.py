"""What can a teacher's button say? Payloads of drafts, reviews, corrections, flags, roles; codes begin with t."""

from bot.buttons import Payload, register

KINDS: tuple[type[Payload], ...] = ()

register(*KINDS)
