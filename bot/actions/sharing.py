"""Which questions does somebody find by typing @bot and some words? Those of their packs, a few at a time."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime

from bot.actions import assigned, round_questions
from lessons.items import Item
from lessons.pack import Pack, Reading
from lessons.typed.fold import fold
from storage.packs import StoredItem
from storage.store import Store

MOST = 10
"""Questions in one list."""
MOST_PACKS = 40
MOST_LOOKED_AT = 4000
"""So many questions are looked at for one list: people type on, and each letter asks anew."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A question that can be posted: its row id, the pack it is from, and whether everybody may learn that pack."""

    item_id: int
    item: Item
    pack_id: int
    pack: Pack
    public: bool


async def find(store: Store, chat_id: int, words: str, now: datetime) -> list[Shared]:
    """Questions of public packs and the person's own that hold all the words, the pack at hand first."""
    wanted = fold(words[:100]).split()
    hand = await round_questions.pack_at_hand(store, chat_id)
    cards = await round_questions.packs_for(store, chat_id)
    cards = sorted(cards, key=lambda card: card.id != hand)[:MOST_PACKS]
    found: list[Shared] = []
    looked_at = 0
    for card in cards:
        stored = await store.packs.get(card.id)
        looked_at += len(stored.items)
        hits = [
            Shared(stored.items[item.id], item, card.id, stored.pack, card.status == "public")
            for _, item in stored.pack.items()
            if item.id in stored.items and round_questions.tappable(item) and _holds(stored.pack, item, wanted)
        ]
        found += await _askable(store, chat_id, card.id, hits, MOST - len(found), now)
        if len(found) >= MOST or looked_at >= MOST_LOOKED_AT:
            break
    return found


async def shared(store: Store, item_id: int) -> tuple[StoredItem, Reading | None, Pack, bool]:
    """A question that somebody shared, with what tells its key. Raises NotFound."""
    kept = await store.packs.item(item_id)
    reading = (await store.packs.reading(kept.reading_id)).reading if kept.reading_id else None
    stored = await store.packs.get(kept.pack_id)
    return kept, reading, stored.pack, stored.status == "public"


async def is_sealed(store: Store, chat_id: int, item_id: int, now: datetime) -> bool:
    """Whether this person is not to be told the key yet: a class of theirs has it so."""
    learner = await store.learners.by_chat(chat_id)
    return learner is not None and await assigned.sealed_until(store, learner, [item_id], now) is not None


def seal_of(token: str, item_id: int) -> str:
    """What a button carries to show that we made it: without it any question's key could be asked for by its number."""
    secret = hashlib.sha256(token.encode()).digest()
    return hmac.new(secret, f"share:{item_id}".encode(), hashlib.sha256).hexdigest()[:16]


def is_ours(token: str, item_id: int, seal: str) -> bool:
    """Whether the seal is of that question."""
    return hmac.compare_digest(seal_of(token, item_id).encode(), seal.encode())


def _holds(pack: Pack, item: Item, wanted: list[str]) -> bool:
    text = fold(f"{item.prompt} {item.context or ''} {pack.title}")
    return all(word in text for word in wanted)


async def _askable(
    store: Store, chat_id: int, pack_id: int, hits: list[Shared], room: int, now: datetime
) -> list[Shared]:
    """Without questions that rest, or whose key this person is not to see yet."""
    if not hits:
        return []
    askable = set(await store.packs.askable(pack_id))
    fit = [hit for hit in hits if hit.item_id in askable]
    learner = await store.learners.by_chat(chat_id)
    if learner and fit and await assigned.sealed_until(store, learner, [one.item_id for one in fit], now) is not None:
        fit = [one for one in fit if not await is_sealed(store, chat_id, one.item_id, now)]
    return fit[:room]
