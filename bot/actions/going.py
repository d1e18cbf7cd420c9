"""Where do links into a pack lead? `pack_N` to its card, `lesson_N_ID` to that lesson, `item_N` to that question.

Each is looked for among what the person may learn from: of a draft, or somebody else's pack, nobody learns by a link
that it is there.
"""

from datetime import datetime

from bot.actions import links, sitting
from lessons.enrollment import Learner
from lessons.errors import ItemNotFound
from lessons.session import SessionKind, Step
from storage.packs import PackCard
from storage.store import Store


@links.opens("pack")
async def _pack(store: Store, learner: Learner, rest: str, now: datetime) -> None:
    card = await _seen(store, learner, rest)
    if card is None:
        await links.lost(store, learner)
        return
    await sitting.page(store, learner, "pack", pack=card.id)


@links.opens("lesson")
async def _lesson(store: Store, learner: Learner, rest: str, now: datetime) -> None:
    number, _, lesson = rest.partition("_")
    card = await _seen(store, learner, number)
    known = card is not None and any(one.id == lesson for one in (await store.packs.get(card.id)).pack.lessons)
    if card is None or not known:
        await links.lost(store, learner)
        return
    await sitting.learn(store, learner, card.id, now, lesson=lesson, more=True)


@links.opens("item")
async def _item(store: Store, learner: Learner, rest: str, now: datetime) -> None:
    try:
        item = await store.packs.item(_number(rest))
    except ItemNotFound:
        await links.lost(store, learner)
        return
    card = await _seen(store, learner, str(item.pack_id))
    if card is None or item.retired or item.resting:
        await links.lost(store, learner)
        return
    await store.enrollments.enroll(learner.id, card.id, now)
    await sitting.begin(store, learner, SessionKind.QUIZ, (Step("question", item.id),), now, card.id)


async def _seen(store: Store, learner: Learner, number: str) -> PackCard | None:
    """The card of that pack, if the learner may learn from it."""
    wanted = _number(number)
    return next((card for card in await store.packs.visible(learner.id) if card.id == wanted), None)


def _number(text: str) -> int:
    """A row's number; 0, which no row has, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else 0
