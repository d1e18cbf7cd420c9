"""Which press goes where? A registry: a payload's class, and what is done when a button with it is pressed."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.buttons import Payload
from bot.context import Desk, Work

Pressing = Callable[[Work, Any], Awaitable[str | None]]
"""What a press does: (the update's work, the payload) -> a short word for the one who pressed, or None."""

PRESSES: dict[type[Payload], Pressing] = {}


AFTER: dict[type[Payload], Callable[[Desk], None]] = {}
"""What is set going once a press of that kind is committed."""


def pressed(*kinds: type[Payload]) -> Callable[[Pressing], Pressing]:
    """Marks what is done at a press of these kinds. The module must be imported by `bot.app`."""

    def mark(pressing: Pressing) -> Pressing:
        for kind in kinds:
            assert kind not in PRESSES, kind
            PRESSES[kind] = pressing
        return pressing

    return mark
