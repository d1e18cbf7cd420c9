"""What happens when somebody comes in or looks around? Start, packs, pages."""

import re
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.actions import expecting, links, rights, sitting
from lessons.enrollment import Learner
from lessons.errors import PackNotFound
from storage.packs import PackCard
from storage.store import Store

DEEP_LINK = re.compile(r"(?P<what>pack|quiz)-(?P<key>[a-z0-9][a-z0-9-]{0,47})(?:_(?P<lesson>[a-z0-9-]{1,48}))?")
"""`pack-KEY` opens a pack, `pack-KEY_LESSON` that lesson, `quiz-KEY` a quiz on it."""

EXPECTING = {"zone": "zone", "hour": "hour", "classes": "class_code", "exam": "exam", "holiday": "holiday"}
"""Pages that a typed answer may follow."""


async def start(store: Store, learner: Learner, payload: str, now: datetime, *, known: bool) -> None:
    """The first screen, or exactly what the deep link names."""
    if not payload:
        await sitting.page(store, learner, "welcome", known=known)
        return
    opened = links.found(payload)
    if opened is not None:
        opening, rest = opened
        await opening(store, learner, rest, now)
        return
    link = DEEP_LINK.fullmatch(payload)
    card = next((card for card in await store.packs.visible(learner.id) if link and card.key == link["key"]), None)
    if link is None or card is None:
        await sitting.page(store, learner, "welcome", known=known, lost=True)
        return
    if link["what"] == "quiz":
        await sitting.quiz(store, learner, card.id, now)
    elif link["lesson"] and await _has_lesson(store, card.id, link["lesson"]):
        await sitting.learn(store, learner, card.id, now, lesson=link["lesson"], more=True)
    else:
        await sitting.page(store, learner, "pack", pack=card.id)


async def _has_lesson(store: Store, pack_id: int, lesson_id: str) -> bool:
    return any(lesson.id == lesson_id for lesson in (await store.packs.get(pack_id)).pack.lessons)


async def card(store: Store, learner: Learner, pack_id: int) -> PackCard:
    """The card of a pack that the learner may see; raises PackNotFound for any other."""
    found = next((card for card in await store.packs.visible(learner.id) if card.id == pack_id), None)
    if found is None:
        raise PackNotFound(pack_id)
    return found


async def at_hand(store: Store, learner: Learner) -> int | None:
    """The pack that the learner studies: the last one begun that they may still see, else the first there is."""
    cards = await store.packs.visible(learner.id)
    seen = {card.id for card in cards}
    begun = (pack_id for pack_id in await store.enrollments.of(learner.id) if pack_id in seen)
    return next(begun, cards[0].id if cards else None)


async def chosen_pack(store: Store, learner: Learner, pack_id: int) -> int | None:
    """The pack that a button names if the learner may see it; 0 means the one at hand."""
    if not pack_id:
        return await at_hand(store, learner)
    return (await card(store, learner, pack_id)).id


GUARDS: dict[str, Callable[[Store, Learner], Awaitable[object]]] = {
    "teach": rights.require_teacher,
    "write": rights.require_teacher,
    "teachers": rights.require_owner,
}
"""Pages that not everybody may see, and who is let in: it raises NotAllowed for the others."""


async def open_page(store: Store, learner: Learner, name: str, message_id: int | None) -> None:
    """A page by its name; a page that may be answered by typing is remembered as such. Raises NotAllowed."""
    if name in GUARDS:
        await GUARDS[name](store, learner)
    await expecting.expect(store, learner, EXPECTING.get(name))
    await sitting.page(store, learner, name, message_id)
