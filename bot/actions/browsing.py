"""What happens when somebody comes in or looks around? Start, packs, pages."""

import re
from datetime import datetime

from bot.actions import preferring, sitting
from lessons.enrollment import Learner
from lessons.errors import PackNotFound
from storage.store import Store

DEEP_LINK = re.compile(r"(?P<what>pack|quiz)-(?P<key>[a-z0-9][a-z0-9-]{0,47})(?:_(?P<lesson>[a-z0-9-]{1,48}))?")
"""`pack-KEY` opens a pack, `pack-KEY_LESSON` that lesson, `quiz-KEY` a quiz on it."""

EXPECTING = {"zone": "zone", "hour": "hour"}
"""Pages that a typed answer may follow."""


async def start(store: Store, learner: Learner, payload: str, now: datetime, *, known: bool) -> None:
    """The first screen, or exactly what the deep link names."""
    if not payload:
        await sitting.page(store, learner, "welcome", known=known)
        return
    link = DEEP_LINK.fullmatch(payload)
    stored = await store.packs.by_key(link["key"], for_learner=learner.id) if link else None
    if link is None or stored is None:
        await sitting.page(store, learner, "welcome", known=known, lost=True)
        return
    if link["what"] == "quiz":
        await sitting.quiz(store, learner, stored.id, now)
    elif link["lesson"] and any(lesson.id == link["lesson"] for lesson in stored.pack.lessons):
        await sitting.learn(store, learner, stored.id, now, lesson=link["lesson"], more=True)
    else:
        await sitting.page(store, learner, "pack", pack=stored.id)


async def at_hand(store: Store, learner: Learner) -> int | None:
    """The pack that the learner studies: the last one begun, else the first there is."""
    current = await store.enrollments.current(learner.id)
    if current is not None:
        return current
    cards = await store.packs.list(for_learner=learner.id)
    return cards[0].id if cards else None


async def chosen_pack(store: Store, learner: Learner, pack_id: int) -> int | None:
    """The pack that a button names if the learner may see it; 0 means the one at hand."""
    if not pack_id:
        return await at_hand(store, learner)
    if pack_id not in {card.id for card in await store.packs.list(for_learner=learner.id)}:
        raise PackNotFound(pack_id)
    return pack_id


async def open_page(store: Store, learner: Learner, name: str, message_id: int | None) -> None:
    """A page by its name; a page that may be answered by typing is remembered as such."""
    await preferring.expect(store, learner, EXPECTING.get(name))
    await sitting.page(store, learner, name, message_id)
