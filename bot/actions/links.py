"""What does a deep link open? A registry: `/start PREFIX_REST` goes to the action of that prefix.

A prefix is letters; the rest is what Telegram lets through (letters, digits, `_`, `-`; 64 characters in all). An action
that finds the rest meaningless says so itself, by `lost`.
"""

import re
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.actions import sitting
from lessons.enrollment import Learner
from storage.store import Store

Opening = Callable[[Store, Learner, str, datetime], Awaitable[None]]
"""What a link does: (store, learner, what follows the prefix, now)."""

LINKS: dict[str, Opening] = {}
LONGEST = 64
BOT = "bot"
"""The bot's own name as Telegram knows it, in `store.meta`; written at every start."""
PAYLOAD = re.compile(r"(?P<prefix>[a-z]+)_(?P<rest>[A-Za-z0-9_-]{1,60})")


def opens(prefix: str) -> Callable[[Opening], Opening]:
    """Marks what links of that prefix open. The module must be imported by a handler's."""

    def mark(opening: Opening) -> Opening:
        assert prefix not in LINKS, prefix
        LINKS[prefix] = opening
        return opening

    return mark


def found(payload: str) -> tuple[Opening, str] | None:
    """What a payload opens and with which words; None for a link that is none of these."""
    read = PAYLOAD.fullmatch(payload)
    if read is None or read["prefix"] not in LINKS:
        return None
    return LINKS[read["prefix"]], read["rest"]


def payload(prefix: str, rest: str) -> str:
    """What stands behind `start=` in a link of that prefix."""
    made = f"{prefix}_{rest}"
    assert len(made) <= LONGEST, made
    return made


async def address(store: Store, payload: str) -> str:
    """The link itself, to be handed out: https://t.me/BOT?start=PAYLOAD."""
    return f"https://t.me/{await store.meta.get(BOT) or 'bot'}?start={payload}"


async def lost(store: Store, learner: Learner) -> None:
    """The link leads nowhere: the first screen, which says so."""
    await sitting.page(store, learner, "welcome", known=True, lost=True)
