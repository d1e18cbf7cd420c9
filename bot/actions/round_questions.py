"""What may be asked in a group? Packs that are public or the starter's own, questions answered by one tap."""

from datetime import datetime

from bot.actions import assigned, browsing
from lessons.items import Item, TruthItem
from lessons.round import Round, spread
from storage.packs import PackCard
from storage.store import Store

POLL_QUESTION, POLL_OPTION = 300, 100
"""Telegram's limits, in its own way of counting."""
MOST_OPTIONS = 10
SLACK = " " * 30
"""For "True or false?" in whichever language."""


def seed_of(found: Round, position: int) -> int:
    """The seed that fixes the order of a question's options, at every showing the same."""
    return found.id * 1009 + position


def tappable(item: Item) -> bool:
    """Whether one tap answers it."""
    return item.mode == "one" and 2 <= len(item.options(0)) <= MOST_OPTIONS


def fits_poll(item: Item, asked: str) -> bool:
    """Whether a quiz poll can ask it: one right option, `asked` and the options within Telegram's limits."""
    longest = 0 if isinstance(item, TruthItem) else max((_units(option) for option in item.options(0)), default=0)
    return tappable(item) and _units(asked) <= POLL_QUESTION and longest <= POLL_OPTION


async def packs_for(store: Store, chat_id: int | None) -> list[PackCard]:
    """Packs that this person may bring into a group: public ones and their own, not what a class was given."""
    learner = await store.learners.by_chat(chat_id) if chat_id else None
    if learner is None:
        return await store.packs.list()
    own = {card.id for card in await store.packs.of_author(learner.id)}
    return [card for card in await store.packs.visible(learner.id) if card.status == "public" or card.id in own]


async def pack_at_hand(store: Store, chat_id: int | None) -> int | None:
    """The pack that a round of theirs is about unless they choose another."""
    cards = await packs_for(store, chat_id)
    learner = await store.learners.by_chat(chat_id) if chat_id else None
    hand = await browsing.at_hand(store, learner) if learner else None
    if hand in {card.id for card in cards}:
        return hand
    return cards[0].id if cards else None


async def drawn(store: Store, found: Round, starter: int | None, now: datetime) -> list[int]:
    """The questions of a round, in the order of teaching: other ones in each round."""
    items = dict(await askable(store, found.pack_id))
    open_ones = await _unsealed(store, starter, list(items), now)
    fit = [one for one in items if one in open_ones and _fits(found, items[one])]
    told = {one: frozenset(source.exact for source in items[one].sources if source.exact) for one in fit}
    return spread(fit, told, found.size, seed=found.id)


async def askable(store: Store, pack_id: int) -> list[tuple[int, Item]]:
    """What the pack may ask, under its row ids, in the order of teaching; read from the pack that is at hand parsed."""
    stored = await store.packs.get(pack_id)
    allowed = set(await store.packs.askable(pack_id))
    known = ((stored.items.get(item.id), item) for _, item in stored.pack.items())
    return [(number, item) for number, item in known if number is not None and number in allowed]


def _fits(found: Round, item: Item) -> bool:
    return fits_poll(item, f"{item.context or ''} {item.prompt}{SLACK}") if found.polls else tappable(item)


async def _unsealed(store: Store, starter: int | None, items: list[int], now: datetime) -> set[int]:
    """Without those whose key the starter is not to see before a class's deadline."""
    learner = await store.learners.by_chat(starter) if starter else None
    if learner is None or await assigned.sealed_until(store, learner, items, now) is None:
        return set(items)
    return {one for one in items if await assigned.sealed_until(store, learner, [one], now) is None}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
